import type { Bibliography } from "../../model/bibliography";
import type { CitationKey } from "../../model/citation";
import { isSpace } from "../bibtex/bibtexScanner";
import { byteOrderMark, percent } from "../charCodes";
import { quoted, type ProblemList } from "../problems";
import { referItem, referSummary, referSummaryTags } from "./referItem";
import { cslTypeOfRefer } from "./referTypes";
import { firstFamily, parseTagged, readTagged, type TaggedFormat } from "./taggedBibliography";
import type { TagPlace, TaggedRecord, TaggedSyntax } from "./taggedRecords";

/**
 * Reads EndNote's tagged export and refer(1), from which it comes: lines such as `%A Doe, Jane`, records parted by blank lines, and in
 * EndNote's beginning with `%0`. The key is `%F` where that is one word (so is `%L` in refer); where there is none, it is
 * made of the first author, the year and the title.
 */
export function parseRefer(text: string): Bibliography {
  return parseTagged(text, refer);
}

/** The same in steps. */
export function readRefer(text: string): Generator<void, Bibliography> {
  return readTagged(text, refer);
}

const syntax: TaggedSyntax = { readTag, roleOf };

/** Tags that a record has once. */
const onceTags: ReadonlySet<string> = new Set(["%T", "%D", "%J", "%V", "%N", "%P", "%X", "%I", "%B"]);

function readTag(text: string, start: number, end: number): TagPlace | undefined {
  const tagStart = text.charCodeAt(start) === byteOrderMark ? start + 1 : start;
  if (text.charCodeAt(tagStart) !== percent || tagStart + 2 > end || isSpace(text.charCodeAt(tagStart + 1))) return undefined;
  const valueStart = tagStart + 2;
  if (valueStart < end && !isSpace(text.charCodeAt(valueStart))) return undefined;
  return { tag: text.slice(tagStart, valueStart), start: tagStart, valueStart };
}

/** An abstract of EndNote's may hold blank lines; the fields behind it still belong to its record. */
function roleOf(tag: string, seen: ReadonlySet<string> | undefined, isAfterBlankLine: boolean): "begins" | "continues" {
  if (seen === undefined || tag === "%0") return "begins";
  if (!isAfterBlankLine) return "continues";
  return !seen.has("%0") || (onceTags.has(tag) ? seen.has(tag) : tag === "%A" && seen.has("%T")) ? "begins" : "continues";
}

/** HAL gives its number of a document in `%L`, `hal-02498602`, and in `%F` what kind of talk it was. */
const archiveNumber = /^[a-z]+-\d{5,}$/;

const refer: TaggedFormat = {
  format: "refer",
  syntaxOf: () => syntax,
  opening: "%0",
  isClosing: false,
  keyTags: new Set(["%0", "%F", "%L", "%A", "%Q", "%E", "%D", "%8", "%T", "%B"]),
  keyField: (fields) => {
    const [label, other] = [fields.field("%F"), fields.field("%L")];
    if (archiveNumber.test(other?.lines[0] ?? "")) return other;
    return [label, fields.has("%0") ? undefined : other].find((field) => /^\S+$/.test(field?.lines[0] ?? ""));
  },
  keyOf: (value) => value,
  seedOf: (fields) => ({
    family: firstFamily(fields.text("%A", ...fields.has("%0") ? [] : ["%Q"], "%E")),
    year: fields.texts("%D", "%8").find((date) => /\d{4}/.test(date)) ?? "",
    title: fields.text("%T", "%B") ?? "",
  }),
  itemOf: referItem,
  summaryTags: referSummaryTags,
  summarize: referSummary,
  check,
  nothingFound: "This is no bibliography in EndNote's tagged format, whose sources have lines such as “%0 Journal Article”, “%A Doe, Jane” and “%T Title”.",
};

function check(record: TaggedRecord, key: CitationKey, problems: ProblemList): void {
  const type = record.fields(new Set(["%0"])).text("%0");
  if (type === undefined || cslTypeOfRefer(type.toLowerCase()) !== undefined) return;
  const { start, end } = record.firstLine;
  problems.addSyntax(start, end, `${quoted(type)} is no reference type of EndNote; what the source has tells what it counts as.`, key, "warning");
}

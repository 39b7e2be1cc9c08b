import type { Bibliography } from "../../model/bibliography";
import type { CitationKey } from "../../model/citation";
import { skipSpace } from "../bibtex/bibtexScanner";
import { nbibAuthors, nbibItem, nbibSummary, nbibSummaryTags } from "./nbibItem";
import { quoted, type ProblemList } from "../problems";
import { parseTagged, readTagged, type TaggedFormat } from "./taggedBibliography";
import type { TagPlace, TaggedRecord, TaggedSyntax } from "./taggedRecords";

/**
 * Reads PubMed's format (MEDLINE/PubMed Data Element Descriptions): lines such as `PMID- 12345678`, continued by lines that are indented.
 * The key is the number in PubMed, `pmid12345678`, which never changes; a record without it gets one made of author, year and title.
 */
export function parseNbib(text: string): Bibliography {
  return parseTagged(text, nbib);
}

/** The same in steps. */
export function readNbib(text: string): Generator<void, Bibliography> {
  return readTagged(text, nbib);
}

const syntax: TaggedSyntax = { readTag, roleOf };

const tagLine = /[ \t\ufeff]{0,3}([A-Z][A-Z0-9]{1,3}) {0,3}-(?: |$)/y;
const longestTagLine = 12;

function readTag(text: string, start: number, end: number): TagPlace | undefined {
  tagLine.lastIndex = 0;
  const line = text.slice(start, Math.min(end, start + longestTagLine));
  const [whole, tag] = tagLine.exec(line) ?? [];
  if (whole === undefined || tag === undefined) return undefined;
  return { tag, start: start + line.indexOf(tag), valueStart: skipSpace(text, start + whole.length, end) };
}

/** Tags that a record has once. */
const onceTags: ReadonlySet<string> = new Set(["PMID", "OWN", "STAT", "TI", "JT", "TA", "DP", "VI", "IP", "PG", "AB", "BTI"]);

/** Records begin with `PMID`; where that line is lost, behind a blank line, with a tag that no record has twice. */
function roleOf(tag: string, seen: ReadonlySet<string> | undefined, isAfterBlankLine: boolean): "begins" | "continues" {
  return seen === undefined || tag === "PMID" || (isAfterBlankLine && onceTags.has(tag) && seen.has(tag)) ? "begins" : "continues";
}

const nbib: TaggedFormat = {
  format: "nbib",
  syntaxOf: () => syntax,
  opening: "PMID",
  isClosing: false,
  keyTags: new Set(["PMID", "FAU", "AU", "CN", "DP", "TI", "BTI"]),
  keyField: (fields) => fields.field("PMID"),
  keyOf: (value) => `pmid${value}`,
  seedOf: (fields) => {
    const [author] = nbibAuthors(fields);
    return {
      family: author?.family ?? author?.literal?.split(" ")[0] ?? "",
      year: fields.text("DP") ?? "",
      title: fields.text("TI", "BTI") ?? "",
    };
  },
  itemOf: nbibItem,
  summaryTags: nbibSummaryTags,
  summarize: nbibSummary,
  check,
  nothingFound: "This is no bibliography in PubMed's format, whose sources begin with a line such as “PMID- 12345678”.",
};

function check(record: TaggedRecord, key: CitationKey, problems: ProblemList): void {
  const { start, end } = record.firstLine;
  const number = record.fields(new Set(["PMID"])).text("PMID");
  if (record.firstTag.tag !== "PMID") problems.addSyntax(start, end, "The number of this source in PubMed is missing: a line such as “PMID- 12345678” belongs before it.", key, "warning");
  else if (!/^\d+$/.test(number ?? "")) problems.addSyntax(start, end, `${quoted(number ?? "")} is no number of PubMed, which has digits alone.`, key, "warning");
}

import type { Bibliography } from "../../model/bibliography";
import type { CitationKey } from "../../model/citation";
import { skipSpace } from "../bibtex/bibtexScanner";
import { quoted, type ProblemList } from "../problems";
import { authorTags, dateTags, editorTags, risItem, risSummary, summaryTags, titleTags } from "./risItem";
import { cslTypeOfRis } from "./risTypes";
import { firstFamily, parseTagged, readTagged, type TaggedFormat } from "./taggedBibliography";
import { stepLength } from "../steps";
import type { TagPlace, TaggedRecord, TaggedSyntax } from "./taggedRecords";

/**
 * Reads RIS (specifications of 2001 and 2011): records from `TY  - ` to `ER  - `. A record without either, tags in small letters and
 * lines without the customary spaces are read as well. The key is `ID`, or `LB` where that is one word; where there is neither, it is
 * made of the first author, the year and the title.
 */
export function parseRis(text: string): Bibliography {
  return parseTagged(text, ris);
}

/** The same in steps. */
export function readRis(text: string): Generator<void, Bibliography> {
  return readTagged(text, ris);
}

/** Tags of both specifications: a line that is written carelessly is told from text by them. */
const knownTags: ReadonlySet<string> = new Set((
  "TY ID T1 TI CT A1 AU Y1 N1 KW RP SP EP JF JO JA J1 J2 VL IS CP T2 BT A2 ED PB CY SN AD AV M1 M2 M3 U1 U2 U3 U4 U5 T3 A3 N2 AB UR L1 L2 L3 L4 Y2 "
  + "A4 AN C1 C2 C3 C4 C5 C6 C7 C8 CA CN CR DA DB DI DO DP ET LA LB LK NV OP PP PY RD RI RN SE ST SV TA TT ER"
).split(" "));

const interned: ReadonlyMap<string, string> = new Map([...knownTags].flatMap((tag) => [[tag, tag], [tag.toLowerCase(), tag]]));

/** Where a file writes `TY - JOUR`, it writes other tags so as well; elsewhere such a line may be text. */
function syntaxOf(text: string): TaggedSyntax {
  const isLoose = /^[ \t\ufeff]*TY -[ \t]/m.test(text.slice(0, stepLength));
  return { readTag: (whole, start, end) => readTag(whole, start, end, isLoose), roleOf };
}

function roleOf(tag: string, seen: ReadonlySet<string> | undefined): "begins" | "continues" | "ends" {
  return tag === "ER" ? "ends" : tag === "TY" || seen === undefined ? "begins" : "continues";
}

/** `XX  - value`, two spaces before the dash and one behind it, or what comes near to that. */
function readTag(text: string, start: number, end: number, isLoose: boolean): TagPlace | undefined {
  const tagStart = skipSpace(text, start, end);
  if (end - tagStart < 3 || !isLetter(text.charCodeAt(tagStart)) || !isLetterOrDigit(text.charCodeAt(tagStart + 1))) return undefined;
  const dash = skipSpace(text, tagStart + 2, end);
  if (dash === end || !isDash(text.charCodeAt(dash))) return undefined;
  const written = text.slice(tagStart, tagStart + 2);
  // one text of each tag for all records
  const tag = interned.get(written) ?? written.toUpperCase();
  const valueStart = skipSpace(text, dash + 1, end);
  const place = { tag, start: tagStart, valueStart };
  const spaces = text.charCodeAt(tagStart + 2) === 9 ? 2 : dash - tagStart - 2;
  if (spaces > 1) return written === tag || knownTags.has(tag) ? place : undefined;
  // “ER-positive” and “ED - emergency department” begin lines of abstracts
  if (tag === "ER") return valueStart === end ? place : undefined;
  if (tag === "TY") return cslTypeOfRis(text.slice(valueStart, end).trim().toUpperCase()) === undefined ? undefined : place;
  return isLoose && spaces === 1 && written === tag && knownTags.has(tag) ? place : undefined;
}

function isLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122;
}

function isLetterOrDigit(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 57);
}

function isDash(code: number): boolean {
  return code === 45 || code === 0x2013 || code === 0x2014 || code === 0x2010;
}

const ris: TaggedFormat = {
  format: "ris",
  syntaxOf,
  opening: "TY",
  isClosing: true,
  keyTags: new Set(["TY", "ID", "LB", ...titleTags, ...authorTags, ...editorTags, ...dateTags]),
  keyField: (fields) => {
    const label = fields.field("LB");
    return fields.field("ID") ?? (/^\S+$/.test(label?.lines[0] ?? "") ? label : undefined);
  },
  keyOf: (value) => value,
  seedOf: (fields) => ({
    family: firstFamily(fields.text(...authorTags, ...editorTags)),
    year: fields.texts(...dateTags).find((date) => /\d{4}/.test(date)) ?? "",
    title: fields.text(...titleTags) ?? "",
  }),
  itemOf: risItem,
  summaryTags: new Set(summaryTags),
  summarize: risSummary,
  check,
  nothingFound: "This is no bibliography in RIS, whose sources begin with a line such as “TY  - JOUR” and end with “ER  - ”.",
};

const typeTag: ReadonlySet<string> = new Set(["TY"]);

function check(record: TaggedRecord, key: CitationKey, problems: ProblemList): void {
  const { start, end } = record.firstLine;
  const type = record.firstValue || (record.fields(typeTag).field("TY")?.lines[0] ?? "");
  if (record.firstTag.tag !== "TY") {
    problems.addSyntax(start, end, "The type of this source is missing: a line such as “TY  - JOUR” belongs before it.", key, "warning");
  } else if (cslTypeOfRis(type.toUpperCase()) === undefined) {
    problems.addSyntax(start, end, `${quoted(type)} is no type of RIS; the source counts as a document.`, key, "warning");
  }
  if (!record.isClosed) problems.addSyntax(start, end, "The end of this source is missing: a line “ER  - ” belongs behind it.", key, "warning");
}

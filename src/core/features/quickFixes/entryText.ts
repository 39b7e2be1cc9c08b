import type { BibliographyEntry } from "../../model/bibliography";
import type { TextEdit } from "../../model/edit";
import type { TextRange } from "../../model/textRange";
import { lineEndOf } from "../../text/lineEnds";
import { insertAt } from "../insertAt";

/** A field as it is to be written: its value with delimiters. */
export interface WrittenField {
  readonly name: string;
  readonly value: string;
}

/** What stands around a place is looked at no further. */
const nearby = 200;

/** The edit that adds fields at the end of an entry, in its own layout; `undefined` where the entry is not closed or its format has no fields here. */
export function insertFields(entry: BibliographyEntry, text: string, fields: readonly WrittenField[]): TextEdit | undefined {
  const written = text.slice(entry.range.start, entry.range.end);
  if (entry.format === "bibtex") return /[})]$/.test(written) ? intoBibtex(entry, text, fields) : undefined;
  if (/^\{[^]*\}$/.test(written)) return intoJson(entry, text, fields);
  return /^-[ ]+[^\s{]/.test(written) ? intoYaml(entry, text, fields) : undefined;
}

/** Each field on a line of its own, as far in as the last one; in an entry of one line, on that line. */
function intoBibtex(entry: Extract<BibliographyEntry, { format: "bibtex" }>, text: string, fields: readonly WrittenField[]): TextEdit {
  const last = entry.fields.at(-1);
  const start = last === undefined ? entry.keyRange.end : last.valueRange.end;
  const gap = text.slice(start, entry.range.end - 1);
  const hasComma = gap.trimStart().startsWith(",");
  const at = hasComma ? start + gap.indexOf(",") + 1 : start;
  const head = text.slice(text.lastIndexOf("\n", (last?.nameRange.start ?? start) - 1) + 1, last?.nameRange.start ?? start);
  const isOnOwnLine = last !== undefined && head.trim() === "";
  const equals = last === undefined ? " = " : text.slice(last.nameRange.end, last.valueRange.start);
  const list = fields.map(({ name, value }) => `${name}${/^\s{0,9}=\s{0,9}$/.test(equals) ? equals : " = "}${value}`);
  const comma = hasComma ? "" : ",";
  if (last !== undefined && !isOnOwnLine) return insertAt(at, `${comma} ${list.join(", ")}${hasComma && gap.trim() === "," ? "," : ""}`);
  const lineEnd = lineEndOf(text);
  const indent = isOnOwnLine ? head : "  ";
  const isLineEnd = /^[ \t]*[\r\n]/.test(text.slice(at, at + nearby));
  return insertAt(at, `${comma}${list.map((field) => `${lineEnd}${indent}${field},`).join("")}${isLineEnd ? "" : lineEnd}`);
}

/** Behind the last member of an object, on a line of its own where that stands on one. */
function intoJson({ range }: BibliographyEntry, text: string, fields: readonly WrittenField[]): TextEdit {
  const close = range.end - 1;
  const end = range.start + text.slice(range.start, close).trimEnd().length;
  const isEmpty = text.charAt(end - 1) === "{";
  const hasComma = text.charAt(end - 1) === ",";
  const line = /(?:\r\n|\n)[ \t]*(?=["'])/.exec(text.slice(range.start, end))?.[0] ?? " ";
  const list = fields.map(({ name, value }) => `${line}${JSON.stringify(name)}: ${value}`).join(",");
  return insertAt(end, `${isEmpty || hasComma ? "" : ","}${list}`);
}

/** On lines of their own behind the last one of a list's item, as far in as its members. */
function intoYaml({ range }: BibliographyEntry, text: string, fields: readonly WrittenField[]): TextEdit {
  const column = range.start - (text.lastIndexOf("\n", range.start - 1) + 1);
  const indent = " ".repeat(column + (/^- +/.exec(text.slice(range.start, range.start + nearby))?.[0].length ?? 2));
  const end = range.start + text.slice(range.start, range.end).trimEnd().length;
  return insertAt(end, fields.map(({ name, value }) => `${lineEndOf(text)}${indent}${name}: ${value}`).join(""));
}

/** What goes with an entry when it is taken out: its lines, or in a list with commas one of these. */
export function removalRange({ format, range: { start, end } }: BibliographyEntry, text: string): TextRange {
  const [before, behind] = [text.slice(Math.max(0, start - nearby), start), text.slice(end, end + nearby)];
  if (format !== "bibtex" && text.charAt(start) === "{") {
    const comma = /^\s*,[ \t]*(?:(?:\r\n|\n|\r)[ \t]*)?/.exec(behind)?.[0];
    if (comma !== undefined) return { start, end: end + comma.length };
    const commaBefore = /,\s*$/.exec(before)?.[0] ?? "";
    return { start: start - commaBefore.length, end };
  }
  const indent = /(?:^|[\r\n])([ \t]+)$/.exec(before)?.[1] ?? "";
  return { start: start - indent.length, end: end + (/^[ \t]*(?:\r\n|\n|\r){0,2}/.exec(behind)?.[0].length ?? 0) };
}

import type { BibliographyEntry } from "../../model/bibliography";
import type { TextEdit } from "../../model/edit";
import type { TextRange } from "../../model/textRange";
import { lineEndOf, startOfLine } from "../../text/lineEnds";
import { endOfBlanks, insertAt } from "../insertAt";
import { hasJustMore, removesJust, type WrittenBibliography } from "../readBack";

/** A field as it is to be written: its value with delimiters. */
export interface WrittenField {
  readonly name: string;
  readonly value: string;
}

/** What stands around a place is looked at no further. */
const nearby = 200;

/**
 * The edit that adds fields at the end of an entry, in its own layout; `undefined` where the entry is not closed, its format has no fields here, or
 * it would not be read as itself with these fields.
 */
export function insertFields(entry: BibliographyEntry, { uri, text }: WrittenBibliography, fields: readonly WrittenField[]): TextEdit | undefined {
  const edit = intoEntry(entry, text, fields);
  return edit && hasJustMore(entry, { uri, text }, edit, fields) ? edit : undefined;
}

function intoEntry(entry: BibliographyEntry, text: string, fields: readonly WrittenField[]): TextEdit | undefined {
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
  const lastStart = last?.nameRange.start ?? start;
  const head = text.slice(startOfLine(text, lastStart), lastStart);
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
  const line = /(?:\r\n|\n|\r)[ \t]*(?=["'])/.exec(text.slice(range.start, end))?.[0] ?? " ";
  const list = fields.map(({ name, value }) => `${line}${JSON.stringify(name)}: ${value}`).join(",");
  return insertAt(end, `${isEmpty || hasComma ? "" : ","}${list}`);
}

/** On lines of their own behind the last one of a list's item, as far in as its members. */
function intoYaml({ range }: BibliographyEntry, text: string, fields: readonly WrittenField[]): TextEdit {
  const column = range.start - startOfLine(text, range.start);
  const indent = " ".repeat(column + (/^- +/.exec(text.slice(range.start, range.start + nearby))?.[0].length ?? 2));
  const end = range.start + text.slice(range.start, range.end).trimEnd().length;
  return insertAt(end, fields.map(({ name, value }) => `${lineEndOf(text)}${indent}${name}: ${value}`).join(""));
}

/** What goes with an entry when it is taken out: its lines, or in a list with commas one of these. `undefined` where others would suffer. */
export function removalRange(entry: BibliographyEntry, bibliography: WrittenBibliography): TextRange | undefined {
  const { text } = bibliography;
  const isInList = entry.format !== "bibtex" && text.charAt(entry.range.start) === "{";
  const range = isInList ? withComma(entry.range, text) : withLines(entry.range, text);
  return removesJust(bibliography, { range, newText: "" }, entry) ? range : undefined;
}

function withComma({ start, end }: TextRange, text: string): TextRange {
  const comma = endOfWhite(text, end);
  if (text.charAt(comma) !== ",") {
    const before = startOfWhite(text, start);
    return { start: text.charAt(before - 1) === "," ? before - 1 : start, end };
  }
  const behind = endOfBlanks(text, comma + 1);
  const nextLine = behind + lineEndAt(text, behind);
  return { start, end: nextLine === behind ? behind : endOfBlanks(text, nextLine) };
}

/** Text above an entry, and on its lines, stays where it is. */
function withLines({ start, end }: TextRange, text: string): TextRange {
  const lineStart = startOfLine(text, start);
  const isOnOwnLine = /^\uFEFF?[ \t]*$/.test(text.slice(lineStart, start));
  const behind = endOfBlanks(text, end);
  const nextLine = behind + lineEndAt(text, behind);
  if (!isOnOwnLine || (nextLine === behind && behind < text.length)) return { start, end };
  return { start: text.charAt(lineStart) === "\uFEFF" ? lineStart + 1 : lineStart, end: nextLine + lineEndAt(text, nextLine) };
}

function lineEndAt(text: string, offset: number): number {
  if (text.charAt(offset) === "\r") return text.charAt(offset + 1) === "\n" ? 2 : 1;
  return text.charAt(offset) === "\n" ? 1 : 0;
}

function endOfWhite(text: string, from: number): number {
  let end = from;
  while (end < text.length && /\s/.test(text.charAt(end))) end++;
  return end;
}

function startOfWhite(text: string, from: number): number {
  let start = from;
  while (start > 0 && /\s/.test(text.charAt(start - 1))) start--;
  return start;
}

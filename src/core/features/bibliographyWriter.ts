import type { LoadedBibliography } from "../library/bibliographyStore";
import type { Source } from "../library/library";
import type { BibliographyEntry } from "../model/bibliography";
import type { CslItem } from "../model/cslItem";
import type { ConversionTarget } from "../ports";
import { lineEndOf } from "../text/lineEnds";
import type { TextEdit } from "../model/edit";
import { entryAt } from "./keyOccurrence";

/** Turns items into the text of a format; the slow part does it. */
export type Convert = (items: readonly CslItem[], target: ConversionTarget) => Promise<string>;

/** Fields that BibLaTeX has and BibTeX has not, and the other way round. */
const biblatexFields: ReadonlySet<string> = new Set(["date", "journaltitle", "location", "urldate", "maintitle", "subtitle", "langid"]);
const bibtexFields: ReadonlySet<string> = new Set(["year", "month", "journal", "address", "school"]);

/** How far into a file its dialect is looked for. */
const sampledEntries = 50;

/** What entries added to a bibliography are converted to; `undefined` where its format cannot be added to. */
export function conversionTargetOf({ bibliography: { format, entries } }: Pick<LoadedBibliography, "bibliography">, fallback: "bibtex" | "biblatex"): ConversionTarget | undefined {
  switch (format) {
    case "bibtex": return dialectOf(entries) ?? fallback;
    case "csl-json":
    case "csl-yaml":
    case "ris": return format;
    default: return undefined;
  }
}

function dialectOf(entries: readonly BibliographyEntry[]): "bibtex" | "biblatex" | undefined {
  const names = entries.slice(0, sampledEntries).flatMap((entry) => entry.format === "bibtex" ? entry.fields.map(({ name }) => name) : []);
  const biblatex = names.filter((name) => biblatexFields.has(name)).length;
  const bibtex = names.filter((name) => bibtexFields.has(name)).length;
  return biblatex === bibtex ? undefined : biblatex > bibtex ? "biblatex" : "bibtex";
}

/** An entry that may be copied letter by letter: it takes nothing from macros or other entries. */
export function isSelfContained(entry: BibliographyEntry, text: string): boolean {
  if (entry.format !== "bibtex") return false;
  return entry.fields.every(({ name, valueRange: { start, end } }) => {
    const value = text.slice(start, end);
    return !["crossref", "xdata", "xref", "entryset"].includes(name) && /^(?:\d+$|\{[\s\S]*\}$|"[\s\S]*"$)/.test(value) && !/["}]\s*#/.test(value);
  });
}

/** The edit that adds converted entries at the end of a bibliography; `undefined` where the file is too broken to add to. */
export function appendEntries({ text, bibliography: { format } }: Pick<LoadedBibliography, "text" | "bibliography">, entries: string): TextEdit | undefined {
  const lineEnd = lineEndOf(text);
  const added = entries.trimEnd().replaceAll(/\r?\n/g, lineEnd);
  if (format === "csl-json") return appendToJson(text, added, lineEnd);
  if (format === "csl-yaml") return appendToYaml(text, added, lineEnd);
  const end = text.trimEnd().length;
  const gap = end === 0 ? "" : `${lineEnd}${lineEnd}`;
  return { range: { start: end, end: text.length }, newText: `${gap}${added}${lineEnd}` };
}

/** The edit that adds converted entries to BibTeX at an offset: behind the entry that stands there, on lines of their own. */
export function insertEntries({ text, bibliography }: Pick<LoadedBibliography, "text" | "bibliography">, entries: string, offset: number): TextEdit {
  const lineEnd = lineEndOf(text);
  const place = entryAt(bibliography, offset)?.range.end ?? endOfBegunLine(text, offset);
  const added = entries.trim().replaceAll(/\r?\n/g, lineEnd);
  const before = text.slice(0, place).trimEnd();
  const gap = before === "" ? "" : `${lineEnd}${lineEnd}`;
  const behind = text.slice(place).trimStart();
  return { range: { start: before.length, end: text.length - behind.length }, newText: `${gap}${added}${behind === "" ? lineEnd : `${lineEnd}${lineEnd}`}` };
}

/** An offset, or the end of its line where something stands before it there. */
function endOfBegunLine(text: string, offset: number): number {
  const isBegun = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset).trim() !== "";
  const lineEnd = text.indexOf("\n", offset);
  return isBegun ? lineEnd < 0 ? text.length : lineEnd : offset;
}

/** `added` is a JSON array of its own; its items go behind the last one of the file. */
function appendToJson(text: string, added: string, lineEnd: string): TextEdit | undefined {
  const items = added.slice(added.indexOf("[") + 1, added.lastIndexOf("]")).trimEnd();
  const close = text.lastIndexOf("]");
  if (text.trim() === "") return { range: { start: 0, end: text.length }, newText: `${added}${lineEnd}` };
  if (close < 0) return undefined;
  const before = text.slice(0, close).trimEnd();
  const last = before.at(-1);
  if (last !== "[" && last !== "}" && last !== ",") return undefined;
  const comma = last === "}" ? "," : "";
  return { range: { start: before.length, end: close }, newText: `${comma}${items}${lineEnd}${indentOfLine(text, close)}` };
}

function indentOfLine(text: string, position: number): string {
  const line = text.slice(text.lastIndexOf("\n", position - 1) + 1, position);
  return /^[ \t]*$/.test(line) ? line : "";
}

/** `added` is a `references:` document of its own; its list goes on in the file's indentation. */
function appendToYaml(text: string, added: string, lineEnd: string): TextEdit | undefined {
  const list = added.replace(/^---\s*\n/, "").replace(/^references:\s*\n/, "").replace(/\n(?:\.\.\.|---)\s*$/, "");
  const own = /^[ \t]*(?=- )/m.exec(list)?.[0] ?? "";
  const theirs = lastListIndent(text);
  if (theirs === undefined) return text.trim() === "" ? { range: { start: 0, end: text.length }, newText: `${added}${lineEnd}` } : undefined;
  const indented = list.split(/\r?\n/).map((line) => line.trim() === "" ? line : `${theirs}${line.slice(own.length)}`).join(lineEnd);
  const end = text.replace(/\s*(?:(?:\.\.\.|---)\s*)?$/, "").length;
  return { range: { start: end, end }, newText: `${lineEnd}${indented}` };
}

function lastListIndent(text: string): string | undefined {
  const dashes = [...text.matchAll(/^([ \t]*)- +(?:id|type)\s*:|^([ \t]*)-\s*$/gm)];
  const last = dashes.at(-1);
  return last?.[1] ?? last?.[2];
}

/** The written form of a source where it stands already in the target's format. */
export function writtenEntry({ entry }: Source, text: string): string | undefined {
  return isSelfContained(entry, text) ? text.slice(entry.range.start, entry.range.end) : undefined;
}

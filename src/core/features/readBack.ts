import { parseBibliography } from "../bibliography/parseBibliography";
import { firstPlace } from "../text/sortedPlaces";
import type { LoadedBibliography } from "../library/bibliographyStore";
import type { BibliographyEntry } from "../model/bibliography";
import type { TextEdit } from "../model/edit";
import { startOfLine } from "../text/lineEnds";

/** A bibliography and the text it was read from. */
export type WrittenBibliography = Pick<LoadedBibliography, "uri" | "text" | "bibliography">;

/** An entry as it is written, and what a reader makes of it. */
interface ReadEntry {
  readonly start: number;
  readonly key: string;
  readonly fact: string;
}

/** Whether a bibliography says after an edit what it said before, and what was added besides: `added`, a text of its own. */
export function addsJust(bibliography: WrittenBibliography, edit: TextEdit, added: string): boolean {
  const own = read(bibliography.uri, added);
  const { before, after, start } = entriesAround(bibliography, edit);
  const above = before.filter((entry) => entry.start < start).length;
  return after.length === before.length + own.length
    && own.every(({ key }, index) => after[above + index]?.key === key)
    && isSame(before, [...after.slice(0, above), ...after.slice(above + own.length)]);
}

/** Whether a bibliography says after an edit what it said before, but for one entry that is gone. */
export function removesJust(bibliography: WrittenBibliography, edit: TextEdit, { range }: BibliographyEntry): boolean {
  const { before, after, from } = entriesAround(bibliography, edit);
  return isSame(before.filter((entry) => entry.start + from !== range.start), after);
}

/** Whether a bibliography says after an edit in an entry what it said before, but for that entry, which has its key still. */
export function changesJust(bibliography: WrittenBibliography, edit: TextEdit, { key, range }: BibliographyEntry): boolean {
  const { before, after, from } = entriesAround(bibliography, edit);
  const place = before.findIndex((entry) => entry.start + from === range.start);
  return after[place]?.key === key && isSame(before.toSpliced(place, 1), after.toSpliced(place, 1));
}

/** Whether an entry says after an edit what it said before, and the added fields besides; those that are empty may say nothing. */
export function hasJustMore({ range, format }: BibliographyEntry, { uri, text }: Omit<WrittenBibliography, "bibliography">, edit: TextEdit, added: readonly AddedField[]): boolean {
  const isItem = format !== "bibtex" && text.charAt(range.start) === "-";
  const start = isItem ? startOfLine(text, range.start) : range.start;
  const framed = (content: string): string => isItem ? `references:\n${content}` : format === "bibtex" ? content : `[${content}]`;
  const before = fieldsIn(uri, framed(text.slice(start, range.end)));
  const after = fieldsIn(uri, framed(text.slice(start, edit.range.start) + edit.newText + text.slice(edit.range.end, range.end)));
  if (before === undefined || after === undefined) return false;
  const known = new Set(before.map(shown));
  const more = after.filter((field) => !known.has(shown(field)));
  return more.length === after.length - before.length && more.length <= added.length
    && added.every(({ name, value }) => value === "\"\"" || more.some((field) => field.name === name));
}

interface AddedField {
  readonly name: string;
  /** With delimiters. */
  readonly value: string;
}

function shown({ name, value }: AddedField): string {
  return `${name}=${value}`;
}

/** The fields of the only entry of a text, its key among them. */
function fieldsIn(uri: string, text: string): readonly AddedField[] | undefined {
  const [entry, ...others] = parseBibliography(uri, text)?.entries ?? [];
  if (entry === undefined || others.length > 0) return undefined;
  const fields = entry.format === "bibtex" ? entry.fields.map(({ name, valueRange: { start, end } }) => ({ name, value: text.slice(start, end) }))
    : Object.entries(entry.item).map(([name, value]) => ({ name, value: JSON.stringify(value) }));
  return [{ name: "", value: entry.key }, ...fields];
}

function isSame(before: readonly ReadEntry[], after: readonly ReadEntry[]): boolean {
  return before.length === after.length && before.every(({ fact }, index) => fact === after[index]?.fact);
}

interface EntriesAround {
  readonly before: readonly ReadEntry[];
  readonly after: readonly ReadEntry[];
  /** Where the edit begins, counted as `before` counts. */
  readonly start: number;
  /** What offsets of `before` begin to count at. */
  readonly from: number;
}

/**
 * The entries around an edit, before it and after it: from the last but one that begins above it to the first below it, which is as far as one has a say in how
 * another is read. Reading all of a large file would take long.
 */
function entriesAround({ uri, text, bibliography }: WrittenBibliography, { range, newText }: TextEdit): EntriesAround {
  const { entries, format } = bibliography;
  const above = entries[firstPlace(entries.length, (place) => (entries[place]?.range.start ?? 0) >= range.start) - 2];
  const below = entries[firstPlace(entries.length, (place) => (entries[place]?.range.start ?? 0) >= range.end)];
  const start = above === undefined ? 0 : startOf(text, above, format);
  const end = below?.range.end ?? text.length;
  const [open, close] = frameOf(format, text.charAt(above?.range.start ?? 0) === "{");
  const framed = (content: string): string => `${above === undefined ? "" : open}${content}${below === undefined ? "" : close}`;
  const from = start - (above === undefined ? 0 : open.length);
  return {
    before: read(uri, framed(text.slice(start, end))),
    after: read(uri, framed(text.slice(start, range.start) + newText + text.slice(range.end, end))),
    start: range.start - from,
    from,
  };
}

/** An item of a list counts with its indentation. */
function startOf(text: string, { range }: BibliographyEntry, format: LoadedBibliography["bibliography"]["format"]): number {
  return format === "csl-yaml" && text.charAt(range.start) !== "{" ? startOfLine(text, range.start) : range.start;
}

/** What makes a list of some of its items. */
function frameOf(format: LoadedBibliography["bibliography"]["format"], isFlow: boolean): readonly [open: string, close: string] {
  if (format === "csl-json") return ["[", "]"];
  if (format !== "csl-yaml") return ["", ""];
  return isFlow ? ["references: [", "]"] : ["references:\n", ""];
}

function read(uri: string, text: string): readonly ReadEntry[] {
  const entries = parseBibliography(uri, text)?.entries ?? [];
  return entries.map((entry) => {
    const { key, range: { start, end } } = entry;
    return { start, key, fact: JSON.stringify([text.slice(start, end), entry.format === "bibtex" ? "" : entry.item]) };
  });
}

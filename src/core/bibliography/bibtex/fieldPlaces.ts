import type { IntList } from "./intList";

/** The fields that summaries are made of, those that libraries are grouped by, and those that name parents or the entry itself. */
const names = [
  "author", "bookauthor", "booksubtitle", "booktitle", "crossref", "date", "editor", "entryset", "entrysubtype", "hyphenation", "ids", "journal", "journalsubtitle",
  "journaltitle", "keyword", "keywords", "langid", "language", "mainsubtitle", "maintitle", "series", "shortjournal", "subtitle", "title", "translator", "xdata", "year",
] as const;

export type SummaryField = typeof names[number];

/** Fields that name other entries, which an entry takes fields from. */
export const parentFields = ["crossref", "xdata", "entryset"] as const satisfies readonly SummaryField[];

/** Each field by its number. */
export const summaryFields = Object.fromEntries(names.map((name, number) => [name, number])) as Readonly<Record<SummaryField, number>>;
export const summaryFieldCount = names.length;

/** Some of the fields, a bit for each. */
export function bitsOf(...some: readonly SummaryField[]): number {
  return some.reduce((bits, name) => bits | 1 << summaryFields[name], 0);
}

const longestName = 16;
const codes = new Uint8Array(names.length * longestName);
/** No two of the names have the same length and the same first letter: numbers of fields, one more than they are, by these two. */
const byShape = new Uint8Array(longestName << 5);
names.forEach((name, number) => {
  byShape[shapeOf(name.length, name.charCodeAt(0))] = number + 1;
  for (let place = 0; place < name.length; place++) codes[number * longestName + place] = name.charCodeAt(place);
});

function shapeOf(length: number, firstLetter: number): number {
  return length << 5 | firstLetter & 31;
}

/** The number of the field whose name stands between two offsets, in any case; negative where it is none of these. */
export function summaryFieldAt(text: string, start: number, end: number): number {
  const length = end - start;
  if (length >= longestName) return -1;
  const number = (byShape[shapeOf(length, text.charCodeAt(start))] ?? 0) - 1;
  if (number < 0) return -1;
  for (let place = 0; place < length; place++) {
    if ((text.charCodeAt(start + place) | 32) !== codes[number * longestName + place]) return -1;
  }
  return number;
}

/** How many numbers tell of one field: where its value starts, where it ends, and which it is. */
export const placeLength = 3;

/** Adds a field. `isDelimited`: its value is one piece in braces or quotes, none of which is part of it. */
export function addPlace(places: IntList, field: number, start: number, end: number, isDelimited: boolean): void {
  const numbers = places.withRoomFor(placeLength);
  const { length } = places;
  numbers[length] = start;
  numbers[length + 1] = end;
  numbers[length + 2] = field << 1 | (isDelimited ? 1 : 0);
  places.length = length + placeLength;
}

import type { BibliographyEntry } from "../model/bibliography";
import { BibtexEntry } from "./bibtex/bibtexEntry";
import { summaryFields } from "./bibtex/fieldPlaces";
import { isVisible } from "./bibtex/names";
import { zero } from "./charCodes";
import type { SummaryValues } from "./bibtex/summaryValues";
import { containerOf, containersOf, dates, isInheriting, ownTitles, people, peopleOf, titleOf, typeOf, yearOfEntry, type TitleFields } from "./summary";

/**
 * Takes what is searched of an entry, one field after the other. The methods `written…` take a part of a file and tell whether they did: they do not where it takes more than reading it once
 * to tell what it prints.
 */
export interface FieldWriter {
  text(field: string): void;
  writtenKey(file: string, start: number, end: number): boolean;
  /** The value of a field of BibTeX, delimiters left out. */
  writtenValue(file: string, start: number, end: number): boolean;
  /** The families of a list of names, whatever they are written with. */
  writtenNames(file: string, start: number, end: number): void;
  /** Whether the last two fields but one, and the last, may say the same. */
  mayRepeat(distance: number): boolean;
  /** Puts a text in place of the last field. */
  instead(field: string): void;
}

/**
 * Gives what is searched of an entry, as its summary has it: key, people, title, year, container. Most values of BibTeX print what is
 * written, and then no text is made of them. Returns the year as a number, 0 where there is none.
 */
export function writeSearchedFields(entry: BibliographyEntry, writer: FieldWriter): number {
  if (entry instanceof BibtexEntry) {
    const values = entry.openSummaryValues();
    if (values !== undefined && !isInheriting(values)) return writeValues(entry, values, writer);
  }
  const { people: names, title, year, container } = entry.readSummary();
  writer.text(entry.key);
  writer.text(names.join(" "));
  writer.text(title);
  writer.text(year);
  writer.text(container);
  return numberOf(year);
}

function numberOf(year: string): number {
  return Number.parseInt(year, 10) || 0;
}

function writeValues(entry: BibtexEntry, values: SummaryValues, writer: FieldWriter): number {
  const { text, table } = entry.file;
  if (!writer.writtenKey(text, table.keyStart(entry.number), table.keyEnd(entry.number))) writer.text(entry.key);

  const names = firstPresent(values, fieldsOfPeople);
  if (startsVisibly(values, names)) writer.writtenNames(text, values.start(names) + 1, values.end(names) - 1);
  else writer.text(peopleOf(values).join(" "));

  if (!writeTitle(values, fieldsOfTitles, writer)) writer.text(titleOf(values));
  const year = writeYear(values, writer);

  const isBook = values.has("booktitle") && typeOf(entry, values) === "book";
  if (!writeTitle(values, isBook ? fieldsOfBooksContainers : fieldsOfContainers, writer)) writer.text(containerOf(typeOf(entry, values), values, ""));
  if (writer.mayRepeat(titleToContainer)) writer.instead(containerOf(typeOf(entry, values), values, titleOf(values)));
  return year;
}

const fieldsOfPeople = people.map((name) => summaryFields[name]);
const fieldsOfDates = dates.map((name) => summaryFields[name]);
const fieldsOfTitles = numbered(ownTitles);
const fieldsOfContainers = numbered(containersOf(""));
const fieldsOfBooksContainers = numbered(containersOf("book"));

interface NumberedTitle {
  readonly title: number;
  /** Negative where it has none. */
  readonly subtitle: number;
}

function numbered(titles: readonly TitleFields[]): readonly NumberedTitle[] {
  return titles.map(({ title, subtitle }) => ({ title: summaryFields[title], subtitle: subtitle === undefined ? -1 : summaryFields[subtitle] }));
}

/** From the title over the year. */
const titleToContainer = 2;

/** The first of some fields that the entry has; negative where it has none. */
function firstPresent(values: SummaryValues, fields: readonly number[]): number {
  for (const field of fields) {
    if (values.start(field) > 0) return field;
  }
  return -1;
}

/** Whether a value is one piece in delimiters and certainly no white space alone. */
function startsVisibly(values: SummaryValues, field: number): boolean {
  return field >= 0 && values.isDelimited(field) && values.end(field) - values.start(field) > 2 && isVisible(values.text, values.start(field) + 1);
}

/** Writes the first of some titles where that can be done as it is written and has no subtitle. */
function writeTitle(values: SummaryValues, titles: readonly NumberedTitle[], writer: FieldWriter): boolean {
  for (const { title, subtitle } of titles) {
    if (values.start(title) === 0) continue;
    return (subtitle < 0 || values.start(subtitle) === 0) && startsVisibly(values, title) && writer.writtenValue(values.text, values.start(title) + 1, values.end(title) - 1);
  }
  return false;
}

function writeYear(values: SummaryValues, writer: FieldWriter): number {
  const field = firstPresent(values, fieldsOfDates);
  const delimiter = field >= 0 && values.isDelimited(field) ? 1 : 0;
  const [start, end] = field < 0 ? [0, 0] : [values.start(field) + delimiter, values.end(field) - delimiter];
  const plain = plainYear(values.text, start, end);
  if (plain > 0 && writer.writtenValue(values.text, start, end)) return plain;
  const year = yearOfEntry(values);
  writer.text(year);
  return numberOf(year);
}

/** A year of four digits and nothing else; 0 where it is none. */
function plainYear(text: string, start: number, end: number): number {
  if (end - start !== 4) return 0;
  let year = 0;
  for (let place = start; place < end; place++) {
    const digit = text.charCodeAt(place) - zero;
    if (digit < 0 || digit > 9) return 0;
    year = year * 10 + digit;
  }
  return year >= 1000 ? year : 0;
}

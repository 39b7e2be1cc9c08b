import type { SourceSummary } from "../model/bibliography";
import type { CslItem } from "../model/cslItem";
import { latexToUnicode } from "../text/latexText";
import type { BibtexEntry, BibtexFile } from "./bibtex/bibtexEntry";
import { fieldNamed } from "./bibtex/bibtexField";
import { yearOf } from "./dates";
import { cslTypeOf } from "./bibtex/entryTypes";
import { inheritFields } from "./bibtex/inheritance";
import { isVisible, parseName, plainFamily, splitNames } from "./bibtex/names";
import { parentFields, type SummaryField } from "./bibtex/fieldPlaces";
import type { SummaryValues } from "./bibtex/summaryValues";

/** What lists show of an entry, inherited fields included. `values` are its own, where they could be read without making fields of them. */
export function summaryOfBibtex(entry: BibtexEntry, values: SummaryValues | undefined): SourceSummary {
  if (values !== undefined && !isInheriting(values)) return summaryOfFields(typeOf(entry, values), values, plainReader);
  const own = entry.readFields();
  const inherits = parentFields.some((name) => fieldNamed(own, name) !== undefined);
  const inherited = inherits ? inheritFields(entry) : undefined;
  const fields: FieldValues = { valueOf: (name) => (inherited === undefined ? fieldNamed(own, name)?.value : inherited.get(name)) ?? "" };
  return summaryOfFields(typeOf(entry, fields), fields, inherits ? rememberingReader(entry.file) : plainReader);
}

/** Whether an entry names others that it takes fields from. */
export function isInheriting(values: SummaryValues): boolean {
  for (const name of parentFields) {
    if (values.has(name)) return true;
  }
  return false;
}

/** An entry's values by the names of their fields; empty where it has none. */
export interface FieldValues {
  readonly valueOf: (name: SummaryField) => string;
}

/** How values become text. */
interface ValueReader {
  readonly text: (value: string) => string;
  readonly people: (value: string) => readonly string[];
}

const plainReader: ValueReader = { text: latexToUnicode, people: peopleIn };
const rememberingReaders = new WeakMap<BibtexFile, ValueReader>();

/** Many entries may inherit one long value: it is converted once. */
function rememberingReader(file: BibtexFile): ValueReader {
  const reader = rememberingReaders.get(file) ?? { text: remember(latexToUnicode), people: remember(peopleIn) };
  rememberingReaders.set(file, reader);
  return reader;
}

function remember<T>(convert: (value: string) => T): (value: string) => T {
  const known = new Map<string, T>();
  return (value) => {
    const result = known.get(value) ?? convert(value);
    if (value.length > 100) known.set(value, result);
    return result;
  };
}

/** A set is of the type of its first member. */
export function typeOf({ entryType, file }: BibtexEntry, values: FieldValues): string {
  const member = entryType === "set" ? file.byKey.get(values.valueOf("entryset").split(",", 1)[0]?.trim() ?? "") : undefined;
  return cslTypeOf(member?.entryType ?? entryType, values.valueOf("entrysubtype"));
}

export interface TitleFields {
  readonly title: SummaryField;
  readonly subtitle?: SummaryField;
}

export const ownTitles: readonly TitleFields[] = [{ title: "title", subtitle: "subtitle" }, { title: "maintitle", subtitle: "mainsubtitle" }];
const journals: readonly TitleFields[] = [{ title: "journaltitle", subtitle: "journalsubtitle" }, { title: "journal", subtitle: "journalsubtitle" }];
const larger: readonly TitleFields[] = [{ title: "maintitle", subtitle: "mainsubtitle" }, { title: "shortjournal" }, { title: "series" }];
const containers: readonly TitleFields[] = [...journals, { title: "booktitle", subtitle: "booksubtitle" }, ...larger];
/** Books and proceedings: their `booktitle` is their own title over again, for children that take it through `crossref`. */
const containersOfBooks: readonly TitleFields[] = [...journals, ...larger];
export const people: readonly SummaryField[] = ["author", "editor", "translator", "bookauthor"];
export const dates: readonly SummaryField[] = ["date", "year"];

/** Where what an entry is part of may be named. */
export function containersOf(type: string): readonly TitleFields[] {
  return type === "book" ? containersOfBooks : containers;
}

function summaryOfFields(type: string, values: FieldValues, reader: ValueReader): SourceSummary {
  const title = titleOf(values, reader);
  return { type, title, people: peopleOf(values, reader), year: yearOfEntry(values, reader), container: containerOf(type, values, title, reader) };
}

export function titleOf(values: FieldValues, reader = plainReader): string {
  return titleIn(values, ownTitles, reader);
}

export function peopleOf(values: FieldValues, reader = plainReader): readonly string[] {
  return reader.people(firstOf(values, people));
}

export function yearOfEntry(values: FieldValues, reader = plainReader): string {
  return yearOf(reader.text(firstOf(values, dates)));
}

/** Empty where it would be the title over again. */
export function containerOf(type: string, values: FieldValues, title: string, reader = plainReader): string {
  const container = titleIn(values, containersOf(type), reader);
  return container === title ? "" : container;
}

function titleIn(values: FieldValues, all: readonly TitleFields[], reader: ValueReader): string {
  for (const { title, subtitle } of all) {
    const value = values.valueOf(title);
    if (!isBlank(value)) return joinTitle(reader.text(value), subtitle === undefined ? "" : reader.text(values.valueOf(subtitle)));
  }
  return "";
}

/** The value of the first of some fields that has any. */
function firstOf(values: FieldValues, names: readonly SummaryField[]): string {
  for (const name of names) {
    const value = values.valueOf(name);
    if (!isBlank(value)) return value;
  }
  return "";
}

function isBlank(value: string): boolean {
  return value === "" || (!isVisible(value, 0) && value.trim() === "");
}

function joinTitle(title: string, subtitle: string): string {
  if (title === "" || subtitle === "") return title + subtitle;
  return `${title}${/[:?!.…]$/.test(title) ? "" : ":"} ${subtitle}`;
}

/** The people of a list of names. */
export function peopleIn(list: string): readonly string[] {
  const people: string[] = [];
  for (const name of splitNames(list)) {
    const person = name === "others" ? "" : plainFamily(name) ?? familyIn(name);
    if (person !== "" && person !== "et al.") people.push(person);
  }
  // engines leave room in arrays that have grown, which summaries of 100,000 entries would keep
  return people.slice();
}

function familyIn(name: string): string {
  const { prefix, family, given } = parseName(name);
  return latexToUnicode([prefix, family].filter((part) => part !== "").join(" ") || given);
}

/** The same of a CSL item, whatever it holds. */
export function summaryOfItem(item: CslItem): SourceSummary {
  const people = [item.author, item.editor, item.translator, item.director, item["container-author"]].find((names) => Array.isArray(names) && names.length > 0) ?? [];
  return {
    type: typeof item.type === "string" ? item.type : "document",
    title: textOf(item.title),
    people: people.map(nameOf).filter((name) => name !== ""),
    year: yearOfItem(item.issued),
    container: textOf(item["container-title"]) || textOf(item["collection-title"]),
  };
}

/** CSL-JSON's markup in fields (csl-data.json and citeproc-js's manual, “HTML-like formatting tags”). */
const markup = /<\/?(?:i|b|sup|sub|sc|span)(?:\s[^<>]*)?>/g;

function textOf(value: unknown): string {
  return typeof value === "string" ? value.replace(markup, "").replace(/\s+/g, " ").trim() : typeof value === "number" ? String(value) : "";
}

function nameOf(name: unknown): string {
  if (typeof name !== "object" || name === null) return textOf(name);
  const of = (part: string): string => Object.hasOwn(name, part) ? textOf((name as Readonly<Record<string, unknown>>)[part]) : "";
  const family = [of("non-dropping-particle"), of("family")].filter((part) => part !== "").join(" ");
  return family || of("literal") || of("given");
}

function yearOfItem(issued: unknown): string {
  if (typeof issued === "string" || typeof issued === "number") return yearOf(String(issued));
  if (typeof issued !== "object" || issued === null) return "";
  const { "date-parts": parts, raw, literal } = issued as Readonly<Record<string, unknown>>;
  const year: unknown = Array.isArray(parts) && Array.isArray(parts[0]) ? parts[0][0] : undefined;
  if ((typeof year === "number" || typeof year === "string") && year !== "") return String(year);
  return yearOf(textOf(raw) || textOf(literal));
}

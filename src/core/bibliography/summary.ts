import type { SourceSummary } from "../model/bibliography";
import type { CslItem } from "../model/cslItem";
import { latexToUnicode } from "../text/latexText";
import type { BibtexEntry, BibtexFile } from "./bibtexEntry";
import { fieldNamed } from "./bibtexField";
import { yearOf } from "./dates";
import { cslTypeOf } from "./entryTypes";
import { inheritFields } from "./inheritance";
import { parseName, splitNames } from "./names";

/** What lists show of an entry, inherited fields included. */
export function summaryOfBibtex(entry: BibtexEntry): SourceSummary {
  const own = entry.readFields();
  const inherits = own.some(({ name }) => name === "crossref" || name === "xdata" || name === "entryset");
  const inherited = inherits ? inheritFields(entry) : undefined;
  const valueOf = (name: string): string => (inherited === undefined ? fieldNamed(own, name)?.value : inherited.get(name)) ?? "";
  return summaryOfFields(typeOf(entry, valueOf), valueOf, inherits ? rememberingReader(entry.file) : plainReader);
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
function typeOf({ entryType, file }: BibtexEntry, valueOf: (name: string) => string): string {
  const member = entryType === "set" ? file.byKey.get(valueOf("entryset").split(",", 1)[0]?.trim() ?? "") : undefined;
  return cslTypeOf(member?.entryType ?? entryType, valueOf("entrysubtype"));
}

type Titles = readonly (readonly [title: string, subtitle: string])[];

const journals: Titles = [["journaltitle", "journalsubtitle"], ["journal", "journalsubtitle"]];
const larger: Titles = [["maintitle", "mainsubtitle"], ["shortjournal", ""], ["series", ""]];
const containers: Titles = [...journals, ["booktitle", "booksubtitle"], ...larger];
/** Books and proceedings: their `booktitle` is their own title over again, for children that take it through `crossref`. */
const containersOfBooks: Titles = [...journals, ...larger];

function summaryOfFields(type: string, valueOf: (name: string) => string, reader: ValueReader): SourceSummary {
  const first = (names: readonly string[]): string => valueOf(names.find((name) => valueOf(name).trim() !== "") ?? "");
  const titled = (titles: Titles): string => {
    const [title = "", subtitle = ""] = titles.find(([name]) => valueOf(name).trim() !== "") ?? [];
    return joinTitle(reader.text(valueOf(title)), reader.text(valueOf(subtitle)));
  };
  const title = titled([["title", "subtitle"], ["maintitle", "mainsubtitle"]]);
  const container = titled(type === "book" ? containersOfBooks : containers);
  return {
    type,
    title,
    people: reader.people(first(["author", "editor", "translator", "bookauthor"])),
    year: yearOf(reader.text(first(["date", "year"]))),
    container: container === title ? "" : container,
  };
}

function joinTitle(title: string, subtitle: string): string {
  if (title === "" || subtitle === "") return title + subtitle;
  return `${title}${/[:?!.…]$/.test(title) ? "" : ":"} ${subtitle}`;
}

function peopleIn(list: string): readonly string[] {
  return splitNames(list)
    .filter((name) => name !== "others")
    .map(parseName)
    .map(({ prefix, family, given }) => latexToUnicode([prefix, family].filter((part) => part !== "").join(" ") || given))
    .filter((name) => name !== "" && name !== "et al.");
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

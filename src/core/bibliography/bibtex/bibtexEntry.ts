import type { BibliographyEntry, SourceSummary } from "../../model/bibliography";
import type { CitationKey } from "../../model/citation";
import type { TextRange } from "../../model/textRange";
import { traits, EntryTable } from "./entryTable";
import { fieldNamed, lastOfEachName, type BibtexFieldAt, type BibtexSource } from "./bibtexField";
import { readFields } from "./bibtexFields";
import { closeBrace, closeParenthesis } from "../charCodes";
import { inheritFields } from "./inheritance";
import { ownFields } from "./inheritanceRules";
import { Macros } from "./macros";
import type { ProblemList } from "../problems";
import { summaryOfBibtex } from "../summary";
import { SummaryValues } from "./summaryValues";

/** A parent hands down no more fields than this to each of its children; real ones have thirty. */
const mostHandedDown = 256;

/** What the entries of one file share. */
export class BibtexFile implements BibtexSource {
  readonly summaryValues: SummaryValues;
  #all: readonly BibtexEntry[] | undefined;
  #byKey: ReadonlyMap<CitationKey, BibtexEntry> | undefined;

  constructor(readonly text: string, readonly table = new EntryTable(), readonly macros = new Macros(text.length)) {
    this.summaryValues = new SummaryValues(text, table, macros);
  }

  /** Entries in file order, `@xdata` among them; to be asked for once the file has been read. */
  get all(): readonly BibtexEntry[] {
    return this.#all ??= Array.from({ length: this.table.count }, (_, number) => new BibtexEntry(this, number));
  }

  keyOf(number: number): CitationKey {
    return this.text.slice(this.table.keyStart(number), this.table.keyEnd(number));
  }

  /** The first entry of each key. */
  get byKey(): ReadonlyMap<CitationKey, BibtexEntry> {
    return this.#byKey ??= firstOfEachKey(this.all);
  }
}

function firstOfEachKey(entries: readonly BibtexEntry[]): ReadonlyMap<CitationKey, BibtexEntry> {
  const first = new Map<CitationKey, BibtexEntry>();
  for (const entry of entries) {
    const { key } = entry;
    if (!first.has(key)) first.set(key, entry);
  }
  return first;
}

/** What has been worked out of an entry. */
interface Known {
  fields?: readonly BibtexFieldAt[];
  handedDown?: readonly BibtexFieldAt[];
  summary?: SourceSummary;
}

/** An entry by its row in the table of the file; fields, inheritance and summary are worked out when asked for. */
export class BibtexEntry implements Extract<BibliographyEntry, { format: "bibtex" }> {
  #known: Known | undefined;

  constructor(readonly file: BibtexFile, readonly number: number) {}

  // eslint-disable-next-line @typescript-eslint/class-literal-property-style -- a field would take room in each of 100,000 entries
  get format(): "bibtex" {
    return "bibtex";
  }

  get key(): CitationKey {
    return this.file.keyOf(this.number);
  }

  /** In lower case. */
  get entryType(): string {
    const { text, table } = this.file;
    return text.slice(table.typeStart(this.number), table.typeEnd(this.number)).toLowerCase();
  }

  get keyRange(): TextRange {
    const { table } = this.file;
    return { start: table.keyStart(this.number), end: table.keyEnd(this.number) };
  }

  get range(): TextRange {
    const { table } = this.file;
    return { start: table.start(this.number), end: table.end(this.number) };
  }

  get isBroken(): boolean {
    return this.file.table.is(this.number, traits.isBroken);
  }

  get fields(): readonly BibtexFieldAt[] {
    return this.#keep.fields ??= this.readFields();
  }

  /** The fields that other entries may take from this one. */
  get handedDown(): readonly BibtexFieldAt[] {
    return this.#keep.handedDown ??= lastOfEachName(this.fields).filter(({ name }) => !ownFields.has(name)).slice(0, mostHandedDown);
  }

  get effectiveFields(): ReadonlyMap<string, string> {
    return inheritFields(this);
  }

  get aliases(): readonly CitationKey[] {
    if (!this.file.table.is(this.number, traits.mayHaveAliases)) return [];
    const ids = fieldNamed(this.readFields(), "ids");
    return ids === undefined ? [] : keysIn(ids.value);
  }

  get summary(): SourceSummary {
    return this.#keep.summary ??= this.readSummary();
  }

  readSummary(): SourceSummary {
    return this.#known?.summary ?? summaryOfBibtex(this, this.openSummaryValues());
  }

  /** What a summary needs of the fields, until another entry's is asked for; `undefined` where fields must be read one by one. */
  openSummaryValues(): SummaryValues | undefined {
    const values = this.file.summaryValues;
    return values.open(this.number) ? values : undefined;
  }

  get #keep(): Known {
    return this.#known ??= {};
  }

  /** The fields, not kept: a list of sources asks each of 100,000 entries once. */
  readFields(problems?: ProblemList): readonly BibtexFieldAt[] {
    const known = this.#known?.fields;
    if (known !== undefined && problems === undefined) return known;
    const { table } = this.file;
    const place = {
      source: this.file,
      start: table.fieldsStart(this.number),
      close: table.is(this.number, traits.isParenthesized) ? closeParenthesis : closeBrace,
      closeAt: this.isBroken ? undefined : table.end(this.number) - 1,
      isBroken: this.isBroken,
      key: this.key,
    } as const;
    const before = problems?.length ?? 0;
    const { fields, isClosed } = readFields(place, problems);
    if (isClosed || this.isBroken) return fields;
    problems?.takeBack(before);
    return readFields({ ...place, isBroken: true }, problems).fields;
  }
}

/** The keys of a list such as `crossref`, `xdata` or `ids` holds. */
export function keysIn(list: string): readonly CitationKey[] {
  return list.split(",").map((key) => key.trim()).filter((key) => key !== "");
}

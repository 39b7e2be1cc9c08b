import type { BibliographyEntry, SourceSummary } from "../../model/bibliography";
import type { CitationKey } from "../../model/citation";
import type { TextRange } from "../../model/textRange";
import type { BlockHead } from "./bibtexBlocks";
import { fieldNamed, lastOfEachName, type BibtexFieldAt, type BibtexSource } from "./bibtexField";
import { readFields } from "./bibtexFields";
import type { KeyPlace } from "./bibtexKey";
import { closeBrace, closeParenthesis } from "../charCodes";
import { inheritFields } from "./inheritance";
import { Macros } from "./macros";
import type { ProblemList } from "../problems";
import { summaryOfBibtex } from "../summary";
import { SummaryValues } from "./summaryValues";

/** A parent hands down no more fields than this to each of its children; real ones have thirty. */
const mostHandedDown = 256;

/** What the entries of one file share. */
export class BibtexFile implements BibtexSource {
  readonly macros: Macros;
  readonly summaryValues: SummaryValues;
  /** Entries in file order, `@xdata` among them. */
  readonly all: BibtexEntry[] = [];
  #byKey: ReadonlyMap<CitationKey, BibtexEntry> | undefined;

  constructor(readonly text: string) {
    this.macros = new Macros(text.length);
    this.summaryValues = new SummaryValues(text, this.macros);
  }

  /** The first entry of each key; complete once the file has been read. */
  get byKey(): ReadonlyMap<CitationKey, BibtexEntry> {
    return this.#byKey ??= new Map(this.all.toReversed().map((entry) => [entry.key, entry]));
  }
}

/** An entry by its offsets; fields, inheritance and summary are worked out when asked for. */
export class BibtexEntry implements Extract<BibliographyEntry, { format: "bibtex" }> {
  readonly format = "bibtex";
  readonly key: CitationKey;
  readonly entryType: string;
  readonly keyStart: number;
  readonly #start: number;
  readonly #end: number;
  readonly #fieldsStart: number;
  readonly #isParenthesized: boolean;
  #fields: readonly BibtexFieldAt[] | undefined;
  #handedDown: readonly BibtexFieldAt[] | undefined;
  #effectiveFields: ReadonlyMap<string, string> | undefined;
  #summary: SourceSummary | undefined;
  #hasAliases: boolean | undefined;

  constructor(readonly file: BibtexFile, head: BlockHead, key: KeyPlace, end: number, readonly isBroken: boolean) {
    this.key = file.text.slice(key.start, key.end);
    this.entryType = file.text.slice(head.typeStart, head.typeEnd).toLowerCase();
    this.keyStart = key.start;
    this.#start = head.start;
    this.#end = end;
    this.#fieldsStart = key.fieldsStart;
    this.#isParenthesized = head.isParenthesized;
  }

  get keyRange(): TextRange {
    return { start: this.keyStart, end: this.keyStart + this.key.length };
  }

  get range(): TextRange {
    return { start: this.#start, end: this.#end };
  }

  /** `@xdata` holds fields for other entries and cannot be cited (BibLaTeX manual, 2.1.1). */
  get isData(): boolean {
    return this.entryType === "xdata";
  }

  get fields(): readonly BibtexFieldAt[] {
    return this.#fields ??= this.readFields();
  }

  /** The fields that other entries may take from this one. */
  get handedDown(): readonly BibtexFieldAt[] {
    return this.#handedDown ??= lastOfEachName(this.fields).slice(0, mostHandedDown);
  }

  get effectiveFields(): ReadonlyMap<string, string> {
    return this.#effectiveFields ??= inheritFields(this);
  }

  get aliases(): readonly CitationKey[] {
    this.#hasAliases ??= this.#openSummaryValues()?.has("ids") ?? true;
    const ids = this.#hasAliases ? fieldNamed(this.readFields(), "ids") : undefined;
    return ids === undefined ? [] : keysIn(ids.value);
  }

  get summary(): SourceSummary {
    return this.#summary ??= this.readSummary();
  }

  readSummary(): SourceSummary {
    if (this.#summary !== undefined) return this.#summary;
    const values = this.#openSummaryValues();
    this.#hasAliases = values?.has("ids") ?? true;
    return summaryOfBibtex(this, values);
  }

  /** What a summary needs of the fields, until another entry's is asked for; `undefined` where fields must be read one by one. */
  #openSummaryValues(): SummaryValues | undefined {
    const values = this.file.summaryValues;
    return !this.isBroken && !this.#isParenthesized && values.open(this.#fieldsStart, this.#end - 1) ? values : undefined;
  }

  /** The fields, not kept: a list of sources asks each of 100,000 entries once. */
  readFields(problems?: ProblemList): readonly BibtexFieldAt[] {
    if (this.#fields !== undefined && problems === undefined) return this.#fields;
    const place = {
      source: this.file,
      start: this.#fieldsStart,
      close: this.#isParenthesized ? closeParenthesis : closeBrace,
      closeAt: this.isBroken ? undefined : this.#end - 1,
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

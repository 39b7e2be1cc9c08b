import type { Bibliography, BibliographyFormat } from "../../model/bibliography";
import type { CitationKey } from "../../model/citation";
import type { CslItem } from "../../model/cslItem";
import type { Problem } from "../../model/problem";
import type { TextRange } from "../../model/textRange";
import { skipSpace } from "../bibtex/bibtexScanner";
import { isLineEnd } from "../../text/lineEnds";
import { ItemEntry, type ItemReader } from "../itemEntry";
import { readNames } from "../listedNames";
import { duplicateKey, ProblemList } from "../problems";
import { keyFrom, UniqueKeys, type KeySeed } from "../sourceKey";
import { finish, stepLength } from "../steps";
import { scanRecords, TaggedText, type TaggedField, type TaggedFields, type TaggedRecord, type TaggedSyntax } from "./taggedRecords";

/** One format of tagged lines. */
export interface TaggedFormat {
  readonly format: BibliographyFormat;
  readonly syntaxOf: (text: string) => TaggedSyntax;
  /** The tag that properly begins a record. */
  readonly opening: string;
  /** Whether a tag closes a record. */
  readonly isClosing: boolean;
  /** Tags that tell a record's key and, where it has none, what a key is made of. */
  readonly keyTags: ReadonlySet<string>;
  /** The field whose value is the key; `undefined` where the record has none. */
  readonly keyField: (fields: TaggedFields) => TaggedField | undefined;
  /** The key that a key field tells. */
  readonly keyOf: (value: string) => CitationKey;
  readonly seedOf: (fields: TaggedFields) => KeySeed;
  readonly itemOf: (fields: TaggedFields, key: CitationKey) => CslItem;
  /** The tags that lists show something of. */
  readonly summaryTags: ReadonlySet<string>;
  /** The item as far as those tags tell it. */
  readonly summarize: (fields: TaggedFields, key: CitationKey) => CslItem;
  /** Adds what is wrong with a record. */
  readonly check: (record: TaggedRecord, key: CitationKey, problems: ProblemList) => void;
  /** What to say of a file that holds no record. */
  readonly nothingFound: string;
}

/** Reads a file of tagged lines in one pass; a record's item is read when it is asked for. */
export function parseTagged(text: string, format: TaggedFormat): Bibliography {
  return finish(readTagged(text, format));
}

/** The same in steps, so that a host can do other things in between. */
export function* readTagged(text: string, format: TaggedFormat): Generator<void, Bibliography> {
  const placed: PlacedRecord[] = [];
  let stepEnd = stepLength;
  const source = new TaggedText(text, format.syntaxOf(text));
  for (const record of scanRecords(source)) {
    placed.push(placeRecord(record, format));
    if (record.end < stepEnd) continue;
    stepEnd = record.end + stepLength;
    yield;
  }
  yield;
  const sources = placed.filter((record) => isSource(record, format));
  const strays = sources.length === placed.length ? [] : placed.filter((record) => !isSource(record, format)).map(({ record }) => record);
  yield;
  return new TaggedBibliography(text, format, sources.map(({ record }) => record), strays, yield* entriesOf(source, sources, format));
}

/** How many keys are made in one step. */
const stepKeys = 2000;

function* entriesOf(source: TaggedText, sources: readonly PlacedRecord[], format: TaggedFormat): Generator<void, readonly ItemEntry[]> {
  // keys that are written come first, so that one which is made never takes the place of one that is there
  const keys = new UniqueKeys(sources.flatMap(({ written }) => written === undefined ? [] : [written.key]));
  const entries: ItemEntry[] = [];
  const reader: ItemReader = {
    item: (key, range) => format.itemOf(source.fields(range), key),
    summarized: (key, range) => format.summarize(source.fields(range, format.summaryTags), key),
  };
  for (const { record, written, seed } of sources) {
    const key = written?.key ?? keys.take(keyFrom(seed));
    entries.push(new ItemEntry(key, written?.range ?? record.firstLine, record.range, reader));
    if (entries.length % stepKeys === 0) yield;
  }
  return entries;
}

interface PlacedRecord {
  readonly record: TaggedRecord;
  readonly written: { readonly key: CitationKey; readonly range: TextRange } | undefined;
  readonly seed: KeySeed;
}

class TaggedBibliography implements Bibliography {
  readonly format: BibliographyFormat;
  #problems: readonly Problem[] | undefined;

  /** `records` are those of the entries; `strays` are sources of nothing. */
  constructor(
    readonly text: string,
    readonly tagged: TaggedFormat,
    readonly records: readonly TaggedRecord[],
    readonly strays: readonly TaggedRecord[],
    readonly entries: readonly ItemEntry[],
  ) {
    this.format = tagged.format;
  }

  /** A file that was written to its end has a line break there, and where records are closed its last one is. */
  get isCut(): boolean {
    const last = this.text.charCodeAt(this.text.length - 1);
    return this.entries.length > 0 && (!isLineEnd(last) || (this.tagged.isClosing && this.records.at(-1)?.isClosed === false));
  }

  get problems(): readonly Problem[] {
    return this.#problems ??= this.#collectProblems();
  }

  #collectProblems(): readonly Problem[] {
    const problems = new ProblemList();
    const keys = new Set<CitationKey>();
    this.entries.forEach(({ key, keyRange }, index) => {
      const record = this.records[index];
      if (record !== undefined) this.tagged.check(record, key, problems);
      if (keys.has(key)) problems.add(duplicateKey(key, keyRange.start, keyRange.end));
      keys.add(key);
    });
    const start = skipSpace(this.text, 0);
    if (this.entries.length > 0) this.#checkStrays(problems);
    else if (start < this.text.length) problems.addSyntax(start, start + 1, this.tagged.nothingFound, undefined);
    return problems.sorted();
  }

  #checkStrays(problems: ProblemList): void {
    for (const { firstLine } of this.strays) {
      problems.addSyntax(firstLine.start, firstLine.end, "These lines tell neither a title nor a person, so that they are no source.", undefined, "warning");
    }
  }
}

function placeRecord(record: TaggedRecord, format: TaggedFormat): PlacedRecord {
  const fields = record.fields(format.keyTags);
  const field = format.keyField(fields);
  const [value = ""] = field?.lines ?? [];
  if (field === undefined || value === "") return { record, written: undefined, seed: format.seedOf(fields) };
  const start = record.text.indexOf(value, field.valueStart);
  return { record, written: { key: format.keyOf(value), range: { start, end: start + value.length } }, seed: nobody };
}

const nobody: KeySeed = { family: "", year: "", title: "" };

/** Lines that are left of something are a source where they tell what it was. */
function isSource({ record, written, seed }: PlacedRecord, { opening }: TaggedFormat): boolean {
  return record.firstTag.tag === opening || written !== undefined || seed.title !== "" || seed.family !== "";
}

/** The family name of the first person in a field, particles included; of an institution its first word. */
export function firstFamily(field: string | undefined): string {
  const [name] = field === undefined ? [] : readNames([field], "given-first");
  if (name?.family === undefined) return name?.literal?.split(/\s+/)[0] ?? "";
  return `${name["non-dropping-particle"] ?? ""}${name.family}`;
}

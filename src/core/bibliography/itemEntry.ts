import type { BibliographyEntry, SourceSummary } from "../model/bibliography";
import type { CitationKey } from "../model/citation";
import type { CslItem } from "../model/cslItem";
import type { TextRange } from "../model/textRange";
import { summaryOfItem } from "./summary";

/** How items of entries are read, by their keys and where they stand: one for all entries of a file, of which there may be a million. */
export interface ItemReader {
  item(key: CitationKey, range: TextRange): CslItem;
  /** The item as far as lists show it, where that is less work. */
  summarized?(key: CitationKey, range: TextRange): CslItem;
}

/** An entry whose item is read when it is asked for. */
export class ItemEntry implements Extract<BibliographyEntry, { format: "csl-json" }> {
  readonly format = "csl-json";
  readonly #reader: ItemReader;
  #summary: SourceSummary | undefined;

  constructor(readonly key: CitationKey, readonly keyRange: TextRange, readonly range: TextRange, reader: ItemReader) {
    this.#reader = reader;
  }

  /** It is not kept: who asks each of 100,000 entries asks once. */
  get item(): CslItem {
    return this.#reader.item(this.key, this.range);
  }

  get summary(): SourceSummary {
    return this.#summary ??= this.readSummary();
  }

  readSummary(): SourceSummary {
    return this.#summary ?? summaryOfItem(this.#reader.summarized?.(this.key, this.range) ?? this.item);
  }
}

export type CslVariables = Readonly<Record<string, unknown>>;

/** An item of the variables that have a value. */
export function cslItemOf(id: CitationKey, type: string, ...groups: readonly CslVariables[]): CslItem {
  const item: Record<string, unknown> = { id, type };
  for (const variables of groups) {
    for (const name of Object.keys(variables)) {
      const value = variables[name];
      if (hasValue(value)) item[name] = value;
    }
  }
  return item as CslItem;
}

function hasValue(value: unknown): boolean {
  return value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);
}

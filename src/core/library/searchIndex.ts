import type { Bibliography, BibliographyEntry } from "../model/bibliography";
import type { CitationKey } from "../model/citation";
import { EntrySearch, type Hits } from "./search/entrySearch";
import { sectionSize } from "./search/haystack";
import { KeyIndex } from "./keyIndex";
import { foldKey, nearestKeys, type FoldedKey, type NearKey } from "./nearKeys";
import type { SearchQuery } from "./searchQuery";

const indexes = new WeakMap<Bibliography, SearchIndex>();

/** The index of a bibliography, one for all who ask. */
export function searchIndexOf(bibliography: Bibliography): SearchIndex {
  let index = indexes.get(bibliography);
  if (index === undefined) {
    index = new SearchIndex(bibliography.entries);
    indexes.set(bibliography, index);
  }
  return index;
}

/** What searching one bibliography needs. Each part of it is made when an answer first needs it, or before by `prepare`. */
export class SearchIndex {
  readonly #keys: KeyIndex;
  readonly #search: EntrySearch;
  #sectionsPrepared = 0;
  #foldedKeys: readonly FoldedKey[] | undefined;

  constructor(readonly entries: readonly BibliographyEntry[]) {
    this.#keys = new KeyIndex(entries);
    this.#search = new EntrySearch(entries);
  }

  /**
   * Makes what searches and look-ups need, a few entries at each step, so that a host can do other things in between. What has been
   * made is not made again.
   */
  *prepare(): Generator<void, void> {
    const { haystack } = this.#search;
    while (this.#sectionsPrepared < haystack.sectionCount) {
      haystack.section(this.#sectionsPrepared++);
      const end = Math.min(this.#sectionsPrepared * sectionSize, this.entries.length);
      this.#keys.readKeys(end);
      this.#keys.readAliases(end);
      yield;
    }
  }

  /** How many keys there are, duplicates counted once. */
  get keyCount(): number {
    return this.#keys.keyCount;
  }

  /** The first entry with a key; an entry by its alias where none has that key. */
  get(key: CitationKey): BibliographyEntry | undefined {
    return this.#keys.get(key);
  }

  /** Every definition of a key, the winning one first. */
  definitions(key: CitationKey): readonly BibliographyEntry[] {
    return this.#keys.definitions(key);
  }

  /** The first entry that has a key itself, not as an alias. */
  entryOf(key: CitationKey): BibliographyEntry | undefined {
    return this.#keys.entryOf(key);
  }

  /** Entries that match every word of a query, as it is written or also with typos. */
  search(query: SearchQuery, withTypos: boolean): Hits {
    return this.#search.find(query, withTypos);
  }

  /** The years of entries that have been searched, 0 where one has none. */
  get years(): Float64Array {
    return this.#search.haystack.years;
  }

  nearestKeys(key: CitationKey, limit: number): readonly NearKey[] {
    return nearestKeys(this.#foldedKeys ??= this.#keys.keys().map(foldKey), key, limit);
  }
}

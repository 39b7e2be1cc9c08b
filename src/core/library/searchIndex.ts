import type { EntrySplice } from "../bibliography/bibtex/editBibtex";
import type { Bibliography, BibliographyEntry } from "../model/bibliography";
import type { CitationKey } from "../model/citation";
import { keepShapeOf } from "../shapes";
import { finishNow } from "../steps";
import { EntrySearch, type Hits } from "./search/entrySearch";
import type { Haystack } from "./search/haystack";
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

/** Keeps an index that has been made of a bibliography for all who will ask. */
export function keepSearchIndex(bibliography: Bibliography, index: SearchIndex): void {
  indexes.set(bibliography, index);
}

/** Makes the index of a bibliography of that of another, which it was before an edit: most of it is the same. */
export function carrySearchIndex(previous: Bibliography, bibliography: Bibliography, splice: EntrySplice): void {
  const index = indexes.get(previous);
  if (index !== undefined) indexes.set(bibliography, index.spliced(bibliography.entries, splice));
}

/** What searching one bibliography needs. Each part of it is made when an answer first needs it, or before by `prepare`. */
export class SearchIndex {
  readonly #search: EntrySearch;
  #sectionsPrepared = 0;
  #foldedKeys: readonly FoldedKey[] | undefined;

  constructor(readonly entries: readonly BibliographyEntry[], readonly keys = new KeyIndex(entries), search = new EntrySearch(entries)) {
    this.#search = search;
  }

  get haystack(): Haystack {
    return this.#search.haystack;
  }

  /**
   * Makes what searches and look-ups need, a few entries at each step, so that a host can do other things in between. What has been
   * made is not made again.
   */
  *prepare(): Generator<void, void> {
    const { haystack } = this;
    while (this.#sectionsPrepared < haystack.sectionCount) {
      haystack.section(this.#sectionsPrepared++);
      const end = haystack.startOf(this.#sectionsPrepared);
      this.keys.readKeys(end);
      this.keys.readAliases(end);
      yield;
    }
  }

  /** The index of a list of entries that this one's has become. */
  spliced(entries: readonly BibliographyEntry[], splice: EntrySplice): SearchIndex {
    return new SearchIndex(entries, this.keys.spliced(entries, splice), new EntrySearch(entries, this.haystack.spliced(entries, splice)));
  }

  /** How many keys there are, duplicates counted once. */
  get keyCount(): number {
    return this.keys.keyCount;
  }

  /** The first entry with a key; an entry by its alias where none has that key. */
  get(key: CitationKey): BibliographyEntry | undefined {
    return this.keys.get(key);
  }

  /** Every definition of a key, the winning one first. */
  definitions(key: CitationKey): readonly BibliographyEntry[] {
    return this.keys.definitions(key);
  }

  /** The first entry that has a key itself, not as an alias. */
  entryOf(key: CitationKey): BibliographyEntry | undefined {
    return this.keys.entryOf(key);
  }

  /** The same among the entries that have been made ready so far. */
  entrySoFar(key: CitationKey): BibliographyEntry | undefined {
    return this.keys.entrySoFar(key);
  }

  /** Entries that match every word of a query, as it is written or also with typos. */
  search(query: SearchQuery, withTypos: boolean): Hits {
    return finishNow(this.searchInSteps(query, withTypos));
  }

  /** The same in steps, so that a host can do other things in between. */
  searchInSteps(query: SearchQuery, withTypos: boolean): Generator<void, Hits> {
    return this.#search.find(query, withTypos);
  }

  /** The same of what has been made ready so far. */
  searchSoFar(query: SearchQuery, withTypos: boolean): Generator<void, Hits> {
    return this.#search.findSoFar(query, withTypos);
  }

  /** Entries whose key begins with a query of one word, which rank before all others. */
  findKeysBegun(query: SearchQuery): Generator<void, Hits> {
    return this.#search.findKeysBegun(query);
  }

  /** What is searched, entry after entry, as far as it has been asked for. */
  get searchedText(): string {
    const { haystack } = this;
    return Array.from({ length: haystack.sectionCount }, (_, number) => haystack.section(number).text).join("");
  }

  /** The years of entries that have been searched, 0 where one has none. */
  get years(): Float64Array {
    return this.haystack.years;
  }

  nearestKeys(key: CitationKey, limit: number): readonly NearKey[] {
    return nearestKeys(this.#foldedKeys ??= this.keys.keys().map(foldKey), key, limit);
  }
}

keepShapeOf(new SearchIndex([]));

import type { BibliographyEntry } from "../../model/bibliography";
import { Haystack, type HaystackSection } from "./haystack";
import { initialBitsOf } from "./initials";
import { EntryPlace, rankOfQuery, rankOfWords, searchFor, type WordSearch } from "./ranking";
import { narrows, type SearchQuery } from "../searchQuery";
import { nowhere, type Finder } from "./wordFinder";

/** What a query found in one bibliography: positions of entries, ascending, and their ranks; lower is better. */
export interface Hits {
  readonly positions: Int32Array;
  readonly ranks: Int32Array;
}

interface Searched {
  readonly query: SearchQuery;
  readonly positions: Int32Array;
}

/** Of more hits than this share of all entries, looking through everything is as fast as looking at each. */
const largestShareNarrowed = 1 / 6;

/** How many sections are searched, and how many hits looked at, in one step. */
const sectionsInStep = 16;
export const hitsInStep = 4096;

/** More are no query but a text put in its place. */
const mostWordsWeighed = 32;

/** Searches one bibliography. What was found last is kept: as one types on, only that is looked at again. */
export class EntrySearch {
  /** The last search for words as they are written, the last for words with typos, and the last for keys that begin with a word. */
  readonly #last: Record<"exact" | "withTypos" | "begun", Searched | undefined> = { exact: undefined, withTypos: undefined, begun: undefined };

  constructor(readonly entries: readonly BibliographyEntry[], readonly haystack = new Haystack(entries)) {}

  /** Entries that have every word of a query: as it is written, or also with a typo in it. In steps, as there may be many. */
  *find(query: SearchQuery, withTypos: boolean): Generator<void, Hits> {
    const mode = withTypos ? "withTypos" : "exact";
    const last = this.#last[mode];
    const words = this.#rarestFirst(query.words.map((spellings) => searchFor(spellings, withTypos)));
    const canNarrow = last !== undefined && narrows(query, last.query, withTypos);
    const hits = yield* canNarrow ? this.#findAmong(last.positions, query, words) : this.#findInSections(query, words, () => true);
    const isWorthKeeping = hits.positions.length <= this.entries.length * largestShareNarrowed;
    this.#last[mode] = isWorthKeeping ? { query, positions: hits.positions } : undefined;
    return hits;
  }

  /** The same among the sections that have been made. */
  findSoFar(query: SearchQuery, withTypos: boolean): Generator<void, Hits> {
    return this.#findInSections(query, query.words.map((spellings) => searchFor(spellings, withTypos)), (number) => this.haystack.isMade(number));
  }

  /** Entries whose key begins with a query of one word, which rank before all others. In steps. */
  *findKeysBegun(query: SearchQuery): Generator<void, Hits> {
    const last = this.#last.begun;
    const canNarrow = last !== undefined && query.foldedKeys.every((key) => last.query.foldedKeys.some((begun) => key.startsWith(begun)));
    const hits = new HitList(query, [], this.entries, canNarrow ? last.positions.length : this.entries.length);
    yield* canNarrow ? this.#addKeysBegunAmong(last.positions, query, hits) : this.#addKeysBegun(query, hits);
    const found = hits.found();
    this.#last.begun = { query, positions: found.positions };
    return found;
  }

  *#addKeysBegun({ foldedKeys }: SearchQuery, hits: HitList): Generator<void, void> {
    const initials = initialBitsOf(foldedKeys);
    for (let number = 0; number < this.haystack.sectionCount; number++) {
      if (number % sectionsInStep === sectionsInStep - 1) yield;
      const section = this.haystack.section(number);
      const start = this.haystack.startOf(number);
      const place = new EntryPlace(section, section.text, 0);
      for (let index = 0; index < section.count; index++) {
        if ((section.initialsOf(index, 0) & initials) !== 0 && startsWithAny(section.text, section.startOf(index), foldedKeys)) hits.add(start + index, place.at(index));
      }
    }
  }

  #addKeysBegunAmong(positions: Int32Array, { foldedKeys }: SearchQuery, hits: HitList): Generator<void, void> {
    return this.#visit(positions, (section, index, position) => {
      if (startsWithAny(section.text, section.startOf(index), foldedKeys)) hits.add(position, new EntryPlace(section, section.text, 0).at(index));
    });
  }

  /** Words in the order in which they leave out most, judged by a few entries. */
  #rarestFirst(words: readonly WordSearch[]): readonly WordSearch[] {
    if (words.length < 2 || words.length > mostWordsWeighed || this.haystack.sectionCount === 0) return words;
    const { text } = this.haystack.section(0);
    const counts = new Map(words.map((word) => [word, countPlaces(word.exact, text)]));
    return words.toSorted((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
  }

  *#findInSections(query: SearchQuery, words: readonly WordSearch[], isWanted: (number: number) => boolean): Generator<void, Hits> {
    const hits = new HitList(query, words, this.entries, this.entries.length);
    for (let number = 0; number < this.haystack.sectionCount; number++) {
      if (number % sectionsInStep === sectionsInStep - 1) yield;
      if (!isWanted(number)) continue;
      const section = this.haystack.section(number);
      const start = this.haystack.startOf(number);
      for (const { any } of words) any.open(section.text);
      const place = new EntryPlace(section, section.text, 0);
      for (let index = nextWithAll(words, section, 0); index < section.count; index = nextWithAll(words, section, index + 1)) {
        hits.add(start + index, place.at(index));
      }
    }
    return hits.found();
  }

  *#findAmong(positions: Int32Array, query: SearchQuery, words: readonly WordSearch[]): Generator<void, Hits> {
    const hits = new HitList(query, words, this.entries, positions.length);
    yield* this.#visit(positions, (section, index, position) => {
      const text = section.text.slice(section.startOf(index), section.startOf(index + 1));
      for (const { any } of words) any.open(text);
      hits.add(position, new EntryPlace(section, text, section.startOf(index)).at(index));
    });
    return hits.found();
  }

  /** Looks at some entries, in steps. */
  *#visit(positions: Int32Array, look: (section: HaystackSection, index: number, position: number) => void): Generator<void, void> {
    let number = 0;
    for (const [hit, position] of positions.entries()) {
      if (hit % hitsInStep === hitsInStep - 1) yield;
      number = this.haystack.sectionOf(position, number);
      look(this.haystack.section(number), position - this.haystack.startOf(number), position);
    }
  }
}

class HitList {
  readonly #positions: Int32Array;
  readonly #ranks: Int32Array;
  #count = 0;

  constructor(readonly query: SearchQuery, readonly words: readonly WordSearch[], readonly entries: readonly BibliographyEntry[], most: number) {
    this.#positions = new Int32Array(most);
    this.#ranks = new Int32Array(most);
  }

  /** Takes an entry in if it has all words. */
  add(position: number, place: EntryPlace): void {
    const sum = rankOfWords(this.words, place);
    const entry = this.entries[position];
    if (sum < 0 || entry === undefined) return;
    this.#positions[this.#count] = position;
    this.#ranks[this.#count++] = rankOfQuery(this.query, place, entry, sum);
  }

  found(): Hits {
    return { positions: this.#positions.slice(0, this.#count), ranks: this.#ranks.slice(0, this.#count) };
  }
}

function startsWithAny(text: string, place: number, beginnings: readonly string[]): boolean {
  for (const beginning of beginnings) {
    if (text.charCodeAt(place) === beginning.charCodeAt(0) && text.startsWith(beginning, place)) return true;
  }
  return false;
}

function countPlaces(finder: Finder, text: string): number {
  let count = 0;
  finder.open(text);
  for (let place = finder.next(0); place !== nowhere; place = finder.next(place + 1)) count++;
  return count;
}

/** The first entry at or after `from` that has every word. Each word leads to where it is found next, past all that lack it. */
function nextWithAll(words: readonly WordSearch[], section: HaystackSection, from: number): number {
  let index = from;
  for (let found = 0; found < words.length && index < section.count;) {
    const place = words[found]?.any.next(section.startOf(index)) ?? nowhere;
    const reached = section.entryAt(place, index);
    found = reached > index ? 0 : found + 1;
    index = reached;
  }
  return index;
}

import type { BibliographyEntry } from "../../model/bibliography";
import type { CitationKey } from "../../model/citation";
import { BestList } from "./bestList";
import { keyHashOf } from "../keyHash";
import { hitsInStep, type Hits } from "./entrySearch";
import type { LibraryPart, SearchOptions, Source } from "../library";
import type { Preference } from "./preference";
import { searchIndexOf, type SearchIndex } from "../searchIndex";
import { isOneWord, mayHaveTypos, readQuery, type SearchQuery } from "../searchQuery";

/** Offered sources that match every word of a query, best first; words with a typo count where nothing matches without. In steps, as there may be many. */
export function* searchParts(parts: readonly LibraryPart[], text: string, options: SearchOptions): Generator<void, readonly Source[]> {
  const offered = parts.filter(({ isOffered }) => isOffered).map((part) => ({ part, index: searchIndexOf(part.bibliography) }));
  const query = readQuery(text);
  const sources = yield* bestSources(offered, query, false, options);
  return sources.length > 0 || options.limit <= 0 || !mayHaveTypos(query) ? sources : yield* bestSources(offered, query, true, options);
}

interface IndexedPart {
  readonly part: LibraryPart;
  readonly index: SearchIndex;
}

interface RankedSource extends Source {
  readonly rank: number;
  readonly preference: number;
  readonly year: number;
}

function* bestSources(parts: readonly IndexedPart[], query: SearchQuery, withTypos: boolean, { limit, preference }: SearchOptions): Generator<void, readonly Source[]> {
  const best = new BestList<RankedSource>(limit, (a, b) => compareRanked(a.rank, a.preference, a.year, b));
  for (const [number, { part, index }] of parts.entries()) {
    const earlier = parts.slice(0, number);
    const isHidden = (entry: BibliographyEntry): boolean => entryOf({ part, index }, entry.key) !== entry || earlier.some((other) => entryOf(other, entry.key) !== undefined);
    const add = (position: number, rank: number): void => {
      const { worst } = best;
      const entry = index.entries[position];
      if (entry === undefined || (worst !== undefined && rank > worst.rank)) return;
      const preferred = preferenceOf(entry, preference);
      const year = index.years[position] ?? 0;
      // whether a source is hidden by another is asked last, as most are out by then
      if ((worst !== undefined && compareRanked(rank, preferred, year, worst) >= 0) || isHidden(entry)) return;
      best.add({ key: entry.key, entry, part, rank, preference: preferred, year });
    };
    const isFilled = (found: Hits): boolean => isFilledBy(found.positions, limit, (position) => {
      const entry = index.entries[position];
      return entry !== undefined && !isHidden(entry);
    });
    const { positions, ranks } = yield* hitsOf({ index, part }, query, withTypos, isFilled);
    for (let hit = 0; hit < positions.length; hit++) {
      if (hit % hitsInStep === hitsInStep - 1) yield;
      add(positions[hit] ?? 0, ranks[hit] ?? Infinity);
    }
  }
  return best.sorted().map(({ key, entry, part }) => ({ key, entry, part }));
}

function preferenceOf(entry: BibliographyEntry, preference: Preference | undefined): number {
  if (preference === undefined || preference.mayBePreferred?.(keyHashOf(entry)) === false) return Infinity;
  return preference.of(entry.key);
}

function entryOf({ part, index }: IndexedPart, key: CitationKey): BibliographyEntry | undefined {
  return part.isBeingRead === true ? index.entrySoFar(key) : index.entryOf(key);
}

/** All that a query finds, or those before all others where they fill the list: of one or two letters nearly everything has them somewhere. */
function* hitsOf({ index, part }: IndexedPart, query: SearchQuery, withTypos: boolean, isFilled: (found: Hits) => boolean): Generator<void, Hits> {
  if (part.isBeingRead === true) return yield* index.searchSoFar(query, withTypos);
  if (!withTypos && isOneWord(query)) {
    const begun = yield* index.findKeysBegun(query);
    if (isFilled(begun)) return begun;
  }
  return yield* index.searchInSteps(query, withTypos);
}

/** Whether enough of some entries are shown. */
function isFilledBy(positions: Int32Array, limit: number, isShown: (position: number) => boolean): boolean {
  let left = limit;
  for (let hit = 0; left > 0 && hit < positions.length; hit++) {
    if (isShown(positions[hit] ?? 0)) left--;
  }
  return left <= 0;
}

function compareRanked(rank: number, preference: number, year: number, other: RankedSource): number {
  return rank - other.rank || compareNumbers(preference, other.preference) || compareNumbers(other.year, year);
}

/** `Infinity - Infinity` is no number, so what may be infinite is compared, not subtracted. */
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

import type { Bibliography, BibliographyEntry } from "../model/bibliography";
import type { CitationKey } from "../model/citation";
import type { Uri } from "../ports";
import { finishNow } from "../steps";
import { searchIndexOf } from "./searchIndex";
import type { Preference } from "./search/preference";
import { searchParts } from "./search/searchParts";

/** By which rule of scope a bibliography is in a library (design: nearest first). */
export type LibraryOrigin = "document" | "declared" | "settings" | "workspace" | "corpus";

/** One bibliography in scope. */
export interface LibraryPart {
  readonly uri: Uri;
  /** What the writer calls it: the file's name, or *Reference corpus*. */
  readonly name: string;
  readonly origin: LibraryOrigin;
  readonly bibliography: Bibliography;
  /** Whether completion and the quick pick offer its sources; keys are looked up in every part. */
  readonly isOffered: boolean;
  /** Only what of it is ready to be searched is searched. */
  readonly isBeingRead?: boolean;
}

/** A source as found in a library. `key` is the one asked for, which may be an alias of the entry. */
export interface Source {
  readonly key: CitationKey;
  readonly entry: BibliographyEntry;
  readonly part: LibraryPart;
}

export interface SearchOptions {
  readonly limit: number;
  readonly preference?: Preference;
}

/** The bibliographies in scope of a document, searchable. The first definition of a key wins. */
export interface Library {
  readonly parts: readonly LibraryPart[];
  get(key: CitationKey): Source | undefined;
  /** Every definition of a key, the winning one first. */
  definitions(key: CitationKey): readonly Source[];
  /** Offered sources in order of their parts, each key once. */
  offered(): readonly Source[];
  /**
   * Offered sources that match every word of the query, best first; all of them where the query is empty. Where none matches, words
   * with one typo count.
   */
  search(query: string, options: SearchOptions): readonly Source[];
  /** The same in steps, so that a host can do other things in between. */
  searchInSteps(query: string, options: SearchOptions): Generator<void, readonly Source[]>;
  /** Keys of any part that look most like `key`, nearest first. */
  nearestKeys(key: CitationKey, limit: number): readonly CitationKey[];
}

export function createLibrary(parts: readonly LibraryPart[]): Library {
  return {
    parts,
    get: (key) => first(parts, (part) => sourceIn(part, key)),
    definitions: (key) => parts.flatMap((part) =>
      part.bibliography.entries.length === 0 ? [] : definitionsIn(part, key)),
    offered: () => [...offeredSources(parts)],
    search: (query, options) => finishNow(searchParts(parts, query, options)),
    searchInSteps: (query, options) => searchParts(parts, query, options),
    nearestKeys: (key, limit) => nearestKeys(parts, key, limit),
  };
}

function sourceIn(part: LibraryPart, key: CitationKey): Source | undefined {
  const index = searchIndexOf(part.bibliography);
  const entry = part.isBeingRead === true ? index.entrySoFar(key) : index.get(key);
  return entry && { key, entry, part };
}

function definitionsIn(part: LibraryPart, key: CitationKey): readonly Source[] {
  return searchIndexOf(part.bibliography).definitions(key).map((entry) => ({ key, entry, part }));
}

function* offeredSources(parts: readonly LibraryPart[]): Generator<Source> {
  const seen = new Set<CitationKey>();
  for (const part of parts) {
    if (!part.isOffered) continue;
    for (const entry of part.bibliography.entries) {
      if (seen.has(entry.key)) continue;
      seen.add(entry.key);
      yield { key: entry.key, entry, part };
    }
  }
}

function nearestKeys(parts: readonly LibraryPart[], key: CitationKey, limit: number): readonly CitationKey[] {
  const near = parts.flatMap((part) => searchIndexOf(part.bibliography).nearestKeys(key, limit));
  near.sort((a, b) => a.distance - b.distance);
  return [...new Set(near.map((candidate) => candidate.key))].slice(0, limit);
}

function first<T, R>(values: readonly T[], find: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const result = find(value);
    if (result !== undefined) return result;
  }
  return undefined;
}

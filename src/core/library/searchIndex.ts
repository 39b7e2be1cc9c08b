import type { Bibliography, BibliographyEntry } from "../model/bibliography";
import type { CitationKey } from "../model/citation";
import { fold, foldForSearch, foldVariants } from "../text/fold";
import { editDistance } from "../text/editDistance";

/** A match; lower `rank` is better. `year` is 0 where the entry has none. */
export interface SearchHit {
  readonly entry: BibliographyEntry;
  readonly rank: number;
  readonly year: number;
}

export interface NearKey {
  readonly key: CitationKey;
  readonly distance: number;
}

/** What searching one bibliography needs, made once a bibliography. */
export interface SearchIndex {
  /** The first entry with a key, and entries by their aliases where no entry has that key. */
  readonly byKey: ReadonlyMap<CitationKey, BibliographyEntry>;
  definitions(key: CitationKey): readonly BibliographyEntry[];
  search(query: string): readonly SearchHit[];
  nearestKeys(key: CitationKey, limit: number): readonly NearKey[];
}

const indexes = new WeakMap<Bibliography, SearchIndex>();

export function searchIndexOf(bibliography: Bibliography): SearchIndex {
  let index = indexes.get(bibliography);
  if (index === undefined) {
    index = createSearchIndex(bibliography);
    indexes.set(bibliography, index);
  }
  return index;
}

function createSearchIndex({ entries }: Bibliography): SearchIndex {
  let haystacks: readonly string[] | undefined;
  const byKey = indexKeys(entries);
  return {
    byKey,
    definitions: (key) => {
      const winner = byKey.get(key);
      return winner === undefined ? [] : [winner, ...entries.filter((entry) => entry.key === key && entry !== winner)];
    },
    search: (query) => {
      const words = queryWords(query);
      haystacks ??= entries.map(haystackOf);
      return searchEntries(entries, haystacks, words, fold(query.trim()));
    },
    nearestKeys: (key, limit) => nearestKeys(byKey.keys(), key, limit),
  };
}

function indexKeys(entries: readonly BibliographyEntry[]): ReadonlyMap<CitationKey, BibliographyEntry> {
  const byKey = new Map<CitationKey, BibliographyEntry>();
  for (const entry of entries) {
    if (!byKey.has(entry.key)) byKey.set(entry.key, entry);
  }
  for (const entry of entries) {
    if (entry.format !== "bibtex") continue;
    for (const alias of entry.aliases) {
      if (!byKey.has(alias)) byKey.set(alias, entry);
    }
  }
  return byKey;
}

// Fields in order of what a match in them is worth, each begun by its separator.
const fieldSeparator = "\u0001";

function haystackOf({ key, summary }: BibliographyEntry): string {
  const fields = [fold(key), foldForSearch(summary.people.join(" ")), foldForSearch(summary.title), summary.year, foldForSearch(summary.container)];
  return fields.join(fieldSeparator);
}

/** A query's words, each with its spellings. A leading `@` is how keys are written, not part of a word. */
function queryWords(query: string): readonly (readonly string[])[] {
  return query.split(/[\s,;]+/).map((word) => word.replace(/^-?@/, "")).filter((word) => word !== "").map(foldVariants);
}

function searchEntries(
  entries: readonly BibliographyEntry[],
  haystacks: readonly string[],
  words: readonly (readonly string[])[],
  wholeQuery: string,
): readonly SearchHit[] {
  const hits: SearchHit[] = [];
  haystacks.forEach((haystack, position) => {
    const rank = rankOf(haystack, words, wholeQuery);
    const entry = entries[position];
    if (rank === undefined || entry === undefined) return;
    hits.push({ entry, rank, year: Number.parseInt(entry.summary.year, 10) || 0 });
  });
  return hits;
}

// The rank of a whole query: its place decides before the sum over its words does.
const exactKey = 0;
const keyPrefix = 1000;
const byWords = 2000;

function rankOf(haystack: string, words: readonly (readonly string[])[], wholeQuery: string): number | undefined {
  let sum = 0;
  for (const spellings of words) {
    const rank = Math.min(...spellings.map((spelling) => rankOfWord(haystack, spelling)));
    if (rank === Infinity) return undefined;
    sum += rank;
  }
  if (wholeQuery !== "" && haystack.startsWith(wholeQuery)) return haystack[wholeQuery.length] === fieldSeparator ? exactKey : keyPrefix + sum;
  return byWords + sum;
}

/** Ranks of a word found at the start of a word in the key, people, title, year, container; and inside a word. */
const startRanks = [0, 1, 2, 3, 4] as const;
const insidePenalty = 5;

function rankOfWord(haystack: string, word: string): number {
  let best = Infinity;
  let field = 0;
  let fieldEnd = haystack.indexOf(fieldSeparator);
  for (let at = haystack.indexOf(word); at >= 0; at = haystack.indexOf(word, at + 1)) {
    while (fieldEnd >= 0 && at > fieldEnd) {
      field++;
      fieldEnd = haystack.indexOf(fieldSeparator, fieldEnd + 1);
    }
    const rank = (startRanks[field] ?? startRanks.length) + (isWordStart(haystack, at) ? 0 : insidePenalty);
    best = Math.min(best, rank);
    if (best === field) return best;
  }
  return best;
}

const wordCharacter = /[\p{L}\p{N}]/u;

function isWordStart(haystack: string, at: number): boolean {
  return at === 0 || !wordCharacter.test(haystack.charAt(at - 1));
}

/** Keys further away than a third of their length are no misspellings of each other. */
function nearestKeys(keys: Iterable<CitationKey>, key: CitationKey, limit: number): readonly NearKey[] {
  const wanted = fold(key);
  const most = Math.max(2, Math.floor(wanted.length / 3));
  const near: NearKey[] = [];
  for (const candidate of keys) {
    const folded = fold(candidate);
    const distance = wanted.length >= 3 && folded.startsWith(wanted) ? 1 : editDistance(wanted, folded, most);
    if (distance <= most) near.push({ key: candidate, distance });
  }
  return near.sort((a, b) => a.distance - b.distance).slice(0, limit);
}

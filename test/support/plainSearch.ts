import type { LibraryPart, SearchOptions, Source } from "../../src/core/library/library";
import type { BibliographyEntry } from "../../src/core/model/bibliography";
import { fold, foldForSearch, foldVariants } from "../../src/core/text/fold";

/** Searching as it is meant, with no thought of speed: every source is compared with every word in every place. */
export function plainSearch(parts: readonly LibraryPart[], query: string, options: SearchOptions): readonly Source[] {
  const found = ranked(parts, query, options, rankOfWord);
  return found.length > 0 ? found : ranked(parts, query, options, rankOfWordOrTypo);
}

type WordRank = (spellings: readonly string[], entry: BibliographyEntry) => number;

function ranked(parts: readonly LibraryPart[], query: string, { limit, preference = { of: () => 0 } }: SearchOptions, wordRank: WordRank): readonly Source[] {
  const spellings = (word: string): readonly string[] => foldVariants(word.replace(/^-?@/, "")).filter((spelling) => spelling !== "");
  const words = query.split(/[\s,;]+/).map(spellings).filter((word) => word.length > 0);
  const whole = query.trim().replace(/\s+/g, " ");
  return offered(parts)
    .map((source) => ({ source, rank: rankOf(source.entry, words, whole.replace(/^-?@/, ""), spellings(whole), wordRank) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => compare(a.rank, b.rank) || compare(preference.of(a.source.key), preference.of(b.source.key)) || compare(yearOf(b.source.entry), yearOf(a.source.entry)))
    .slice(0, limit)
    .map(({ source }) => source);
}

function offered(parts: readonly LibraryPart[]): readonly Source[] {
  const sources = parts.filter(({ isOffered }) => isOffered).flatMap((part) => part.bibliography.entries.map((entry): Source => ({ key: entry.key, entry, part })));
  const keys = sources.map(({ key }) => key);
  return sources.filter(({ key }, position) => keys.indexOf(key) === position);
}

function rankOf(entry: BibliographyEntry, words: readonly (readonly string[])[], whole: string, wholeSpellings: readonly string[], wordRank: WordRank): number {
  const sum = words.reduce((total, word) => total + wordRank(word, entry), 0);
  if (sum === Infinity) return Infinity;
  if (wholeSpellings.length > 0 && entry.key === whole) return 0;
  if (wholeSpellings.includes(fold(entry.key))) return 1e6 + sum;
  const isPrefix = wholeSpellings.some((spelling) => fieldsOf(entry)[0]?.startsWith(spelling));
  return (isPrefix ? 2e6 : 3e6) + sum;
}

const folded = new WeakMap<BibliographyEntry, readonly string[]>();

function fieldsOf(entry: BibliographyEntry): readonly string[] {
  const { key, summary: { people, title, year, container } } = entry;
  const fields = folded.get(entry) ?? [key, people.join(" "), title, year, container].map(foldForSearch);
  folded.set(entry, fields);
  return fields;
}

function rankOfWord(spellings: readonly string[], entry: BibliographyEntry): number {
  return least(fieldsOf(entry).flatMap((field, number) => spellings.filter((spelling) => field.includes(spelling)).map((spelling) =>
    number + (places(field).some((place) => field.startsWith(spelling, place) && !followsWord(field, place)) ? 0 : 5))));
}

function rankOfWordOrTypo(spellings: readonly string[], entry: BibliographyEntry): number {
  const exact = rankOfWord(spellings, entry);
  if (exact < Infinity) return exact;
  return least(fieldsOf(entry).flatMap((field, number) => spellings.some((spelling) => hasTypo(field, spelling)) ? [10 + number] : []));
}

/** Whether a word of a field starts with a spelling but for one edit; four letters are compared with the whole word. */
function hasTypo(field: string, spelling: string): boolean {
  if (spelling.length < 4 || /^[\d\p{P}]*$/u.test(spelling)) return false;
  const starts = places(field).filter((place) => isLetter(field[place]) && !followsWord(field, place));
  return starts.some((start) => [-1, 0, 1].some((longer) => {
    const end = start + spelling.length + longer;
    return end <= field.length && (spelling.length > 4 || !isLetter(field[end])) && isOneEditAway(spelling, field.slice(start, end));
  }));
}

/** Tries every single edit. */
function isOneEditAway(a: string, b: string): boolean {
  return a === b || places(`${a}.`).some((place) => {
    const [before, after] = [a.slice(0, place), a.slice(place)];
    const missing = before + after.slice(1);
    const swapped = before + after.charAt(1) + after.charAt(0) + after.slice(2);
    const filled = [before + b.charAt(place) + after, before + b.charAt(place) + after.slice(1)];
    return [missing, swapped, ...filled].includes(b);
  });
}

function places(text: string): readonly number[] {
  return Array.from({ length: text.length }, (_, place) => place);
}

function followsWord(text: string, place: number): boolean {
  return isLetter(text[place - 1]);
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

function yearOf({ summary }: BibliographyEntry): number {
  return Number.parseInt(summary.year, 10) || 0;
}

function least(numbers: readonly number[]): number {
  return Math.min(Infinity, ...numbers);
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

import type { BibliographyEntry } from "../../model/bibliography";
import { fold } from "../../text/fold";
import { fieldCount, type HaystackSection } from "./haystack";
import { initialBitsOf } from "./initials";
import { mayHaveTypo, type SearchQuery, type Spellings } from "../searchQuery";
import { findTypos } from "./typoFinder";
import { type Finder, findAny, isWordCharacter, isWordStart, TextFinder } from "./wordFinder";

// The rank of a source, lower is better: its level decides, then the sum over the words of the query.
const levels = { sameKey: 0, sameFoldedKey: 1e6, keyPrefix: 2e6, words: 3e6 } as const;
const greatestSum = 1e6 - 1;

// The rank of a word is its field's number, to which is added what it is short of the start of a word in that field.
const insidePenalty = 5;
const typoPenalty = 10;

/** A word of a query, ready to be found in one text after another. */
export interface WordSearch {
  readonly exact: Finder;
  readonly typo: Finder | undefined;
  /** Both of them. */
  readonly any: Finder;
  /** What its spellings start with, as bits. */
  readonly initials: number;
}

export function searchFor(spellings: Spellings, withTypos: boolean): WordSearch {
  const exact = findAny(spellings.map((spelling) => new TextFinder(spelling)));
  const typos = withTypos ? spellings.filter(mayHaveTypo).map(findTypos) : [];
  const typo = typos.length === 0 ? undefined : findAny(typos);
  return { exact, typo, any: typo === undefined ? exact : findAny([exact, typo]), initials: initialBitsOf(spellings) };
}

/** Where an entry lies in a text that the words of a query were opened with; moved from entry to entry. */
export class EntryPlace {
  index = 0;
  start = 0;
  end = 0;

  /** `offset` is where `text` starts in the section's. */
  constructor(readonly section: HaystackSection, readonly text: string, readonly offset: number) {}

  at(index: number): this {
    this.index = index;
    this.start = this.fieldStart(0);
    this.end = this.fieldStart(fieldCount);
    return this;
  }

  /** The start of a field, which is the end of the field before. */
  fieldStart(field: number): number {
    return (this.section.fieldStarts[this.index * fieldCount + field] ?? 0) - this.offset;
  }

  fieldAt(place: number): number {
    let field = 0;
    while (field < fieldCount && this.fieldStart(field + 1) <= place) field++;
    return field;
  }

  initials(field: number): number {
    return this.section.initialsOf(this.index, field);
  }
}

/** The rank of a source by the words alone; negative where one of them is missing. */
export function rankOfWords(words: readonly WordSearch[], entry: EntryPlace): number {
  let sum = 0;
  for (const word of words) {
    const rank = rankOfWord(word, entry);
    if (rank < 0) return -1;
    sum += rank;
  }
  return Math.min(sum, greatestSum);
}

function rankOfWord({ exact, typo, initials }: WordSearch, entry: EntryPlace): number {
  const first = exact.next(entry.start);
  if (first >= entry.end) return typo === undefined ? -1 : rankOfTypo(typo.next(entry.start), entry);
  const firstField = entry.fieldAt(first);
  for (let field = firstField; field < fieldCount; field++) {
    if ((entry.initials(field) & initials) !== 0 && startsWord(exact, entry, field)) return field;
  }
  return firstField + insidePenalty;
}

function startsWord(finder: Finder, entry: EntryPlace, field: number): boolean {
  const end = entry.fieldStart(field + 1);
  for (let place = finder.next(entry.fieldStart(field)); place < end; place = finder.next(place + 1)) {
    if (isWordStart(entry.text, place)) return true;
  }
  return false;
}

function rankOfTypo(place: number, entry: EntryPlace): number {
  return place < entry.end ? entry.fieldAt(place) + typoPenalty : -1;
}

/** The rank of a source whose words have been ranked. */
export function rankOfQuery({ key, foldedKeys }: SearchQuery, { text, start }: EntryPlace, entry: BibliographyEntry, sum: number): number {
  let level: number = levels.words;
  for (const folded of foldedKeys) {
    if (text.charCodeAt(start) !== folded.charCodeAt(0) || !text.startsWith(folded, start)) continue;
    const mayBeWhole = !isWordCharacter(text, start + folded.length);
    if (mayBeWhole && entry.key === key) return levels.sameKey;
    level = Math.min(level, mayBeWhole && folded === fold(entry.key) ? levels.sameFoldedKey : levels.keyPrefix);
  }
  return level + sum;
}

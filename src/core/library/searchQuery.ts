import { foldVariants } from "../text/fold";

/** What a writer typed to find sources. */
export interface SearchQuery {
  /** Its words, each in all its spellings. */
  readonly words: readonly Spellings[];
  /** All of it as a key, as it is written and folded. */
  readonly key: string;
  readonly foldedKeys: Spellings;
}

/** The ways to spell one word in folded letters; none is empty. */
export type Spellings = readonly string[];

/** Reads a query. A leading `@` is how keys are written, not part of a word. */
export function readQuery(query: string): SearchQuery {
  const key = withoutSigil(query.trim().replace(/\s+/g, " "));
  return {
    words: query.split(/[\s,;]+/).map((word) => spellingsOf(withoutSigil(word))).filter((spellings) => spellings.length > 0),
    key,
    foldedKeys: spellingsOf(key),
  };
}

function withoutSigil(word: string): string {
  return word.replace(/^-?@/, "");
}

function spellingsOf(word: string): Spellings {
  return foldVariants(word).filter((spelling) => spelling !== "");
}

/** Whether a query is one word, which may be the beginning of a key. */
export function isOneWord({ words: [word, ...others], foldedKeys }: SearchQuery): boolean {
  return word !== undefined && others.length === 0 && word.length === foldedKeys.length && word.every((spelling, index) => spelling === foldedKeys[index]);
}

/** Shorter words are too like each other. */
const shortestWithTypo = 4;
/** From here on the start of a word counts: one may be typing it. */
const shortestStartWithTypo = 5;

/** Whether a spelling is also looked for with a typo in it. Years and volumes are not: another number is another thing. */
export function mayHaveTypo(spelling: string): boolean {
  return spelling.length >= shortestWithTypo && /[^\d\p{P}]/u.test(spelling);
}

/** Whether a spelling with a typo in it may be the start of a longer word. */
export function mayBeStart(spelling: string): boolean {
  return spelling.length >= shortestStartWithTypo;
}

export function mayHaveTypos({ words }: SearchQuery): boolean {
  return words.some((spellings) => spellings.some(mayHaveTypo));
}

/** Comparing words of one query with those of another costs as many steps as both have, multiplied. */
const mostWordsCompared = 32;

/** Whether all that `query` finds was certainly found by `earlier` already, as when one types on. */
export function narrows(query: SearchQuery, earlier: SearchQuery, withTypos: boolean): boolean {
  return earlier.words.length <= mostWordsCompared && earlier.words.every((old) =>
    query.words.some((word) => word.every((spelling) => old.some((part) => withTypos ? extendsTypo(spelling, part) : spelling.includes(part)))));
}

function extendsTypo(spelling: string, part: string): boolean {
  return spelling === part || (spelling.startsWith(part) && mayHaveTypo(part) && mayBeStart(part));
}

import transliterate from "@sindresorhus/transliterate";
import { romanizations } from "./romanize";

const combiningMarks = /\p{M}{1,99}/gu;
/** What people write for an apostrophe, and the letters and primes of romanized names that others write as one. */
const apostrophes = /[‘’ʼʹʻʾʿ′`´]/g;
const nonAscii = /[^\x00-\x7f]/;

/** Letters compared without case and accents: `Ångström` → `angstrom`, `Жебин` → `жебин`. All apostrophes are one. */
export function fold(text: string): string {
  const lower = text.toLowerCase().replace(apostrophes, "'");
  return nonAscii.test(lower) ? lower.normalize("NFKD").replace(combiningMarks, "").replaceAll("ς", "σ") : lower;
}

/**
 * The ways a word may be spelled in folded Latin letters, the folded word itself first: `müller` → `muller`, `mueller`;
 * `жебин` → `жебин`, `zhebin`; `o'brien` → `o'brien`, `obrien`.
 */
export function foldVariants(word: string): readonly string[] {
  const spellings = nonAscii.test(word) ? [word, ...latinSpellings(word)] : [word];
  return [...new Set(spellings.map(fold).flatMap((spelling) => [spelling, spelling.replaceAll("'", "")]))];
}

function latinSpellings(word: string): readonly string[] {
  const romanized = romanizations(word);
  return (romanized.length > 0 ? romanized : [word, inTwoLetters(word)]).map((spelling) => transliterate(spelling));
}

/** Letters that are written as two where they are missing, beyond the German ones that `transliterate` knows. */
const twoLetters: ReadonlyMap<string, string> = new Map([["ø", "oe"], ["å", "aa"], ["đ", "dj"]]);

function inTwoLetters(word: string): string {
  return word.toLowerCase().normalize("NFC").replace(/[øåđ]/g, (letter) => twoLetters.get(letter) ?? letter);
}

/** What a text must have to be folded otherwise than to lower case: any character but those of ASCII, or one of its apostrophes. */
const respelled = /[^\x00-&(-_a-\x7f]/;
const words = /[\p{L}\p{N}\p{M}]{1,999}(?:['‘’ʼʹʻʾʿ′`´][\p{L}\p{N}\p{M}]{1,999}){0,99}/gu;

/** A text folded, and the other spellings of its words that have any, each with a space before it. */
export interface FoldedText {
  readonly folded: string;
  readonly others: string;
}

export function foldWithOthers(text: string): FoldedText {
  if (!respelled.test(text)) return { folded: text.toLowerCase(), others: "" };
  const others = (text.match(words) ?? []).filter((word) => respelled.test(word)).flatMap(otherSpellings);
  return { folded: fold(text), others: others.map((spelling) => ` ${spelling}`).join("") };
}

/** A text for searching: folded, and behind it the other spellings of words that have any. */
export function foldForSearch(text: string): string {
  const { folded, others } = foldWithOthers(text);
  return folded + others;
}

const mostSpellingsKept = 5000;
/** Longer words may be no texts of their own but parts of one, which would stay in memory with them. */
const longestWordKept = 12;
const spellings = new Map<string, readonly string[]>();

/** Names and words come again and again: what was worked out last is kept. */
function otherSpellings(word: string): readonly string[] {
  const known = spellings.get(word);
  if (known !== undefined) return known;
  const others = foldVariants(word).slice(1);
  if (spellings.size >= mostSpellingsKept) spellings.clear();
  if (word.length <= longestWordKept) spellings.set(word, others);
  return others;
}

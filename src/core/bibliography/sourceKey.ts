import transliterate from "@sindresorhus/transliterate";
import type { CitationKey } from "../model/citation";
import { fold } from "../text/fold";

/** What a key is made of where a format has none: the first person, the year and the title of a source. */
export interface KeySeed {
  readonly family: string;
  readonly year: string;
  readonly title: string;
}

/** Words that say nothing about a title. */
const smallWords: ReadonlySet<string> = new Set([
  "a", "an", "and", "are", "as", "at", "by", "do", "for", "from", "how", "in", "into", "is", "of", "on", "or", "the", "to", "what", "why", "with",
  "das", "dem", "den", "der", "des", "die", "ein", "eine", "im", "und", "von", "zu", "zum", "zur",
  "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "sur", "un", "une",
  "del", "e", "el", "il", "las", "los", "lo", "o", "os", "as", "per", "una", "uma", "y",
]);

/** `zakharova2016economic`: family name, year and first word of weight in the title, in small ASCII letters where there are any. */
export function keyFrom({ family, year, title }: KeySeed): CitationKey {
  const words = wordsIn(title);
  const word = words.find((candidate) => !smallWords.has(candidate)) ?? words[0] ?? "";
  const name = wordsIn(family).join("");
  const digits = /\d{4}/.exec(year)?.[0] ?? "";
  return (name === "" ? word + digits : name + digits + word) || "source";
}

const longestWord = 40;
/** Titles and names have their words here; a longer text is looked at no further. */
const longestText = 400;

function wordsIn(text: string): readonly string[] {
  const plain = text.slice(0, longestText).replace(/<[^<>]*>/g, "").replace(/['’ʼ`]/g, "");
  return (plain.match(/[\p{L}\p{M}\p{N}]{1,400}/gu) ?? []).map(toAscii).filter((word) => word !== "").map((word) => word.slice(0, longestWord));
}

/** Letters that have no Latin spelling here stay: Pandoc and biber take them in keys. */
function toAscii(word: string): string {
  if (/^[\x00-\x7f]*$/.test(word)) return word.toLowerCase();
  const latin = fold(transliterate(word)).replace(/[^a-z0-9]/g, "");
  return latin === "" ? word.toLowerCase() : latin;
}

/** Makes keys that are taken by nobody else: `doe2001`, `doe2001a`, `doe2001b`, …, in the order they are asked for. */
export class UniqueKeys {
  readonly #taken: Set<CitationKey>;
  readonly #counts = new Map<CitationKey, number>();

  constructor(taken: Iterable<CitationKey>) {
    this.#taken = new Set(taken);
  }

  take(wanted: CitationKey): CitationKey {
    let count = this.#counts.get(wanted) ?? 0;
    let key = wanted;
    while (this.#taken.has(key)) key = wanted + suffix(count++);
    this.#counts.set(wanted, count);
    this.#taken.add(key);
    return key;
  }
}

/** a … z, aa, ab, … */
function suffix(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : suffix(Math.floor(index / 26) - 1) + last;
}

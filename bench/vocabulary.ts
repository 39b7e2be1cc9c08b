import { pickEvenly, randomNumbers, type Random } from "./random";

const onsets = ["b", "c", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "cl", "cr", "dr", "gr", "pl", "pr", "sh", "st", "tr", "th", ""];
const vowels = ["a", "e", "i", "o", "u", "ai", "ea", "io", "ou"];
const codas = ["", "", "", "n", "r", "s", "l", "m", "nd", "nt", "st"];
const nameEndings = ["ov", "in", "son", "sen", "er", "ez", "ski", "man", "i", "o", "a", "ell", "ard"];
const wordEndings = ["tion", "ing", "ity", "al", "ic", "ment", "s", "ed", "ology", "ive", "", "", ""];

function syllables(count: number, random: Random): string {
  return Array.from({ length: count }, () => [onsets, vowels, codas].map((parts) => parts[pickEvenly(parts.length, random)] ?? "").join("")).join("");
}

/** Different made-up words, as many as asked for. */
function invent(count: number, seed: number, endings: readonly string[]): readonly string[] {
  const random = randomNumbers(seed);
  const invented = new Set<string>();
  while (invented.size < count) invented.add(syllables(1 + pickEvenly(2, random), random) + (endings[pickEvenly(endings.length, random)] ?? ""));
  return [...invented];
}

/** Words of titles, the most frequent first; some in LaTeX. */
export const words: readonly string[] = [
  "of", "the", "and", "in", "analysis", "on", "Russia", "economic", "for", "policy", "with", "Korea", "development", "cooperation", "relations",
  "history", "regional", "nuclear", "trade", "sanctions", "goals", "{DNA}", "caf{\\'e}", "na{\\\"i}ve",
  ...invent(8000, 11, wordEndings),
];

/** Family names, the most frequent first; some in LaTeX. */
export const families: readonly string[] = [
  "Kim", "Smith", "M{\\\"u}ller", "Park", "Garc{\\'i}a", "Nguyen", "Zakharova", "Lukin", "Zhebin", "Toloraya", "O'Brien", "van der Berg",
  ...invent(6000, 12, nameEndings).map((name) => name.charAt(0).toUpperCase() + name.slice(1)),
];

export const journals: readonly string[] = words.slice(100, 700).map((word, index) => `Journal of ${word} ${words[index + 4] ?? ""}`);

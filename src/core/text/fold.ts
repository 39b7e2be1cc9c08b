import transliterate from "@sindresorhus/transliterate";

const combiningMarks = /\p{M}+/gu;
const apostrophes = /[‘’ʼ`´]/g;
const nonAscii = /[^\x00-\x7f]/;
const nonLatinWord = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** Letters compared without case and accents: `Ångström` → `angstrom`, `Жебин` → `жебин`. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return nonAscii.test(lower) ? lower.normalize("NFKD").replace(combiningMarks, "").replace(apostrophes, "'") : lower;
}

/**
 * The ways a word may be spelled in folded Latin letters, the folded word itself first: `müller` → `muller`, `mueller`;
 * `жебин` → `жебин`, `zhebin`; `федоровский` → …, `fedorovskiy`, `fedorovsky`, `fedorovskii`.
 */
export function foldVariants(word: string): readonly string[] {
  if (!nonAscii.test(word)) return [word.toLowerCase()];
  const romanized = fold(transliterate(word));
  const variants = new Set([fold(word), romanized]);
  if (nonLatinWord.test(word)) romanizationSystems.forEach((respell) => variants.add(respell(romanized)));
  return [...variants];
}

/** How the same Russian word looks in other systems of romanization, starting from BGN/PCGN. */
const romanizationSystems: readonly ((word: string) => string)[] = [
  (word) => word.replace(/[iy]y\b/g, "y").replace(/yo/g, "e").replace(/sch/g, "shch"),
  // ALA-LC, diacritics and ligatures left out
  (word) => word.replace(/ya/g, "ia").replace(/yu/g, "iu").replace(/yo/g, "e").replace(/sch/g, "shch").replace(/[iy]y\b/g, "ii").replace(/([aeou])y\b/g, "$1i"),
  // ISO 9 and the scholarly system, carons left out
  (word) => word.replace(/sch|shch/g, "sc").replace(/zh/g, "z").replace(/kh/g, "h").replace(/ts/g, "c").replace(/ch/g, "c").replace(/sh/g, "s")
    .replace(/y(?=[aeou])/g, "j").replace(/([aeiou])y/g, "$1j"),
];

const words = /[\p{L}\p{N}\p{M}]+/gu;

/** A text for searching: folded, and behind it the other spellings of words that have any. */
export function foldForSearch(text: string): string {
  if (!nonAscii.test(text)) return text.toLowerCase();
  const others = (text.match(words) ?? []).filter((word) => nonAscii.test(word)).flatMap((word) => foldVariants(word).slice(1));
  return [fold(text), ...others].join(" ");
}

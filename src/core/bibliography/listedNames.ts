import type { CslName } from "../model/cslItem";

/** Whether a name without a comma is a person's (`Jane Doe`) or stays as it is (`World Health Organization`). */
export type NameOrder = "family-first" | "given-first";

const longestName = 500;

/**
 * A name as databases write it: `Family, Given` or `Family, Given, Suffix` (RIS, EndNote), `Family, Suffix, Given` (BibTeX), or
 * `Institution,` (EndNote: the comma says that it is no person).
 */
export function readName(written: string, order: NameOrder = "family-first"): CslName | undefined {
  const text = written.trim();
  if (text === "" || text === ",") return undefined;
  if (text.length > longestName || text.endsWith(",")) return { literal: text.replace(/,$/, "").trimEnd() };
  const [first = "", second = "", third, ...more] = text.split(",").map((part) => part.trim());
  if (first === "" || more.length > 0) return { literal: text };
  if (third === undefined) {
    if (second === "") return order === "given-first" && isPersonal(text) ? readNatural(text) : { literal: text };
    return isSuffix(second) ? { ...readNatural(first), suffix: second } : nameOf(first, second);
  }
  if (isSuffix(second)) return nameOf(first, third, second);
  return third.length <= longestSuffix && !third.includes(" ") ? nameOf(first, second, third) : { literal: text };
}

const longestSuffix = 8;

function isSuffix(text: string): boolean {
  return /^(?:jr|sr|ii|iii|iv|esq|\d(?:st|nd|rd|th))\.?$/i.test(text);
}

/** The names of a field that holds one name, or against its format several: `Doe, J.; Roe, R.`, `Doe, J. and Roe, R.` */
export function readNames(fields: readonly string[], order: NameOrder = "family-first"): readonly CslName[] {
  return fields.length === 0 ? noNames : fields.flatMap(splitNames).flatMap((name) => readName(name, order) ?? []);
}

const noNames: readonly CslName[] = [];

function splitNames(field: string): readonly string[] {
  if (field.includes(";")) return field.split(";").flatMap(splitNames);
  const parts = field.split(/\s+(?:and|&)\s+/i);
  return parts.length > 1 && parts.every((part) => part.includes(",")) ? parts : [field];
}

/** Words before a family name that belong to it, in the languages that have them. */
const particles: ReadonlySet<string> = new Set([
  "af", "al", "an", "auf", "av", "bin", "d'", "da", "de", "dei", "del", "della", "dello", "den", "der", "des", "di", "do", "dos", "das", "du", "e", "el",
  "ibn", "im", "in", "la", "las", "le", "les", "los", "op", "'s", "'t", "ten", "ter", "te", "van", "vande", "vanden", "vander", "vom", "von", "y", "zu", "zum", "zur",
]);

function isParticle(word: string): boolean {
  return particles.has(word.replace("’", "'"));
}

/** A name from its parts; particles before the family name or behind the given name become parts of their own, as Pandoc has them. */
export function nameOf(family: string, given: string, suffix = ""): CslName {
  const familyWords = wordsOf(family);
  const from = Math.max(familyWords.findIndex((word) => !isParticle(word)), 0);
  const givenWords = wordsOf(given);
  const to = givenWords.findLastIndex((word) => !isParticle(word)) + 1 || givenWords.length;
  const name: Record<string, string> = {};
  const add = (part: string, text: string): void => {
    if (text !== "") name[part] = text;
  };
  add("family", familyWords.slice(from).join(" "));
  add("given", givenWords.slice(0, to).join(" "));
  add("non-dropping-particle", familyWords.slice(0, from).join(" "));
  add("dropping-particle", givenWords.slice(to).join(" "));
  add("suffix", suffix);
  return name;
}

function wordsOf(text: string): readonly string[] {
  return /\s/.test(text) ? text.split(/\s+/) : [text];
}

/** `Jane van Doe`, or with initials behind the family name, as Embase and others write it, `van Doe J.A.` */
function readNatural(text: string): CslName {
  const words = text.split(/\s+/);
  const last = words.length - 1;
  if (initials.test(words[last] ?? "") && !initials.test(words[0] ?? "")) return nameOf(words.slice(0, last).join(" "), words[last] ?? "");
  const particle = words.findIndex((word, index) => index > 0 && index < last && isParticle(word));
  const from = particle < 0 ? last : particle;
  return nameOf(words.slice(from).join(" "), words.slice(0, from).join(" "));
}

const initials = /^(?:\p{Lu}\.(?:-?\p{Lu}\.)*|\p{Lu}{1,2})$/u;

const institutional = /\b(?:of|for|and|the|und|für|et|des|inc|ltd|gmbh|corp|universit\p{L}{0,20}|institut\p{L}{0,20}|organi[sz]ation|association|society|committee|commission|ministry|department|council|group|team|collaboration|consortium|bank|agency|office|center|centre|foundation|company|press|project|network|union|nations|government|laborator\p{L}{0,20}|labs?|school|college|academy|statistics|watch|international|national|survey|library|museum|church|service|authority|bureau|board|administration|parliament|senate|court|federation|league|cross|media|news|times|magazine|editors?|staff|investigators|collaborators|trialists|study|trial|research|software|systems|technologies|llc)\b|&/iu;

const mostWordsOfPerson = 5;

function isPersonal(text: string): boolean {
  const words = text.split(/\s+/);
  const isName = [words[0], words.at(-1)].every((word = "") => /^[\p{Lu}\p{Lo}]/u.test(word) || isParticle(word));
  return isName && words.length > 1 && words.length <= mostWordsOfPerson && !institutional.test(text) && !/\d/.test(text);
}

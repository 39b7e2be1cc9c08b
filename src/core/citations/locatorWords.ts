import { locatorTermsIn } from "./markdown/pandocLocatorTerms";

/** A term that stands for a kind of place: `pp.` for pages. */
export interface LocatorWord {
  readonly term: string;
  /** The same kind in full, in the same number; the term itself where it is written out. */
  readonly meaning: string;
}

/** CSL's labels of locators that have terms, those first that writers need most. */
export const locatorLabelOrder: readonly string[] = [
  "page", "chapter", "section", "volume", "figure", "paragraph", "note", "line", "part", "book", "column", "verse", "folio", "issue", "opus", "sub-verbo",
];

/** Languages whose nouns begin with a capital: `S. 5`. */
const capitalized: ReadonlySet<string> = new Set(["de"]);

/** The terms that a document in `locale` may use for its locators: short forms before long ones, its own language's before English ones. */
export function locatorWords(locale: string | undefined): readonly LocatorWord[] {
  const language = termLanguage(locale);
  const words = [...language === "en" ? [] : wordsOf(language), ...wordsOf("en")];
  const seen = new Set<string>();
  return words.filter(({ term }) => !seen.has(term.toLowerCase()) && seen.add(term.toLowerCase()));
}

function wordsOf(language: string): readonly LocatorWord[] {
  const labels = [...writtenTermsIn(language)].sort(([a], [b]) => rank(a) - rank(b)).map(([, terms]) => ({
    short: terms.filter(isShortTerm),
    long: terms.filter((term) => !isShortTerm(term)),
  }));
  return [
    ...labels.flatMap(({ short, long }) => short.map((term, index) => ({ term, meaning: long[index] ?? long[0] ?? term }))),
    ...labels.flatMap(({ long }) => long.map((term) => ({ term, meaning: term }))),
  ];
}

/** The language of a locale, for which there may be terms. */
export function termLanguage(locale: string | undefined): string {
  return locale?.split(/[-_]/)[0]?.toLowerCase() ?? "en";
}

/** A language's terms by CSL's label, as they are written in a sentence. */
export function writtenTermsIn(language: string): readonly (readonly [label: string, terms: readonly string[]])[] {
  const terms = locatorTermsIn(language);
  return capitalized.has(language) ? terms.map(([label, names]) => [label, names.map(capitalize)] as const) : terms;
}

function rank(label: string): number {
  const place = locatorLabelOrder.indexOf(label);
  return place < 0 ? locatorLabelOrder.length : place;
}

/** `pp.`, `§`, `nº` */
export function isShortTerm(term: string): boolean {
  return /[.ºᵒˢ§¶]$/u.test(term) || /^nr$/i.test(term);
}

function capitalize(term: string): string {
  return term.charAt(0).toUpperCase() + term.slice(1);
}

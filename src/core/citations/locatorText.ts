import type { Locator } from "../model/citation";
import { isShortTerm, termLanguage, writtenTermsIn } from "./locatorWords";

/** `3-5` and `3, 5`; a letter and a number with a hyphen between them are one. */
const several = /[–—−,;&]|(?<=\d)\s*-+\s*(?=\d)|(?<=[ivxlcdm])\s*-+\s*(?=[ivxlcdm])|\d\s*ff?\b/i;
const range = /(?<=[\divxlcdm])\s*[-–−]{1,3}\s*(?=[\divxlcdm])/gi;

/** The term for a locator in a document of `locale`: `p.` for one page, `pp.` for several. */
export function locatorTerm({ label, value }: Locator, locale: string | undefined): string {
  const terms = termsFor(termLanguage(locale), label) ?? termsFor("en", label) ?? [label];
  const short = terms.filter(isShortTerm);
  const [singular = label, plural = singular] = short.length > 0 ? short : terms;
  return several.test(value) ? plural : singular;
}

function termsFor(language: string, label: string): readonly string[] | undefined {
  return writtenTermsIn(language).find(([name]) => name === label)?.[1];
}

/** A value with the dashes of ranges as the syntax writes them. */
export function locatorValue(value: string, dash: "–" | "--"): string {
  return value.replace(range, dash);
}

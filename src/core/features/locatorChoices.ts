import { locatorTerm, locatorValue } from "../citations/locatorText";
import { locatorLabelOrder } from "../citations/locatorWords";
import { locatorTerms, readPandocLocator } from "../citations/markdown/pandocLocator";
import type { Locator } from "../model/citation";
import { plainLine } from "../text/escape";

export interface LocatorChoice {
  readonly locator: Locator;
  /** `pp. 3–5` */
  readonly text: string;
}

/** What a writer may mean by what is typed for a place: `chap. 3` says it, `3-5` may be pages, which comes first, chapters and so on. */
export function locatorChoices(typed: string, locale: string | undefined): readonly LocatorChoice[] {
  const value = plainLine(typed);
  if (value === "") return [];
  const { locator, suffix } = readPandocLocator(value, locatorTerms(locale));
  const isLabelled = locator !== undefined && suffix === "" && locator.value !== value;
  const choices = isLabelled ? [locator] : locatorLabelOrder.map((label) => ({ label, value }));
  return choices.map((choice) => ({ locator: choice, text: `${locatorTerm(choice, locale)} ${locatorValue(choice.value, "–")}` }));
}

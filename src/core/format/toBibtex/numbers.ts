import type { SoundItem } from "../items/soundItem";
import { fieldOf, type Fields } from "./fields";
import { cslToLatex } from "./latexText";
import { isArticle } from "./titles";

/** `number` is that of an issue, a series, or the work itself, as reading it depends on the type (see `fromBibtex/numbers.ts`). */
export function numberFields({ type, texts }: SoundItem, entryType: string): Fields {
  const [number, issue, inSeries, series] = ["number", "issue", "collection-number", "collection-title"].map((variable) => texts.get(variable));
  if (isArticle(type) || entryType === "periodical") return { ...fieldOf("number", issue), ...fieldOf("eid", number) };
  if (["report", "techreport", "patent", "standard", "legislation", "legal", "jurisdiction", "dataset", "software", "online"].includes(entryType)) {
    // a number of its own comes first; then that of the series is put behind its title
    const isInTitle = number !== undefined && inSeries !== undefined;
    return { ...fieldOf("number", number ?? inSeries), ...fieldOf("issue", issue), ...isInTitle && fieldOf("series", `${series ?? ""} ${inSeries}`.trim()) };
  }
  const isInSeries = series !== undefined && inSeries !== undefined;
  const rest = isInSeries ? undefined : number ?? inSeries;
  const isIssue = type === "paper-conference" && !isInSeries && rest === undefined;
  return { ...fieldOf("number", isInSeries ? inSeries : isIssue ? issue : rest), ...isIssue ? {} : fieldOf("issue", issue), ...isInSeries && fieldOf("eid", number) };
}

/** Ranges with the dash that LaTeX makes of two hyphens; citation-js sees the first of a list only. */
export function pagesValue(pages: string): string {
  return pages.split(/(,\s*)/).map((part) => {
    const [, start, end] = /^([^-–]*\d[^-–]*)[-–]([^-–]*\d[^-–]*)$/.exec(part) ?? [];
    return start === undefined || end === undefined ? cslToLatex(part) : `${cslToLatex(start)}--${cslToLatex(end)}`;
  }).join("");
}

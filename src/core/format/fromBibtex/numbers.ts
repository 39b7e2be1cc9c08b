import type { EntryFields } from "./entryFields";
import { present } from "./present";

/** Types whose `number` is that of an issue. */
const issued: ReadonlySet<string> = new Set(["article", "periodical", "suppperiodical", "review"]);
/** Types that are numbered themselves. */
const numbered: ReadonlySet<string> = new Set(["report", "patent", "standard", "legislation", "legal", "jurisdiction", "bill", "dataset", "software", "online"]);

/**
 * What `number` and `issue` mean depends on the type, and on whether there is a series. citation-js looks at some types alone and
 * takes the number of a contribution to a series of proceedings for that of an issue.
 */
export function numbersOf(fields: EntryFields): Readonly<Record<string, string>> {
  const number = fields.text("number");
  const issue = fields.text("issue");
  if (issued.has(fields.type)) {
    return present({ issue: number === undefined || issue === undefined ? number ?? issue : `${number}, ${issue}`, number: fields.text("eid") });
  }
  const variable = number === undefined ? "number" : numberVariable(fields);
  return present({ issue, number: fields.text("eid"), ...number !== undefined && { [variable]: number } });
}

function numberVariable(fields: EntryFields): "collection-number" | "issue" | "number" {
  const isInSeries = fields.has("series");
  if (numbered.has(fields.type)) {
    // a report in a series that is of no type, and so is not numbered as one of them, has the number that it has in the series
    return isInSeries && fields.entry.entryType === "report" && !fields.has("type") ? "collection-number" : "number";
  }
  if (isInSeries) return "collection-number";
  // proceedings that are numbered like a journal
  return fields.type === "inproceedings" && !fields.has("issue") ? "issue" : "number";
}

/** Ranges with plain hyphens, as CSL wants them; citation-js changes the first alone. */
export function pagesOf(fields: EntryFields): string | undefined {
  return fields.plain("pages")?.replace(/\s*(?:[–—‒−‐‑]+|-{2,})\s*|\s+-\s+/g, "-");
}

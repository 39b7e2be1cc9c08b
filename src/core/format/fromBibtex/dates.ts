import type { CslDate, CslDateVariable } from "../../model/cslItem";
import { latexToUnicode } from "../../text/latexText";
import { parseEdtf } from "./edtf";
import type { EntryFields } from "./entryFields";
import { accessedInNote } from "./notes";
import { present } from "./present";
import { dateOfParts, parseWrittenDate } from "./writtenDates";

/**
 * The date variables of an entry: EDTF, or dates as people write them. A date that nobody can read stays as it is written.
 * citation-js knows neither seasons nor uncertain, open or written dates.
 */
export function datesOf(fields: EntryFields): Readonly<Partial<Record<CslDateVariable, CslDate>>> {
  return present({
    issued: dateOf(fields.raw("date")) ?? dateOfParts(fields.plain("year"), fields.plain("month"), fields.plain("day")),
    accessed: dateOf(fields.raw("urldate", "lastchecked", "lastaccessed", "accessed", "urlaccessdate")) ?? accessedInNote(fields),
    "event-date": dateOf(fields.raw("eventdate")),
    "original-date": dateOf(fields.raw("origdate", "origyear")),
  });
}

function dateOf(value: string | undefined): CslDate | undefined {
  if (value === undefined) return undefined;
  const edtf = parseEdtf(value.replace(/[{}]/g, "").slice(0, 200));
  if (edtf !== undefined) return edtf;
  const text = latexToUnicode(value);
  return text === "" ? undefined : parseWrittenDate(text) ?? dateOfParts(text);
}

/** A year of EDTF (`2016`, `-0044`, `199X`, `y-12000`) where a date, or the second date of a range, begins. */
const edtfYear = /^y?(-?\d{4,}|-?\d{1,3}[Xu]{1,3}|-?[Xu]{4})(?![^\s~?%/,.[\]TZ-])/;
/** What most sources have. */
const plainYear = /^[1-9]\d{3}$/;
/** Also where the last digit is missing: `198?`. */
const anyYear = /\d{3}(?:\d+|[?xXu])?/;

/**
 * The year that is shown for a date as BibLaTeX (EDTF; of a range the first year), BibTeX (`c. 1850`, `May 2001`) or a person writes
 * it: `2016-05/2017` → `2016`. Text without a year (`in press`) stays as it is.
 */
export function yearOf(date: string): string {
  if (plainYear.test(date)) return date;
  const text = date.trim().slice(0, 200);
  const edtf = edtfYear.exec(text.startsWith("/") ? text.slice(1) : text)?.[1];
  if (edtf !== undefined) return /^\d{8}$/.test(edtf) ? edtf.slice(0, 4) : edtf.replace(/^(-?)0+(?=\d)/, "$1");
  return anyYear.exec(text)?.[0].replace(/^(\d{4})\d{4}$/, "$1") ?? text;
}

import type { CslDate } from "../../model/cslItem";

/** The year, or the years, of a date; in words where it is written so. Empty where there is none. */
export function yearText({ "date-parts": dates = [], literal, circa }: CslDate): string {
  if (literal !== undefined) return literal;
  const years = dates.map(([year]) => yearOf(Number(year))).filter((year, index) => index > 0 || year !== "");
  const text = [...new Set(years)].join("–");
  return text !== "" && circa === true ? `ca. ${text}` : text;
}

/** Empty for the end of a range that is open. */
function yearOf(year: number): string {
  if (year === 0 || Number.isNaN(year)) return "";
  return year < 0 ? `${-year} BC` : String(year);
}

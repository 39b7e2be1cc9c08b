import type { CslDate } from "../../model/cslItem";
import type { Dialect } from "./dialect";
import { escapeBibtex } from "./latexText";

/** A date as EDTF; `undefined` for one in words. */
export function edtf({ "date-parts": dates, season, circa }: CslDate): string | undefined {
  const [start, end] = dates ?? [];
  if (start === undefined) return undefined;
  const mark = circa === undefined ? "" : "~";
  const written = edtfDate(season === undefined ? start : [start[0] ?? 0, Number(season) + 20]) + mark;
  if (end === undefined) return written;
  return `${written}/${end[0] === 0 ? "" : edtfDate(end)}`;
}

function edtfDate([year = 0, ...rest]: readonly (number | string)[]): string {
  return [edtfYear(Number(year)), ...rest.map((part) => String(part).padStart(2, "0"))].join("-");
}

/** EDTF counts a year 0, which in CSL is 1 BC. */
function edtfYear(year: number): string {
  const counted = year < 0 ? year + 1 : year;
  const digits = String(Math.abs(counted)).padStart(4, "0");
  const sign = counted < 0 ? "-" : "";
  return digits.length > 4 ? `y${sign}${digits}` : sign + digits;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const seasons = ["Spring", "Summer", "Autumn", "Winter"];

/** The fields of a date of publication, delimiters included. BibTeX has but year and month; `day` is understood by many. */
export function issuedFields(date: CslDate, dialect: Dialect): Readonly<Record<string, string>> {
  const written = edtf(date);
  if (written === undefined) return { year: `{${escapeBibtex(date.literal ?? "")}}` };
  if (dialect === "biblatex") return { date: `{${written}}` };
  const [[year, month, day] = [], end] = date["date-parts"] ?? [];
  const about = date.circa === undefined ? "" : "c. ";
  if (end !== undefined) return { year: `{${about}${yearText(year)}${end[0] === 0 ? "--" : yearText(end[0]) === yearText(year) ? "" : `--${yearText(end[0])}`}}` };
  const name = date.season === undefined ? months[Number(month) - 1] : undefined;
  return {
    year: `{${about}${yearText(year)}}`,
    ...name !== undefined && { month: name },
    ...date.season !== undefined && { month: `{${seasons[Number(date.season) - 1] ?? ""}}` },
    ...name !== undefined && day !== undefined && { day: `{${day}}` },
  };
}

function yearText(year: number | string | undefined): string {
  const number = Number(year);
  return number < 0 ? `${-number} BC` : String(number);
}

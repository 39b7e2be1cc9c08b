import type { CslDate } from "../../model/cslItem";
import { monthOf, seasonOf } from "./months";

/** Years as people write them: `2001`, `[2001]`, `c. 1850`, `1850?`, `1999/2000`, `1990--95`, `2001a`, `44 BC`. */
const writtenYear = /^\[?\s*(?:(c|ca|circa|approx|um|около)\b\.?\s*)?\[?(\d{1,4})(?:\s*[-–—/]+\s*(\d{2,4})|([a-z])|)\s*(\?|~)?\]?\s*(\?|(?:b\.?\s?c\.?(?:\s?e\.?)?))?\]?\.?$/i;

/** BibTeX's `year`, `month` and `day`, as text. `undefined` where there is no year. */
export function dateOfParts(year: string | undefined, month = "", day = ""): CslDate | undefined {
  if (year === undefined) return undefined;
  const found = writtenYear.exec(year);
  if (found === null) return parseWrittenDate(year) ?? { literal: year };
  const circa = (found[1] ?? found[5] ?? (found[6] === "?" ? found[6] : undefined)) === undefined ? {} : { circa: true };
  const isBeforeChrist = found[6] !== undefined && found[6] !== "?";
  const first = Number(found[2]) * (isBeforeChrist ? -1 : 1);
  const letter = found[4];
  if (letter !== undefined) return { literal: year };
  const last = lastYear(found[2] ?? "", found[3]);
  if (last !== undefined) return last > first ? { "date-parts": [[first], [last]], ...circa } : { literal: year };
  return { ...daysOf(first, month, day), ...circa };
}

/** `95` behind `1990` is 1995. */
function lastYear(first: string, last: string | undefined): number | undefined {
  if (last === undefined) return undefined;
  return Number(first.slice(0, Math.max(first.length - last.length, 0)) + last);
}

/** Months and days as BibTeX's users write them: `may`, `05`, `June/July`, `10~` # jan, `January 10--12`, `Spring`. */
function daysOf(year: number, month: string, day: string): CslDate {
  const months = monthsIn(month);
  const [firstMonth, lastMonth] = months;
  const season = (month.match(/\p{L}{1,99}/gu) ?? []).map(seasonOf).find((found) => found !== undefined);
  if (firstMonth === undefined) return { "date-parts": [[year]], ...season !== undefined && { season } };
  const isNumeric = /^\d+$/.test(month.trim());
  const [firstDay, lastDay] = numbersIn(day).concat(isNumeric ? [] : numbersIn(month)).filter((number) => number >= 1 && number <= 31);
  if (lastMonth !== undefined) {
    const hasDays = firstDay !== undefined && lastDay !== undefined;
    return { "date-parts": hasDays ? [[year, firstMonth, firstDay], [year, lastMonth, lastDay]] : [[year, firstMonth], [year, lastMonth]] };
  }
  if (firstDay === undefined) return { "date-parts": [[year, firstMonth]] };
  return { "date-parts": lastDay === undefined ? [[year, firstMonth, firstDay]] : [[year, firstMonth, firstDay], [year, firstMonth, lastDay]] };
}

function monthsIn(month: string): readonly number[] {
  const number = /^\d{1,2}$/.test(month.trim()) ? Number(month) : 0;
  if (number >= 1 && number <= 12) return [number];
  const named = (month.match(/\p{L}{1,99}/gu) ?? []).flatMap((word) => monthOf(word) ?? []);
  return named.slice(0, 2);
}

function numbersIn(text: string): readonly number[] {
  return (text.match(/\d+/g) ?? []).map(Number);
}

/** A date as people write it where BibLaTeX wants EDTF: `May 2001`, `2 May 2020`, `May 2, 2020`, `2.5.2020`, `2020/05/02`. */
export function parseWrittenDate(text: string): CslDate | undefined {
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
  const [, day, month, year] = dotted ?? [];
  if (day !== undefined) return validDate(Number(year), Number(month), Number(day));
  const [, bigYear, bigMonth, bigDay] = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(text) ?? [];
  if (bigYear !== undefined) return validDate(Number(bigYear), Number(bigMonth), bigDay === undefined ? undefined : Number(bigDay));
  const years = text.match(/(?<!\d)\d{4}(?!\d)/g) ?? [];
  const words = text.match(/\p{L}{1,99}/gu) ?? [];
  if (years.length !== 1 || words.length === 0 || words.length > 3) return undefined;
  const rest = text.replace(years[0], " ");
  if (!words.every((word) => /^(?:st|nd|rd|th|de|of)$/i.test(word) || monthOf(word) !== undefined || seasonOf(word) !== undefined)) return undefined;
  return daysOf(Number(years[0]), rest, "");
}

function validDate(year: number, month: number, day: number | undefined): CslDate | undefined {
  if (month < 1 || month > 12 || (day !== undefined && (day < 1 || day > 31))) return undefined;
  return { "date-parts": [day === undefined ? [year, month] : [year, month, day]] };
}

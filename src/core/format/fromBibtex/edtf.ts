import type { CslDate } from "../../model/cslItem";

type Parts = readonly number[];

interface EdtfDate {
  readonly parts: Parts;
  readonly season?: number;
  readonly isCirca: boolean;
  /** The last year of a decade or century: `199X`. */
  readonly lastYear?: number;
}

/** The end of a range that has none; the CSL processors print `2016–`. */
const openEnd: Parts = [0];

/** A date or range of EDTF as BibLaTeX knows them (manual, 2.3.8: levels 0 and 1), or `undefined` where the text is none. */
export function parseEdtf(text: string): CslDate | undefined {
  const [first = "", second, ...more] = text.trim().split("/").map((part) => part.trim());
  if (more.length > 0) return undefined;
  const start = parseDate(first);
  if (second === undefined) return start && cslDate(start);
  if (isOpen(first)) {
    const year = parseDate(second)?.parts[0];
    return year === undefined ? undefined : { literal: `–${year}` };
  }
  const end = isOpen(second) ? undefined : parseDate(second);
  if (start === undefined || (end === undefined && !isOpen(second))) return undefined;
  const isCirca = start.isCirca || (end?.isCirca ?? false);
  return { "date-parts": [start.parts, end?.parts ?? openEnd], ...isCirca && { circa: true } };
}

function isOpen(text: string): boolean {
  return text === "" || text === "..";
}

function cslDate({ parts, season, isCirca, lastYear }: EdtfDate): CslDate {
  return {
    "date-parts": lastYear === undefined ? [parts] : [parts, [lastYear]],
    ...season !== undefined && { season },
    ...isCirca && { circa: true },
  };
}

const date = /^(y?-?\d{4,9}|-?\d{1,3}X{1,3}|-?\d{4})(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?(?:T[\d:.+\-Z]*)?([~?%]?)$/i;

function parseDate(text: string): EdtfDate | undefined {
  const [, year = "", month, day, mark = ""] = date.exec(text) ?? [];
  if (year === "" || /\d{5}/.test(year) !== /^y/i.test(year) || (/X/i.test(year) && year.replace("-", "").length !== 4)) return undefined;
  const isCirca = mark !== "";
  if (/X/i.test(year)) return { parts: [cslYear(year.replace(/X/gi, "0"))], lastYear: cslYear(year.replace(/X/gi, "9")), isCirca };
  const parts = [cslYear(year.replace(/^y/i, ""))];
  const monthNumber = Number(month ?? "XX");
  if (monthNumber >= 21 && monthNumber <= 32) return { parts, season: (monthNumber - 21) % 4 + 1, isCirca };
  if (Number.isNaN(monthNumber) || monthNumber > 32) return { parts, isCirca };
  if (monthNumber < 1 || monthNumber > 12) return undefined;
  parts.push(monthNumber);
  const dayNumber = Number(day ?? "XX");
  if (!Number.isNaN(dayNumber)) {
    if (dayNumber < 1 || dayNumber > 31) return undefined;
    parts.push(dayNumber);
  }
  return { parts, isCirca };
}

/** EDTF counts a year 0; in CSL, as in history books, 1 BC comes before AD 1. */
function cslYear(year: string): number {
  const number = Number(year);
  return number <= 0 ? number - 1 : number;
}

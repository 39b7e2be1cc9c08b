import type { CslDate } from "../model/cslItem";

/** A date as far as it is told. */
export interface WrittenDate {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** CSL's seasons: 1 spring … 4 winter. */
  readonly season?: number;
}

/** A date or a range of two, as people and databases write it; one without a year may still complete another. */
export interface WrittenDates {
  readonly from: WrittenDate;
  readonly to?: WrittenDate;
  readonly isApproximate: boolean;
}

const longestDate = 200;

/** Reads `2001/09/01/`, `2001-09-01`, `20010901`, `2001 Sep 1-15`, `September 1, 2001`, `Jan-Feb 2001`, `Spring 2001`; `undefined` where nothing of a date is told. */
export function readDates(written: string): WrittenDates | undefined {
  const text = written.trim().slice(0, longestDate);
  const from = readSlashes(text) ?? readNumeric(text);
  if (from !== undefined) return { from, isApproximate: false };
  const years = /^(\d{4})\s*[-–/]\s*(\d{2}(?:\d{2})?)$/.exec(text);
  if (years !== null) return { from: { year: Number(years[1]) }, to: { year: laterYear(years[1] ?? "", years[2] ?? "") }, isApproximate: false };
  return readWords(text);
}

/** RIS: `YYYY/MM/DD/other`, where each part may be missing. */
function readSlashes(text: string): WrittenDate | undefined {
  const parts = /^(\d{4})?\/(\d{1,2})?(?:\/(\d{1,2})?(?:\/(.*))?)?$/.exec(text);
  if (parts === null) return undefined;
  const [, year, month, day, other = ""] = parts;
  const season = seasonIn(other);
  return dateOf(year, month, day, month === undefined ? season : undefined);
}

function readNumeric(text: string): WrittenDate | undefined {
  const iso = /^(\d{4})-(0?[1-9]|1[0-2])(?:-(\d{1,2}))?(?:T.*)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})[. ](\d{1,2})[. ](\d{1,2})$/.exec(text);
  if (iso !== null) return dateOf(iso[1], iso[2], iso[3]);
  const local = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (local === null) return undefined;
  // 9/25/2001 and 25.9.2001 can be told; of 9/1/2001 only the separator says who wrote it
  const isDayFirst = local[2] !== "/" || Number(local[1]) > 12;
  return isDayFirst ? dateOf(local[4], local[3], local[1]) : dateOf(local[4], local[1], local[3]);
}

function dateOf(year: string | undefined, month: string | undefined, day: string | undefined, season?: number): WrittenDate {
  const inRange = (part: string | undefined, most: number): number | undefined => part !== undefined && Number(part) >= 1 && Number(part) <= most ? Number(part) : undefined;
  const [y, m] = [inRange(year, 9999), inRange(month, 12)];
  const d = m === undefined ? undefined : inRange(day, 31);
  return { ...y !== undefined && { year: y }, ...m !== undefined && { month: m }, ...d !== undefined && { day: d }, ...season !== undefined && { season } };
}

/** `1998-99` ends in 1999. */
function laterYear(first: string, second: string): number {
  return Number(second.length === 2 ? first.slice(0, 2) + second : second);
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthWord = /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;
const seasons: Readonly<Record<string, number>> = { spring: 1, summer: 2, autumn: 3, fall: 3, winter: 4 };

function seasonIn(text: string): number | undefined {
  const word = text.trim().toLowerCase();
  return Object.hasOwn(seasons, word) ? seasons[word] : undefined;
}

type Parts = { -readonly [part in keyof WrittenDate]: WrittenDate[part] };

/** Years, months, days and seasons in any order. A dash or slash makes a range, unless it parts one date (`1-Sep-2001`). */
function readWords(text: string): WrittenDates | undefined {
  const dates: [Parts, Parts] = [{}, {}];
  let isRange = false;
  let isFirst = true;
  for (const [token] of text.toLowerCase().matchAll(/\d+|\p{L}{1,99}|[-–—/]/gu)) {
    if (/^[-–—/]$/.test(token)) {
      isRange ||= !isFirst;
      continue;
    }
    const read = addToken(dates[isRange ? 1 : 0], token);
    if (read) isFirst = false;
  }
  const [from, to] = dates;
  const isSplit = isRange && Object.keys(to).every((part) => !(part in from));
  if (isSplit) Object.assign(from, to);
  else if (isRange) completeRange(from, to);
  if (Object.keys(from).length === 0) return undefined;
  const isApproximate = /\bca?\.|\bca\b|\bcirca\b|\d\?/i.test(text);
  return { from, ...isRange && !isSplit && to.year !== undefined && { to }, isApproximate };
}

/** What a range says once counts for both its ends: `2001 Jan-Feb`, `15-21 Sep 2001`. */
function completeRange(from: Parts, to: Parts): void {
  if (from.year === undefined && to.year !== undefined) from.year = to.year;
  if (to.year === undefined && from.year !== undefined) to.year = from.year;
  if (from.month === undefined && from.day !== undefined && to.month !== undefined) from.month = to.month;
  if (to.month === undefined && to.day !== undefined && from.month !== undefined) to.month = from.month;
}

function addToken(date: Parts, token: string): boolean {
  const season = seasonIn(token);
  if (season !== undefined) date.season ??= season;
  else if (monthWord.test(token)) date.month ??= months.indexOf(token.slice(0, 3)) + 1;
  else if (/^\d{4}$/.test(token)) date.year ??= Number(token);
  else if (/^\d{1,2}$/.test(token) && Number(token) >= 1 && Number(token) <= 31) date.day ??= Number(token);
  else return false;
  return true;
}

/** The date in CSL's form; what tells no year stays as it is written. */
export function cslDateOf(dates: WrittenDates | undefined, written: string): CslDate | undefined {
  if (dates?.from.year === undefined) return written.trim() === "" ? undefined : { literal: written.trim() };
  const { from, to, isApproximate } = dates;
  const parts = [from, ...to === undefined ? [] : [to]].map(partsOf);
  const season = from.month === undefined ? from.season : undefined;
  return { "date-parts": parts, ...season !== undefined && { season }, ...isApproximate && { circa: true } };
}

function partsOf({ year, month, day }: WrittenDate): readonly number[] {
  return [year, month, month === undefined ? undefined : day].filter((part) => part !== undefined);
}

/** A date as it is written alone. */
export function readDate(written: string | undefined): CslDate | undefined {
  return written === undefined ? undefined : cslDateOf(readDates(written), written);
}

/**
 * One date from several fields that tell it, the authoritative one first: the fullest of those of its year, completed by a month
 * and day that stand alone (`PY  - 2001`, `DA  - SEP 12`).
 */
export function combineDates(fields: readonly string[]): CslDate | undefined {
  const read = fields.map((written) => ({ written, dates: readDates(written) }));
  const first = read.find(({ dates }) => dates?.from.year !== undefined);
  if (first === undefined) return read.map(({ dates, written }) => cslDateOf(dates, written)).find((date) => date !== undefined);
  const { year = 0, month } = first.dates?.from ?? {};
  const candidates = read
    .filter(({ dates }) => dates !== undefined && (dates.from.year ?? year) === year && (month ?? dates.from.month) === (dates.from.month ?? month))
    .map(({ dates, written }) => ({ written, dates: dates && { ...dates, from: { ...dates.from, year } } }));
  const fullest = candidates.reduce((best, candidate) => precision(candidate.dates) > precision(best.dates) ? candidate : best, first);
  return cslDateOf(fullest.dates, fullest.written);
}

function precision(dates: WrittenDates | undefined): number {
  return dates === undefined ? 0 : partsOf(dates.from).length * 2 + (dates.from.season === undefined ? 0 : 1);
}

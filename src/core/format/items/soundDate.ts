import { isObject } from "../../bibliography/cslJson/cslJsonItem";
import type { CslDate } from "../../model/cslItem";
import { parseEdtf } from "../fromBibtex/edtf";

const longestText = 200;

/** A date of whole numbers, or one in words; `undefined` where there is neither. A range has two dates, `[0]` for an open end. */
export function soundDate(value: unknown): CslDate | undefined {
  if (typeof value === "string" || typeof value === "number") return writtenDate(value);
  if (!isObject(value)) return undefined;
  const { "date-parts": dates, season, circa, literal, raw } = value;
  const [start = [], end] = Array.isArray(dates) ? dates.slice(0, 2).map(numbersOf) : [];
  if (start.length === 0 || (start[0] === 0 && end === undefined)) return literalDate(literal) ?? writtenDate(raw);
  const number = Number(season);
  return {
    "date-parts": end === undefined ? [start] : [start, end.length === 0 ? [0] : end],
    ...Number.isInteger(number) && number >= 1 && number <= 4 && { season: number },
    ...isTrue(circa) && { circa: true },
  };
}

/** A date in words is printed as it is written (CSL-JSON, `literal`), but for a plain year, which sorts as one. */
function literalDate(text: unknown): CslDate | undefined {
  const line = lineOf(text);
  return line === undefined || /^\d{4}$/.test(line) ? writtenDate(line) : { literal: line };
}

function writtenDate(text: unknown): CslDate | undefined {
  const line = lineOf(text);
  return line === undefined ? undefined : parseEdtf(line) ?? { literal: line };
}

function lineOf(text: unknown): string | undefined {
  if (typeof text !== "string" && typeof text !== "number") return undefined;
  const line = String(text).slice(0, longestText).replace(/\s+/g, " ").trim();
  return line === "" ? undefined : line;
}

function isTrue(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== "false" && value !== 0 && value !== "";
}

/** The leading parts that are numbers of a date. */
function numbersOf(date: unknown): readonly number[] {
  if (!Array.isArray(date)) return [];
  const numbers = date.slice(0, 3).map((part: unknown) => typeof part === "number" || (typeof part === "string" && part.trim() !== "") ? Number(part) : Number.NaN);
  const end = numbers.findIndex((number, index) => !Number.isInteger(number) || (index === 0 ? Math.abs(number) > 1e6 : number < 1 || number > 99));
  return end < 0 ? numbers : numbers.slice(0, end);
}

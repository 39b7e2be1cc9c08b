import type { CslDate, CslItem, CslName } from "../model/cslItem";

/**
 * A CSL item as Pandoc writes it in YAML (`references:`): dates may be strings (`2016-05`), numbers, or maps of year, month and
 * day; names may be plain strings; keywords may be lists. What has no meaning in CSL-JSON is left out.
 */
export function cslItemFromYaml(id: string, value: unknown): CslItem {
  const fields = Object.entries(isRecord(value) ? value : {}).flatMap(([name, field]) => {
    if (name === "id") return [];
    const converted = convert(name, field);
    return converted === undefined ? [] : [[name, converted] as const];
  });
  return Object.fromEntries([["id", id], ["type", "document"], ...fields]) as CslItem;
}

const names = /^(?:.*-)?(?:author|editor|translator|director|composer|illustrator|interviewer|recipient)$/;
const dates: ReadonlySet<string> = new Set(["issued", "accessed", "event-date", "original-date", "submitted", "available-date"]);

function convert(name: string, value: unknown): unknown {
  if (names.test(name)) return nameList(value);
  if (dates.has(name)) return date(value);
  if (typeof value === "string" || typeof value === "number") return value;
  if (name === "keyword" && Array.isArray(value)) return value.map(String).join(", ");
  return typeof value === "boolean" ? String(value) : undefined;
}

function nameList(value: unknown): readonly CslName[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const people = list.flatMap((person): readonly CslName[] => {
    if (typeof person === "string") return [{ literal: person }];
    if (!isRecord(person)) return [];
    return [Object.fromEntries(Object.entries(person).filter(([, part]) => typeof part === "string" || typeof part === "number").map(([part, text]) => [part === "name" ? "literal" : part, String(text)]))];
  });
  return people.length > 0 ? people : undefined;
}

function date(value: unknown): CslDate | undefined {
  if (typeof value === "number") return { "date-parts": [[value]] };
  if (value instanceof Date) return { "date-parts": [[value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate()]] };
  if (typeof value === "string") return dateFromText(value);
  if (Array.isArray(value)) {
    const parts = value.map(partsOf).filter((part) => part.length > 0);
    return parts.length > 0 ? { "date-parts": parts } : undefined;
  }
  if (!isRecord(value)) return undefined;
  if ("date-parts" in value || "literal" in value || "raw" in value) return value;
  const parts = partsOf(value);
  return parts.length > 0 ? { "date-parts": [parts] } : undefined;
}

function partsOf(value: unknown): readonly number[] {
  if (!isRecord(value)) return [];
  const numbers = ["year", "month", "day"].map((part) => Number(value[part]));
  const end = numbers.findIndex((number) => !Number.isInteger(number));
  return end < 0 ? numbers : numbers.slice(0, end);
}

function dateFromText(text: string): CslDate {
  const parts = text.split("/").map((part) => /^(-?\d{1,4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(part.trim()));
  if (parts.some((part) => part === null)) return { literal: text };
  return { "date-parts": parts.map((part) => [part?.[1], part?.[2], part?.[3]].flatMap((number) => number === undefined ? [] : [Number(number)])) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

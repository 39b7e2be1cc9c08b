import { isObject } from "../../bibliography/cslJson/cslJsonItem";
import type { BibliographyEntry } from "../../model/bibliography";
import type { CslItem } from "../../model/cslItem";
import { latexToUnicode } from "../../text/latexText";
import { verbatimText } from "../../format/fromBibtex/verbatim";

/** One field of a source: its name where it is written or in CSL, and its value in Unicode. */
export interface PageField {
  readonly name: string;
  readonly value: string;
  /** The entry has it from another one (`crossref`, `xdata`). */
  readonly isInherited?: boolean;
}

/** Identifiers and addresses, which LaTeX takes as they are written. */
const verbatimFields: ReadonlySet<string> = new Set(["doi", "eprint", "url", "verba", "verbb", "verbc"]);
/** What reference managers write for themselves, in no LaTeX. */
const rawFields: ReadonlySet<string> = new Set(["file", "pdf"]);

/** The fields as the entry has them, own ones first. */
export function writtenFields(entry: BibliographyEntry): readonly PageField[] {
  if (entry.format === "csl-json") return cslFields(entry.item);
  const own = new Set(entry.fields.map(({ name }) => name));
  const inherited = [...entry.effectiveFields].filter(([name]) => !own.has(name));
  return [
    ...entry.fields.map(({ name, value }) => ({ name, value: shownValue(name, value) })),
    ...inherited.map(([name, value]) => ({ name, value: shownValue(name, value), isInherited: true })),
  ];
}

function shownValue(name: string, value: string): string {
  if (rawFields.has(name)) return value;
  return verbatimFields.has(name) ? verbatimText(value) || value : latexToUnicode(value);
}

/** The variables of an item: names and dates as people write them, what CSL does not know as JSON. */
export function cslFields(item: CslItem): readonly PageField[] {
  return Object.entries(item).filter(([name]) => name !== "id").map(([name, value]) => ({ name, value: valueOf(value) }));
}

function valueOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.length > 0 && value.every(isObject)) return value.map(nameOf).join("; ");
  return (isObject(value) ? dateOf(value) : undefined) ?? json(value);
}

function nameOf(name: Readonly<Record<string, unknown>>): string {
  const part = (key: string): string => typeof name[key] === "string" ? name[key] : "";
  const given = [part("given"), part("dropping-particle")].filter((text) => text !== "").join(" ");
  const family = [part("non-dropping-particle"), part("family")].filter((text) => text !== "").join(" ");
  return [family || part("literal"), given, part("suffix")].filter((text) => text !== "").join(", ") || json(name);
}

function dateOf(date: Readonly<Record<string, unknown>>): string | undefined {
  const { "date-parts": dates, literal, raw } = date;
  if (Array.isArray(dates) && dates.every((parts) => Array.isArray(parts) && parts.every((part) => typeof part === "number" || typeof part === "string"))) {
    return (dates as readonly (readonly (number | string)[])[]).map((parts) => parts.map((part) => String(part).padStart(2, "0")).join("-")).join(" / ");
  }
  return [literal, raw].find((text): text is string => typeof text === "string");
}

function json(value: unknown): string {
  const text: unknown = JSON.stringify(value);
  return typeof text === "string" ? text : "";
}

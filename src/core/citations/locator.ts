import type { Locator } from "../model/citation";
import { locatorLabels } from "./locatorLabels";

export interface ReadLocator {
  readonly locator: Locator | undefined;
  /** What is left of the suffix, trimmed; its leading punctuation stays. */
  readonly suffix: string;
}

// Numbers, roman numerals and ranges of them, with letters at their ends: 33, 3–5, 12a, xiv, 3.2, §4, 1:23, A-12.
const number = String.raw`(?:[A-Za-z]?\d+[\p{L}\d]{0,99}(?:[.:/]\d+\p{L}{0,99}){0,99}|[ivxlcdmIVXLCDM]+(?![\p{L}]))`;
const range = String.raw`${number}(?:\s*[-–—−]+\s*${number})?(?:\s?(?:ff?\.?|sqq?\.)(?![\p{L}]))?`;
const extent = String.raw`${range}(?:\s*(?:,|&|and|und|et|;)\s*(?=\d)${range})*`;
const labels = [...locatorLabels.keys()].sort((a, b) => b.length - a.length).map(escape).join("|");

const labelled = new RegExp(String.raw`^(?:,?\s*)(${labels})(?:(?<=[\p{L}])\s+|(?<![\p{L}])\s*)(${extent})`, "iu");
const bare = new RegExp(String.raw`^(?:,?\s*)((?=[^\s]*\d)${extent})`, "u");
/** No locator is longer; suffixes of any length are looked at no further. */
const longestLocator = 300;
const braced = /^,?\s*\{([^{}]*)\}/;
const labelOnly = new RegExp(String.raw`^\s*(${labels})(?:(?<=[\p{L}])\s+|(?<![\p{L}])\s*)(.*)$`, "isu");

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/**
 * Takes the locator off the start of a citation's suffix as Pandoc's citeproc does: `, pp. 3–5, and passim` → page 3–5 and
 * `, and passim`. A number without a label is a page; braces say where the locator begins and ends.
 */
export function readLocator(suffix: string): ReadLocator {
  const text = suffix.trim();
  const head = text.slice(0, longestLocator);
  const inBraces = braced.exec(head);
  if (inBraces !== null) return { locator: locatorIn(inBraces[1] ?? ""), suffix: text.slice(inBraces[0].length).trim() };
  const withLabel = labelled.exec(head);
  if (withLabel !== null && endsWell(text, withLabel[0].length)) {
    return { locator: { label: labelOf(withLabel[1] ?? ""), value: (withLabel[2] ?? "").trim() }, suffix: text.slice(withLabel[0].length).trim() };
  }
  const withoutLabel = bare.exec(head);
  if (withoutLabel !== null && endsWell(text, withoutLabel[0].length)) {
    return { locator: { label: "page", value: (withoutLabel[1] ?? "").trim() }, suffix: text.slice(withoutLabel[0].length).trim() };
  }
  return { locator: undefined, suffix: text };
}

/** A number that goes on as a word (`3rd edition`, `2nd`) is none. */
function endsWell(text: string, end: number): boolean {
  return !/[\p{L}\d]/u.test(text.charAt(end)) && !/\d(?:st|nd|rd|th)$/.test(text.slice(0, end));
}

function locatorIn(contents: string): Locator | undefined {
  const text = contents.trim();
  if (text === "") return undefined;
  const match = labelOnly.exec(text);
  return match === null ? { label: "page", value: text } : { label: labelOf(match[1] ?? ""), value: (match[2] ?? "").trim() };
}

function labelOf(term: string): string {
  return locatorLabels.get(term.toLowerCase()) ?? "page";
}

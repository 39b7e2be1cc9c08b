import type { CslDate, CslItem, CslName } from "../../model/cslItem";
import { soundItem } from "../items/soundItem";
import { withoutMarks } from "../markup/marks";
import { markOthers } from "./others";

/** Longer text is cut for printing; the processor's time grows faster than the text, and no reference has it. */
const longestText = 5_000;
const mostNames = 1_000;
/** Text with more straight quotation marks has them made curly here; the processor looks for the partner of each. */
const mostQuotes = 100;

/** Other names of variables: older ones, and those of citeproc-js. */
const synonyms: readonly (readonly [name: string, synonym: string])[] = [
  ["event-title", "event"], ["event", "event-title"], ["title-short", "shortTitle"], ["container-title-short", "journalAbbreviation"],
];

/** An item as the processor can take it, whatever it holds. */
export function processorItem(item: CslItem, id: string): Readonly<Record<string, unknown>> {
  const { type, texts, names, dates } = soundItem(item);
  const variables = new Map<string, unknown>([
    ...[...texts].map(([variable, text]) => [variable, variable === "number" ? withHyphens(limited(text)) : wholeWords(withPlainQuotes(limited(text)))] as const),
    ...[...names].map(([variable, list]) => [variable, markOthers(list.slice(0, mostNames).map(limitedName))] as const),
    ...[...dates].map(([variable, date]) => [variable, evenDate(date)] as const),
  ]);
  for (const [name, synonym] of synonyms) {
    if (!variables.has(name) && variables.has(synonym)) variables.set(name, variables.get(synonym));
  }
  return { ...Object.fromEntries(variables), id, type: limited(type) };
}

/**
 * The processor takes what is left of a word whose letters are protected for a word of its own: `{D}rosophila` would become DRosophila in a
 * title. The whole word is protected instead.
 */
function wholeWords(text: string): string {
  if (!text.includes('<span class="nocase">')) return text;
  return text.replaceAll('</span><span class="nocase">', "")
    .replace(/([\p{L}\p{N}]{0,99})<span class="nocase">([^<]{0,9999})<\/span>([\p{L}\p{N}]{0,99})/gu, '<span class="nocase">$1$2$3</span>');
}

/** The processor sets straight quotation marks as the language and the marks around them want it; it leaves others as they are. */
function withPlainQuotes(text: string): string {
  return text.replace(/“([^“”]*)”/g, '"$1"').replace(/(?<![\p{L}\p{N}])‘(?=\S)([^‘’]{0,9999})(?<=\S)’(?![\p{L}\p{N}])/gu, "'$1'");
}

/** The processor makes dashes of the hyphens between numbers, which the number of a report has and a range of pages has not. */
function withHyphens(text: string): string {
  return text.replace(/(?<!\\)-/g, "\\-");
}

function limited(text: string): string {
  const short = withoutMarks(text.slice(0, longestText));
  return (short.match(/['"]/g)?.length ?? 0) > mostQuotes ? short.replaceAll("'", "’").replaceAll('"', "”") : short;
}

function limitedName(name: CslName): CslName {
  return Object.fromEntries(Object.entries(name).map(([part, text]) => [part, typeof text === "string" ? limited(text) : text]));
}

/** Both sides of a range need the same parts, or the processor fails. A range without an end has zeros there. */
function evenDate(date: CslDate): CslDate {
  if (date.literal !== undefined) return { literal: withoutMarks(date.literal) };
  const [start = [], end] = date["date-parts"] ?? [];
  if (end === undefined) return date;
  const isOpen = end[0] === 0;
  const length = isOpen ? start.length : Math.min(start.length, end.length);
  return { ...date, "date-parts": [start.slice(0, length), isOpen ? start.slice(0, length).map(() => 0) : end.slice(0, length)] };
}

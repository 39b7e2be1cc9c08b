import type { Locator } from "../model/citation";
import { plainLine } from "../text/escape";
import { locatorTerm, locatorValue } from "./locatorText";
import { parseMarkdown } from "./markdown/parseMarkdown";
import { locatorTerms, readPandocLocator } from "./markdown/pandocLocator";

/** The words around a key. Words are the document's own markup: `\emph{cf.}` and `*cf.*` stay what they are. */
export interface CitationNotes {
  readonly prefix: string;
  readonly locator?: Locator;
  readonly suffix: string;
}

export const noNotes: CitationNotes = { prefix: "", suffix: "" };

export function hasNotes({ prefix, locator, suffix }: CitationNotes): boolean {
  return prefix.trim() !== "" || suffix.trim() !== "" || locator !== undefined;
}

/** The parts of a citation in Pandoc's Markdown. */
export interface PandocNotes {
  /** `see `, with its space. */
  readonly before: string;
  /** `, pp. 3–5, and passim` */
  readonly behind: string;
}

/** Notes as they stand in brackets before and behind a key (Pandoc User's Guide, “Citation syntax”). */
export function pandocNotes(notes: CitationNotes, locale: string | undefined): PandocNotes {
  const asWritten = notesWith(inBrackets, notes, locale);
  return isReadBack(asWritten) ? asWritten : notesWith(escaped, notes, locale);
}

function notesWith(write: (text: string) => string, { prefix, locator, suffix }: CitationNotes, locale: string | undefined): PandocNotes {
  const before = write(prefix);
  return { before: before === "" ? "" : `${before} `, behind: behindKey(locator, write(suffix), locale) };
}

/** Marks of emphasis, quotations and code may reach across a key in ways that counting them does not tell. */
function isReadBack({ before, behind }: PandocNotes): boolean {
  const [cluster, ...others] = parseMarkdown(`[${before}@a; @b${behind}]`).clusters;
  return others.length === 0 && cluster?.citationItems.map(({ key }) => key).join() === "a,b";
}

/** A place is words and numbers, with their punctuation. */
const noLocator = /[{}[\]@*_`$\\"“”'‘’<>~^|#!]/g;

/** Braces hold a locator together that would be read otherwise, and say with nothing in them that what follows is none. */
function behindKey(locator: Locator | undefined, suffix: string, locale: string | undefined): string {
  const terms = locatorTerms(locale);
  const rest = suffix === "" || /^[,.:–—)]/.test(suffix) ? suffix : `, ${suffix}`;
  if (locator === undefined) return readPandocLocator(rest, terms).locator === undefined && !rest.startsWith("{") ? rest : `{}${rest}`;
  const value = locatorValue(plainLine(locator.value.replaceAll(";", ",").replace(noLocator, "")), "–");
  const text = `${locatorTerm({ ...locator, value }, locale)} ${value}`;
  const read = readPandocLocator(`, ${text}${rest}`, terms);
  const isPlain = read.locator?.label === locator.label && read.locator.value === value && read.suffix === rest.trim();
  return isPlain ? `, ${text}${rest}` : `, {${text}}${rest}`;
}

/** Signs that end a citation or split it are escaped, and marks that have no partner. */
function inBrackets(text: string): string {
  const line = plainLine(text);
  const lonely = ["`", "$", "*", "_", "\""].filter((sign) => line.split(sign).length % 2 === 0).join("");
  const isTagged = line.includes(">");
  return line.replace(/\\[^\s\w]|./gu, (part) =>
    part.length > 1 ? part : "[]{};@\\".includes(part) || lonely.includes(part) || (part === "<" && !isTagged) ? `\\${part}` : part);
}

/** Nothing of it is markup. */
function escaped(text: string): string {
  return plainLine(text).replace(/[!-/:-@[-`{-~]/g, "\\$&");
}

/** Notes of a key in a MyST role: `{see}` and `{p. 3}`. */
export function roleNotes({ prefix, locator, suffix }: CitationNotes, locale: string | undefined): PandocNotes {
  const [before, rest] = [inRole(prefix), inRole(suffix)];
  const place = locator === undefined ? "" : `${locatorTerm(locator, locale)} ${locatorValue(inRole(locator.value), "–")}`;
  const behind = joined(place, rest);
  return { before: before === "" ? "" : `{${before}}`, behind: behind === "" ? "" : `{${behind}}` };
}

/** A role has no escapes. */
function inRole(text: string): string {
  return plainLine(text).replaceAll("{", "(").replaceAll("}", ")").replaceAll("`", "'");
}

/** Options of a citation command: `[see][pp.~3--5]`; nothing where there is nothing to say. */
export function latexNotes({ prefix, locator, suffix }: CitationNotes): { readonly prenote: string; readonly postnote: string } {
  const place = locator === undefined ? "" : `${locatorTerm(locator, undefined).replaceAll("§", "\\S").replaceAll(" ", "~")}~${locatorValue(inLatex(locator.value), "--")}`;
  return { prenote: inLatex(prefix), postnote: joined(place, inLatex(suffix)) };
}

function joined(place: string, rest: string): string {
  if (place === "" || rest === "") return place + rest;
  return /^[,.;:–—]/.test(rest) ? place + rest : `${place}, ${rest}`;
}

/** Commands stay, signs that would do harm are escaped. */
function inLatex(text: string): string {
  const line = plainLine(text);
  const isMath = /\$[^$]*\$/.test(line);
  const escaped = line.replace(/\\[^\s]|./gu, (part) => part === "\\" ? "\\textbackslash{}" : part.length > 1 || !(isMath ? /[%#&]/ : /[%#&_$^]/).test(part) ? part : part === "^" ? "\\^{}" : `\\${part}`);
  return isBalanced(escaped) ? escaped : escaped.replace(/(\\[^\s])|[{}]/g, (part, command: string | undefined) => command ?? `\\${part}`);
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(/\\[^\s]|[{}]/g)) {
    if (sign === "{") depth++;
    else if (sign === "}" && --depth < 0) return false;
  }
  return depth === 0;
}

/** A note in an option: one that holds brackets is put in braces. */
export function latexOption(note: string): string {
  return /[[\]]/.test(note) ? `[{${note}}]` : `[${note}]`;
}

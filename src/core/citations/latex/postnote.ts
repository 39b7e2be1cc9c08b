import type { Locator } from "../../model/citation";
import { latexToUnicode } from "../../text/latexText";
import { foldSource, foldSpace } from "./latexSpace";
import { readLocator } from "../locator";

/** A number alone is told by its letters up to here; Roman numbers are shorter. */
const longestNumerals = 60;
const roman = /^(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i;

/** BibLaTeX's commands for postnotes (its manual, 3.14.3), which print no more than these words. */
const pageCommands: readonly (readonly [pattern: RegExp, text: string])[] = [
  [/\\pno(?![A-Za-z@])/g, "p."], [/\\ppno(?![A-Za-z@])/g, "pp."], [/\\nopp(?![A-Za-z@])/g, ""],
  [/\\psqq(?![A-Za-z@])/g, " ff."], [/\\psq(?![A-Za-z@])/g, " f."],
];

/** A citation inside a note is a citation of its own, not a part of what the note says. */
const innerCitation = /\\[A-Za-z]*[cC]ite[A-Za-z]*\*?\s{0,9}(?:\[[^[\]]{0,200}\]\s{0,9}){0,3}\{[^{}]*\}/g;

export interface Postnote {
  readonly locator: Locator | undefined;
  readonly suffix: string;
}

/** What a note in LaTeX says, as plain text on one line: `see~\emph{also}` → `see also`. Spaces of every width are spaces. */
export function noteText(source: string): string {
  const folded = foldSource(source);
  return foldSpace(latexToUnicode(folded.includes("\\") ? withoutCommands(folded) : folded));
}

function withoutCommands(note: string): string {
  return pageCommands.reduce((text, [pattern, words]) => text.replace(pattern, words), note.replace(innerCitation, ""));
}

/** Locator and suffix of a postnote in plain text: `p. 3, and passim`. As in biblatex a number, Arabic or Roman, or a range of them is a page. */
export function readPostnote(text: string): Postnote {
  if (isRomanPages(text)) return { locator: { label: "page", value: text }, suffix: "" };
  // Braces that LaTeX prints do not mark a locator, as they do in Markdown.
  return text.startsWith("{") ? { locator: undefined, suffix: text } : readLocator(text);
}

function isRomanPages(text: string): boolean {
  return text.length <= longestNumerals && text.split(/\s*[-–—]+\s*/).every((number) => roman.test(number));
}

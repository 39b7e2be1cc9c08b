import type { Locator } from "../../model/citation";
import { plainCslText } from "../../text/cslMarkup";
import { readLocator } from "../locator";
import { markedTail } from "../markedTail";
import { noText, type NoteText } from "./noteText";

/** A number alone is told by its letters up to here; Roman numbers are shorter. */
const longestNumerals = 60;
const roman = /^(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i;

export interface Postnote {
  readonly locator: Locator | undefined;
  readonly suffix: NoteText;
}

/** Locator and suffix of a postnote: `p. 3, and passim`. As in biblatex a number, Arabic or Roman, or a range of them is a page. */
export function readPostnote(note: NoteText): Postnote {
  if (isRomanPages(note.plain)) return { locator: { label: "page", value: note.plain }, suffix: noText };
  // Braces that LaTeX prints do not mark a locator, as they do in Markdown.
  if (note.plain.startsWith("{")) return { locator: undefined, suffix: note };
  const { locator, suffix } = readLocator(note.plain);
  return { locator, suffix: { plain: suffix, marked: markedSuffix(note, suffix) } };
}

/** The end of a note; plain where the two say it in other letters (`x₂`), so that their ends are not the same. */
function markedSuffix({ plain, marked }: NoteText, suffix: string): string {
  if (suffix === plain) return marked;
  return marked !== plain && plainCslText(marked) === plain ? markedTail(marked, suffix) : suffix;
}

function isRomanPages(text: string): boolean {
  return text.length <= longestNumerals && text.split(/\s*[-–—]+\s*/).every((number) => roman.test(number));
}

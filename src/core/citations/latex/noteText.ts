import type { CitationItem } from "../../model/citation";
import { latexToUnicode } from "../../text/latexText";
import { latexToCsl } from "../../text/latexToCsl";
import { foldSource, foldSpace } from "./latexSpace";

/** BibLaTeX's commands for postnotes (its manual, 3.14.3), which print no more than these words. */
const pageCommands: readonly (readonly [pattern: RegExp, text: string])[] = [
  [/\\pno(?![A-Za-z@])/g, "p."], [/\\ppno(?![A-Za-z@])/g, "pp."], [/\\nopp(?![A-Za-z@])/g, ""],
  [/\\psqq(?![A-Za-z@])/g, " ff."], [/\\psq(?![A-Za-z@])/g, " f."],
];

/** A citation inside a note is a citation of its own, not a part of what the note says. */
const innerCitation = /\\[A-Za-z]*[cC]ite[A-Za-z]*\*?\s{0,9}(?:\[[^[\]]{0,200}\]\s{0,9}){0,3}\{[^{}]*\}/g;

/** Whether a note may hold emphasis, or letters that are raised. */
const mayBeMarked = /\\[a-zA-Z]|\$/;

/** What a note says on one line, plain and with emphasis as CSL-JSON has it in its text. Spaces of every width are spaces. */
export interface NoteText {
  readonly plain: string;
  readonly marked: string;
}

export const noText: NoteText = { plain: "", marked: "" };

/** What a note in LaTeX says: `see~\emph{also}` → `see also` and `see <i>also</i>`. */
export function noteText(source: string): NoteText {
  const folded = foldSource(source);
  const written = folded.includes("\\") ? withoutCommands(folded) : folded;
  const plain = foldSpace(latexToUnicode(written));
  return { plain, marked: mayBeMarked.test(written) ? foldSpace(latexToCsl(written)) : plain };
}

export function joinedTexts(texts: readonly NoteText[], separator: string): NoteText {
  const said = texts.filter(({ plain }) => plain !== "");
  return { plain: said.map(({ plain }) => plain).join(separator), marked: said.map(({ marked }) => marked).join(separator) };
}

/** What an item keeps of its notes. */
export function affixesOf(prefix: NoteText, suffix: NoteText): Pick<CitationItem, "prefix" | "suffix" | "markedPrefix" | "markedSuffix"> {
  return {
    prefix: prefix.plain,
    suffix: suffix.plain,
    ...prefix.marked !== prefix.plain && { markedPrefix: prefix.marked },
    ...suffix.marked !== suffix.plain && { markedSuffix: suffix.marked },
  };
}

function withoutCommands(note: string): string {
  return pageCommands.reduce((text, [pattern, words]) => text.replace(pattern, words), note.replace(innerCitation, ""));
}

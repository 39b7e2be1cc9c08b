import { locatorWords } from "../citations/locatorWords";
import type { LocatorSlot } from "../model/citation";
import type { ParsedDocument } from "../model/document";
import type { TextRange } from "../model/textRange";

export interface LocatorSuggestion {
  /** `pp.` */
  readonly term: string;
  /** `pages` */
  readonly meaning: string;
  /** Replaces the answer's range. */
  readonly insertText: string;
}

/** Labels of locators in their order. */
export interface LocatorAnswer {
  /** The label under the cursor, on both sides of it. */
  readonly range: TextRange;
  readonly suggestions: readonly LocatorSuggestion[];
}

/** The labels that may stand at the offset: those of the document's language that begin with what is written there. */
export function completeLocator(document: ParsedDocument, text: string, offset: number): LocatorAnswer | undefined {
  const slot = document.locatorSlots.find(({ range }) => offset >= range.start && offset <= range.end);
  if (slot === undefined) return undefined;
  const query = text.slice(slot.range.start, offset).toLowerCase();
  const write = writerFor(slot, text);
  const suggestions = locatorWords(document.settings.locale)
    .map(({ term, meaning }) => ({ term: slot.syntax === "postnote" ? inLatex(term) : term, meaning }))
    .filter(({ term }) => term.toLowerCase().startsWith(query))
    .map(({ term, meaning }) => ({ term, meaning, insertText: write(term) }));
  return suggestions.length === 0 ? undefined : { range: slot.range, suggestions };
}

/** A space before a label that stands close to its comma, and one behind it where there is none yet; in LaTeX one that no line breaks at. */
function writerFor({ syntax, range: { start, end } }: LocatorSlot, text: string): (term: string) => string {
  const before = syntax === "pandoc" && text.charAt(start - 1) === "," ? " " : "";
  const gap = syntax === "postnote" ? "~" : " ";
  const behind = /[\s~]/.test(text.charAt(end)) ? "" : gap;
  return (term) => before + term + behind;
}

function inLatex(term: string): string {
  return term.replaceAll("§", "\\S").replaceAll("¶", "\\P").replaceAll(" ", "~");
}

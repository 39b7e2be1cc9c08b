import { keysForSlot } from "../citations/writeCitation";
import type { Library, Source } from "../library/library";
import type { CitationKey, KeySlot } from "../model/citation";
import type { ParsedDocument } from "../model/document";
import type { TextRange } from "../model/textRange";

export interface CitationSuggestion {
  readonly source: Source;
  /** Replaces the answer's range. */
  readonly insertText: string;
  readonly isCited: boolean;
}

/** Suggestions in their order; the caller does not filter or sort them again. */
export interface CompletionAnswer {
  /** The key under the cursor, on both sides of it. */
  readonly range: TextRange;
  /** What is written of the key before the cursor. */
  readonly query: string;
  readonly suggestions: readonly CitationSuggestion[];
}

/** A list longer than a person reads; typing on narrows it. */
const longestList = 200;

/** Whether a key could be written at the offset: cheap, so that hosts ask before they load a library. */
export function findKeySlot(document: ParsedDocument, offset: number): KeySlot | undefined {
  return document.keySlots.find(({ range }) => offset >= range.start && offset <= range.end);
}

/** The sources that may stand at the offset, best first; `undefined` where no citation can stand. */
export function completeCitation(document: ParsedDocument, text: string, offset: number, library: Library): CompletionAnswer | undefined {
  const slot = findKeySlot(document, offset);
  if (slot === undefined) return undefined;
  const query = text.slice(slot.range.start, offset);
  const distances = citationDistances(document, slot.range);
  const sources = library.search(query, { limit: longestList, preference: (key) => distances.get(key) ?? Infinity });
  return {
    range: slot.range,
    query,
    suggestions: sources.map((source) => ({
      source,
      insertText: keysForSlot(slot.syntax, [source.key]),
      isCited: distances.has(source.key),
    })),
  };
}

/** How far away each cited key stands from the slot; what is being typed in the slot itself is no citation yet. */
function citationDistances(document: ParsedDocument, slot: TextRange): ReadonlyMap<CitationKey, number> {
  const distances = new Map<CitationKey, number>();
  for (const { citationItems } of document.clusters) {
    for (const { key, keyRange } of citationItems) {
      if (keyRange.start === slot.start) continue;
      const distance = Math.abs(keyRange.start - slot.start);
      distances.set(key, Math.min(distance, distances.get(key) ?? Infinity));
    }
  }
  return distances;
}

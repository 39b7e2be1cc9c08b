import { keysForSlot } from "../citations/writeCitation";
import type { Library, Source } from "../library/library";
import { preferenceFor } from "../library/search/preference";
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
  /** The query is a whole key already. */
  readonly isKey: boolean;
  readonly suggestions: readonly CitationSuggestion[];
}

/** A list longer than a person reads; typing on narrows it. */
const longestList = 200;

/** Whether a key could be written at the offset: cheap, so that hosts ask before they load a library. */
export function findKeySlot(document: ParsedDocument, offset: number): KeySlot | undefined {
  return document.keySlots.find(({ range }) => offset >= range.start && offset <= range.end);
}

/** What a writer searches for at an offset: what is written of a key, in Markdown also the words behind it (`@zakharova 2016 econ`). */
export interface KeyQuery {
  readonly slot: KeySlot;
  /** Where words stand behind the key, the key with them up to the offset. */
  readonly range: TextRange;
  readonly isBehindKey: boolean;
}

/** Words of a search, on the same line; nobody searches with more. */
const wordsBehindKey = /^(?: [\p{L}\p{N}\p{M}'’-]{1,100}){0,6} ?$/u;
const longestQuery = 120;

export function findKeyQuery(document: ParsedDocument, text: string, offset: number): KeyQuery | undefined {
  const slot = findKeySlot(document, offset);
  if (slot !== undefined) return { slot, range: slot.range, isBehindKey: false };
  const before = document.keySlots.findLast(({ range }) => range.end < offset);
  if (before?.syntax !== "bare" || before.range.start === before.range.end || offset - before.range.start > longestQuery) return undefined;
  if (!wordsBehindKey.test(text.slice(before.range.end, offset)) || /[\p{L}\p{N}]/u.test(text.charAt(offset))) return undefined;
  return { slot: before, range: { start: before.range.start, end: offset }, isBehindKey: true };
}

/** The sources that may stand at the offset, best first; `undefined` where no citation can stand. In steps, as a library may be large. */
export function* completeCitation(document: ParsedDocument, text: string, offset: number, library: Library): Generator<void, CompletionAnswer | undefined> {
  const asked = findKeyQuery(document, text, offset);
  if (asked === undefined) return undefined;
  const { slot, range, isBehindKey } = asked;
  // Behind a key that there is, words are what they say.
  if (isBehindKey && library.get(text.slice(slot.range.start, slot.range.end)) !== undefined) return undefined;
  const query = text.slice(range.start, offset);
  const distances = citationDistances(document, slot.range);
  const sources = yield* library.searchInSteps(query, { limit: longestList, preference: preferenceFor(distances) });
  return {
    range,
    query,
    isKey: library.get(query) !== undefined,
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

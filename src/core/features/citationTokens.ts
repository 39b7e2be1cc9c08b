import type { Library } from "../library/library";
import type { CitationCluster, CitationItem } from "../model/citation";
import type { ParsedDocument } from "../model/document";
import type { TextRange } from "../model/textRange";
import { isCitation } from "./citedItems";

/** A piece of a citation that an editor may colour. */
export interface CitationToken {
  readonly kind: "key" | "locator" | "affix";
  readonly range: TextRange;
  /** Of keys: whether a library in scope has it. */
  readonly isKnown: boolean;
}

const clustersInStep = 500;

/** The keys, locators and affixes of a document's citations in order, none over another, in steps. */
export function* citationTokens(document: ParsedDocument, text: string, library: Library): Generator<void, readonly CitationToken[]> {
  const tokens: CitationToken[] = [];
  for (const [index, cluster] of document.clusters.entries()) {
    if (index % clustersInStep === 0) yield;
    tokens.push(...tokensOf(cluster, text, library));
  }
  for (const { key, keyRange } of document.mentions) tokens.push({ kind: "key", range: keyRange, isKnown: library.get(key) !== undefined });
  return withoutOverlaps(tokens);
}

function tokensOf(cluster: CitationCluster, text: string, library: Library): readonly CitationToken[] {
  const { citationItems, range } = cluster;
  return citationItems.flatMap((item, index) => {
    if (!isCitation(item, library)) return [];
    const before = { start: citationItems[index - 1]?.keyRange.end ?? range.start, end: item.keyRange.start };
    const behind = { start: item.keyRange.end, end: citationItems[index + 1]?.keyRange.start ?? range.end };
    const notes = { start: range.start, end: citationItems[0]?.keyRange.start ?? range.start };
    return [{ kind: "key", range: item.keyRange, isKnown: library.get(item.key) !== undefined } as const, ...notesOf(item, text, [before, behind, notes])];
  });
}

/** Facts have the words of a citation, not their places: they stand once before or behind the key, or not at all as they are told. */
function notesOf({ prefix, suffix, locator }: CitationItem, text: string, [before, behind, notes]: readonly [TextRange, TextRange, TextRange]): readonly CitationToken[] {
  const tokens: CitationToken[] = [];
  const add = (kind: "locator" | "affix", words: string, places: readonly TextRange[]): void => {
    const found = words === "" ? undefined : places.map((place) => rangeIn(text, words, place)).find((range) => range !== undefined);
    if (found !== undefined) tokens.push({ kind, range: found, isKnown: false });
  };
  add("affix", prefix.trim(), [before, notes]);
  add("locator", locator?.value.trim() ?? "", [behind, before, notes]);
  add("affix", suffix.replace(/^[\s,;]+/, "").trim(), [behind, before, notes]);
  return tokens;
}

function rangeIn(text: string, words: string, { start, end }: TextRange): TextRange | undefined {
  const place = text.slice(start, end).indexOf(words);
  return place < 0 ? undefined : { start: start + place, end: start + place + words.length };
}

/** Keys win over what stands around them. */
function withoutOverlaps(tokens: readonly CitationToken[]): readonly CitationToken[] {
  const inOrder = [...tokens].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const kept: CitationToken[] = [];
  for (const token of inOrder) {
    if (token.range.start === token.range.end) continue;
    while (token.kind === "key" && (kept.at(-1)?.range.end ?? 0) > token.range.start && kept.at(-1)?.kind !== "key") kept.pop();
    if ((kept.at(-1)?.range.end ?? 0) <= token.range.start) kept.push(token);
  }
  return kept;
}

/** The one change that makes `after` of `before`: what is the same at both ends stays. */
export function changeOf(before: Uint32Array, after: Uint32Array): { readonly start: number; readonly deleteCount: number; readonly data: Uint32Array } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { start, deleteCount: before.length - end - start, data: after.slice(start, after.length - end) };
}

import type { CitationCluster, CitationItem, CitationKey } from "../model/citation";
import type { ParsedDocument } from "../model/document";
import type { TextRange } from "../model/textRange";
import type { Library } from "../library/library";

export interface CitedItem {
  readonly item: CitationItem;
  readonly cluster: CitationCluster;
}

type KeyLookup = Pick<Library, "get">;

/** `\nocite{*}` and Pandoc's `nocite: '@*'`: an item that stands for every source and for none in particular. */
export function isWildcard({ key, mode }: CitationItem): boolean {
  return mode === "nocite" && key === "*";
}

/** Whether an item cites a source: a key that looks like a cross-reference does only when the library knows it. */
export function isCitation(item: CitationItem, library: KeyLookup): boolean {
  return !isWildcard(item) && (item.mayBeCrossReference !== true || library.get(item.key) !== undefined);
}

/** The document's citations in order. */
export function citedItems(document: ParsedDocument, library: KeyLookup): readonly CitedItem[] {
  return document.clusters.flatMap((cluster) =>
    cluster.citationItems.filter((item) => isCitation(item, library)).map((item) => ({ item, cluster })));
}

/** A key as it stands in a document: cited, named without being cited (`\defcitealias`), or that of a source which the document defines itself. */
export interface WrittenKey {
  readonly key: CitationKey;
  readonly range: TextRange;
}

/** The document's keys, in order. */
export function writtenKeys(document: ParsedDocument, library: KeyLookup): readonly WrittenKey[] {
  const cited = citedItems(document, library).map(({ item }) => item);
  return [...cited, ...document.mentions, ...document.inlineSources]
    .map(({ key, keyRange }) => ({ key, range: keyRange }))
    .sort((a, b) => a.range.start - b.range.start);
}

/** Whether something like a key stands at an offset; its end counts, as the cursor may stand there. What is in scope decides then. */
export function mayBeKeyAt({ clusters, mentions, inlineSources }: ParsedDocument, offset: number): boolean {
  const isThere = ({ keyRange: { start, end } }: { readonly keyRange: TextRange }): boolean => offset >= start && offset <= end;
  return clusters.some(({ citationItems }) => citationItems.some(isThere)) || mentions.some(isThere) || inlineSources.some(isThere);
}

export function writtenKeyAt(document: ParsedDocument, library: KeyLookup, offset: number): WrittenKey | undefined {
  return mayBeKeyAt(document, offset) ? writtenKeys(document, library).find(({ range: { start, end } }) => offset >= start && offset <= end) : undefined;
}

/** How often each key is cited. */
export function countCitations(document: ParsedDocument): ReadonlyMap<CitationKey, number> {
  const counts = new Map<CitationKey, number>();
  for (const { citationItems } of document.clusters) {
    for (const { key } of citationItems) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

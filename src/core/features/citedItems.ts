import type { CitationCluster, CitationItem, CitationKey } from "../model/citation";
import type { ParsedDocument } from "../model/document";
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

/** The citation whose key stands at an offset; its end counts, as the cursor may stand there. */
export function citationAt(document: ParsedDocument, library: KeyLookup, offset: number): CitedItem | undefined {
  for (const cluster of document.clusters) {
    if (offset < cluster.range.start || offset > cluster.range.end) continue;
    const item = cluster.citationItems.find(({ keyRange }) => offset >= keyRange.start && offset <= keyRange.end);
    if (item && isCitation(item, library)) return { item, cluster };
  }
  return undefined;
}

/** How often each key is cited. */
export function countCitations(document: ParsedDocument): ReadonlyMap<CitationKey, number> {
  const counts = new Map<CitationKey, number>();
  for (const { citationItems } of document.clusters) {
    for (const { key } of citationItems) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

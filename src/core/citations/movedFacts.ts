import type { CitationCluster } from "../model/citation";
import type { TextRange } from "../model/textRange";

function movedRange({ start, end }: TextRange, by: number): TextRange {
  return { start: start + by, end: end + by };
}

/** A citation that stands further down. */
export function movedCluster(cluster: CitationCluster, by: number): CitationCluster {
  return {
    ...cluster,
    range: movedRange(cluster.range, by),
    citationItems: cluster.citationItems.map((item) => ({ ...item, keyRange: movedRange(item.keyRange, by) })),
  };
}

/** A place that is further down. */
export function movedSlot<T extends { readonly range: TextRange }>(slot: T, by: number): T {
  return { ...slot, range: movedRange(slot.range, by) };
}

import type { CitationCluster } from "../model/citation";
import { movedBy, movedRange } from "../text/moved";

/** A citation that stands further down. */
export function movedCluster(cluster: CitationCluster, by: number): CitationCluster {
  return { ...movedBy(cluster, by), citationItems: cluster.citationItems.map((item) => ({ ...item, keyRange: movedRange(item.keyRange, by) })) };
}

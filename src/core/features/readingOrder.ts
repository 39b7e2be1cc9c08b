import type { CitationCluster } from "../model/citation";
import type { ParsedDocument } from "../model/document";
import { lastAtMost } from "../text/sortedPlaces";

/** A citation where readers meet it. */
export interface ReadCitation {
  /** Its place among the citations as they are written. */
  readonly index: number;
  /** The number of its note, if its style puts citations in notes. */
  readonly noteNumber: number;
  /** Whether it stands in a footnote of the writer's. */
  readonly isInNote: boolean;
}

/**
 * Citations in the order in which readers meet them: what stands in a footnote, where the footnote is called. Citations in a footnote of the
 * writer's share it, each of the others has its own (as Pandoc does).
 */
export function readingOrder({ notes = [] }: ParsedDocument, clusters: readonly CitationCluster[]): readonly ReadCitation[] {
  const written = [...notes].sort((a, b) => a.range.start - b.range.start);
  const starts = written.map(({ range }) => range.start);
  const placed = clusters.map(({ range, citationItems }, index) => {
    const before = written[lastAtMost(starts, range.start)];
    const note = before !== undefined && range.end <= before.range.end ? before : undefined;
    return { index, note, place: note?.calledAt ?? range.start, isPrinted: citationItems.some(({ mode }) => mode !== "nocite") };
  });
  const own = placed.filter(({ note, isPrinted }) => note === undefined && isPrinted).map(({ place }) => place);
  const places = [...own, ...notes.map(({ calledAt }) => calledAt)].sort((a, b) => a - b);
  const numbers = new Map(places.map((place, index) => [place, index + 1]));
  return placed.sort((a, b) => a.place - b.place || a.index - b.index)
    .map(({ index, note, place }) => ({ index, noteNumber: numbers.get(place) ?? 0, isInNote: note !== undefined }));
}

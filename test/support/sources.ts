import type { LibraryPart } from "../../src/core/library/library";
import type { Bibliography, BibliographyEntry, SourceSummary } from "../../src/core/model/bibliography";

export interface PlainSource extends Partial<SourceSummary> {
  readonly key: string;
}

/** An entry as if it had been read from a file. */
export function entryOf({ key, ...summary }: PlainSource): BibliographyEntry {
  const range = { start: 0, end: 0 };
  const item = { id: key, type: "book" };
  const whole = { type: "book", title: "", people: [], year: "", container: "", ...summary };
  return { format: "csl-json", key, keyRange: range, range, item, summary: whole, readSummary: () => whole };
}

/** A file with these sources as a part of a library. */
export function partOf(sources: readonly PlainSource[], options: Partial<LibraryPart> = {}): LibraryPart {
  const bibliography: Bibliography = { format: "csl-json", entries: sources.map(entryOf), problems: [] };
  return { uri: "file:///paper/library.json", name: "library.json", origin: "declared", bibliography, isOffered: true, ...options };
}

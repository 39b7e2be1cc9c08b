import type { BibliographyEntry } from "../model/bibliography";
import { firstPlace } from "../text/sortedPlaces";

/** The position of the entry whose text holds an offset, or -1. Entries stand in file order and do not overlap. */
export function positionAt(entries: readonly BibliographyEntry[], offset: number): number {
  const position = firstPlace(entries.length, (place) => (entries[place]?.range.start ?? 0) > offset) - 1;
  const entry = entries[position];
  return entry !== undefined && offset <= entry.range.end ? position : -1;
}

/** Where an entry stands among those of its bibliography. */
export function positionOf(entries: readonly BibliographyEntry[], entry: BibliographyEntry): number {
  const position = positionAt(entries, entry.range.start);
  return entries[position] === entry ? position : entries.indexOf(entry);
}

import type { BibliographyEntry } from "../model/bibliography";

/** The position of the entry whose text holds an offset, or -1. Entries stand in file order and do not overlap. */
export function positionAt(entries: readonly BibliographyEntry[], offset: number): number {
  let low = 0;
  for (let high = entries.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.range.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const entry = entries[low - 1];
  return entry !== undefined && offset <= entry.range.end ? low - 1 : -1;
}

/** Where an entry stands among those of its bibliography. */
export function positionOf(entries: readonly BibliographyEntry[], entry: BibliographyEntry): number {
  const position = positionAt(entries, entry.range.start);
  return entries[position] === entry ? position : entries.indexOf(entry);
}

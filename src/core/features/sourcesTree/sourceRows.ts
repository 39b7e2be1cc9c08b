import type { LibraryPart, Source } from "../../library/library";
import type { BibliographyEntry } from "../../model/bibliography";
import { sourceNode, type TreeContext } from "./context";
import type { Sorting } from "./options";
import { positionOf } from "../../library/entryPositions";
import type { Rows } from "./rows";

/** Sources of one library, by their positions in it. */
export function sourceRows(part: LibraryPart, positions: Int32Array, base: string, context: TreeContext): Rows {
  const { bibliography: { entries } } = part;
  const entryAt = (index: number): BibliographyEntry => required(entries[positions[index] ?? 0]);
  return {
    length: positions.length,
    at: (index, parent) => sourceNode(context, toSource(part, entryAt(index)), base, parent),
    nameAt: (index) => nameFor(context.options.sorting, entryAt(index)),
    indexOf: (source) => isIn(source, part) ? positions.indexOf(positionOf(entries, source.entry)) : -1,
  };
}

/** Sources of several libraries in one list. */
export function mixedRows(places: readonly { readonly part: LibraryPart; readonly entry: BibliographyEntry }[], base: string, context: TreeContext): Rows {
  const at = (index: number): { readonly part: LibraryPart; readonly entry: BibliographyEntry } => required(places[index]);
  return {
    length: places.length,
    at: (index, parent) => sourceNode(context, toSource(at(index).part, at(index).entry), base, parent),
    nameAt: (index) => nameFor(context.options.sorting, at(index).entry),
    indexOf: (source) => places.findIndex(({ entry }) => entry === source.entry),
  };
}

export function isIn({ part: { uri, bibliography } }: Source, part: LibraryPart): boolean {
  return uri === part.uri && bibliography === part.bibliography;
}

export function toSource(part: LibraryPart, entry: BibliographyEntry): Source {
  return { key: entry.key, entry, part };
}

function nameFor(sorting: Sorting, { key, summary: { people, year, title } }: BibliographyEntry): string {
  switch (sorting) {
    case "author":
    case "timesCited": return people[0] ?? (title || key);
    case "year": return year;
    case "title": return title || key;
    case "key": return key;
    case "dateAdded": return "";
  }
}

/** Rows are asked for by indexes within the list. */
function required<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError("There is no such row");
  return value;
}

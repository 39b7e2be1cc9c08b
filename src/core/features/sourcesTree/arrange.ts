import type { LibraryPart } from "../../library/library";
import { searchIndexOf, type SearchIndex } from "../../library/searchIndex";
import type { BibliographyEntry } from "../../model/bibliography";
import { timesCitedInAll, type TreeContext } from "./context";
import { orderOf } from "./order";
import { positionOf } from "../../library/entryPositions";
import { compareKeys, type SortKeys } from "./sortInSteps";

/** The sources of a library that are shown, by their positions, in the writer's order; `undefined` if nobody asks any more. */
export async function arrange(part: LibraryPart, context: TreeContext): Promise<Int32Array | undefined> {
  const { options: { sorting }, turns, shownIn } = context;
  const order = await orderOf(part.bibliography, sorting).finish(turns);
  if (order === undefined) return undefined;
  const flags = await shownIn(part);
  const positions = flags === undefined ? order.positions : order.positions.filter((position) => flags[position] === 1);
  return sorting === "timesCited" ? mostCitedFirst(positions, part, context) : positions;
}

/** The same of all libraries, each key once. */
export async function arrangeAll(parts: readonly LibraryPart[], context: TreeContext): Promise<readonly Place[] | undefined> {
  const { options: { sorting }, turns } = context;
  // What is cited comes to the front once the libraries are one list.
  const base = sorting === "timesCited" ? { ...context, options: { ...context.options, sorting: "author" as const } } : context;
  let all: readonly Place[] = [];
  const earlier: SearchIndex[] = [];
  for (const part of parts) {
    const positions = await arrange(part, base);
    const order = orderOf(part.bibliography, sorting).done?.result;
    if (positions === undefined || order === undefined) return undefined;
    all = merge(all, placesOf(part, positions, order.keys, ({ key }) => earlier.every((index) => index.entryOf(key) === undefined)));
    earlier.push(searchIndexOf(part.bibliography));
    await turns.pause();
  }
  if (sorting !== "timesCited") return all;
  const timesCited = ({ part, entry }: Place): number => timesCitedInAll(context, part.uri, entry);
  return all.toSorted((a, b) => timesCited(b) - timesCited(a));
}

export interface Place {
  readonly part: LibraryPart;
  readonly entry: BibliographyEntry;
  readonly key: string | number;
}

function placesOf(part: LibraryPart, positions: Int32Array, keys: SortKeys, isWanted: (entry: BibliographyEntry) => boolean): readonly Place[] {
  const { entries } = part.bibliography;
  const places: Place[] = [];
  for (const position of positions) {
    const entry = entries[position];
    if (entry !== undefined && isWanted(entry)) places.push({ part, entry, key: keys[position] ?? "" });
  }
  return places;
}

/** One sorted list of two; of equals those of the first come first. */
function merge(first: readonly Place[], second: readonly Place[]): readonly Place[] {
  if (first.length === 0) return second;
  if (second.length === 0) return first;
  const merged: Place[] = [];
  let at = 0;
  for (const place of first) {
    for (let next = second[at]; next !== undefined && compareKeys(next.key, place.key) < 0; next = second[++at]) merged.push(next);
    merged.push(place);
  }
  for (let next = second[at]; next !== undefined; next = second[++at]) merged.push(next);
  return merged;
}

/** Few sources are cited, so they alone are sorted; the others keep their order. */
function mostCitedFirst(positions: Int32Array, { uri, bibliography }: LibraryPart, context: TreeContext): Int32Array {
  const { entries } = bibliography;
  const index = searchIndexOf(bibliography);
  const here = context.citations.things.flatMap((thing) => thing.kind === "source" && thing.source.part.bibliography === bibliography ? [thing.source.entry] : []);
  const anywhere = [...context.counts.get(uri)?.keys() ?? []].flatMap((key) => index.entryOf(key) ?? []);
  const timesCited = new Map([...here, ...anywhere].map((entry) => [positionOf(entries, entry), timesCitedInAll(context, uri, entry)]));
  const front = [...positions.filter((position) => timesCited.has(position))].sort((a, b) => (timesCited.get(b) ?? 0) - (timesCited.get(a) ?? 0));
  return Int32Array.from([...front, ...positions.filter((position) => !timesCited.has(position))]);
}

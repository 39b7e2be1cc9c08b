import type { Engine } from "citeproc";
import { entryMark } from "./outputFormat";

export type Entry = readonly [id: string, text: string];

/** The entries of the list of references, or of those ids on it; `undefined` where the style has no list. Text is marked. */
export function makeEntries(engine: Engine, ids?: readonly string[]): readonly Entry[] | undefined {
  // the first range that is printed in some style is printed wrongly: (1990–(1995))
  const ranges = (ids ?? engine.registry.getSortedIds()).filter((id) => hasRange(engine, id));
  if (ranges.length > 0) engine.makeBibliography(filterOf(ranges));
  const bibliography = engine.makeBibliography(ids && filterOf(ids));
  return bibliography === false ? undefined : bibliography[1].map(readEntry);
}

function filterOf(ids: readonly string[]): { readonly include: readonly { readonly field: string; readonly value: string }[] } {
  return { include: ids.map((value) => ({ field: "id", value })) };
}

function hasRange({ registry: { registry } }: Engine, id: string): boolean {
  return Object.values(registry[id]?.ref ?? {}).some((value) => typeof value === "object" && value !== null && "year_end" in value);
}

/** An entry as the output format marks it. */
function readEntry(entry: string): Entry {
  const [before = "", id = "", ...text] = entry.split(entryMark);
  return [id, before + text.join("")];
}

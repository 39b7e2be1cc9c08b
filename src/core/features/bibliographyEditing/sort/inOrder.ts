import type { BibliographyEntry } from "../../../model/bibliography";
import { entriesInOneStep } from "../../sourcesTree/facet";
import { sortInSteps } from "../../sourcesTree/sortInSteps";
import { sortKey, yearNumber } from "../../sourcesTree/sortKey";
import type { SortItem } from "./sortItems";

export type BibliographySorting = "key" | "author" | "type" | "year";

export interface SortableItem extends SortItem {
  /** As it is written, in small letters: BibTeX does not tell keys apart by case. */
  readonly key: string;
  /** `undefined` of `@xdata`, which is no source. */
  readonly entry: BibliographyEntry | undefined;
}

/** Nothing sorts before the end of a part. */
const partEnd = "\u0000";
const last = "\uffff";

/** What an item is sorted by. */
export function sortKeyOf({ key, entry, block: { kind } }: SortableItem, sorting: BibliographySorting): string {
  if (kind !== "entry") return "";
  const summary = entry?.summary;
  const people = (summary?.people ?? []).map(sortKey).join(" ");
  const who = people || sortKey(summary?.title ?? "") || last;
  const year = yearNumber(summary?.year ?? "")?.toString().padStart(6, "0") ?? last;
  const parts = {
    key: [],
    author: [who, year, sortKey(summary?.title ?? "")],
    type: [entry?.format === "bibtex" ? entry.entryType : last],
    year: [year, who],
  }[sorting];
  return [...parts, sortKey(key)].join(partEnd);
}

/**
 * Items in the wanted order as far as BibTeX allows it: `@string` and `@preamble` first, in their own order; an entry that others take fields
 * from by `crossref` behind all of these; entries of one key in their own order, because the first of them counts. An item that cannot
 * move is what is told where entries refer to each other in a circle.
 */
export function* inOrder(items: readonly SortableItem[], sorting: BibliographySorting): Generator<void, readonly SortableItem[] | { readonly circular: SortableItem }> {
  const setup = items.filter(({ block }) => block.kind !== "entry");
  const entries = items.filter(({ block }) => block.kind === "entry");
  const keys: string[] = [];
  for (const [index, item] of entries.entries()) {
    if (index % entriesInOneStep === 0) yield;
    keys.push(sortKeyOf(item, sorting));
  }
  const positions = yield* sortInSteps(Int32Array.from(entries.keys()), keys);
  const wanted = Array.from(positions, (position) => entries[position]).filter((item) => item !== undefined);
  const sorted = withFollowersBehind(wanted, yield* followersOf(entries));
  return "circular" in sorted ? sorted : [...setup, ...sorted];
}

/** Each item before those that must stand behind it, otherwise in the wanted order: it is what must stand behind that moves. */
function withFollowersBehind(wanted: readonly SortableItem[], followers: ReadonlyMap<SortableItem, readonly SortableItem[]>): readonly SortableItem[] | { readonly circular: SortableItem } {
  const behind: SortableItem[] = [];
  const states = new Map<SortableItem, "open" | "done">();
  for (const first of wanted.toReversed()) {
    const stack = [first];
    for (let item = stack.at(-1); item !== undefined; item = stack.at(-1)) {
      const next = followers.get(item)?.find((follower) => states.get(follower) !== "done");
      if (next === undefined) {
        stack.pop();
        if (states.get(item) !== "done") behind.push(item);
        states.set(item, "done");
      } else if (states.get(next) === "open" || next === item) {
        return { circular: next };
      } else {
        states.set(item, "open");
        stack.push(next);
      }
    }
  }
  return behind.reverse();
}

/** The items that must stand behind an item, in steps. */
function* followersOf(entries: readonly SortableItem[]): Generator<void, ReadonlyMap<SortableItem, readonly SortableItem[]>> {
  const byKey = new Map<string, SortableItem>();
  const followers = new Map<SortableItem, SortableItem[]>();
  const add = (item: SortableItem, follower: SortableItem): void => void followers.set(item, [...followers.get(item) ?? [], follower]);
  const latest = new Map<string, SortableItem>();
  for (const item of entries) {
    const before = latest.get(item.key);
    if (before === undefined) byKey.set(item.key, item);
    else add(before, item);
    latest.set(item.key, item);
  }
  for (const [index, item] of entries.entries()) {
    if (index % entriesInOneStep === 0) yield;
    const crossref = item.entry?.format === "bibtex" ? item.entry.fields.findLast(({ name }) => name === "crossref") : undefined;
    const parent = crossref && byKey.get(crossref.value.trim().toLowerCase());
    if (parent !== undefined) add(item, parent);
  }
  return followers;
}

import { valuesOf } from "../../bibliography/entryValues";
import { searchIndexOf } from "../../library/searchIndex";
import type { Bibliography, BibliographyEntry } from "../../model/bibliography";
import type { CslItem } from "../../model/cslItem";
import { SteppedWork } from "../../steps";
import { entriesInOneStep } from "./facet";
import type { Sorting } from "./options";
import { sortInSteps, type SortKeys } from "./sortInSteps";
import { sortKey, yearNumber } from "./sortKey";

/** The sources of a bibliography in order, of a key that is defined twice the first. */
export interface Order {
  /** Positions of entries in the file. */
  readonly positions: Int32Array;
  /** What an entry is sorted by, by its position. */
  readonly keys: SortKeys;
}

/** Those that the document does not change; the most cited are taken to the front of `author`. */
type OrderName = Exclude<Sorting, "timesCited">;

const orders = new WeakMap<Bibliography, Map<OrderName, SteppedWork<Order>>>();

/** The same for all who ask, made once. */
export function orderOf(bibliography: Bibliography, sorting: Sorting): SteppedWork<Order> {
  const name = sorting === "timesCited" ? "author" : sorting;
  const known = orders.get(bibliography) ?? new Map<OrderName, SteppedWork<Order>>();
  orders.set(bibliography, known);
  const order = known.get(name) ?? new SteppedWork(() => makeOrder(bibliography, name));
  known.set(name, order);
  return order;
}

function* makeOrder(bibliography: Bibliography, name: OrderName): Generator<void, Order> {
  const { entries } = bibliography;
  const index = searchIndexOf(bibliography);
  const keys = name === "dateAdded" ? new Float64Array(entries.length) : new Array<string>(entries.length);
  const positions = new Int32Array(entries.length);
  let count = 0;
  for (const [position, entry] of entries.entries()) {
    if (position % entriesInOneStep === 0) yield;
    keys[position] = keyOf(entry, position, name);
    if (index.entryOf(entry.key) === entry) positions[count++] = position;
  }
  return { positions: yield* sortInSteps(positions.slice(0, count), keys), keys };
}

function keyOf(entry: BibliographyEntry, position: number, name: OrderName): string | number {
  switch (name) {
    case "author": return sortKeyOf(personKey(entry), yearKey(entry), entry.summary.title);
    case "year": return sortKeyOf(newestFirst(yearKey(entry)), personKey(entry), entry.summary.title);
    case "title": return sortKeyOf(entry.summary.title || "\uffff", personKey(entry), yearKey(entry));
    case "key": return sortKey(entry.key);
    case "dateAdded": return -(dateAdded(entry) ?? position);
  }
}

/** Nothing sorts before the end of a part. */
const partEnd = "\u0000";

function sortKeyOf(...parts: readonly string[]): string {
  return parts.map((part) => part === "\uffff" ? part : sortKey(part)).join(partEnd);
}

function personKey({ summary: { people, title } }: BibliographyEntry): string {
  return people[0] ?? (title || "\uffff");
}

function yearKey({ summary: { year } }: BibliographyEntry): string {
  const number = yearNumber(year);
  return number === undefined ? "\uffff" : String(number + yearOffset);
}

/** Makes years before our era sort before the others. */
const yearOffset = 100_000;

function newestFirst(key: string): string {
  return key === "\uffff" ? key : String(2 * yearOffset - Number(key));
}

/** JabRef, BibDesk, BibSonomy and their kin note the day; what has none is as old as its place in the file says, and older than all that have. */
const dateFields = ["timestamp", "date-added", "dateadded", "added-at", "creationdate"] as const;

function dateAdded(entry: BibliographyEntry): number | undefined {
  for (const written of entry.format === "bibtex" ? valuesOf(entry, dateFields) : ["dateAdded", ...dateFields].map(valuesOfItem(entry.item))) {
    const [, year, month, day, hour = "0", minute = "0", second = "0"] = /(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?)?/.exec(written) ?? [];
    if (year !== undefined) return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  }
  return undefined;
}

/** CSL has no variable for it either: managers write one of their own, beside the others or in `custom`. */
function valuesOfItem(item: CslItem): (name: string) => string {
  const holders = [item, item["custom"]].filter((holder): holder is Readonly<Record<string, unknown>> => typeof holder === "object" && holder !== null);
  return (name) => {
    const value = holders.find((holder) => Object.hasOwn(holder, name))?.[name];
    return typeof value === "string" ? value : "";
  };
}

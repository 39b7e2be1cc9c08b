import type { Bibliography } from "../../model/bibliography";
import { SteppedWork } from "../../steps";
import { fold } from "../../text/fold";
import { facetValues, type FacetName } from "./facetValues";
import { sortInSteps, type SortKeys } from "./sortInSteps";
import { sortKey, yearNumber } from "./sortKey";

/** What the entries of a bibliography have in common: the values there are, in order, and which of them each entry has. */
export interface Facet {
  readonly values: readonly string[];
  /** Numbers of values. Those of the entry at position `p` stand from `starts[p]` to `starts[p + 1]`. */
  readonly numbers: Int32Array;
  readonly starts: Int32Array;
}

const facets = new WeakMap<Bibliography, Map<FacetName, SteppedWork<Facet>>>();

/** The same for all who ask, made once. */
export function facetOf(bibliography: Bibliography, name: FacetName): SteppedWork<Facet> {
  const known = facets.get(bibliography) ?? new Map<FacetName, SteppedWork<Facet>>();
  facets.set(bibliography, known);
  const facet = known.get(name) ?? new SteppedWork(() => makeFacet(bibliography, name));
  known.set(name, facet);
  return facet;
}

export const entriesInOneStep = 128;

function* makeFacet({ entries }: Bibliography, name: FacetName): Generator<void, Facet> {
  const values = new ValueNumbers(name === "type" ? (value) => value : fold);
  const numbers: number[] = [];
  const starts = new Int32Array(entries.length + 1);
  for (const [position, entry] of entries.entries()) {
    if (position % entriesInOneStep === 0) yield;
    const own = facetValues(entry, name);
    for (const value of own.length === 0 ? [""] : own) numbers.push(values.numberOf(value));
    starts[position + 1] = numbers.length;
  }
  const order = yield* sortInSteps(Int32Array.from(values.names.keys()), yield* keysOf(values, numbers, name));
  yield;
  const ranks = new Int32Array(order.length);
  order.forEach((number, rank) => ranks[number] = rank);
  const ranked = new Int32Array(numbers.length);
  numbers.forEach((number, place) => ranked[place] = ranks[number] ?? 0);
  return { values: Array.from(order, (number) => values.names[number] ?? ""), numbers: ranked, starts };
}

/** Values by number, those that are written alike but for case and accents as one. */
class ValueNumbers {
  readonly names: string[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(readonly identity: (value: string) => string) {}

  numberOf(value: string): number {
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    const same = this.identity(value);
    const number = this.#numbers.get(same) ?? this.names.push(value) - 1;
    this.#numbers.set(same, number).set(value, number);
    return number;
  }
}

/** Names from A to Z, years from the newest, types and languages from the most frequent; sources without any come last. */
function* keysOf({ names }: ValueNumbers, numbers: readonly number[], name: FacetName): Generator<void, SortKeys> {
  const last = Infinity;
  switch (name) {
    case "year": return Float64Array.from(names, (year) => year === "" ? last : -(yearNumber(year) ?? -Number.MAX_VALUE));
    case "type":
    case "language": {
      const counts = new Int32Array(names.length);
      for (const number of numbers) counts[number] = (counts[number] ?? 0) + 1;
      return Float64Array.from(names, (value, number) => value === "" ? last : -(counts[number] ?? 0));
    }
    default: {
      const keys: string[] = [];
      for (const value of names) {
        if (keys.length % (entriesInOneStep * 8) === 0) yield;
        keys.push(value === "" ? "\uffff" : sortKey(value));
      }
      return keys;
    }
  }
}

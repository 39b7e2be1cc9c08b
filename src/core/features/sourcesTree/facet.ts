import type { Bibliography, BibliographyEntry } from "../../model/bibliography";
import { SteppedWork } from "../../steps";
import { fold } from "../../text/fold";
import { facetReaders, type FacetName } from "./facetValues";
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
  const { read, show } = facetReaders[name];
  const values = new ValueNumbers(show, name === "type" ? (value) => value : fold);
  const numbers: number[] = [];
  const starts = new Int32Array(entries.length + 1);
  for (const [position, entry] of entries.entries()) {
    if (position % entriesInOneStep === 0) yield;
    const start = numbers.length;
    for (const written of read(entry)) {
      const number = values.numberOf(written, entry.format);
      if (number !== undefined && !numbers.includes(number, start)) numbers.push(number);
    }
    if (numbers.length === start) numbers.push(values.numberOfNone);
    starts[position + 1] = numbers.length;
  }
  const order = yield* sortInSteps(Int32Array.from(values.names.keys()), yield* keysOf(values, numbers, name));
  yield;
  const ranks = new Int32Array(order.length);
  order.forEach((number, rank) => ranks[number] = rank);
  yield;
  return { values: Array.from(order, (number) => values.names[number] ?? ""), numbers: Int32Array.from(numbers, (number) => ranks[number] ?? 0), starts };
}

/** Values by number, those that are written alike but for case and accents as one. */
class ValueNumbers {
  readonly names: string[] = [];
  readonly #written = { bibtex: new Map<string, number | undefined>(), "csl-json": new Map<string, number | undefined>() };
  readonly #same = new Map<string, number>();

  constructor(readonly show: (written: string, format: BibliographyEntry["format"]) => string, readonly identity: (value: string) => string) {}

  /** That of the value that is written so; `undefined` where that is none. */
  numberOf(written: string, format: BibliographyEntry["format"]): number | undefined {
    const known = this.#written[format].get(written);
    if (known !== undefined) return known;
    const value = this.show(written, format);
    const number = value === "" ? undefined : this.#number(value);
    this.#written[format].set(written, number);
    return number;
  }

  /** That of sources without any value. */
  get numberOfNone(): number {
    return this.#number("");
  }

  #number(value: string): number {
    const same = this.identity(value);
    const number = this.#same.get(same) ?? this.names.push(value) - 1;
    this.#same.set(same, number);
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

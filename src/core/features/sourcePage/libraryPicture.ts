import type { LibraryPart } from "../../library/library";
import { searchIndexOf } from "../../library/searchIndex";
import type { BibliographyEntry } from "../../model/bibliography";
import type { CitationKey } from "../../model/citation";
import type { Turns } from "../../steps";
import type { CitationCounts } from "../sourcesTree/citationCounts";
import { facetOf, type Facet } from "../sourcesTree/facet";
import { orderOf } from "../sourcesTree/order";
import { yearNumber } from "../sourcesTree/sortKey";

/** A library in numbers; a key that is defined twice counts once. */
export interface LibraryPicture {
  /** From the first year to the last without a gap, several at a time where there are many. */
  readonly years: readonly YearCount[];
  /** The most frequent first. */
  readonly types: readonly TypeCount[];
  /** What the documents of the workspace cite most, the most cited first. */
  readonly mostCited: readonly CitedCount[];
  readonly withoutYear: number;
}

export interface YearCount {
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

export interface TypeCount {
  /** CSL type. */
  readonly type: string;
  readonly count: number;
}

export interface CitedCount {
  readonly key: CitationKey;
  readonly entry: BibliographyEntry;
  readonly count: number;
}

/** So many columns fit beside one another in a narrow editor. */
const mostColumns = 60;
const mostTypes = 12;
const mostCitedSources = 10;

/** `undefined` if nobody asks any more. */
export async function drawLibrary(part: LibraryPart, counts: CitationCounts, turns: Turns): Promise<LibraryPicture | undefined> {
  const { bibliography } = part;
  const order = await orderOf(bibliography, "key").finish(turns);
  const years = await facetOf(bibliography, "year").finish(turns);
  const types = await facetOf(bibliography, "type").finish(turns);
  if (order === undefined || years === undefined || types === undefined) return undefined;
  const yearCounts = countValues(years, order.positions);
  const numbered = yearCounts.flatMap(({ value, count }) => {
    const year = yearNumber(value);
    return year === undefined ? [] : [{ year, count }];
  });
  return {
    years: columnsOf(numbered),
    types: countValues(types, order.positions).map(({ value, count }) => ({ type: value, count })).sort((a, b) => b.count - a.count).slice(0, mostTypes),
    mostCited: mostCitedOf(part, counts),
    withoutYear: order.positions.length - sum(numbered),
  };
}

function countValues({ values, numbers, starts }: Facet, positions: Int32Array): readonly { readonly value: string; readonly count: number }[] {
  const counts = new Int32Array(values.length);
  for (const position of positions) {
    for (let at = starts[position] ?? 0; at < (starts[position + 1] ?? 0); at++) {
      const number = numbers[at] ?? 0;
      counts[number] = (counts[number] ?? 0) + 1;
    }
  }
  return values.map((value, number) => ({ value, count: counts[number] ?? 0 })).filter(({ count }) => count > 0);
}

interface OneYear {
  readonly year: number;
  readonly count: number;
}

/** Columns of one year, or of so many that all fit. */
export function columnsOf(years: readonly OneYear[]): readonly YearCount[] {
  if (years.length === 0) return [];
  let [first, last] = [Infinity, -Infinity];
  for (const { year } of years) [first, last] = [Math.min(first, year), Math.max(last, year)];
  const width = widthFor(first, last);
  const start = Math.floor(first / width);
  const counts = new Array<number>(Math.floor(last / width) - start + 1).fill(0);
  for (const { year, count } of years) {
    const column = Math.floor(year / width) - start;
    counts[column] = (counts[column] ?? 0) + count;
  }
  return counts.map((count, column) => ({ first: (start + column) * width, last: (start + column + 1) * width - 1, count }));
}

function widthFor(first: number, last: number): number {
  for (let ten = 1; ; ten *= 10) {
    for (const width of [ten, 2 * ten, 5 * ten]) {
      if (Math.floor(last / width) - Math.floor(first / width) < mostColumns) return width;
    }
  }
}

function mostCitedOf({ uri, bibliography }: LibraryPart, counts: CitationCounts): readonly CitedCount[] {
  const index = searchIndexOf(bibliography);
  return [...counts.get(uri) ?? []]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostCitedSources)
    .flatMap(([key, count]) => {
      const entry = index.entryOf(key);
      return entry === undefined ? [] : [{ key, entry, count }];
    });
}

function sum(years: readonly OneYear[]): number {
  return years.reduce((total, { count }) => total + count, 0);
}

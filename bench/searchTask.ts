import { parseBibtex } from "../src/core/bibliography/bibtex/parseBibtex";
import { preferenceFor } from "../src/core/library/search/preference";
import type { Library, SearchOptions } from "../src/core/library/library";
import { searchIndexOf } from "../src/core/library/searchIndex";
import type { Bibliography } from "../src/core/model/bibliography";
import { finishNow } from "../src/core/steps";
import { fold } from "../src/core/text/fold";
import { now, timeSince } from "./clock";
import { corpusNamed, corpusText } from "./corpora";
import { sample } from "./generate";
import { bytesOf } from "./heap";
import { fastestOf, median, percentile, timeOf } from "./measure";
import { includesPass } from "./peers";
import { libraryOf } from "./product";
import { misspelled, queriesFor, threeWordQueriesFor } from "./queries";
import { searchers } from "./searchers";
import type { Task } from "./task";

interface Percentiles {
  readonly p50: number;
  readonly p95: number;
}

export interface Search {
  readonly name: string;
  readonly time: Percentiles;
  /** One pass of `includes` with the same queries. */
  readonly plain: Percentiles;
  readonly limits?: "afresh" | "narrowing";
}

export interface SearchResult {
  readonly engine: string;
  /** Milliseconds from sources that are known to the first query. */
  readonly ready: number;
  /** What the engine keeps for it. */
  readonly bytes: number;
  readonly searches: readonly Search[];
}

export const ourSearcher = "Sourcebook";

/** How often a search is repeated; the fastest counts. */
const repeats = 3;

export const searchingTask: Task = {
  name: "searching",
  run: async ([engine = "", given], say) => {
    const bibliography = parseBibtex(corpusText(corpusNamed(given)));
    say(engine === ourSearcher ? await measureOurs(bibliography) : await measurePeer(engine, bibliography));
  },
};

async function measurePeer(name: string, { entries }: Bibliography): Promise<SearchResult> {
  const haystacks = haystacksOf(entries);
  const queries = threeWordQueriesFor(entries);
  const prepare = await searchers.find((searcher) => searcher.name === name)?.load();
  if (prepare === undefined) throw new Error(`There is no ${name}`);
  const { value, bytes } = await bytesOf(() => {
    const start = now();
    const search = prepare(haystacks);
    return { search, ready: timeSince(start) };
  });
  const times = queries.map((query) => fastestOf(repeats, () => value.search(query)));
  return { engine: name, ready: value.ready, bytes, searches: [{ name, time: percentilesOf(times), plain: percentilesOf(plainTimes(haystacks, queries)) }] };
}

async function measureOurs(bibliography: Bibliography): Promise<SearchResult> {
  const { value: ready, bytes } = await bytesOf(() => timeOf(() => finishNow(searchIndexOf(bibliography).prepare())));
  const { entries } = bibliography;
  const [haystacks, library, options] = [haystacksOf(entries), libraryOf(bibliography), optionsFor(bibliography)];
  const [three, any] = [threeWordQueriesFor(entries), queriesFor(entries)];
  const [plain, plainAny] = [percentilesOf(plainTimes(haystacks, three)), percentilesOf(plainTimes(haystacks, any))];
  const keys = sample(entries.length, 20).map((position) => misspelled(entries[position]?.key ?? ""));
  const times = (queries: readonly string[]): Percentiles => percentilesOf(queries.map((query) => searchTime(library, query, options)));
  const searches: readonly Search[] = [
    { name: ourSearcher, time: times(three), plain, limits: "afresh" },
    { name: "  each letter typed on", time: percentilesOf(three.flatMap((query) => typingTimes(library, query, options))), plain, limits: "narrowing" },
    { name: "  with a typo", time: times(three.map(misspelled)), plain },
    { name: "  one word to three", time: times(any), plain: plainAny },
    { name: "  keys nearest to an unknown one", time: percentilesOf(keys.map((key) => fastestOf(repeats, () => library.nearestKeys(key, 3)))), plain },
  ];
  return { engine: ourSearcher, ready, bytes, searches };
}

function percentilesOf(times: readonly number[]): Percentiles {
  return { p50: median(times), p95: percentile(times, 0.95) };
}

function plainTimes(haystacks: readonly string[], queries: readonly string[]): readonly number[] {
  return queries.map((query) => fastestOf(repeats, () => includesPass(haystacks, query.split(" "))));
}

/** What is searched of each source, folded, as one text. */
function haystacksOf(entries: Bibliography["entries"]): readonly string[] {
  return entries.map(({ key, summary: { people, title, year, container } }) => fold([key, ...people, year, title, container].join("\n")));
}

/** No source has it, nor does it help to find one. */
const unknownWord = "\u0001";

/** As completion asks in a document with many citations. */
function optionsFor({ entries }: Bibliography): SearchOptions {
  const distances = new Map(entries.slice(0, 5000).map(({ key }, index) => [key, index]));
  return { limit: 200, preference: preferenceFor(distances) };
}

/** The time of a query that nothing typed before helps. */
function searchTime(library: Library, query: string, options: SearchOptions): number {
  return Math.min(...Array.from({ length: repeats }, () => {
    library.search(unknownWord, options);
    return timeOf(() => library.search(query, options));
  }));
}

/** The times of a query's letters as they are typed one after another, from the second on. */
function typingTimes(library: Library, query: string, options: SearchOptions): readonly number[] {
  const runs = Array.from({ length: repeats }, () => {
    library.search(unknownWord, options);
    return Array.from(query, (_, letter) => timeOf(() => library.search(query.slice(0, letter + 1), options)));
  });
  return Array.from(query, (_, letter) => Math.min(...runs.map((run) => run[letter] ?? Infinity))).slice(1);
}

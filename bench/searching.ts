import { parseBibtex } from "../src/core/bibliography/bibtex/parseBibtex";
import { createLibrary, type Library, type SearchOptions } from "../src/core/library/library";
import { Haystack, sectionSize } from "../src/core/library/search/haystack";
import { searchIndexOf } from "../src/core/library/searchIndex";
import type { Bibliography } from "../src/core/model/bibliography";
import { generateBibtex, sample } from "./generate";
import { fastestOf, median, percentile, timeOf } from "./measure";
import { charCodePass, includesPass } from "./peers";
import { misspelled, queriesFor } from "./queries";
import { reportHeading, reportRatio } from "./report";

/** Searching a library, beside one plain pass of `includes` with the same words over the same folded texts. */
export function benchSearching(size: number): void {
  reportHeading(`Searching ${size} sources; × one plain includes pass with the same words`);
  const text = generateBibtex(size);
  benchIndex(text);
  const bibliography = parseBibtex(text);
  const library = libraryOf(bibliography);
  const haystacks = haystacksOf(bibliography);
  const options = optionsFor(bibliography);

  const measured = queriesFor(bibliography.entries).map((query) => {
    const plain = fastestOf(7, () => includesPass(haystacks, query.split(" ")));
    return { plain, full: searchTime(library, query, options), typo: searchTime(library, misspelled(query), options), typed: typingTimes(library, query, options) };
  });
  const plain = measured.map((query) => query.plain);
  reportPercentiles("queries", measured.map(({ full }) => full), plain);
  reportPercentiles("queries with a typo", measured.map(({ typo }) => typo), plain);
  reportPercentiles("each letter typed on", measured.flatMap(({ typed }) => typed), measured.flatMap((query) => query.typed.map(() => query.plain)));
  const keys = sample(size, 20).map((position) => misspelled(bibliography.entries[position]?.key ?? ""));
  reportPercentiles("nearest keys", keys.map((key) => fastestOf(3, () => library.nearestKeys(key, 3))), plain);
}

function reportPercentiles(name: string, times: readonly number[], plain: readonly number[]): void {
  reportRatio(`${name}, p50`, median(times), median(plain));
  reportRatio(`${name}, p95`, percentile(times, 0.95), percentile(plain, 0.95));
}

/** No source has it, nor does it help to find one. */
const unknownWord = "\u0001";

/** From entries that have been found to the answer of the first query, beside the pass that reading is measured by. */
function benchIndex(text: string): void {
  const pass = fastestOf(5, () => charCodePass(text));
  const note = "× one charCodeAt pass over the text";
  const bibliography = parseBibtex(text);
  globalThis.gc?.();
  const before = memory();
  reportRatio("index for searching, in slices", timeOf(() => [...searchIndexOf(bibliography).prepare()]), pass, note);
  globalThis.gc?.();
  const bytes = memory() - before;
  reportRatio("first query, index included", timeOf(() => libraryOf(parseBibtex(text)).search("a", { limit: 200 })), pass, note);
  // of less text the rest of the program's memory would be measured
  if (text.length > 1e6) console.log(`  ${"memory of summaries and index".padEnd(46)} ${(bytes / text.length).toFixed(2).padStart(9)} × the text`);
}

function memory(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function libraryOf(bibliography: Bibliography): Library {
  return createLibrary([{ uri: "file:///bench.bib", name: "bench.bib", origin: "declared", bibliography, isOffered: true }]);
}

/** As completion asks in a document with many citations. */
function optionsFor({ entries }: Bibliography): SearchOptions {
  const distances = new Map(entries.slice(0, 5000).map(({ key }, index) => [key, index]));
  return { limit: 200, preference: (key) => distances.get(key) ?? Infinity };
}

function haystacksOf({ entries }: Bibliography): readonly string[] {
  const haystack = new Haystack(entries);
  return entries.map((_, position) => {
    const section = haystack.section(Math.floor(position / sectionSize));
    const index = position % sectionSize;
    // copied, as texts that were made one by one would be
    return Buffer.from(section.text.slice(section.startOf(index), section.startOf(index + 1))).toString();
  });
}

/** The time of a query that nothing typed before helps. */
function searchTime(library: Library, query: string, options: SearchOptions): number {
  return Math.min(...Array.from({ length: 7 }, () => {
    library.search(unknownWord, options);
    return timeOf(() => library.search(query, options));
  }));
}

/** The times of a query's letters as they are typed one after another, from the second on. */
function typingTimes(library: Library, query: string, options: SearchOptions): readonly number[] {
  const runs = Array.from({ length: 5 }, () => {
    library.search(unknownWord, options);
    return Array.from(query, (_, letter) => timeOf(() => library.search(query.slice(0, letter + 1), options)));
  });
  return Array.from(query, (_, letter) => Math.min(...runs.map((run) => run[letter] ?? Infinity))).slice(1);
}

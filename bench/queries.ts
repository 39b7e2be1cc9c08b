import type { BibliographyEntry } from "../src/core/model/bibliography";
import { fold } from "../src/core/text/fold";
import { sample } from "./generate";

/** How often each kind of query is made, of another source each time. */
const sourcesEach = 8;

const kinds: readonly ((entry: BibliographyEntry) => string)[] = [
  ({ key }) => key.slice(0, 2),
  ({ key }) => key.slice(0, 6),
  ({ summary: { people } }) => people[0] ?? "",
  ({ summary: { people, year } }) => `${people[0] ?? ""} ${year}`,
  ({ summary: { people, title } }) => `${wordsOf(title, 1)} ${people[1]?.slice(0, 4) ?? ""}`,
  ({ summary: { title } }) => wordsOf(title, 2),
  ({ summary: { title } }) => wordsOf(title, 3),
  ({ summary: { title, container } }) => `${wordsOf(container, 2)} ${wordsOf(title, 1)}`,
];

const threeWords: readonly ((entry: BibliographyEntry) => string)[] = [
  ({ summary: { people, title, year } }) => `${people[0] ?? ""} ${wordsOf(title, 1)} ${year}`,
  ({ summary: { people, title, year } }) => `${wordsOf(title, 1).slice(0, 4)} ${people[1]?.slice(0, 4) ?? ""} ${year}`,
  ({ summary: { title } }) => wordsOf(title, 3),
  ({ summary: { people, title, container } }) => `${wordsOf(container, 1)} ${people[0] ?? ""} ${wordsOf(title, 1)}`,
  ({ summary: { people, title } }) => `${people[0]?.slice(0, 3) ?? ""} ${wordsOf(title, 2)}`,
];

function wordsOf(title: string, count: number): string {
  return title.split(" ").slice(-count).join(" ");
}

/** What people type to find some of the sources: starts of keys, names, years, words of titles and journals, rare and frequent. */
export function queriesFor(entries: readonly BibliographyEntry[]): readonly string[] {
  return queriesOf(kinds, entries);
}

/** Three words of some of the sources, whole or begun, in any order. */
export function threeWordQueriesFor(entries: readonly BibliographyEntry[]): readonly string[] {
  return queriesOf(threeWords, entries).filter((query) => query.split(" ").length === 3);
}

function queriesOf(these: typeof kinds, entries: readonly BibliographyEntry[]): readonly string[] {
  const sources = sample(entries.length, these.length * sourcesEach).flatMap((position) => entries[position] ?? []);
  return sources.map((entry, number) => fold(these[number % these.length]?.(entry) ?? "").trim().replace(/\s+/g, " ")).filter((query) => query !== "");
}

/** The same with two letters of the longest word swapped. */
export function misspelled(query: string): string {
  const longest = query.split(" ").reduce((a, b) => b.length > a.length ? b : a, "");
  const middle = longest.length >> 1;
  return query.replace(longest, longest.slice(0, middle - 1) + longest.charAt(middle) + longest.charAt(middle - 1) + longest.slice(middle + 1));
}

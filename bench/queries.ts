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

function wordsOf(title: string, count: number): string {
  return title.split(" ").slice(-count).join(" ");
}

/** What people type to find some of the sources: starts of keys, names, years, words of titles and journals, rare and frequent. */
export function queriesFor(entries: readonly BibliographyEntry[]): readonly string[] {
  const sources = sample(entries.length, kinds.length * sourcesEach).flatMap((position) => entries[position] ?? []);
  return sources.map((entry, number) => fold(kinds[number % kinds.length]?.(entry) ?? ""));
}

/** The same with two letters of the longest word swapped. */
export function misspelled(query: string): string {
  const longest = query.split(" ").reduce((a, b) => b.length > a.length ? b : a, "");
  const middle = longest.length >> 1;
  return query.replace(longest, longest.slice(0, middle - 1) + longest.charAt(middle) + longest.charAt(middle - 1) + longest.slice(middle + 1));
}

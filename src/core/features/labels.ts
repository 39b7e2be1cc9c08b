import type { SourceSummary } from "../model/bibliography";

/** `Zakharova 2016`, `Burghart, Park & Zakharova 2019`, `Lukin et al. 2017`: who and when, as short as a list needs. */
export function sourceByline({ people, year }: Pick<SourceSummary, "people" | "year">): string {
  return [peopleLabel(people), year].filter((part) => part !== "").join(" ");
}

const mostPeople = 3;

export function peopleLabel(people: readonly string[]): string {
  const named = people.filter((name) => name !== "others");
  const [first = "", ...rest] = named;
  if (named.length < people.length || named.length > mostPeople) return first === "" ? "" : `${first} et al.`;
  const last = rest.pop();
  return last === undefined ? first : `${[first, ...rest].join(", ")} & ${last}`;
}

/** A text cut at a word near `length` letters, with an ellipsis where something is left out. */
export function shorten(text: string, length: number): string {
  const letters = Array.from(text);
  if (letters.length <= length) return text;
  const cut = letters.slice(0, length).join("");
  const space = cut.lastIndexOf(" ");
  return `${space > length / 2 ? cut.slice(0, space) : cut}…`;
}

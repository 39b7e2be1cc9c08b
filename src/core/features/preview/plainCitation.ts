import type { Library } from "../../library/library";
import type { CitationCluster, CitationItem } from "../../model/citation";
import { peopleLabel } from "../labels";

/** A citation in plain words, until it is formatted: who and when; `undefined` where it has an unknown key. */
export function plainCitation({ citationItems }: CitationCluster, library: Pick<Library, "get">): string | undefined {
  const parts = citationItems.map((item) => plainItem(item, library));
  if (parts.length === 0 || parts.some((part) => part === undefined)) return undefined;
  const [first] = citationItems;
  const { people = "" } = first?.mode === "author-in-text" ? parts[0] ?? {} : {};
  const inside = parts.map((part, index) => [index === 0 && people !== "" ? "" : part?.people, part?.rest].filter((text) => text !== "").join(" ")).join("; ");
  return people === "" ? `(${inside})` : `${people} (${inside})`;
}

function plainItem({ key, mode, prefix, suffix, locator }: CitationItem, library: Pick<Library, "get">): { readonly people: string; readonly rest: string } | undefined {
  const summary = library.get(key)?.entry.summary;
  if (summary === undefined) return undefined;
  const people = mode === "suppress-author" ? "" : peopleLabel(summary.people) || summary.title;
  const date = [summary.year, locator === undefined ? "" : `${locator.label === "page" ? "p." : locator.label} ${locator.value}`].filter((text) => text !== "").join(", ");
  return { people: [prefix, people].filter((text) => text !== "").join(" "), rest: `${date}${suffix === "" || /^[,;.:]/.test(suffix) ? suffix : ` ${suffix}`}` };
}

import type { CslItem } from "../../model/cslItem";

/** The order in which variables are written: what a reader looks for first comes first. Others follow in the order they have. */
const order: readonly string[] = [
  "id", "type", "title", "title-short", "author", "container-author", "editor", "translator", "container-title", "container-title-short", "volume-title", "collection-title",
  "collection-title-short", "collection-number", "event-title", "event-date", "event-place", "edition", "version", "publisher", "publisher-place", "genre", "number", "chapter-number",
  "part-number", "volume", "issue", "page", "section", "number-of-pages", "number-of-volumes", "issued", "original-date", "status", "DOI", "ISBN", "ISSN", "PMID", "PMCID", "URL",
  "accessed", "language", "keyword", "note", "annote", "abstract",
];

const places: ReadonlyMap<string, number> = new Map(order.map((variable, index) => [variable, index]));

/** The same item with its variables in order. */
export function sortVariables(item: CslItem): CslItem {
  const sorted: Record<string, unknown> = {};
  for (const variable of Object.keys(item).sort((a, b) => placeOf(a) - placeOf(b))) sorted[variable] = item[variable];
  return sorted as unknown as CslItem;
}

function placeOf(variable: string): number {
  return places.get(variable) ?? order.length;
}

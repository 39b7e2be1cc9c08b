import { entryValues } from "../../bibliography/entryValues";
import { languageTag } from "../../format/fromBibtex/languages";
import type { BibliographyEntry } from "../../model/bibliography";
import { plainLine } from "../../text/escape";
import { latexToUnicode } from "../../text/latexText";
import type { GroupNode } from "./nodes";
import { peopleOf } from "./people";

export type FacetName = GroupNode["grouping"];

/** What an entry is grouped by; several values where it belongs to several groups, an empty one where it has none. */
export function facetValues(entry: BibliographyEntry, name: FacetName): readonly string[] {
  switch (name) {
    case "author": return peopleOf(entry);
    case "year": return [entry.summary.year];
    case "type": return [entry.summary.type];
    case "container": return [plainLine(entry.summary.container)];
    case "keyword": return keywordsOf(entry);
    case "language": return [languageOf(entry)];
  }
}

function keywordsOf(entry: BibliographyEntry): readonly string[] {
  const list = valueOf(entry, ["keywords", "keyword"], "keyword");
  return [...new Set(list.split(/[,;]/).map((word) => plainLine(word)).filter((word) => word !== ""))];
}

function languageOf(entry: BibliographyEntry): string {
  const [first = ""] = valueOf(entry, ["langid", "language", "hyphenation"], "language").split(/\s*(?:[,;/&]|\band\b)\s*/);
  return languageTag(first) ?? plainLine(first);
}

function valueOf(entry: BibliographyEntry, fields: readonly string[], variable: string): string {
  if (entry.format === "bibtex") {
    const values = entryValues(entry);
    return latexToUnicode(fields.map(values).find((value) => value.trim() !== "") ?? "");
  }
  const value = Object.hasOwn(entry.item, variable) ? entry.item[variable] : undefined;
  return typeof value === "string" ? value : Array.isArray(value) ? value.filter((word) => typeof word === "string").join(";") : "";
}

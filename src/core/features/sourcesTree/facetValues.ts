import { valuesOf } from "../../bibliography/entryValues";
import { languageTag } from "../../format/fromBibtex/languages";
import type { BibliographyEntry } from "../../model/bibliography";
import { plainLine } from "../../text/escape";
import { latexToUnicode } from "../../text/latexText";
import type { GroupNode } from "./nodes";
import { peopleInItem, personOf, writtenPeople } from "./people";

export type FacetName = GroupNode["grouping"];

/** What entries are grouped by. Values come again and again: an entry is read as it is written, and each writing is shown once. */
export interface FacetReader {
  /** Several values where the entry belongs to several groups. */
  readonly read: (entry: BibliographyEntry) => readonly string[];
  /** The value that is written so; empty where that is none. */
  readonly show: (written: string, format: BibliographyEntry["format"]) => string;
}

const keywordFields = ["keywords", "keyword"];
const languageFields = ["langid", "language", "hyphenation"];

export const facetReaders: Readonly<Record<FacetName, FacetReader>> = {
  author: {
    read: (entry) => entry.format === "bibtex" ? writtenPeople(entry) : peopleInItem(entry.item),
    show: (written, format) => format === "bibtex" ? personOf(written) : written,
  },
  year: { read: ({ summary }) => [summary.year], show: (year) => year },
  type: { read: ({ summary }) => [summary.type], show: (type) => type },
  container: { read: ({ summary }) => [summary.container], show: plainLine },
  keyword: { read: (entry) => valueOf(entry, keywordFields, "keyword").split(/[,;]/), show: shownKeyword },
  language: { read: (entry) => [valueOf(entry, languageFields, "language")], show: shownLanguage },
};

function shownKeyword(written: string, format: BibliographyEntry["format"]): string {
  return plainLine(format === "bibtex" ? latexToUnicode(written) : written);
}

/** The first of several. */
function shownLanguage(written: string, format: BibliographyEntry["format"]): string {
  const [first = ""] = (format === "bibtex" ? latexToUnicode(written) : written).split(/\s*(?:[,;/&]|\band\b)\s*/);
  return languageTag(first) ?? plainLine(first);
}

function valueOf(entry: BibliographyEntry, fields: readonly string[], variable: string): string {
  if (entry.format === "bibtex") return valuesOf(entry, fields).find((value) => value.trim() !== "") ?? "";
  const { item } = entry;
  const value = Object.hasOwn(item, variable) ? item[variable] : undefined;
  return typeof value === "string" ? value : Array.isArray(value) ? value.filter((word) => typeof word === "string").join(";") : "";
}

import { entryValues } from "../bibliography/entryValues";
import type { BibliographyEntry } from "../model/bibliography";

type Requirement = readonly string[];

const person: Requirement = ["author", "editor", "translator", "organization", "institution", "publisher"];
const date: Requirement = ["date", "year", "pubstate", "eventdate"];
const title: Requirement = ["title"];

/**
 * What no style can do without, by BibLaTeX entry type (biblatex manual, 2.1.1; BibTeX's names beside BibLaTeX's). Each
 * requirement is met by any of its fields and named by the first. Types that are not listed need nothing.
 */
const requirements: Readonly<Record<string, readonly Requirement[]>> = {
  article: [["author", "editor"], title, ["journaltitle", "journal", "booktitle", "eprint"], date],
  book: [person, title, date],
  mvbook: [person, title, date],
  collection: [person, title, date],
  inbook: [person, title, ["booktitle", "chapter", "pages"], date],
  incollection: [person, title, ["booktitle"], date],
  inproceedings: [person, title, ["booktitle", "eventtitle", "series"], date],
  conference: [person, title, ["booktitle", "eventtitle", "series"], date],
  phdthesis: [["author"], title, date],
  mastersthesis: [["author"], title, date],
  thesis: [["author"], title, date],
  report: [[...person, "url"], title, date],
  techreport: [[...person, "url"], title, date],
};

/** Names of the fields an entry should have and has not; its own and inherited fields count. */
export function missingFields(entry: BibliographyEntry): readonly string[] {
  if (entry.format === "csl-json") return entry.readSummary().title === "" ? ["title"] : [];
  const values = entryValues(entry);
  const has = (name: string): boolean => values(name).trim() !== "";
  const wanted = Object.hasOwn(requirements, entry.entryType) ? requirements[entry.entryType] ?? [] : [];
  return wanted.filter((names) => !names.some(has)).map((names) => names[0] ?? "");
}

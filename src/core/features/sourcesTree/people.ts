import { valuesOf } from "../../bibliography/entryValues";
import { parseName, splitNames } from "../../bibliography/bibtex/names";
import type { BibliographyEntry } from "../../model/bibliography";
import type { CslItem } from "../../model/cslItem";
import { latexToUnicode } from "../../text/latexText";

/**
 * Who made a source, as groups are named: `Zakharova, L.`. One initial tells most people of one family name apart, and takes
 * together what is written with one given name here and with two there.
 */
export function peopleOf(entry: BibliographyEntry): readonly string[] {
  const people = entry.format === "bibtex" ? writtenPeople(entry).map(personOf) : peopleInItem(entry.item);
  return [...new Set(people.filter((name) => name !== ""))];
}

/** The names as they are written. */
export function writtenPeople(entry: Extract<BibliographyEntry, { format: "bibtex" }>): readonly string[] {
  const list = valuesOf(entry, ["author", "editor", "translator", "bookauthor"]).find((value) => value.trim() !== "") ?? "";
  return splitNames(list);
}

/** The person that a name in LaTeX is of; empty where it is nobody's. */
export function personOf(written: string): string {
  if (written === "others") return "";
  const { prefix, family, given } = parseName(written);
  const name = personName(latexToUnicode(`${prefix} ${family}`), latexToUnicode(given));
  return name === "et al." ? "" : name;
}

export function peopleInItem(item: CslItem): readonly string[] {
  const names: readonly unknown[] = [item.author, item.editor, item.translator, item.director, item["container-author"]].find((list) => Array.isArray(list) && list.length > 0) ?? [];
  return names.map(nameOf).filter((name) => name !== "");
}

function nameOf(name: unknown): string {
  if (typeof name === "string") return name.trim();
  if (typeof name !== "object" || name === null) return "";
  const of = (part: string): string => {
    const value = Object.hasOwn(name, part) ? (name as Readonly<Record<string, unknown>>)[part] : undefined;
    return typeof value === "string" ? value : "";
  };
  return personName(`${of("non-dropping-particle")} ${of("family")}`, of("given")) || of("literal").trim();
}

function personName(family: string, given: string): string {
  const initial = /\p{L}\p{M}{0,9}/u.exec(given)?.[0];
  const name = family.trim() || given.trim();
  return initial === undefined || family.trim() === "" ? name : `${name}, ${initial.toLocaleUpperCase()}.`;
}

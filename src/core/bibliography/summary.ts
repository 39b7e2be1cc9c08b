import type { SourceSummary } from "../model/bibliography";
import type { CslItem, CslName } from "../model/cslItem";
import { latexToUnicode } from "../text/latexText";
import { cslTypeOf } from "./entryTypes";
import { familyName, splitNames } from "./names";

type Fields = ReadonlyMap<string, string>;

export function summaryOfBibtex(entryType: string, fields: Fields): SourceSummary {
  const first = (...names: readonly string[]): string => names.map((name) => fields.get(name) ?? "").find((value) => value !== "") ?? "";
  const titled = (title: string, subtitle: string): string => [title, subtitle].filter((part) => part !== "").map(latexToUnicode).join(": ");
  return {
    type: cslTypeOf(entryType),
    title: titled(first("title"), first("subtitle")),
    people: peopleOf(first("author", "editor", "translator", "bookauthor")),
    year: yearIn(first("date", "year", "origdate", "eventdate", "urldate")),
    container: titled(first("journaltitle", "journal", "booktitle", "maintitle", "series"), first("journalsubtitle", "booksubtitle")),
  };
}

function peopleOf(list: string): readonly string[] {
  return splitNames(list).map((name) => name === "others" ? name : latexToUnicode(familyName(name))).filter((name) => name !== "");
}

/** The first year of a date as BibLaTeX (EDTF, `2016-05/2017`), BibTeX (`c. 1850`) or hand writes it. */
function yearIn(date: string): string {
  return /-?\d{3,4}[Xu?]?|\d{2}XX/.exec(date)?.[0].replace(/^-(?=\d{4})/, "-") ?? latexToUnicode(date);
}

export function summaryOfItem(item: CslItem): SourceSummary {
  const people = [item.author, item.editor, item.translator, item.director].find((names) => Array.isArray(names) && names.length > 0) ?? [];
  return {
    type: typeof item.type === "string" ? item.type : "document",
    title: textOf(item.title),
    people: people.map(nameOf).filter((name) => name !== ""),
    year: yearOf(item),
    container: textOf(item["container-title"]) || textOf(item["collection-title"]),
  };
}

const markup = /<\/?(?:i|b|sup|sub|sc|span)(?:\s[^<>]*)?>/g;

function textOf(value: unknown): string {
  return typeof value === "string" ? value.replace(markup, "") : typeof value === "number" ? String(value) : "";
}

function nameOf(name: CslName | null | undefined): string {
  if (typeof name !== "object" || name === null) return "";
  const family = textOf(name.family);
  const particle = textOf(name["non-dropping-particle"]);
  return family === "" ? textOf(name.literal) || textOf(name.given) : [particle, family].filter((part) => part !== "").join(" ");
}

function yearOf({ issued }: CslItem): string {
  if (typeof issued !== "object" || issued === null) return "";
  const parts: unknown = issued["date-parts"];
  const year: unknown = Array.isArray(parts) && Array.isArray(parts[0]) ? parts[0][0] : undefined;
  if (typeof year === "number" || typeof year === "string") return String(year);
  return /\d{4}/.exec(textOf(issued.raw) || textOf(issued.literal))?.[0] ?? textOf(issued.literal);
}

import { parse } from "@citation-js/plugin-bibtex/lib-mjs/mapping/index.js";
import type { CslItem } from "../../model/cslItem";
import type { EntryToConvert } from "../../ports";
import { sortVariables } from "../items/variableOrder";
import { datesOf } from "./dates";
import { EntryFields } from "./entryFields";
import { genreOf, statusOf } from "./genres";
import { identifierProperties } from "./identifiers";
import { languageOf } from "./languages";
import { namesOf } from "./names";
import { keywordsOf, noteOf } from "./notes";
import { numbersOf, pagesOf } from "./numbers";
import { present } from "./present";
import { publicationProperties } from "./publication";
import { titleProperties } from "./titles";

/** The item of an entry. What cannot be converted is left out; nothing in an entry makes this throw. */
export function toCslItem(entry: EntryToConvert): CslItem {
  if (entry.format === "csl-json") return entry.item;
  const fields = new EntryFields(entry);
  const mapped = mapProperties(fields.type, propertiesOf(fields));
  const item = { ...mapped, ...namesOf(fields), ...datesOf(fields), ...numbersOf(fields) };
  return sortVariables({ ...placeOfPatent(fields, item), id: entry.key, type: entry.summary.type });
}

/** Fields that hold text which only has to be read. */
const texts = ["edition", "volume", "volumes", "part", "chapter", "version", "abstract", "shortseries", "origtitle"];

/**
 * What citation-js is given: values that are read already, because our parser knows more of LaTeX, and nothing makes it throw. Names,
 * dates and numbers, which it maps wrongly or in part, are not among them.
 */
function propertiesOf(fields: EntryFields): Readonly<Record<string, unknown>> {
  const properties: Record<string, unknown> = {};
  for (const name of texts) {
    const text = fields.text(name);
    if (text !== undefined) properties[name] = text;
  }
  Object.assign(properties, titleProperties(fields), publicationProperties(fields), identifierProperties(fields), present<unknown>({
    pages: pagesOf(fields),
    bookpagination: fields.plain("bookpagination") === "section" ? "section" : undefined,
    pagetotal: fields.text("pagetotal", "numpages"),
    annotation: fields.text("annotation", "annote"),
    note: noteOf(fields),
    keywords: keywordsOf(fields),
    language: languageOf(fields),
    type: genreOf(fields),
    pubstate: statusOf(fields),
  }));
  return properties;
}

/** An entry that citation-js chokes on, which none is known to do, keeps its names, dates and numbers. */
function mapProperties(type: string, properties: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (Object.keys(properties).length === 0) return {};
  try {
    return parse([{ type, properties }])[0] ?? {};
  } catch {
    return {};
  }
}

/** The country that grants a patent is no place of publication. */
function placeOfPatent(fields: EntryFields, item: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (fields.type !== "patent") return item;
  const { "publisher-place": jurisdiction, ...rest } = item;
  return jurisdiction === undefined ? rest : { ...rest, jurisdiction };
}

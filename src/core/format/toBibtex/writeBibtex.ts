import { format } from "@citation-js/plugin-bibtex/lib-mjs/mapping/index.js";
import type { CslDate, CslItem } from "../../model/cslItem";
import { genreWord, statusWord } from "../fromBibtex/genres";
import { languageName } from "../fromBibtex/languages";
import { soundItem, type SoundItem } from "../items/soundItem";
import { edtf, issuedFields } from "./dates";
import type { Dialect } from "./dialect";
import { entryTypeOf } from "./entryTypes";
import { compareFields } from "./fieldOrder";
import { fieldOf, type Fields } from "./fields";
import { bibtexKeys } from "./keys";
import { cslToLatex, verbatimValue } from "./latexText";
import { numberFields, pagesValue } from "./numbers";
import { peopleFields } from "./people";
import { publicationFields } from "./publication";
import { titleFields } from "./titles";

/** Entries in the order of the items, under their ids, fields in a fixed order. */
export function writeBibtex(items: readonly CslItem[], dialect: Dialect): string {
  const sound = items.map(soundItem);
  const keys = bibtexKeys(sound.map(({ id }) => id));
  return sound.map((item, index) => writeEntry(item, keys[index] ?? "", dialect)).join("\n");
}

function writeEntry(item: SoundItem, key: string, dialect: Dialect): string {
  const mapped = mapItem(item);
  const type = entryTypeOf(item.type, mapped.type, item.texts.get("genre"), dialect);
  const fields = { ...mappedFields(mapped.properties), ...correctedFields(item, type, dialect) };
  const lines = Object.entries(fields).sort(([a], [b]) => compareFields(a, b)).map(([name, value]) => `  ${name} = ${value}`);
  return `@${type}{${[key, ...lines].join(",\n")}\n}\n`;
}

/** Fields of citation-js that are right as they are; all others are made here, because it would lose or damage what they hold. */
const mappedTexts: ReadonlySet<string> = new Set([
  "abstract", "library", "chapter", "shortseries", "edition", "venue", "isbn", "issn", "origtitle", "pagetotal", "part", "version", "volume", "volumes",
]);

function mapItem({ id, type, texts }: SoundItem): { readonly type: string; readonly properties: Readonly<Record<string, unknown>> } {
  try {
    const [entry] = format([{ ...Object.fromEntries(texts), id, type }]);
    if (entry !== undefined) return entry;
  } catch {
    // an item that citation-js chokes on keeps what is made here
  }
  return { type: "misc", properties: {} };
}

function mappedFields(properties: Readonly<Record<string, unknown>>): Fields {
  return Object.fromEntries(Object.entries(properties).flatMap(([name, value]) => {
    if (name === "eprint" || name === "eprinttype") return typeof value === "string" ? [[name, `{${verbatimValue(value)}}`]] : [];
    return mappedTexts.has(name) && typeof value === "string" ? [[name, `{${cslToLatex(value)}}`]] : [];
  }));
}

/** What citation-js would lose, damage, or name after the wrong dialect. */
function correctedFields(item: SoundItem, type: string, dialect: Dialect): Fields {
  const { texts, dates } = item;
  const issued = dates.get("issued");
  return {
    ...peopleFields(item, dialect),
    ...titleFields(item, dialect),
    ...publicationFields(item, type, dialect),
    ...numberFields(item, type),
    ...fieldOf("pages", texts.get("page") ?? texts.get("section"), pagesValue),
    ...!texts.has("page") && texts.has("section") && { bookpagination: "{section}" },
    ...issued !== undefined && issuedFields(issued, dialect),
    ...dateField("urldate", dates.get("accessed")),
    ...dateField("eventdate", dates.get("event-date")),
    ...dateField("origdate", dates.get("original-date")),
    ...kindFields(item, type, dialect),
    ...fieldOf("doi", texts.get("DOI"), verbatimValue),
    ...fieldOf("url", texts.get("URL"), verbatimValue),
    ...fieldOf("pmcid", texts.get("PMCID"), verbatimValue),
    ...languageField(texts.get("language")),
    ...fieldOf("keywords", texts.get("keyword")),
    ...fieldOf("note", texts.get("note")),
    ...fieldOf(dialect === "bibtex" ? "annote" : "annotation", texts.get("annote")),
  };
}

function dateField(name: string, date: CslDate | undefined): Fields {
  const written = date && edtf(date);
  return written === undefined ? fieldOf(name, date?.literal) : { [name]: `{${written}}` };
}

/** Kind and state of a source, in BibLaTeX's words where it has some. */
function kindFields({ type, texts }: SoundItem, entryType: string, dialect: Dialect): Fields {
  const genre = texts.get("genre");
  const status = texts.get("status");
  const isToldByType = entryType === "phdthesis" ? genre === "PhD thesis" : entryType === "mastersthesis" && genre === "Master's thesis";
  const kind = genre !== undefined && dialect === "biblatex" ? genreWord(genre) ?? genre : genre;
  return {
    ...type === "article-magazine" && { entrysubtype: "{magazine}" },
    ...type === "article-newspaper" && { entrysubtype: "{newspaper}" },
    ...isToldByType ? {} : fieldOf("type", kind),
    ...fieldOf("pubstate", status && (statusWord(status) ?? status)),
  };
}

/** The language as babel names it; a tag that babel has no name for stays one. */
function languageField(language: string | undefined): Fields {
  const name = language === undefined ? undefined : languageName(language);
  return name === undefined ? fieldOf("language", language) : { langid: `{${name}}` };
}

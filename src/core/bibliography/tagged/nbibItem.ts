import type { CitationKey } from "../../model/citation";
import type { CslItem, CslName } from "../../model/cslItem";
import { doiIn, serialNumbersIn, withHyphens } from "../identifiers";
import { cslItemOf, type CslVariables } from "../itemEntry";
import { languageTag } from "../languageTags";
import { nameOf, readNames } from "../listedNames";
import type { TaggedFields } from "./taggedRecords";
import { readDate } from "../writtenDates";

/** The item of a record of PubMed (MEDLINE/PubMed Data Element Descriptions). */
export function nbibItem(fields: TaggedFields, id: CitationKey): CslItem {
  const { issn } = serialNumbersIn(fields.texts("IS").join(" "));
  const { isbn } = serialNumbersIn(fields.texts("ISBN").join(" "));
  return cslItemOf(id, typeOf(fields), shown(fields), {
    volume: fields.text("VI"),
    issue: fields.text("IP"),
    page: pages(fields),
    edition: fields.text("EN"),
    DOI: identifier(fields, "doi") ?? doiIn(fields.text("SO")),
    PMID: /\d+/.exec(fields.text("PMID") ?? "")?.[0],
    PMCID: /PMC\d+/.exec(fields.text("PMC") ?? "")?.[0],
    ISSN: issn.join(" "),
    ISBN: isbn.join(" "),
    publisher: fields.text("PB"),
    "publisher-place": fields.has("PB") ? fields.text("PL") : undefined,
    language: languageTag(fields.text("LA")),
    abstract: fields.text("AB"),
    keyword: [...new Set([...fields.texts("OT"), ...fields.texts("MH")].map((word) => word.replaceAll("*", "")))].join(", "),
  });
}

/** The tags that `nbibSummary` reads. */
export const nbibSummaryTags: ReadonlySet<string> = new Set(["PT", "TI", "BTI", "CTI", "TT", "FAU", "AU", "CN", "FED", "ED", "JT", "TA", "DP", "DEP"]);

/** The same item as far as lists show it. */
export function nbibSummary(fields: TaggedFields, id: CitationKey): CslItem {
  return cslItemOf(id, typeOf(fields), shown(fields));
}

function shown(fields: TaggedFields): CslVariables {
  const isPart = typeOf(fields) === "chapter";
  const journal = fields.text("JT", "TA");
  return {
    title: titleOf(fields, isPart),
    "original-title": fields.text("TT"),
    author: nbibAuthors(fields),
    editor: people(fields, "FED", "ED"),
    "container-title": isPart ? title(fields.text("BTI")) : journal,
    "container-title-short": fields.texts("TA").find((text) => text !== journal),
    "collection-title": title(fields.text("CTI")),
    issued: readDate(fields.text("DP", "DEP")),
  };
}

function typeOf(fields: TaggedFields): string {
  const types = fields.texts("PT").map((type) => type.toLowerCase());
  const has = (word: string): boolean => types.some((type) => type.includes(word));
  if (fields.has("BTI")) return fields.has("TI") ? "chapter" : "book";
  if (has("preprint")) return "article";
  if (has("newspaper")) return "article-newspaper";
  if (has("dissertation")) return "thesis";
  if (has("dataset")) return "dataset";
  return has("book") && !fields.has("JT", "TA") ? "book" : "article-journal";
}

/** PubMed ends a title with a full stop and puts a translated one into brackets. */
function title(text: string | undefined): string | undefined {
  const plain = text?.replace(/(?<!\.\.)\.$/, "");
  return /^\[[^[\]]*\]$/.test(plain ?? "") ? plain?.slice(1, -1).replace(/\.$/, "") : plain;
}

function titleOf(fields: TaggedFields, isPart: boolean): string | undefined {
  return title(fields.text("TI") ?? (isPart ? undefined : fields.text("BTI")));
}

/** Persons by their full names (`FAU`) where there are any, then the groups that sign with them (`CN`). */
export function nbibAuthors(fields: TaggedFields): readonly CslName[] {
  return [...people(fields, "FAU", "AU"), ...fields.texts("CN").map((literal) => ({ literal }))];
}

function people(fields: TaggedFields, full: string, short: string): readonly CslName[] {
  const names = fields.texts(full);
  return names.length > 0 ? names.flatMap(readFull) : fields.texts(short).flatMap(readShort);
}

const suffixes = "Jr|Sr|II|III|IV|2nd|3rd|4th|5th";
const fullName = new RegExp(`^([^,]+), (.+?)(?:,? (${suffixes})\\.?)?$`);
const shortName = new RegExp(`^(.+) (\\p{Lu}{1,4})(?: (${suffixes})\\.?)?$`, "u");
const longestName = 300;

/** `Doe, Jane A Jr` */
function readFull(text: string): readonly CslName[] {
  const [, family, given, suffix] = text.length > longestName ? [] : fullName.exec(text) ?? [];
  return family === undefined || given === undefined ? readNames([text]) : [nameOf(family, given, suffix)];
}

/** `Doe JA Jr` */
function readShort(text: string): readonly CslName[] {
  const [, family, initials, suffix] = text.length > longestName ? [] : shortName.exec(text) ?? [];
  return family === undefined || initials === undefined ? readNames([text]) : [nameOf(family, initials.replace(/(.)/gu, "$1. ").trimEnd(), suffix)];
}

/** `LID - 10.1000/182 [doi]` */
function identifier(fields: TaggedFields, kind: string): string | undefined {
  const field = fields.texts("LID", "AID").find((text) => text.endsWith(`[${kind}]`));
  return kind === "doi" ? doiIn(field) : field?.slice(0, -kind.length - 2).trim();
}

/** An article that has a number in place of pages tells it among its identifiers. */
function pages(fields: TaggedFields): string | undefined {
  const written = fields.text("PG");
  if (written !== undefined) return withHyphens(written);
  const number = identifier(fields, "pii");
  return number !== undefined && /^e?\d{1,8}$/.test(number) ? number : undefined;
}

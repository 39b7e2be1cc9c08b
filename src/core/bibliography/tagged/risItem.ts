import type { CitationKey } from "../../model/citation";
import type { CslDate, CslItem, CslName } from "../../model/cslItem";
import { doiIn, pagesFrom, serialNumbersIn, urlIn, withHyphens } from "../identifiers";
import { cslItemOf, type CslVariables } from "../itemEntry";
import { languageTag } from "../languageTags";
import { readNames } from "../listedNames";
import { cslTypeOfRis } from "./risTypes";
import type { TaggedFields } from "./taggedRecords";
import { combineDates, readDate, readDates } from "../writtenDates";

/**
 * The item of a record of RIS: the tags of the format's first specification (2001) and of EndNote's (2011) as programs and
 * publishers use them, which is by type of source (`T2` is the journal of an article and the series of a book).
 */
export function risItem(fields: TaggedFields, id: CitationKey): CslItem {
  const type = typeOf(fields);
  return cslItemOf(id, type, titles(fields, type), people(fields, type), { issued: issued(fields), accessed: readDate(fields.text("Y2", "RD")) }, numbers(fields, type), identifiers(fields, type), publication(fields, type), {
    abstract: fields.text("AB", "N2"),
    keyword: keywords(fields),
    note: notes(fields),
  });
}

/** The same item as far as lists show it. */
export function risSummary(fields: TaggedFields, id: CitationKey): CslItem {
  const type = typeOf(fields);
  return cslItemOf(id, type, titles(fields, type), people(fields, type), { issued: issued(fields) });
}

function risTypeOf(fields: TaggedFields): string {
  return fields.field("TY")?.lines[0]?.toUpperCase() ?? "";
}

function typeOf(fields: TaggedFields): string {
  const type = cslTypeOfRis(risTypeOf(fields));
  return type ?? (fields.has("JO", "JF", "JA") ? "article-journal" : "document");
}

/** The tags that hold a title, the likeliest first. */
export const titleTags = ["TI", "T1", "CT", "BT"] as const;

/** The tags that `risSummary` reads. */
export const summaryTags: readonly string[] = ["TY", ...titleTags, "C3", "JF", "JO", "JA", "J1", "J2", "T2", "T3", "ST", "RI", "A1", "AU", "ED", "A2", "A3", "A4", "TA", "PY", "Y1", "DA"];

const books: ReadonlySet<string> = new Set(["book", "classic", "manuscript", "pamphlet", "periodical"]);
const parts: ReadonlySet<string> = new Set(["chapter", "paper-conference", "entry-dictionary", "entry-encyclopedia"]);
/** Types whose `T2` is a series. */
const inSeries: ReadonlySet<string> = new Set(["book", "classic", "map", "periodical", "report", "software", "standard"]);

function titles(fields: TaggedFields, type: string): CslVariables {
  const title = fields.text("TI", "T1", "CT", "BT") ?? (parts.has(type) ? fields.text("T2") : undefined);
  const containers = type === "paper-conference" ? ["C3", "BT", "JF", "T2", "JO"] : parts.has(type) ? ["BT", "T2", "JF", "JO"] : ["JF", "T2", "JO", "BT"];
  const container = inSeries.has(type) ? fields.text("JF", "JO") : fields.texts(...containers, "JA", "J2", "J1").find((text) => text !== title);
  const short = fields.texts("JA", "J2", "J1", "JO").find((text) => text !== container && container !== undefined && text.length <= container.length);
  const event = isConference(type) && !fields.has("BT") ? fields.text("T2") : undefined;
  return {
    title,
    "title-short": fields.text("ST"),
    "container-title": container,
    "container-title-short": short,
    "collection-title": inSeries.has(type) ? fields.text("T2", "T3") : fields.text("T3") ?? (parts.has(type) && fields.has("BT") ? fields.texts("T2").find((text) => text !== container) : undefined),
    "event-title": event === container ? undefined : event,
    "reviewed-title": fields.text("RI"),
  };
}

function isConference(type: string): boolean {
  return type === "paper-conference" || type === "speech";
}

/** The tags that hold the people named first, as `people` reads them. */
export const authorTags = ["A1", "AU"] as const;
export const editorTags = ["ED", "A2", "A3"] as const;

/** Types in which EndNote gives `A2` to `A4` to sponsors, departments, counsels and other institutions. */
const official: ReadonlySet<string> = new Set(["bill", "hearing", "legal_case", "legislation", "patent", "regulation"]);
const withoutTranslators: ReadonlySet<string> = new Set([...official, "paper-conference", "report"]);

function people(fields: TaggedFields, type: string): CslVariables {
  const names = (...tags: readonly string[]): readonly CslName[] => readNames(fields.lines(...tags), "given-first");
  // EndNote gives a book's series editors in A2 and its editors in A3; without a series, A2 are its editors as everywhere else
  const isSeriesFirst = inSeries.has(type) && fields.has("T2", "T3");
  const found: Record<string, readonly CslName[]> = {};
  const add = (variable: string, list: readonly CslName[]): void => {
    found[variable] = [...found[variable] ?? [], ...list];
  };
  add(authorRole(fields, type), names(...authorTags));
  add("editor", names("ED"));
  if (!official.has(type)) {
    add(isSeriesFirst ? "collection-editor" : secondRoles[type] ?? "editor", names("A2"));
    add(isSeriesFirst ? "editor" : "collection-editor", type === "report" ? [] : names("A3"));
  }
  add("translator", names("TA"));
  if (!withoutTranslators.has(type)) add("translator", names("A4"));
  return found;
}

const secondRoles: Readonly<Record<string, string>> = { personal_communication: "recipient", interview: "interviewer" };
const authorRoles: Readonly<Record<string, string>> = { motion_picture: "director", broadcast: "director", musical_score: "composer" };

function authorRole(fields: TaggedFields, type: string): string {
  return risTypeOf(fields) === "EDBOOK" ? "editor" : authorRoles[type] ?? "author";
}

/** The tags that may hold the date of publication, the authoritative one first. */
export const dateTags = ["PY", "Y1", "DA"] as const;

function issued(fields: TaggedFields): CslDate | undefined {
  // PubMed Central adds the days on which a manuscript was received and accepted
  return combineDates(fields.texts(...dateTags).filter((date) => !/received|accepted|revised/i.test(date)));
}

function numbers(fields: TaggedFields, type: string): CslVariables {
  const [start, end] = [fields.text("SP"), fields.text("EP")];
  const countsPages = (books.has(type) || type === "thesis") && end === undefined && start !== undefined && !/\d\s*[-–]\s*\d/.test(start);
  const { volume, inVolume } = volumeOf(fields.text("VL"));
  const degree = type === "thesis" && volume !== undefined && !/^\d+$/.test(volume) ? volume : undefined;
  const isPart = type.startsWith("article") || type === "paper-conference";
  const issue = fields.text("IS", "CP") ?? inVolume ?? (isPart ? plainNumber(fields.text("M1")) : undefined);
  const isIssued = isPart || type === "periodical" || type === "document" || parts.has(type) || type === "broadcast";
  const edition = fields.text("ET");
  return {
    page: countsPages ? undefined : pagesFrom(start, end) ?? optionally(withHyphens, fields.text("C7")),
    "number-of-pages": countsPages ? start : undefined,
    volume: degree === undefined ? volume : undefined,
    "number-of-volumes": fields.text("NV"),
    issue: isIssued ? issue : undefined,
    number: isIssued ? undefined : reportNumber(fields, type),
    "collection-number": inSeries.has(type) && type !== "report" && fields.has("T2", "T3") ? issue ?? fields.text("M1") : undefined,
    // EndNote has the day of electronic publication in the place of an article's edition
    edition: isPart && readDates(edition ?? "")?.from.month !== undefined ? undefined : edition,
    section: fields.text("SE"),
    genre: degree ?? genreOf(fields, type),
  };
}

/** Ovid and others write volume and issue in one, `50(2)`. */
function volumeOf(written: string | undefined): { readonly volume?: string; readonly inVolume?: string } {
  const [, volume, inVolume] = /^(\d+) ?\((\d[\w/-]*)\)$/.exec(written ?? "") ?? [];
  if (volume !== undefined && inVolume !== undefined) return { volume, inVolume };
  return written === undefined ? {} : { volume: written.replace(/^vol(?:ume)?\.? (?=\d)/i, "") };
}

function plainNumber(text: string | undefined): string | undefined {
  return text !== undefined && /^[\w./-]{1,12}$/.test(text) ? text : undefined;
}

function reportNumber(fields: TaggedFields, type: string): string | undefined {
  const serial = fields.text("SN");
  const isNumber = serial !== undefined && !hasSerialNumber(serial);
  if (books.has(type) || type === "thesis") return fields.text("M1") ?? (fields.has("T2", "T3") ? undefined : fields.text("IS"));
  return (isNumber ? serial : undefined) ?? fields.text("IS", "M1");
}

/** `M3` says what kind of work it is, where it is not what the type says already, or a DOI. */
function genreOf(fields: TaggedFields, type: string): string | undefined {
  const genre = fields.text("M3");
  return type.startsWith("article") || type === "chapter" || doiIn(genre) !== undefined ? undefined : genre;
}

function hasSerialNumber(text: string): boolean {
  const { isbn, issn } = serialNumbersIn(text);
  return isbn.length + issn.length > 0;
}

function identifiers(fields: TaggedFields, type: string): CslVariables {
  const serial = fields.texts("SN").join(" ");
  const { isbn, issn } = serialNumbersIn(serial);
  const links = fields.lines("UR", "LK", "L2");
  const url = links.map(urlIn).find((link) => link !== undefined);
  const accession = fields.text("AN") ?? "";
  const [pmid] = /(?<=^pmid:?\s*)\d+$/i.exec(accession) ?? (/pubmed|medline|nlm/i.test(fields.text("DB", "DP") ?? "") ? /^\d{1,8}$/.exec(accession) : null) ?? [];
  const [pmcid] = /\bPMC\d+\b/.exec(`${accession} ${fields.text("C2") ?? ""}`) ?? [];
  const isUnknown = isbn.length + issn.length === 0;
  return {
    DOI: doiIn(fields.text("DO", "DI")) ?? fields.text("DO") ?? doiIn(fields.text("M3")) ?? doiIn(fields.text("L3")) ?? links.filter((link) => link.includes("doi.org/")).map(doiIn).find((link) => link !== undefined),
    URL: url,
    ISBN: isUnknown && books.has(type) ? serial : isbn.join(" "),
    ISSN: isUnknown && type.startsWith("article") ? serial : issn.join(" "),
    PMID: pmid,
    PMCID: pmcid,
  };
}

function publication(fields: TaggedFields, type: string): CslVariables {
  return {
    publisher: fields.text("PB", "PU"),
    "publisher-place": fields.text("CY", "PP"),
    "event-place": isConference(type) ? fields.text("C1") : undefined,
    language: languageTag(fields.text("LA")),
    source: fields.text("DP", "DB"),
    "call-number": fields.text("CN"),
    archive: fields.text("AV"),
  };
}

/** Keywords stand in a tag each, in a line each or, against the format, in one list. */
function keywords(fields: TaggedFields): string {
  return [...new Set(fields.lines("KW").flatMap((line) => line.split(";")).map((word) => word.trim()).filter((word) => word !== ""))].join(", ");
}

/** Notes, without those that repeat title or DOI, or that an exporting database adds about itself. */
function notes(fields: TaggedFields): string {
  const title = fields.text(...titleTags);
  return fields.texts("N1", "RN").filter((note) => note !== title && !/^(?:Cited By ?:|Export Date:|doi: ?10\.)/i.test(note)).join("\n");
}

function optionally<T, R>(convert: (value: T) => R, value: T | undefined): R | undefined {
  return value === undefined ? undefined : convert(value);
}

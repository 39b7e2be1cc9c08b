import type { CitationKey } from "../../model/citation";
import type { CslDate, CslItem, CslName } from "../../model/cslItem";
import { doiIn, serialNumbersIn, urlIn, withHyphens } from "../identifiers";
import { cslItemOf, type CslVariables } from "../itemEntry";
import { languageTag } from "../languageTags";
import { readNames } from "../listedNames";
import { cslTypeOfRefer } from "./referTypes";
import type { TaggedFields } from "./taggedRecords";
import { combineDates, readDate } from "../writtenDates";

/**
 * The item of a record of refer(1), or of EndNote's export, which has taken over refer's tags, given a type to each record (`%0`) and a
 * meaning of its own to some of them.
 */
export function referItem(fields: TaggedFields, id: CitationKey): CslItem {
  const type = typeOf(fields);
  const serial = fields.texts("%@").join(" ");
  const { isbn, issn } = serialNumbersIn(serial);
  const report = fields.text("%R");
  const doi = doiIn(report) ?? fields.lines("%U").filter((link) => link.includes("doi.org/")).map(doiIn).find((found) => found !== undefined);
  return cslItemOf(id, type, titles(fields, type), people(fields), { issued: issued(fields), accessed: readDate(fields.text("%[")) }, numbers(fields, type), {
    number: (doi === undefined ? report : undefined) ?? (issueTypes.has(type) ? undefined : fields.text("%N")) ?? (isbn.length + issn.length === 0 ? serial : undefined),
    DOI: doi,
    URL: fields.lines("%U").map(urlIn).find((link) => link !== undefined),
    ISBN: isbn.join(" "),
    ISSN: issn.join(" "),
    publisher: fields.text("%I"),
    "publisher-place": fields.text("%C"),
    genre: fields.text("%9"),
    edition: fields.text("%7"),
    language: languageTag(fields.text("%G")),
    source: fields.text("%~", "%W"),
    "call-number": isEndNote(fields) ? fields.text("%L") : undefined,
    section: fields.text("%&"),
    abstract: fields.text("%X"),
    keyword: [...new Set(fields.lines("%K").flatMap((line) => line.split(";")).map((word) => word.trim()).filter((word) => word !== ""))].join(", "),
    note: fields.texts("%Z", "%O").join("\n"),
  });
}

/** The tags that `referSummary` reads. */
export const referSummaryTags: ReadonlySet<string> = new Set(["%0", "%T", "%B", "%J", "%S", "%!", "%*", "%A", "%Q", "%E", "%Y", "%?", "%H", "%D", "%8", "%R", "%I"]);

/** The same item as far as lists show it. */
export function referSummary(fields: TaggedFields, id: CitationKey): CslItem {
  const type = typeOf(fields);
  return cslItemOf(id, type, titles(fields, type), people(fields), { issued: issued(fields) });
}

function issued(fields: TaggedFields): CslDate | undefined {
  return combineDates(fields.texts("%D", "%8"));
}

function people(fields: TaggedFields): CslVariables {
  const isEdited = fields.text("%0")?.toLowerCase() === "edited book";
  const names = (...tags: readonly string[]): readonly CslName[] => readNames(fields.lines(...tags), "given-first");
  const authors = names("%A");
  return {
    author: isEdited ? [] : [...authors, ...institutions(fields)],
    editor: [...isEdited ? authors : [], ...names("%E")],
    "collection-editor": isEndNote(fields) ? names("%Y") : [],
    translator: names("%?", "%H"),
  };
}

/** EndNote types each record, refer(1) none. */
function isEndNote(fields: TaggedFields): boolean {
  return fields.has("%0");
}

/** Types that appear in issues, so that `%N` is one. */
const issueTypes: ReadonlySet<string> = new Set(["article", "article-journal", "article-magazine", "article-newspaper", "document", "paper-conference", "periodical", "chapter"]);

/** refer(1) knows no types: what a source has tells what it is (refer(1), “Bibliographic databases”). */
function typeOf(fields: TaggedFields): string {
  const type = cslTypeOfRefer((fields.text("%0") ?? "").toLowerCase());
  if (type === "book" && /proceedings/i.test(fields.text("%0") ?? "") && fields.has("%B")) return "paper-conference";
  if (type !== undefined) return type;
  if (fields.has("%J")) return "article-journal";
  if (fields.has("%B")) return "chapter";
  if (fields.has("%R") && doiIn(fields.text("%R")) === undefined) return "report";
  return fields.has("%I") ? "book" : "document";
}

const inBooks: ReadonlySet<string> = new Set(["chapter", "paper-conference", "entry-dictionary", "entry-encyclopedia"]);
const inSeries: ReadonlySet<string> = new Set(["book", "map", "report", "software", "standard", "classic"]);

function titles(fields: TaggedFields, type: string): CslVariables {
  const isBook = inSeries.has(type);
  const container = isBook ? fields.text("%J") : inBooks.has(type) ? fields.text("%B", "%J") : fields.text("%J", "%B");
  return {
    title: fields.text("%T") ?? (isBook ? fields.text("%B") : undefined),
    "title-short": fields.text("%!"),
    "container-title": container,
    "collection-title": fields.text("%S") ?? (isBook && fields.has("%T") ? fields.text("%B") : undefined),
    "reviewed-title": fields.text("%*"),
  };
}

function numbers(fields: TaggedFields, type: string): CslVariables {
  const pages = fields.text("%P");
  const isWhole = type === "book" || type === "thesis" || type === "report";
  const isCount = isWhole && pages !== undefined && !/\d\s*[-‐–]+\s*\d/.test(pages);
  const volume = fields.text("%V");
  return {
    page: pages === undefined || isCount ? undefined : withHyphens(pages),
    "number-of-pages": isCount ? pages : undefined,
    volume,
    "number-of-volumes": fields.text("%6"),
    issue: issueTypes.has(type) ? fields.text("%N") : undefined,
  };
}

/** refer(1): `%Q` is an author that is no person; EndNote has a translated title there. */
function institutions(fields: TaggedFields): readonly CslName[] {
  return isEndNote(fields) ? [] : fields.texts("%Q").map((literal) => ({ literal }));
}

import { ordinal } from "../../text/ordinal";
import { cslTags, plainCslText } from "../../text/cslMarkup";
import type { EntryFields } from "./entryFields";
import { latexToCsl } from "../../text/latexToCsl";
import { present } from "./present";

/**
 * The titles of an entry as citation-js is to see them: subtitles and additions behind their titles, which it would lose or join
 * without regard to punctuation, and one `booktitle` for whatever the source appeared in.
 */
export function titleProperties(fields: EntryFields): Readonly<Record<string, string>> {
  const main = joinedTitle(fields, "maintitle", "mainsubtitle", "maintitleaddon");
  const book = joinedTitle(fields, "booktitle", "booksubtitle", "booktitleaddon");
  const journal = journalTitle(fields);
  const issue = joinedTitle(fields, "issuetitle", "issuesubtitle", "issuetitleaddon");
  const container = containerOf(fields, { main, book, journal });
  const title = ownTitle(fields) ?? (fields.entry.summary.type === "book" ? main : undefined);
  return present({
    title,
    booktitle: container === title ? undefined : container,
    issuetitle: issue ?? (main === undefined || container !== main ? undefined : book),
    shorttitle: protectedTitle(fields, "shorttitle"),
    shortjournal: fields.text("shortjournal") === journal ? undefined : fields.text("shortjournal"),
    eventtitle: joinedTitle(fields, "eventtitle", "", "eventtitleaddon"),
    series: seriesTitle(fields),
  });
}

interface Containers {
  readonly main: string | undefined;
  readonly book: string | undefined;
  readonly journal: string | undefined;
}

/**
 * What the source appeared in. Of a work in several volumes it is the whole, and the book is a volume of it. The `booktitle` of a book is
 * its own title over again, for children that take it through `crossref`.
 */
function containerOf({ type, entry }: EntryFields, { main, book, journal }: Containers): string | undefined {
  if (type === "article") return journal ?? main ?? book;
  return entry.summary.type === "book" ? main ?? journal : main ?? book ?? journal;
}

function journalTitle(fields: EntryFields): string | undefined {
  return joinedTitle(fields, "journaltitle", "journalsubtitle", "journaltitleaddon")
    ?? joinedTitle(fields, "journal", "journalsubtitle", "journaltitleaddon") ?? fields.text("shortjournal");
}

function ownTitle(fields: EntryFields): string | undefined {
  const title = protectedTitle(fields, "title");
  return title === undefined ? undefined : joined(title, fields.text("subtitle"), fields.text("titleaddon"));
}

/** A title in which braces protect the case of words. */
function protectedTitle(fields: EntryFields, name: string): string | undefined {
  const value = fields.raw(name);
  const title = value === undefined ? "" : unprotected(latexToCsl(value, true));
  return title === "" ? undefined : title;
}

/** A title in braces as a whole is how programs export titles, and says nothing about its words. */
function unprotected(title: string): string {
  const [opening, closing] = cslTags.nocase;
  if (!title.startsWith(opening) || !title.endsWith(closing)) return title;
  const inside = title.slice(opening.length, -closing.length);
  return inside.includes(closing) ? title : inside;
}

function joinedTitle(fields: EntryFields, title: string, subtitle: string, addition: string): string | undefined {
  const text = fields.text(title);
  return text === undefined ? undefined : joined(text, fields.text(subtitle), fields.text(addition));
}

/** `Title: Subtitle. Addition`, without a second mark where the text before ends in one. */
function joined(title: string, subtitle: string | undefined, addition: string | undefined): string {
  const whole = subtitle === undefined ? title : `${title}${endsInMark(title) ? "" : ":"} ${subtitle}`;
  return addition === undefined ? whole : `${whole}${endsInMark(whole) ? "" : "."} ${addition}`;
}

function endsInMark(title: string): boolean {
  return /[:?!.…]["”’»]?$/.test(plainCslText(title));
}

/** A journal's series may be a number or one of BibLaTeX's words for it (manual, 4.9.2). */
function seriesTitle(fields: EntryFields): string | undefined {
  const series = fields.text("series");
  if (series === undefined || fields.type !== "article") return series;
  if (series === "newseries") return "New series";
  if (series === "oldseries") return "Old series";
  return /^\d{1,3}$/.test(series) ? `${ordinal(Number(series))} series` : series;
}

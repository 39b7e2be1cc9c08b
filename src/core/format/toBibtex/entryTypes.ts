import type { Dialect } from "./dialect";

/** Where citation-js writes a type that BibLaTeX does not know or that is read as another one. */
const biblatexTypes: ReadonlyMap<string, string> = new Map([
  ["article", "online"], ["bill", "legislation"], ["broadcast", "video"], ["chapter", "incollection"], ["classic", "book"], ["collection", "collection"], ["figure", "image"],
  ["graphic", "artwork"], ["interview", "misc"], ["map", "misc"], ["pamphlet", "booklet"], ["review", "review"], ["review-book", "article"], ["song", "audio"], ["speech", "unpublished"],
]);

/** Types of BibTeX for those that only BibLaTeX has. */
const bibtexTypes: ReadonlyMap<string, string> = new Map([
  ["report", "techreport"], ["collection", "book"], ["inreference", "incollection"], ["article", "article"], ["book", "book"], ["booklet", "booklet"],
  ["incollection", "incollection"], ["inproceedings", "inproceedings"], ["proceedings", "proceedings"], ["unpublished", "unpublished"], ["thesis", "phdthesis"],
]);

/** The type of an entry: `mapped` is what citation-js makes of the item's type. */
export function entryTypeOf(type: string, mapped: string, genre: string | undefined, dialect: Dialect): string {
  const biblatex = biblatexTypes.get(type) ?? mapped;
  if (dialect === "biblatex") return biblatex;
  if (biblatex === "thesis" && /master|magist|diplom|m\.?\s?(?:a|sc)\b/i.test(genre ?? "")) return "mastersthesis";
  return bibtexTypes.get(biblatex) ?? "misc";
}

import type { SoundItem } from "../items/soundItem";
import type { Dialect } from "./dialect";
import { fieldOf, type Fields } from "./fields";
import { cslTitleToLatex, cslToLatex } from "./latexText";

/**
 * Titles, and those of what the source appeared in: the journal of an article, the book of a contribution. citation-js knows only some
 * types and takes a title with volumes for that of a work in several volumes.
 */
export function titleFields({ type, texts }: SoundItem, dialect: Dialect): Fields {
  const title = dialect === "bibtex" ? cslTitleToLatex : cslToLatex;
  const container = texts.get("container-title");
  const volume = texts.get("volume-title");
  return {
    ...fieldOf("title", texts.get("title"), title),
    ...fieldOf("shorttitle", texts.get("title-short") ?? texts.get("shortTitle"), title),
    ...isArticle(type) ? {
      ...fieldOf(dialect === "bibtex" ? "journal" : "journaltitle", container),
      ...fieldOf("issuetitle", volume),
    } : isWhole(type) || container === undefined ? {
      ...fieldOf("maintitle", container),
      ...fieldOf("issuetitle", volume),
    } : {
      ...fieldOf(volume === undefined ? "booktitle" : "maintitle", container),
      ...fieldOf("booktitle", volume),
    },
    ...fieldOf("shortjournal", texts.get("container-title-short") ?? texts.get("journalAbbreviation")),
    ...fieldOf("eventtitle", texts.get("event-title") ?? texts.get("event")),
    ...fieldOf("series", texts.get("collection-title")),
  };
}

/** Types that BibTeX knows as articles, in whatever they appeared. */
export function isArticle(type: string): boolean {
  return ["article-journal", "article-magazine", "article-newspaper", "review", "review-book"].includes(type);
}

/** Types of works that can be a volume of a larger one. */
function isWhole(type: string): boolean {
  return ["book", "collection", "classic"].includes(type);
}

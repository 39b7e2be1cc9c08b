import { summaryOfItem } from "../bibliography/summary";
import type { Bibliography, BibliographyEntry } from "../model/bibliography";
import type { InlineSource, ParsedDocument } from "../model/document";

const known = new WeakMap<ParsedDocument, Bibliography>();

/** The sources a document defines itself, as a bibliography in that document. */
export function inlineBibliography(document: ParsedDocument): Bibliography {
  let bibliography = known.get(document);
  if (bibliography === undefined) {
    bibliography = { format: "csl-json", entries: document.inlineSources.map(toEntry), problems: [] };
    known.set(document, bibliography);
  }
  return bibliography;
}

function toEntry({ item, keyRange, range }: InlineSource): BibliographyEntry {
  return { format: "csl-json", key: item.id, keyRange, range, item, summary: summaryOfItem(item) };
}

import { ItemEntry } from "../bibliography/itemEntry";
import { cslItemOfYaml } from "../bibliography/yaml/cslYamlItem";
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

function toEntry(source: InlineSource): BibliographyEntry {
  return new ItemEntry(source.key, source.keyRange, source.range, { item: (key) => "item" in source ? source.item : cslItemOfYaml(key, source.yaml) });
}

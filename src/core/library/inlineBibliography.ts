import { ItemEntry } from "../bibliography/itemEntry";
import { cslItemOfYaml } from "../bibliography/yaml/cslYamlItem";
import type { Bibliography, BibliographyEntry } from "../model/bibliography";
import type { InlineSource, ParsedDocument } from "../model/document";

/** By the list of sources, which stays the same while other text is written. */
const known = new WeakMap<readonly InlineSource[], Bibliography>();

/** The sources a document defines itself, as a bibliography in that document. */
export function inlineBibliography(document: ParsedDocument): Bibliography {
  let bibliography = known.get(document.inlineSources);
  if (bibliography === undefined) {
    bibliography = { format: "csl-json", entries: document.inlineSources.map(toEntry), problems: [] };
    known.set(document.inlineSources, bibliography);
  }
  return bibliography;
}

function toEntry(source: InlineSource): BibliographyEntry {
  return new ItemEntry(source.key, source.keyRange, source.range, { item: (key) => "item" in source ? source.item : cslItemOfYaml(key, source.yaml) });
}

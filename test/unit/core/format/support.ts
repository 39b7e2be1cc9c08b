import { parseBibtex } from "../../../../src/core/bibliography/bibtex/parseBibtex";
import { toCslItem } from "../../../../src/core/format/fromBibtex/toCslItem";
import type { CslItem } from "../../../../src/core/model/cslItem";

/** The items of a bibliography in BibTeX. */
export function itemsOf(bibtex: string): readonly CslItem[] {
  return parseBibtex(bibtex).entries.map(toCslItem);
}

/** The item of one entry with these fields, without what every item has. */
export function variablesOf(type: string, fields: string): Readonly<Record<string, unknown>> {
  const [item] = itemsOf(`@${type}{key,\n${fields}\n}`);
  return Object.fromEntries(Object.entries(item ?? {}).filter(([variable]) => variable !== "id" && variable !== "type"));
}

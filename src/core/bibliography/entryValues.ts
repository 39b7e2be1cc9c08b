import type { BibliographyEntry } from "../model/bibliography";
import { BibtexEntry } from "./bibtex/bibtexEntry";
import { fieldNamed } from "./bibtex/bibtexField";
import { inheritFields } from "./bibtex/inheritance";

const parents: ReadonlySet<string> = new Set(["crossref", "xdata", "entryset"]);

/**
 * An entry's values by the names of their fields, inherited ones included, as they are written; empty where there is none. Nothing
 * is kept, so that each of 100,000 entries can be asked.
 */
export function entryValues(entry: Extract<BibliographyEntry, { format: "bibtex" }>): (name: string) => string {
  if (!(entry instanceof BibtexEntry)) return (name) => entry.effectiveFields.get(name) ?? "";
  const own = entry.readFields();
  if (!own.some(({ name }) => parents.has(name))) return (name) => fieldNamed(own, name)?.value ?? "";
  const all = inheritFields(entry);
  return (name) => all.get(name) ?? "";
}

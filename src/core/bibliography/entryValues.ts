import type { BibliographyEntry } from "../model/bibliography";
import { BibtexEntry } from "./bibtex/bibtexEntry";
import { fieldNamed } from "./bibtex/bibtexField";
import { inheritFields } from "./bibtex/inheritance";
import { parentFields, summaryFields, type SummaryField } from "./bibtex/fieldPlaces";
import { isInheriting } from "./summary";

const parents: ReadonlySet<string> = new Set(parentFields);

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

/** The same of some fields, in their order: faster where summaries are made of them, and where an entry does not so much as name any. */
export function valuesOf(entry: Extract<BibliographyEntry, { format: "bibtex" }>, names: readonly string[]): readonly string[] {
  if (!(entry instanceof BibtexEntry)) return names.map(entryValues(entry));
  if (names.every(isSummaryField)) {
    const values = entry.openSummaryValues();
    if (values !== undefined && !isInheriting(values)) return names.map((name) => values.valueOf(name));
  } else if (!mayHave(entry, names)) return names.map(() => "");
  return names.map(entryValues(entry));
}

function isSummaryField(name: string): name is SummaryField {
  return Object.hasOwn(summaryFields, name);
}

const patterns = new WeakMap<readonly string[], RegExp>();

/** Whether the text of an entry holds a name, of one of these fields or of one that names a parent. */
function mayHave({ file: { text }, range: { start, end } }: BibtexEntry, names: readonly string[]): boolean {
  const pattern = patterns.get(names) ?? new RegExp([...names, ...parents].join("|"), "i");
  patterns.set(names, pattern);
  return pattern.test(text.slice(start, end));
}

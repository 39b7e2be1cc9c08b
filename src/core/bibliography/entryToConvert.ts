import type { BibliographyEntry } from "../model/bibliography";
import type { EntryToConvert } from "../ports";
import { BibtexEntry } from "./bibtex/bibtexEntry";
import { typeOf } from "./summary";

/** What an item is made of, read for this once: the entry itself would keep a summary. */
export function entryToConvert(entry: BibliographyEntry): EntryToConvert {
  if (!(entry instanceof BibtexEntry)) return entry;
  const { format, key, entryType, effectiveFields } = entry;
  const type = typeOf(entry, { valueOf: (name) => effectiveFields.get(name) ?? "" });
  return { format, key, entryType, effectiveFields, summary: { type } };
}

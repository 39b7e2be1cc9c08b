import type { EntryToConvert } from "../ports";
import { BibtexEntry } from "./bibtex/bibtexEntry";
import { typeOf } from "./summary";

/** What an item is made of, as data: an entry itself reads it when it is asked for it, and would keep a summary. */
export function entryToConvert(entry: EntryToConvert): EntryToConvert {
  const { key } = entry;
  if (entry.format === "csl-json") {
    const { format, item } = entry;
    return { format, key, summary: { type: item.type }, item };
  }
  const { format, entryType, effectiveFields } = entry;
  const type = entry instanceof BibtexEntry ? typeOf(entry, { valueOf: (name) => effectiveFields.get(name) ?? "" }) : entry.summary.type;
  return { format, key, summary: { type }, entryType, effectiveFields };
}

import type { Library } from "../library/library";
import type { ParsedDocument } from "../model/document";
import type { TextRange } from "../model/textRange";
import { citationAt, citedItems } from "./citedItems";

/** Every place of the document that cites the source under the cursor, an alias of its key included. */
export function highlightsAt(document: ParsedDocument, offset: number, library: Library): readonly TextRange[] | undefined {
  const cited = citationAt(document, library, offset);
  if (cited === undefined) return undefined;
  const entry = library.get(cited.item.key)?.entry;
  const isSame = (key: string): boolean => key === cited.item.key || (entry !== undefined && library.get(key)?.entry === entry);
  return citedItems(document, library).filter(({ item }) => isSame(item.key)).map(({ item }) => item.keyRange);
}

import type { Library } from "../library/library";
import type { ParsedDocument } from "../model/document";
import type { TextRange } from "../model/textRange";
import type { LoadedBibliography } from "../library/bibliographyStore";
import { searchIndexOf } from "../library/searchIndex";
import { writtenKeyAt, writtenKeys } from "./citedItems";
import { usesOfKey } from "./findCitations";
import type { KeyOccurrence } from "./keyOccurrence";

/** Every place of the document where the key of the source under the cursor stands, an alias of it included. */
export function highlightsAt(document: ParsedDocument, offset: number, library: Library): readonly TextRange[] | undefined {
  const written = writtenKeyAt(document, library, offset);
  if (written === undefined) return undefined;
  const entry = library.get(written.key)?.entry;
  const isSame = (key: string): boolean => key === written.key || (entry !== undefined && library.get(key)?.entry === entry);
  return writtenKeys(document, library).filter(({ key }) => isSame(key)).map(({ range }) => range);
}

/** The key of an entry and every place of the file where other entries name it, by an alias too. */
export function highlightsInBibliography(loaded: LoadedBibliography, { key, range }: KeyOccurrence): readonly TextRange[] {
  const entry = searchIndexOf(loaded.bibliography).get(key);
  const aliases = entry?.format === "bibtex" ? entry.aliases : [];
  const named = entry === undefined ? [] : [entry.keyRange, ...[entry.key, ...aliases].flatMap((name) => usesOfKey(loaded, name))];
  const all = new Map([range, ...named].map((place) => [place.start, place]));
  return [...all.values()].sort((a, b) => a.start - b.start);
}

import { BibtexEntry } from "../bibliography/bibtex/bibtexEntry";
import type { BibliographyEntry } from "../model/bibliography";
import type { CitationKey } from "../model/citation";

export function hashOfKey(key: CitationKey): number {
  return hashIn(key, 0, key.length);
}

/** That of the key of an entry, of which no text is made where it stands in a file as it is. */
export function keyHashOf(entry: BibliographyEntry): number {
  if (!(entry instanceof BibtexEntry)) return hashOfKey(entry.key);
  const { file: { text, table }, number } = entry;
  return hashIn(text, table.keyStart(number), table.keyEnd(number));
}

/** FNV-1a, over UTF-16. */
function hashIn(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let place = start; place < end; place++) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  return hash;
}

/** A place for a hash among so many, a power of two. The upper bits are the better mixed ones. */
export function placeOfHash(hash: number, count: number): number {
  return (hash ^ hash >>> 15) & (count - 1);
}

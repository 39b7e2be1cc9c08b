import type { DocumentLibrary } from "../../library/libraries";
import type { Source } from "../../library/library";
import type { BibliographyEntry } from "../../model/bibliography";
import type { CitationKey } from "../../model/citation";
import type { ParsedDocument } from "../../model/document";
import type { Location } from "../../model/location";
import type { Uri } from "../../ports";
import { citedItems } from "../citedItems";
import { isCiting } from "../problems";

/** A source that a document cites, or a key that it cites and no library in scope has. */
export type CitedThing =
  | { readonly kind: "source"; readonly source: Source; timesCited: number }
  | { readonly kind: "unknown"; readonly key: CitationKey; readonly place: Location; timesCited: number };

/** What a document cites, in order of appearance, each once. */
export interface DocumentCitations {
  readonly things: readonly CitedThing[];
  readonly timesCited: (entry: BibliographyEntry) => number;
  /** Whether the document cites it, by itself or with all others. */
  readonly isCited: (entry: BibliographyEntry) => boolean;
}

export const noCitations: DocumentCitations = { things: [], timesCited: () => 0, isCited: () => false };

export function citationsIn(uri: Uri, document: ParsedDocument, { library, scope }: DocumentLibrary): DocumentCitations {
  const cited = citedItems(document, library);
  const countsUnknown = isCiting(cited, { library, scope });
  const byKey = new Map<CitationKey, CitedThing>();
  const byEntry = new Map<BibliographyEntry, CitedThing>();
  for (const { item: { key, keyRange } } of cited) {
    const known = byKey.get(key);
    if (known !== undefined) {
      known.timesCited++;
      continue;
    }
    const source = library.get(key);
    const same = source && byEntry.get(source.entry);
    if (source === undefined && !countsUnknown) continue;
    const thing = same ?? (source === undefined
      ? { kind: "unknown" as const, key, place: { uri, range: keyRange }, timesCited: 0 }
      : { kind: "source" as const, source, timesCited: 0 });
    thing.timesCited++;
    byKey.set(key, thing);
    if (source !== undefined) byEntry.set(source.entry, thing);
  }
  return {
    things: [...new Set(byKey.values())],
    timesCited: (entry) => byEntry.get(entry)?.timesCited ?? 0,
    isCited: (entry) => document.citesEverything || byEntry.has(entry),
  };
}

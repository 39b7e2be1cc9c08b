import type { Library, Source } from "../library/library";
import type { BibliographyEntry } from "../model/bibliography";
import type { CitationCluster, CitationItem, CitationKey } from "../model/citation";
import type { ParsedDocument } from "../model/document";
import { isCitation } from "./citedItems";

/** A citation with what its keys stand for. */
export interface CitedCluster {
  readonly cluster: CitationCluster;
  /** Cross-references left out; the key of a source that is cited by several names is the first of them. */
  readonly citationItems: readonly CitationItem[];
  readonly unknownKeys: readonly CitationKey[];
}

/** What a document cites. */
export interface CitedSources {
  /** In order of appearance. */
  readonly citations: readonly CitedCluster[];
  /** Each source once, in order of its first citation, then those that `nocite: "@*"` puts on the list. */
  readonly sources: ReadonlyMap<CitationKey, Source>;
}

export function citedSources(document: ParsedDocument, library: Library): CitedSources {
  const sources = new Map<CitationKey, Source>();
  const names = new Map<BibliographyEntry, CitationKey>();
  const add = (source: Source): CitationKey => {
    const known = names.get(source.entry);
    if (known !== undefined) return known;
    if (!sources.has(source.key)) sources.set(source.key, source);
    names.set(source.entry, source.key);
    return source.key;
  };
  const citations = document.clusters.flatMap((cluster) => citedCluster(cluster, library, add) ?? []);
  if (document.citesEverything) everything(library).forEach(add);
  return { citations, sources };
}

function citedCluster(cluster: CitationCluster, library: Library, add: (source: Source) => CitationKey): CitedCluster | undefined {
  const unknownKeys: CitationKey[] = [];
  const citationItems = cluster.citationItems.filter((item) => isCitation(item, library)).map((item) => {
    const source = library.get(item.key);
    if (source === undefined) unknownKeys.push(item.key);
    return source === undefined ? item : { ...item, key: add(source) };
  });
  return citationItems.length === 0 ? undefined : { cluster, citationItems, unknownKeys };
}

/** The writer's own sources; the reference corpus only where there are no others. */
function everything(library: Library): readonly Source[] {
  const offered = library.offered();
  const own = offered.filter(({ part }) => part.origin !== "corpus");
  return own.length > 0 ? own : offered;
}

/** What several documents cite, each source once. */
export function citedInAll(documents: readonly ParsedDocument[], library: Library): readonly Source[] {
  const byEntry = new Map<BibliographyEntry, Source>();
  for (const document of documents) {
    for (const source of citedSources(document, library).sources.values()) {
      if (!byEntry.has(source.entry)) byEntry.set(source.entry, source);
    }
  }
  return [...byEntry.values()];
}

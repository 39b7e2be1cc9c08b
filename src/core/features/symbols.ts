import type { LoadedBibliography } from "../library/bibliographyStore";
import { searchIndexOf } from "../library/searchIndex";
import type { BibliographyEntry, SourceSummary } from "../model/bibliography";
import type { CitationKey } from "../model/citation";
import type { TextRange } from "../model/textRange";
import type { Uri } from "../ports";

/** One entry of a bibliography in an outline. */
export interface EntrySymbol {
  readonly key: CitationKey;
  readonly summary: SourceSummary;
  readonly range: TextRange;
  readonly keyRange: TextRange;
}

export interface WorkspaceSymbol extends EntrySymbol {
  readonly uri: Uri;
}

/** The entries of a bibliography in file order. */
export function documentSymbols({ bibliography }: LoadedBibliography): readonly EntrySymbol[] {
  return bibliography.entries.map(toSymbol);
}

/** More than this is no list to choose from. */
const mostSymbols = 200;

/** Entries of all bibliographies that match, by the same search as completion, best first. */
export function workspaceSymbols(bibliographies: readonly LoadedBibliography[], query: string): readonly WorkspaceSymbol[] {
  return bibliographies
    .flatMap(({ uri, bibliography }) => searchIndexOf(bibliography).search(query).map((hit) => ({ uri, hit })))
    .sort((a, b) => a.hit.rank - b.hit.rank)
    .slice(0, mostSymbols)
    .map(({ uri, hit }) => ({ uri, ...toSymbol(hit.entry) }));
}

function toSymbol({ key, summary, range, keyRange }: BibliographyEntry): EntrySymbol {
  return { key, summary, range, keyRange };
}

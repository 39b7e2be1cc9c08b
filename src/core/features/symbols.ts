import type { LoadedBibliography } from "../library/bibliographyStore";
import { createLibrary } from "../library/library";
import type { BibliographyEntry, SourceSummary } from "../model/bibliography";
import type { CitationKey } from "../model/citation";
import type { TextRange } from "../model/textRange";
import type { Uri } from "../ports";
import { workspacePart } from "./keyOccurrence";

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

/** Entries of all bibliographies that match, by the same search as completion, best first; of a key defined twice the first. */
export function workspaceSymbols(bibliographies: readonly LoadedBibliography[], query: string): readonly WorkspaceSymbol[] {
  return createLibrary(bibliographies.map(workspacePart))
    .search(query, { limit: mostSymbols })
    .map(({ entry, part }) => ({ uri: part.uri, ...toSymbol(entry) }));
}

function toSymbol({ key, summary, range, keyRange }: BibliographyEntry): EntrySymbol {
  return { key, summary, range, keyRange };
}

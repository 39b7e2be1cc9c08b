import type { LoadedBibliography } from "../library/bibliographyStore";
import type { Libraries } from "../library/libraries";
import type { Definition, Location } from "../model/location";
import type { TextRange } from "../model/textRange";
import type { CancellationToken, Pause, TextDocument } from "../ports";
import { SteppedWork } from "../steps";
import { foldsOf } from "./bibliographyEditing/folds";
import { macroDefinition } from "./bibliographyEditing/macroDefinition";
import { citationTokens, type CitationToken } from "./citationTokens";
import { bibliographyLinks, type BibliographyLink } from "./documentLinks";
import { definitionOf, findReferences } from "./findCitations";
import { highlightsAt, highlightsInBibliography } from "./highlights";
import { keyOccurrenceAt, type KeyOccurrence } from "./keyOccurrence";
import { prepareRename, renameKey, type RenameAnswer, type RenameRefusal } from "./renameKey";
import { documentSymbols, workspaceSymbols, type EntrySymbol, type WorkspaceSymbol } from "./symbols";

/** Ways between documents and bibliographies. Offsets may be of a document or of a bibliography that is open. */
export interface Navigation {
  /** The entries a key stands for, the one that counts first, and the key's own place; `undefined` where no key stands. */
  definition(document: TextDocument, offset: number, token: CancellationToken): Promise<{ readonly range: TextRange; readonly targets: readonly Definition[] } | undefined>;
  references(document: TextDocument, offset: number, includeDeclaration: boolean, token: CancellationToken): Promise<readonly Location[] | undefined>;
  /** Places of the same document that cite the same source; in a bibliography its entry and where other entries name it. */
  highlights(document: TextDocument, offset: number): Promise<readonly TextRange[] | undefined>;
  links(document: TextDocument): Promise<readonly BibliographyLink[]>;
  prepareRename(document: TextDocument, offset: number): Promise<KeyOccurrence | RenameRefusal>;
  rename(document: TextDocument, offset: number, newKey: string): Promise<RenameAnswer>;
  /** Entries of a bibliography that is open, in file order; `undefined` for what is none. */
  documentSymbols(document: TextDocument): Promise<readonly EntrySymbol[] | undefined>;
  /** What of a bibliography that is open can be folded; `undefined` for what is none. */
  folds(document: TextDocument): Promise<readonly TextRange[] | undefined>;
  /** What to colour in a document's citations; `undefined` where it has none, or the asker lost interest. */
  citationTokens(document: TextDocument, token: CancellationToken): Promise<readonly CitationToken[] | undefined>;
  /** Entries of the workspace's bibliographies, best match first. */
  workspaceSymbols(query: string): Promise<readonly WorkspaceSymbol[]>;
}

export function createNavigation(libraries: Libraries, pause: Pause): Navigation {
  /** JSON and YAML that only share their ending with bibliographies are none. */
  const recognized = async (document: TextDocument): Promise<LoadedBibliography | undefined> => {
    const loaded = libraries.parse(document) === undefined ? await libraries.bibliography(document.uri) : undefined;
    return loaded?.isRecognized === true ? loaded : undefined;
  };

  return {
    definition: async (document, offset, token) => {
      const occurrence = await keyOccurrenceAt(libraries, document, offset);
      if (token.isCancellationRequested) return undefined;
      if (occurrence === undefined) return macroDefinition(await recognized(document), offset);
      return { range: occurrence.range, targets: occurrence.definitions.map((source) => ({ ...definitionOf(source), fullRange: source.entry.range })) };
    },
    references: async (document, offset, includeDeclaration, token) => {
      const occurrence = await keyOccurrenceAt(libraries, document, offset);
      if (occurrence === undefined || token.isCancellationRequested) return undefined;
      return findReferences(libraries, occurrence, includeDeclaration, token);
    },
    highlights: async (document, offset) => {
      const parsed = libraries.parse(document);
      if (parsed !== undefined) return highlightsAt(parsed, offset, (await libraries.of(document)).library);
      const [loaded, occurrence] = await Promise.all([recognized(document), keyOccurrenceAt(libraries, document, offset)]);
      return loaded && occurrence && highlightsInBibliography(loaded, occurrence);
    },
    links: async (document) => {
      const parsed = libraries.parse(document);
      return parsed === undefined || parsed.declarations.length === 0 ? [] : bibliographyLinks(document.uri, (await libraries.of(document)).scope);
    },
    prepareRename: (document, offset) => prepareRename(libraries, document, offset),
    rename: (document, offset, newKey) => renameKey(libraries, document, offset, newKey),
    documentSymbols: async (document) => {
      const loaded = await recognized(document);
      return loaded && documentSymbols(loaded);
    },
    folds: async (document) => {
      const loaded = await recognized(document);
      return loaded && foldsOf(loaded);
    },
    citationTokens: async (document, token) => {
      const parsed = libraries.parse(document);
      if (parsed === undefined || (parsed.clusters.length === 0 && parsed.mentions.length === 0)) return undefined;
      const text = document.getText();
      const { library } = await libraries.of(document);
      return token.isCancellationRequested ? undefined : new SteppedWork(() => citationTokens(parsed, text, library)).finish({ pause, token });
    },
    workspaceSymbols: async (query) => workspaceSymbols(await libraries.bibliographies(), query),
  };
}

import type { Libraries } from "../library/libraries";
import type { Location } from "../model/location";
import type { TextRange } from "../model/textRange";
import type { CancellationToken, TextDocument } from "../ports";
import { bibliographyLinks, type BibliographyLink } from "./documentLinks";
import { definitionOf, findReferences } from "./findCitations";
import { highlightsAt } from "./highlights";
import { keyOccurrenceAt, type KeyOccurrence } from "./keyOccurrence";
import { prepareRename, renameKey, type RenameAnswer, type RenameRefusal } from "./renameKey";
import { documentSymbols, workspaceSymbols, type EntrySymbol, type WorkspaceSymbol } from "./symbols";

/** Ways between documents and bibliographies. Offsets may be of a document or of a bibliography that is open. */
export interface Navigation {
  /** The entries a key stands for, the one that counts first, and the key's own place; `undefined` where no key stands. */
  definition(document: TextDocument, offset: number, token: CancellationToken): Promise<{ readonly range: TextRange; readonly targets: readonly Location[] } | undefined>;
  references(document: TextDocument, offset: number, includeDeclaration: boolean, token: CancellationToken): Promise<readonly Location[] | undefined>;
  /** Places of the same document that cite the same source. */
  highlights(document: TextDocument, offset: number): Promise<readonly TextRange[] | undefined>;
  links(document: TextDocument): Promise<readonly BibliographyLink[]>;
  prepareRename(document: TextDocument, offset: number): Promise<KeyOccurrence | RenameRefusal>;
  rename(document: TextDocument, offset: number, newKey: string): Promise<RenameAnswer>;
  /** Entries of a bibliography that is open, in file order; `undefined` for what is none. */
  documentSymbols(document: TextDocument): Promise<readonly EntrySymbol[] | undefined>;
  /** Entries of the workspace's bibliographies, best match first. */
  workspaceSymbols(query: string): Promise<readonly WorkspaceSymbol[]>;
}

export function createNavigation(libraries: Libraries): Navigation {
  return {
    definition: async (document, offset, token) => {
      const occurrence = await keyOccurrenceAt(libraries, document, offset);
      if (occurrence === undefined || token.isCancellationRequested) return undefined;
      return { range: occurrence.range, targets: occurrence.definitions.map(definitionOf) };
    },
    references: async (document, offset, includeDeclaration, token) => {
      const occurrence = await keyOccurrenceAt(libraries, document, offset);
      if (occurrence === undefined || token.isCancellationRequested) return undefined;
      return findReferences(libraries, occurrence, includeDeclaration);
    },
    highlights: async (document, offset) => {
      const parsed = libraries.parse(document);
      return parsed && highlightsAt(parsed, offset, (await libraries.of(document)).library);
    },
    links: async (document) => {
      const parsed = libraries.parse(document);
      return parsed === undefined || parsed.declarations.length === 0 ? [] : bibliographyLinks(document.uri, (await libraries.of(document)).scope);
    },
    prepareRename: (document, offset) => prepareRename(libraries, document, offset),
    rename: (document, offset, newKey) => renameKey(libraries, document, offset, newKey),
    documentSymbols: async (document) => {
      const loaded = libraries.parse(document) === undefined ? await libraries.bibliography(document.uri) : undefined;
      return loaded?.isRecognized === true ? documentSymbols(loaded) : undefined;
    },
    workspaceSymbols: async (query) => workspaceSymbols(await libraries.bibliographies(), query),
  };
}

import { Emitter } from "./events";
import { createChecks, type Checks } from "./features/checks";
import { countCitations } from "./features/citedItems";
import { completeCitation, findKeySlot, type CompletionAnswer } from "./features/completion";
import { hoverAt, type HoverAnswer } from "./features/hover";
import { insertCitation } from "./features/insertCitation";
import { createNavigation, type Navigation } from "./features/navigation";
import { createReferences, type References } from "./features/references";
import { createSourcesTree, type SourcesTree } from "./features/sources";
import type { LoadedBibliography } from "./library/bibliographyStore";
import { createLibraries, type DocumentLibrary, type Libraries } from "./library/libraries";
import type { CitationKey } from "./model/citation";
import type { ParsedDocument } from "./model/document";
import type { TextEdit } from "./model/edit";
import type { Settings } from "./model/settings";
import type { TextRange } from "./model/textRange";
import type { CancellationToken, Disposable, Event, Logger, ReferenceEngine, TextDocument, Uri, Workspace } from "./ports";
import { languageOfFile, languageOfId } from "./text/languages";

export interface CitationServiceOptions {
  readonly workspace: Workspace;
  readonly logger: Logger;
  readonly settings: Settings;
  /** Loads the slow part; called on first use, and again after it failed. */
  readonly loadEngine: () => Promise<ReferenceEngine>;
  /** Where the file of the reference corpus lies. */
  readonly corpusUri: Uri;
}

/**
 * The core's face: one method for each thing one may ask. `undefined` means that there is nothing to say, or that the
 * question was cancelled.
 */
export interface CitationService extends Disposable, Answers, Checks, Navigation, References {
  /** Libraries, settings or files have changed: answers given before may be stale. */
  readonly onDidChange: Event<void>;
  updateSettings(settings: Settings): void;
  /** Forget everything read and read again. */
  refresh(): void;
  /** A document was closed. */
  forget(uri: Uri): void;
}

/** What may be asked of documents and bibliographies, without the slow part. */
interface Answers {
  parse(document: TextDocument): ParsedDocument | undefined;
  /** What is in scope of a document; without one, all bibliographies of the workspace and the corpus. */
  library(document?: TextDocument): Promise<DocumentLibrary>;
  /** A bibliography file as read; `undefined` where it is missing or of a kind that is no bibliography. */
  bibliography(uri: Uri): Promise<LoadedBibliography | undefined>;
  complete(document: TextDocument, offset: number, token: CancellationToken): Promise<CompletionAnswer | undefined>;
  hover(document: TextDocument, offset: number, token: CancellationToken): Promise<HoverAnswer | undefined>;
  sources(document?: TextDocument): Promise<SourcesTree>;
  insert(document: TextDocument, selection: TextRange, keys: readonly CitationKey[]): TextEdit;
}

export function createCitationService({ workspace, settings: initial, loadEngine, corpusUri }: CitationServiceOptions): CitationService {
  let settings = initial;
  const changes = new Emitter<void>();
  const libraries = createLibraries(workspace, () => settings, corpusUri);
  const subscriptions = [workspace.onDidChangeFile(() => changes.fire()), workspace.onDidChangeFolders(() => changes.fire())];

  const readAgain = (): void => {
    libraries.clear();
    changes.fire();
  };

  return {
    ...createAnswers(libraries),
    ...createChecks(libraries, () => settings),
    ...createNavigation(libraries),
    ...createReferences({ workspace, libraries, settings: () => settings, loadEngine }),
    onDidChange: changes.event,
    updateSettings: (changed) => {
      settings = changed;
      readAgain();
    },
    refresh: readAgain,
    forget: libraries.forget,
    dispose: () => {
      subscriptions.forEach((subscription) => subscription.dispose());
      libraries.dispose();
      changes.dispose();
    },
  };
}

function createAnswers(libraries: Libraries): Answers {
  return {
    parse: libraries.parse,
    library: libraries.of,
    bibliography: libraries.bibliography,
    complete: async (document, offset, token) => {
      const parsed = libraries.parse(document);
      if (parsed === undefined || findKeySlot(parsed, offset) === undefined) return undefined;
      const text = document.getText();
      const { library } = await libraries.of(document);
      return token.isCancellationRequested ? undefined : completeCitation(parsed, text, offset, library);
    },
    hover: async (document, offset, token) => {
      const parsed = libraries.parse(document);
      if (parsed === undefined) return undefined;
      const { library } = await libraries.of(document);
      return token.isCancellationRequested ? undefined : hoverAt(parsed, offset, library);
    },
    sources: async (document) => {
      const parsed = document && libraries.parse(document);
      const { library } = await libraries.of(parsed && document);
      return createSourcesTree(library, parsed === undefined ? new Map() : countCitations(parsed));
    },
    insert: (document, selection, keys) =>
      insertCitation(languageOfId(document.languageId) ?? languageOfFile(document.uri), libraries.parse(document), selection, keys),
  };
}

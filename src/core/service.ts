import { Emitter } from "./events";
import { createChecks, type Checks } from "./features/checks";
import { completeCitation, findKeySlot, type CompletionAnswer } from "./features/completion";
import { hoverAt, type HoverAnswer } from "./features/hover";
import { insertBibliography, type BibliographyInsertion } from "./features/insertBibliography";
import { insertCitation } from "./features/insertCitation";
import { createNavigation, type Navigation } from "./features/navigation";
import { createReferences, type References } from "./features/references";
import { createSources, type Sources } from "./features/sources";
import type { LoadedBibliography } from "./library/bibliographyStore";
import { createLibraries, type DocumentLibrary, type Libraries } from "./library/libraries";
import type { CitationKey } from "./model/citation";
import type { ParsedDocument } from "./model/document";
import type { TextEdit } from "./model/edit";
import type { Settings } from "./model/settings";
import type { TextRange } from "./model/textRange";
import type { CancellationToken, Disposable, Event, Logger, Pause, ReferenceEngine, TextDocument, Uri, Workspace } from "./ports";
import { languageOfFile, languageOfId } from "./text/languages";

export interface CitationServiceOptions {
  readonly workspace: Workspace;
  readonly logger: Logger;
  readonly settings: Settings;
  /** Loads the slow part; called on first use, and again after it failed. */
  readonly loadEngine: () => Promise<ReferenceEngine>;
  /** Where the file of the reference corpus lies. */
  readonly corpusUri: Uri;
  /** How long work leaves the host its turns; without it, work goes on to its end. */
  readonly pause?: Pause;
}

/**
 * The core's face: one method for each thing one may ask. `undefined` means that there is nothing to say, or that the
 * question was cancelled.
 */
export interface CitationService extends Disposable, Answers, Checks, Navigation, References, Sources {
  /** Libraries, settings or files have changed: answers given before may be stale. */
  readonly onDidChange: Event<void>;
  updateSettings(settings: Settings): void;
  /** Shows everything in a style, whatever documents and settings say, until another one is tried or none. */
  tryStyle(style: string | undefined): void;
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
  insertBibliography(document: TextDocument, offset: number): Promise<BibliographyInsertion | undefined>;
  insert(document: TextDocument, selection: TextRange, keys: readonly CitationKey[]): TextEdit;
}

export function createCitationService({ workspace, logger, settings: initial, loadEngine, corpusUri, pause = () => undefined }: CitationServiceOptions): CitationService {
  let settings = initial;
  let triedStyle: string | undefined;
  const changes = new Emitter<void>();
  const libraries = createLibraries({ workspace, logger, settings: () => settings, corpusUri, pause });
  const subscriptions = [workspace.onDidChangeFile(() => changes.fire()), workspace.onDidChangeFolders(() => changes.fire())];

  const readAgain = (): void => {
    libraries.clear();
    changes.fire();
  };

  return {
    ...createAnswers(libraries),
    ...createChecks(libraries, () => settings),
    ...createNavigation(libraries),
    ...createReferences({ workspace, libraries, settings: () => ({ ...settings, ...triedStyle !== undefined && { triedStyle } }), loadEngine }),
    ...createSources({ workspace, libraries, pause }),
    onDidChange: changes.event,
    updateSettings: (changed) => {
      settings = changed;
      readAgain();
    },
    tryStyle: (style) => {
      if (style === triedStyle) return;
      triedStyle = style;
      changes.fire();
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
    insertBibliography: (document, offset) => insertBibliography(libraries, document, offset),
    insert: (document, selection, keys) =>
      insertCitation(languageOfId(document.languageId) ?? languageOfFile(document.uri), libraries.parse(document), selection, keys),
  };
}

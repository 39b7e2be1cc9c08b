import { Emitter } from "./events";
import { createBibliographyEditing, type BibliographyEditing } from "./features/bibliographyEditing/bibliographyEditing";
import { createChecks, type Checks } from "./features/checks";
import { completeCitation, findKeyQuery, type CompletionAnswer } from "./features/completion";
import { hoverAt, type HoverAnswer } from "./features/hover";
import { hoverEntry } from "./features/hoverEntry";
import { insertBibliography, type BibliographyInsertion } from "./features/insertBibliography";
import { insertCitation, takesNotes, type InsertOptions } from "./features/insertCitation";
import { completeLocator, type LocatorAnswer } from "./features/locatorCompletion";
import { createNavigation, type Navigation } from "./features/navigation";
import { createReferences, type References } from "./features/references";
import { createSources, type Sources } from "./features/sources";
import type { LoadedBibliography } from "./library/bibliographyStore";
import { settingsOf, type FolderSettings } from "./library/folderSettings";
import type { Library } from "./library/library";
import { createLibraries, type DocumentLibrary, type Libraries } from "./library/libraries";
import type { CitationKey } from "./model/citation";
import type { ParsedDocument } from "./model/document";
import type { TextEdit } from "./model/edit";
import type { Settings } from "./model/settings";
import type { TextRange } from "./model/textRange";
import type { CancellationToken, Disposable, Event, KeptFiles, Logger, Pause, ReferenceEngine, TextDocument, Uri, Workspace } from "./ports";
import { noPause, SteppedWork } from "./steps";
import { languageOfFile, languageOfId } from "./text/languages";

export interface CitationServiceOptions extends FolderSettings {
  readonly workspace: Workspace;
  readonly logger: Logger;
  /** Loads the slow part; called on first use, and again after it failed. */
  readonly loadEngine: () => Promise<ReferenceEngine>;
  /** Where the file of the reference corpus lies. */
  readonly corpusUri: Uri;
  /** How long work leaves the host its turns; without it, work goes on to its end. */
  readonly pause?: Pause;
  /** Where indexes of large bibliographies are kept between starts; without it, all is read anew each time. */
  readonly keptFiles?: KeptFiles;
}

/**
 * The core's face: one method for each thing one may ask. `undefined` means that there is nothing to say, or that the
 * question was cancelled.
 */
export interface CitationService extends Disposable, Answers, BibliographyEditing, Checks, Navigation, References, Sources {
  /** Libraries, settings or files have changed: answers given before may be stale. */
  readonly onDidChange: Event<void>;
  updateSettings(settings: Settings, folderSettings?: ReadonlyMap<Uri, Settings>): void;
  /** Shows everything in a style, whatever documents and settings say, until another one is tried or none. */
  tryStyle(style: string | undefined): void;
  /** Forget everything read and read again. */
  refresh(): void;
  /** A document was closed. */
  forget(uri: Uri): void;
  /** How many documents, files and formatted documents something is kept of: as many as before once what was opened is closed. */
  keptCount(): number;
  /** How many listen to `onDidChange`. */
  readonly listenerCount: number;
}

/** What may be asked of documents and bibliographies, without the slow part. */
interface Answers {
  parse(document: TextDocument): ParsedDocument | undefined;
  /** What is in scope of a document; without one, all bibliographies of the workspace and the corpus. */
  library(document?: TextDocument): Promise<DocumentLibrary>;
  /** A bibliography file as read; `undefined` where it is missing or of a kind that is no bibliography. */
  bibliography(uri: Uri): Promise<LoadedBibliography | undefined>;
  complete(document: TextDocument, offset: number, token: CancellationToken): Promise<CompletionAnswer | undefined>;
  /** The same by what has been read so far, while the rest is being read. */
  completeSoFar(document: TextDocument, offset: number, token: CancellationToken): Promise<CompletionAnswer | undefined>;
  /** Labels for the locator at an offset (`p.`, `chap.`). */
  completeLocator(document: TextDocument, offset: number): LocatorAnswer | undefined;
  hover(document: TextDocument, offset: number, token: CancellationToken): Promise<HoverAnswer | undefined>;
  insertBibliography(document: TextDocument, offset: number): Promise<BibliographyInsertion | undefined>;
  insert(document: TextDocument, selection: TextRange, keys: readonly CitationKey[], options?: InsertOptions): TextEdit;
  /** Whether a prefix, a locator and a suffix can be put around keys inserted there. */
  takesNotes(document: TextDocument, selection: TextRange): boolean;
}

export function createCitationService({ workspace, logger, loadEngine, corpusUri, pause = noPause, keptFiles, ...initial }: CitationServiceOptions): CitationService {
  let settings = settingsOf(initial);
  let triedStyle: string | undefined;
  const changes = new Emitter<void>();
  const libraries = createLibraries({ workspace, logger, settings: (uri) => settings(uri), corpusUri, pause, ...keptFiles && { keptFiles } });
  const references = createReferences({ workspace, libraries, settings: (uri) => ({ ...settings(uri), ...triedStyle !== undefined && { triedStyle } }), loadEngine });
  const subscriptions = [workspace.onDidChangeFile(() => changes.fire()), workspace.onDidChangeFolders(() => changes.fire())];

  const readAgain = (): void => {
    libraries.clear();
    changes.fire();
  };

  return {
    ...createAnswers(libraries, pause),
    ...createBibliographyEditing(libraries, pause),
    ...createChecks(libraries, (uri) => settings(uri), pause, workspace),
    ...createNavigation(libraries, pause),
    ...references,
    ...createSources({ workspace, libraries, pause }),
    onDidChange: changes.event,
    updateSettings: (changed, folderSettings) => {
      settings = settingsOf({ settings: changed, ...folderSettings && { folderSettings } });
      readAgain();
    },
    tryStyle: (style) => {
      if (style === triedStyle) return;
      triedStyle = style;
      changes.fire();
    },
    refresh: readAgain,
    forget: (uri) => [libraries, references.formatted].forEach((keeper) => keeper.forget(uri)),
    keptCount: () => libraries.count() + references.formatted.count(),
    get listenerCount() {
      return changes.listenerCount;
    },
    dispose: () => {
      subscriptions.forEach((subscription) => subscription.dispose());
      libraries.dispose();
      changes.dispose();
    },
  };
}

function createAnswers(libraries: Libraries, pause: Pause): Answers {
  const complete = async (document: TextDocument, offset: number, token: CancellationToken, libraryOf: () => Promise<Library>): Promise<CompletionAnswer | undefined> => {
    const parsed = libraries.parse(document);
    const text = document.getText();
    if (parsed === undefined || findKeyQuery(parsed, text, offset) === undefined) return undefined;
    const library = await libraryOf();
    return token.isCancellationRequested ? undefined : new SteppedWork(() => completeCitation(parsed, text, offset, library)).finish({ pause, token });
  };

  return {
    parse: libraries.parse,
    library: libraries.of,
    bibliography: libraries.bibliography,
    complete: (document, offset, token) => complete(document, offset, token, async () => (await libraries.of(document)).library),
    completeSoFar: (document, offset, token) => complete(document, offset, token, () => libraries.soFar(document)),
    completeLocator: (document, offset) => {
      const parsed = libraries.parse(document);
      return parsed && completeLocator(parsed, document.getText(), offset);
    },
    hover: async (document, offset, token) => {
      const parsed = libraries.parse(document);
      if (parsed === undefined) return hoverEntry(libraries, document, offset, token);
      const { library } = await libraries.of(document);
      return token.isCancellationRequested ? undefined : hoverAt(parsed, offset, library);
    },
    insertBibliography: (document, offset) => insertBibliography(libraries, document, offset),
    insert: (document, selection, keys, options) => {
      const language = languageOfId(document.languageId) ?? languageOfFile(document.uri);
      return insertCitation({ language, document: libraries.parse(document), text: document.getText(), selection }, keys, options);
    },
    takesNotes: (document, selection) => takesNotes(libraries.parse(document), selection),
  };
}

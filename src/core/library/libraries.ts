import type { DocumentSettings, ParsedDocument } from "../model/document";
import type { Settings } from "../model/settings";
import type { Disposable, KeptFiles, Logger, Pause, TextDocument, Uri, Workspace } from "../ports";
import { baseName } from "../text/uri";
import { chaptersBeside } from "./bookdownBook";
import { createBibliographyStore, type LoadedBibliography } from "./bibliographyStore";
import { createDocumentStore, type DocumentFile } from "./documentStore";
import { createLibrary, type Library, type LibraryPart } from "./library";
import type { SettingsOf } from "./folderSettings";
import { createProjectFiles } from "./projectFiles";
import { createReferenceCorpus } from "./referenceCorpus";
import { defaultsInSettings, failedInProject, resolveScope, type FailedDeclaration, type Scope, type ScopeSources } from "./scope";
import { createTexProject } from "./texProject";

export interface DocumentLibrary {
  readonly library: Library;
  readonly scope: Scope;
}

/** Puts together, for each document, the library in its scope. */
export interface Libraries extends Disposable {
  readonly parse: (document: TextDocument) => ParsedDocument | undefined;
  readonly of: (document: TextDocument | undefined) => Promise<DocumentLibrary>;
  /** What has been read so far of a document's library, without waiting for the rest. */
  readonly soFar: (document: TextDocument) => Promise<Library>;
  readonly ofFile: (file: DocumentFile) => Promise<DocumentLibrary>;
  /** Every document of the workspace, and those that are open. */
  readonly documents: () => Promise<readonly DocumentFile[]>;
  readonly bibliography: (uri: Uri) => Promise<LoadedBibliography | undefined>;
  /** Every bibliography of the workspace. */
  readonly bibliographies: () => Promise<readonly LoadedBibliography[]>;
  /** Bibliographies of the workspace that are not in a scope. */
  elsewhere(scope: Scope): Promise<readonly LoadedBibliography[]>;
  /** What a project file declares in vain; `undefined` for a file that is none. */
  projectFailures(uri: Uri): Promise<readonly FailedDeclaration[] | undefined>;
  /** A document with the other documents of its LaTeX work, itself first. */
  workOf(document: TextDocument): Promise<readonly DocumentFile[]>;
  /** What a document says about formatting, then what its project or the other files of its LaTeX work or bookdown book say. */
  settingsOf(document: TextDocument): Promise<readonly DocumentSettings[]>;
  readonly forget: (uri: Uri) => void;
  /** How many files something is kept of, open ones among them. */
  readonly count: () => number;
  clear(): void;
}

export interface LibrariesOptions {
  readonly workspace: Workspace;
  readonly logger: Logger;
  readonly settings: SettingsOf;
  /** Where the file of the reference corpus lies. */
  readonly corpusUri: Uri;
  readonly pause: Pause;
  readonly keptFiles?: KeptFiles;
}

export function createLibraries({ workspace, logger, settings, corpusUri, pause, keptFiles }: LibrariesOptions): Libraries {
  const bibliographies = createBibliographyStore({ workspace, logger, pause, ...keptFiles && { keptFiles } });
  const documents = createDocumentStore(workspace, settings);
  const projectFiles = createProjectFiles(workspace);
  const texProject = createTexProject(workspace, documents);
  const sources = { workspace, bibliographies, projectFiles, texProject, documents };
  const corpus = createReferenceCorpus(corpusUri);

  const libraryOf = async (uri: Uri, parsed: ParsedDocument | undefined, from: ScopeSources = sources, corpusOf = corpus): Promise<DocumentLibrary> => {
    const scope = await resolveScope(uri, parsed, settings(uri), from);
    return { scope, library: createLibrary(composeParts(scope, parsed, settings(uri), corpusOf)) };
  };

  const soFar = async (document: TextDocument): Promise<Library> => {
    // what is not read yet may be what the corpus would stand in for
    const corpusIfAlways = (isOffered: boolean): LibraryPart => corpus(isOffered && settings(document.uri).corpus === "always");
    return (await libraryOf(document.uri, documents.parse(document), { ...sources, bibliographies: bibliographies.soFar }, corpusIfAlways)).library;
  };

  const workOf = async (document: TextDocument): Promise<readonly DocumentFile[]> => {
    const parsed = documents.parse(document);
    if (parsed === undefined) return [];
    return parsed.language === "latex" ? (await texProject.workOf(document.uri, parsed)).files : [{ uri: document.uri, document: parsed }];
  };

  return {
    parse: documents.parse,
    of: (document) => libraryOf(document?.uri ?? "untitled:none", document && documents.parse(document)),
    soFar,
    ofFile: ({ uri, document }) => libraryOf(uri, document),
    documents: documents.all,
    bibliography: bibliographies.get,
    bibliographies: bibliographies.all,
    elsewhere: async (scope) => {
      const inScope = new Set(scope.bibliographies.map(({ loaded }) => loaded.uri));
      return (await bibliographies.all()).filter(({ uri }) => !inScope.has(uri));
    },
    projectFailures: async (uri) => {
      const project = await projectFiles.read(uri);
      return project && failedInProject(project, sources);
    },
    workOf,
    settingsOf: async (document) => {
      const files = await workOf(document);
      const projects = files[0]?.document.language === "markdown" ? await projectFiles.above(document.uri) : [];
      const defaults = files.length === 0 ? [] : await defaultsInSettings(settings(document.uri), document.uri, sources);
      const chapters = await chaptersBeside(document.uri, projects, documents);
      return [...defaults, ...[...files, ...chapters].map((file) => file.document.settings), ...projects.map((project) => project.settings)];
    },
    forget: (uri) => [documents, bibliographies].forEach((store) => store.forget(uri)),
    count: () => documents.count() + bibliographies.count() + projectFiles.count(),
    clear: () => {
      bibliographies.clear();
      documents.clear();
      projectFiles.clear();
    },
    dispose: () => [texProject, projectFiles, documents, bibliographies].forEach((part) => part.dispose()),
  };
}

function composeParts(scope: Scope, parsed: ParsedDocument | undefined, settings: Settings, corpus: (isOffered: boolean) => LibraryPart): readonly LibraryPart[] {
  const inline = scope.inline.map(({ uri, bibliography }): LibraryPart => ({ uri, name: baseName(uri), origin: "document", bibliography, isOffered: true }));
  const files = scope.bibliographies.map(({ loaded, origin }): LibraryPart =>
    ({ uri: loaded.uri, name: baseName(loaded.uri), origin, bibliography: loaded.bibliography, isOffered: true, isBeingRead: loaded.isBeingRead }));
  const own = [...inline, ...files];
  if (settings.corpus === "never") return own;
  return [...own, corpus(settings.corpus === "always" || isCorpusWanted(own, parsed, corpus))];
}

/** `auto`: where nothing else is in scope, or the document cites from the corpus already (scope rule 4). */
function isCorpusWanted(own: readonly LibraryPart[], parsed: ParsedDocument | undefined, corpus: (isOffered: boolean) => LibraryPart): boolean {
  if (own.every(({ bibliography }) => bibliography.entries.length === 0)) return true;
  if (parsed === undefined) return false;
  const others = createLibrary(own);
  const keys = new Set(corpus(false).bibliography.entries.map(({ key }) => key));
  return parsed.clusters.some(({ citationItems }) => citationItems.some(({ key }) => keys.has(key) && others.get(key) === undefined));
}

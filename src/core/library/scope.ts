import type { Bibliography } from "../model/bibliography";
import type { BibliographyDeclaration, DocumentSettings, ParsedDocument } from "../model/document";
import type { Settings } from "../model/settings";
import type { Uri, Workspace } from "../ports";
import { fileEnding, isInside, parentUri, relativePath, resolvePath } from "../text/uri";
import { bibliographyEndings } from "../bibliography/parseBibliography";
import type { BibliographyFiles, LoadedBibliography } from "./bibliographyStore";
import type { LibraryOrigin } from "./library";
import type { ProjectDeclarations, ProjectFiles } from "./projectFiles";
import { chaptersBeside } from "./bookdownBook";
import type { DocumentFile, DocumentStore } from "./documentStore";
import { mayBeFoundWhenBuilt } from "./foundWhenBuilt";
import { globMatcher, isGlob } from "./glob";
import { inlineBibliography } from "./inlineBibliography";
import type { TexProject } from "./texProject";

/** A declaration and the file it stands in: the document, its root, or a project file. */
export interface PlacedDeclaration {
  readonly uri: Uri;
  readonly declaration: BibliographyDeclaration;
}

/** A declaration that leads to no bibliography. */
export interface FailedDeclaration extends PlacedDeclaration {
  /** `missing`: no file is there; `foreign`: the file is of a kind that is not read. */
  readonly reason: "missing" | "foreign";
  /** Where it was looked for, likeliest first; the file itself where it is foreign. */
  readonly tried: readonly Uri[];
}

export interface ScopedBibliography {
  readonly loaded: LoadedBibliography;
  readonly origin: LibraryOrigin;
  readonly declaredBy?: PlacedDeclaration;
}

/** The sources a document of the work defines itself, as a bibliography. */
export interface ScopedInlineSources {
  readonly uri: Uri;
  readonly bibliography: Bibliography;
}

/** What a document's keys are looked up in (scope rules 1 to 3), nearest first. */
export interface Scope {
  /** Front matter's `references:` and `thebibliography`, of the document itself or of another file of its work. */
  readonly inline: readonly ScopedInlineSources[];
  readonly bibliographies: readonly ScopedBibliography[];
  readonly failed: readonly FailedDeclaration[];
  /** Whether the document, its work or its project declares any bibliography. */
  readonly isDeclared: boolean;
  /** Whether sources come from where nothing here looks: from an address on the web, or from what a class of LaTeX brings along. */
  readonly hasUnseenSources: boolean;
  /** Names of the files that building the document's work writes, or may write. */
  readonly writtenFiles: readonly string[];
}

export interface ScopeSources {
  readonly workspace: Workspace;
  readonly bibliographies: BibliographyFiles;
  readonly projectFiles: ProjectFiles;
  readonly texProject: TexProject;
  readonly documents: DocumentStore;
}

export async function resolveScope(uri: Uri, document: ParsedDocument | undefined, settings: Settings, sources: ScopeSources): Promise<Scope> {
  const { files, declarations, rootFolders } = await workOf(uri, document, sources);
  const declared = await findAllDeclared(declarations, rootFolders, sources);
  const fromSettings = await bibliographiesInSettings(settings, uri, sources);
  const inline = files.filter((file) => file.document.inlineSources.length > 0).map((file) => ({ uri: file.uri, bibliography: inlineBibliography(file.document) }));
  const isDeclared = declarations.length > 0 || inline.length > 0;
  const named: ScopedBibliography[] = [
    ...declared.flatMap(({ placed, found }) => found !== undefined && "text" in found ? [{ loaded: found, origin: "declared" as const, declaredBy: placed }] : []),
    ...fromSettings.map((loaded) => ({ loaded, origin: "settings" as const })),
  ];
  const isNamed = isDeclared || settings.bibliographies.length > 0;
  const failed = declared.flatMap((one) => failureOf(one) ?? []);
  const rest = isNamed ? [] : (await sources.bibliographies.all()).map((loaded) => ({ loaded, origin: "workspace" as const }));
  return {
    inline,
    bibliographies: eachOnce([...named, ...rest]),
    failed,
    isDeclared,
    hasUnseenSources: declared.some(({ found }) => found === undefined) || files.some(({ document: facts }) => facts.hasUnseenBibliography === true)
      || (named.length + rest.length === 0 && !isDeclared && files.some(({ document: facts }) => facts.leavesBiblatexToOthers === true)),
    writtenFiles: await writtenFor(files, failed, sources),
  };
}

/** What building a work writes. Code in other documents, which it may include (knitr's `child=`), is asked only where something is missing. */
async function writtenFor(files: readonly DocumentFile[], failed: readonly FailedDeclaration[], sources: ScopeSources): Promise<readonly string[]> {
  const own = files.flatMap(({ document: { writtenFiles = [] } }) => writtenFiles);
  const mayInclude = files[0]?.document.language === "markdown" && failed.some(({ reason }) => reason === "missing");
  return mayInclude ? [...own, ...await writtenByMarkdown(sources, () => true)] : own;
}

/** Declarations of a project file that lead nowhere, and to nothing that a document of the project may write. */
export async function failedInProject({ uri, declarations }: ProjectDeclarations, sources: ScopeSources): Promise<readonly FailedDeclaration[]> {
  const found = await findAllDeclared(declarations.map((declaration) => ({ uri, declaration })), [], sources);
  const failed = found.flatMap((declared) => failureOf(declared) ?? []);
  if (failed.length === 0) return [];
  const folder = parentUri(uri);
  const writtenFiles = await writtenByMarkdown(sources, (document) => isInside(document, folder));
  return failed.filter((declared) => !mayBeFoundWhenBuilt(declared, { writtenFiles }));
}

async function writtenByMarkdown({ documents }: ScopeSources, isAsked: (uri: Uri) => boolean): Promise<readonly string[]> {
  const asked = (await documents.list("markdown")).filter(isAsked);
  return (await Promise.all(asked.map(documents.load))).flatMap((document) => document?.writtenFiles ?? []);
}

/** Why a declaration leads to no bibliography. */
type Failure = Pick<FailedDeclaration, "reason" | "tried">;

interface Declared {
  readonly placed: PlacedDeclaration;
  readonly found: LoadedBibliography | Failure | undefined;
}

/** Of one work as many bibliographies are looked for: nobody declares so many. */
const mostDeclared = 10_000;
const nothingFound = Promise.resolve(undefined);

/** What is declared many times is looked for once. */
async function findAllDeclared(declarations: readonly PlacedDeclaration[], rootFolders: readonly Uri[], sources: ScopeSources): Promise<readonly Declared[]> {
  const folders = new Map<Uri, Map<string, Promise<Declared["found"]>>>();
  let number = 0;
  const searches = declarations.map(({ uri, declaration: { path } }) => {
    const folder = parentUri(uri);
    const known = folders.get(folder) ?? new Map<string, Promise<Declared["found"]>>();
    folders.set(folder, known);
    const search = known.get(path) ?? (number++ < mostDeclared ? findDeclared(path, [folder, ...rootFolders, ...sources.workspace.folders], sources) : nothingFound);
    known.set(path, search);
    return search;
  });
  const found = await Promise.all(searches);
  return declarations.map((placed, index) => ({ placed, found: found[index] }));
}

function failureOf({ placed, found }: Declared): FailedDeclaration | undefined {
  return found !== undefined && "reason" in found ? { ...placed, ...found } : undefined;
}

interface Work {
  /** The document and the other documents whose sources and declarations are its own, itself first. */
  readonly files: readonly DocumentFile[];
  readonly declarations: readonly PlacedDeclaration[];
  readonly rootFolders: readonly Uri[];
}

async function workOf(uri: Uri, document: ParsedDocument | undefined, { projectFiles, texProject, documents }: ScopeSources): Promise<Work> {
  if (document === undefined) return { files: [], declarations: [], rootFolders: [] };
  const place = (from: Uri, declarations: readonly BibliographyDeclaration[]): readonly PlacedDeclaration[] =>
    declarations.map((declaration) => ({ uri: from, declaration }));
  if (document.language === "latex") {
    const { files, rootFolders } = await texProject.workOf(uri, document);
    return { files, declarations: files.flatMap((file) => place(file.uri, file.document.declarations)), rootFolders };
  }
  const projects = await projectFiles.above(uri);
  const files = [{ uri, document }, ...await chaptersBeside(uri, projects, documents)];
  return {
    files,
    declarations: [...files.flatMap((file) => place(file.uri, file.document.declarations)), ...projects.flatMap((project) => place(project.uri, project.declarations))],
    rootFolders: [],
  };
}

/** `undefined` where the declaration names no file at all, but an address on the web. */
async function findDeclared(path: string, folders: readonly Uri[], { workspace, bibliographies }: ScopeSources): Promise<LoadedBibliography | Failure | undefined> {
  const named = [...new Set(folders)].flatMap((folder) => resolvePath(path, folder, workspace.home));
  if (named.length === 0) return undefined;
  const tried = [...new Set(named.flatMap((uri) => bibliographyEndings.includes(fileEnding(uri)) ? [uri] : [`${uri}.bib`, uri]))];
  for (const uri of tried) {
    const loaded = await bibliographies.get(uri);
    if (loaded !== undefined) return loaded;
    if (await bibliographies.has(uri)) return { reason: "foreign", tried: [uri] };
  }
  return { reason: "missing", tried };
}

async function bibliographiesInSettings(settings: Settings, document: Uri, sources: ScopeSources): Promise<readonly LoadedBibliography[]> {
  const { workspace, bibliographies } = sources;
  const folders = foldersOf(document, workspace);
  const found = await Promise.all(settings.bibliographies.map(async (entry) => {
    const pattern = patternOf(entry);
    if (isGlob(pattern)) return matchingFiles(pattern, folders, bibliographies);
    return (await Promise.all(filesNamed(pattern, document, workspace).map((uri) => bibliographiesNamed(uri, sources)))).flat();
  }));
  return found.flat().filter((loaded) => loaded !== undefined);
}

/** What the Pandoc defaults files among the settings' bibliographies say of style and language, which wins over the document, as it does in Pandoc. */
export async function defaultsInSettings(settings: Settings, document: Uri, { workspace, bibliographies, projectFiles }: ScopeSources): Promise<readonly DocumentSettings[]> {
  const uris = settings.bibliographies.map(patternOf).filter((path) => /\.ya?ml$/i.test(path) && !isGlob(path)).flatMap((path) => filesNamed(path, document, workspace));
  const found = await Promise.all(uris.map(async (uri) => (await bibliographies.get(uri))?.isRecognized === false ? projectFiles.readDefaults(uri) : undefined));
  return found.flatMap((file) => file?.settings ?? []);
}

function patternOf(entry: string): string {
  return entry.trim().replaceAll("\\", "/").replace(/^\$\{workspaceFolder\}\//, "");
}

function filesNamed(path: string, document: Uri, workspace: Workspace): readonly Uri[] {
  const folders = foldersOf(document, workspace);
  return (folders.length > 0 ? folders : [parentUri(document)]).flatMap((folder) => resolvePath(path, folder, workspace.home));
}

/** The workspace folders that a document lies in; all of them where it lies in none. */
function foldersOf(document: Uri, { folders }: Workspace): readonly Uri[] {
  const own = folders.filter((folder) => isInside(document, folder));
  return own.length > 0 ? own : folders;
}

/** A bibliography, or those that a Pandoc defaults file names. */
async function bibliographiesNamed(uri: Uri, sources: ScopeSources): Promise<readonly (LoadedBibliography | undefined)[]> {
  const loaded = await sources.bibliographies.get(uri);
  if (loaded === undefined || loaded.isRecognized || loaded.uri.endsWith(".json")) return [loaded];
  const { declarations = [] } = await sources.projectFiles.readDefaults(uri) ?? {};
  if (declarations.length === 0) return [loaded];
  const declared = await findAllDeclared(declarations.map((declaration) => ({ uri, declaration })), [], sources);
  return declared.map(({ found }) => found !== undefined && "text" in found ? found : undefined);
}

async function matchingFiles(pattern: string, folders: readonly Uri[], bibliographies: BibliographyFiles): Promise<readonly (LoadedBibliography | undefined)[]> {
  const matches = globMatcher(pattern.replace(/^\.\//, ""));
  const all = await bibliographies.list();
  const wanted = all.filter((uri) => folders.some((folder) => matches(relativePath(folder, uri) ?? "")));
  // a glob that names a folder takes in settings and data in JSON and YAML as well
  return (await Promise.all(wanted.map(bibliographies.get))).filter((loaded) => loaded?.isRecognized === true);
}

function eachOnce(bibliographies: readonly ScopedBibliography[]): readonly ScopedBibliography[] {
  const byUri = new Map<Uri, ScopedBibliography>();
  for (const scoped of bibliographies) {
    if (!byUri.has(scoped.loaded.uri)) byUri.set(scoped.loaded.uri, scoped);
  }
  return [...byUri.values()];
}

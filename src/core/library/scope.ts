import picomatch from "picomatch/posix";
import type { BibliographyDeclaration, ParsedDocument } from "../model/document";
import type { Settings } from "../model/settings";
import type { Uri, Workspace } from "../ports";
import { fileEnding, isInside, parentUri, relativePath, resolvePath } from "../text/uri";
import { bibliographyEndings } from "../bibliography/parseBibliography";
import type { BibliographyStore, LoadedBibliography } from "./bibliographyStore";
import type { LibraryOrigin } from "./library";
import type { ProjectFiles } from "./projectFiles";
import type { TexProject } from "./texProject";

/** A declaration and the file it stands in: the document, its root, or a project file. */
export interface PlacedDeclaration {
  readonly uri: Uri;
  readonly declaration: BibliographyDeclaration;
}

export interface ScopedBibliography {
  readonly loaded: LoadedBibliography;
  readonly origin: LibraryOrigin;
  readonly declaredBy?: PlacedDeclaration;
}

/** Which bibliography files a document's keys are looked up in (scope rules 1 to 3), nearest first. */
export interface Scope {
  readonly bibliographies: readonly ScopedBibliography[];
  /** Declarations that name no file there is. */
  readonly missing: readonly PlacedDeclaration[];
  /** Whether the document, its work or its project declares any bibliography. */
  readonly isDeclared: boolean;
}

export interface ScopeSources {
  readonly workspace: Workspace;
  readonly bibliographies: BibliographyStore;
  readonly projectFiles: ProjectFiles;
  readonly texProject: TexProject;
}

export async function resolveScope(uri: Uri, document: ParsedDocument | undefined, settings: Settings, sources: ScopeSources): Promise<Scope> {
  const { declarations, rootFolders } = await declarationsOf(uri, document, sources);
  const declared = await Promise.all(declarations.map(async (placed) => ({
    placed,
    loaded: await findDeclared(placed, [parentUri(placed.uri), ...rootFolders, ...sources.workspace.folders], sources),
  })));
  const fromSettings = await bibliographiesInSettings(settings, uri, sources);
  const isDeclared = declarations.length > 0 || (document?.inlineSources.length ?? 0) > 0;
  const named: ScopedBibliography[] = [
    ...declared.flatMap(({ placed, loaded }) => typeof loaded === "object" ? [{ loaded, origin: "declared" as const, declaredBy: placed }] : []),
    ...fromSettings.map((loaded) => ({ loaded, origin: "settings" as const })),
  ];
  const isNamed = isDeclared || settings.bibliographies.length > 0;
  const rest = isNamed ? [] : (await sources.bibliographies.all()).map((loaded) => ({ loaded, origin: "workspace" as const }));
  return {
    bibliographies: eachOnce([...named, ...rest]),
    missing: declared.filter(({ loaded }) => loaded === "missing").map(({ placed }) => placed),
    isDeclared,
  };
}

async function declarationsOf(uri: Uri, document: ParsedDocument | undefined, { projectFiles, texProject }: ScopeSources): Promise<{
  readonly declarations: readonly PlacedDeclaration[];
  readonly rootFolders: readonly Uri[];
}> {
  if (document === undefined) return { declarations: [], rootFolders: [] };
  const place = (from: Uri, declarations: readonly BibliographyDeclaration[]): readonly PlacedDeclaration[] =>
    declarations.map((declaration) => ({ uri: from, declaration }));
  if (document.language === "latex") {
    const work = await texProject.workOf(uri, document);
    return { declarations: work.files.flatMap((file) => place(file.uri, file.document.declarations)), rootFolders: work.rootFolders };
  }
  const projects = await projectFiles.above(uri);
  return {
    declarations: [...place(uri, document.declarations), ...projects.flatMap((project) => place(project.uri, project.declarations))],
    rootFolders: [],
  };
}

/** `"missing"` where no file answers; `undefined` where there is one that is no bibliography we read. */
async function findDeclared({ declaration }: PlacedDeclaration, folders: readonly Uri[], { workspace, bibliographies }: ScopeSources): Promise<LoadedBibliography | "missing" | undefined> {
  const named = [...new Set(folders)].flatMap((folder) => resolvePath(declaration.path, folder, workspace.home));
  if (named.length === 0) return undefined;
  for (const uri of named.flatMap((uri) => bibliographyEndings.includes(fileEnding(uri)) ? [uri] : [`${uri}.bib`, uri])) {
    const loaded = await bibliographies.get(uri);
    if (loaded !== undefined) return loaded;
    if (await workspace.readFile(uri) !== undefined) return undefined;
  }
  return "missing";
}

async function bibliographiesInSettings(settings: Settings, document: Uri, { workspace, bibliographies }: ScopeSources): Promise<readonly LoadedBibliography[]> {
  const own = workspace.folders.filter((folder) => isInside(document, folder));
  const folders = own.length > 0 ? own : workspace.folders;
  const found = await Promise.all(settings.bibliographies.map(async (entry) => {
    const pattern = entry.trim().replaceAll("\\", "/").replace(/^\$\{workspaceFolder\}\//, "");
    if (picomatch.scan(pattern).isGlob) return matchingFiles(pattern, folders, workspace, bibliographies);
    const uris = (folders.length > 0 ? folders : [parentUri(document)]).flatMap((folder) => resolvePath(pattern, folder, workspace.home));
    return Promise.all(uris.map(bibliographies.get));
  }));
  return found.flat().filter((loaded) => loaded !== undefined);
}

async function matchingFiles(pattern: string, folders: readonly Uri[], workspace: Workspace, bibliographies: BibliographyStore): Promise<readonly (LoadedBibliography | undefined)[]> {
  const matches = picomatch(pattern.replace(/^\.\//, ""));
  const all = await workspace.findFiles(bibliographyEndings);
  const wanted = all.filter((uri) => folders.some((folder) => matches(relativePath(folder, uri) ?? "")));
  return Promise.all(wanted.map(bibliographies.get));
}

function eachOnce(bibliographies: readonly ScopedBibliography[]): readonly ScopedBibliography[] {
  const byUri = new Map<Uri, ScopedBibliography>();
  for (const scoped of bibliographies) {
    if (!byUri.has(scoped.loaded.uri)) byUri.set(scoped.loaded.uri, scoped);
  }
  return [...byUri.values()];
}

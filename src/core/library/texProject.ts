import type { DocumentLink, ParsedDocument } from "../model/document";
import type { Disposable, Uri, Workspace } from "../ports";
import { fileEnding, isInside, parentUri, resolvePath } from "../text/uri";
import type { DocumentFile, DocumentStore } from "./documentStore";

/** The files of one LaTeX work and the folder its root lies in, which is where LaTeX runs. */
export interface TexWork {
  /** The document itself first. */
  readonly files: readonly DocumentFile[];
  readonly rootFolders: readonly Uri[];
}

/**
 * Finds what a LaTeX file is part of: roots named by `% !TEX root` and `\documentclass[…]{subfiles}`, files of the workspace
 * that include it, and everything those include. Who includes whom is kept until a document changes.
 */
export interface TexProject extends Disposable {
  workOf(uri: Uri, document: ParsedDocument): Promise<TexWork>;
}

/** Who may include a file, judged by names alone. */
type IncludedBy = ReadonlyMap<Uri, readonly Uri[]>;

export function createTexProject(workspace: Workspace, documents: DocumentStore): TexProject {
  let includedBy: Promise<IncludedBy> | undefined;
  const forget = (): void => {
    includedBy = undefined;
  };
  const subscriptions = [
    workspace.onDidChangeFile(({ uri }) => {
      if (texEndings.has(fileEnding(uri))) forget();
    }),
    workspace.onDidChangeFolders(forget),
  ];
  const reader = { workspace, documents };

  return {
    workOf: async (uri, document) => {
      const named = await namedRoots(uri, document, reader);
      const candidates = rootsAbove(named.length > 0 ? named : [uri], await (includedBy ??= readInclusions(reader)));
      const works = await Promise.all(candidates.map((root) => filesFrom({ uri, document }, root, reader)));
      const found = works.filter((work) => work !== undefined);
      const roots = found.length > 0 ? found : [await filesFrom({ uri, document }, uri, reader) ?? { root: uri, files: [] }];
      const files = new Map([{ uri, document }, ...roots.flatMap((work) => work.files)].map((file) => [file.uri, file]));
      return { files: [...files.values()], rootFolders: [...new Set([...roots.map(({ root }) => root), ...named].map(parentUri))] };
    },
    dispose: () => subscriptions.forEach((subscription) => subscription.dispose()),
  };
}

interface Reader {
  readonly workspace: Workspace;
  readonly documents: DocumentStore;
}

const texEndings: ReadonlySet<string> = new Set([".tex", ".ltx", ".latex", ".rnw", ".snw"]);

async function namedRoots(uri: Uri, document: ParsedDocument, { workspace, documents }: Reader): Promise<readonly Uri[]> {
  const roots = linksOf(document).filter(({ kind }) => kind === "root").map(async (link) => {
    for (const candidate of targetsOf(link, [parentUri(uri)], workspace.home)) {
      if (await documents.load(candidate) !== undefined) return candidate;
    }
    return undefined;
  });
  return (await Promise.all(roots)).filter((root) => root !== undefined);
}

/** A file may be meant from its own folder or from that of a root further up; which of them it is turns out on the way down. */
async function readInclusions({ workspace, documents }: Reader): Promise<IncludedBy> {
  const includedBy = new Map<Uri, Set<Uri>>();
  await Promise.all((await documents.list("latex")).map(async (uri) => {
    const document = await documents.load(uri);
    for (const link of document === undefined ? [] : linksOf(document)) {
      for (const target of targetsOf(link, foldersFrom(uri, workspace.folders), workspace.home)) {
        const [part, whole] = link.kind === "include" ? [target, uri] : [uri, target];
        includedBy.set(part, (includedBy.get(part) ?? new Set()).add(whole));
      }
    }
  }));
  return new Map([...includedBy].map(([part, wholes]) => [part, [...wholes]]));
}

/** Of one work as many files are looked for, and of one document as many links followed: nobody writes so many. */
const mostFiles = 10_000;

/** Each link of a document once. */
function linksOf({ links }: ParsedDocument): readonly DocumentLink[] {
  const different = new Map<string, DocumentLink>();
  for (const link of links) {
    if (different.size >= mostFiles) break;
    const name = [link.kind, link.directory ?? "", link.path].join("\n");
    if (!different.has(name)) different.set(name, link);
  }
  return [...different.values()];
}

/** The folder of a file and those above it, up to its workspace folder. */
function foldersFrom(uri: Uri, workspaceFolders: readonly Uri[]): readonly Uri[] {
  const folders = [parentUri(uri)];
  const top = workspaceFolders.find((folder) => isInside(uri, folder));
  for (let folder = parentUri(uri); top !== undefined && folder !== top && isInside(folder, top);) {
    folder = parentUri(folder);
    folders.push(folder);
  }
  return folders;
}

/** The files above that nothing else includes; in a circle, the one that was met first. */
function rootsAbove(uris: readonly Uri[], includedBy: IncludedBy): readonly Uri[] {
  const roots: Uri[] = [];
  const seen = new Set<Uri>();
  const open = [...uris];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    if (seen.has(current)) continue;
    seen.add(current);
    const parents = includedBy.get(current) ?? [];
    if (parents.every((parent) => seen.has(parent))) roots.push(current);
    for (const parent of parents) open.push(parent);
  }
  return roots;
}

/** What `root` includes on all levels, paths counted from its folder as LaTeX does; `undefined` where `part` is not among it. */
async function filesFrom(part: DocumentFile, root: Uri, { workspace, documents }: Reader): Promise<{ readonly root: Uri; readonly files: readonly DocumentFile[] } | undefined> {
  const files: DocumentFile[] = [];
  const seen = new Set<Uri>();
  const open = [root];
  // what is added on the way is met later
  for (const uri of open) {
    if (seen.has(uri)) continue;
    if (seen.size >= mostFiles) break;
    seen.add(uri);
    const document = uri === part.uri ? part.document : await documents.load(uri);
    if (document === undefined) continue;
    files.push({ uri, document });
    for (const link of linksOf(document)) {
      if (link.kind === "include") open.push(...targetsOf(link, [parentUri(root), parentUri(uri)], workspace.home));
    }
  }
  const isNamed = part.document.links.some(({ kind }) => kind === "root");
  return isNamed || seen.has(part.uri) ? { root, files } : undefined;
}

/** The files an inclusion may mean; `.tex` is added where the name has no ending of LaTeX's. */
function targetsOf(link: DocumentLink, folders: readonly Uri[], home: Uri | undefined): readonly Uri[] {
  const path = link.directory === undefined ? link.path : `${link.directory.replace(/\/?$/, "/")}${link.path}`;
  const uris = folders.flatMap((folder) => resolvePath(path, folder, home));
  return [...new Set(uris.flatMap((uri) => texEndings.has(fileEnding(uri)) ? [uri] : [`${uri}.tex`, uri]))];
}

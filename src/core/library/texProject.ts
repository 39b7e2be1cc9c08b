import type { DocumentLink, ParsedDocument } from "../model/document";
import type { Disposable, Uri, Workspace } from "../ports";
import { fileEnding, parentUri, resolvePath } from "../text/uri";
import type { DocumentStore } from "./documentStore";

/** The files of one LaTeX work and the folder its root lies in, which is where LaTeX runs. */
export interface TexWork {
  /** The document itself first. */
  readonly files: readonly { readonly uri: Uri; readonly document: ParsedDocument }[];
  readonly rootFolders: readonly Uri[];
}

/**
 * Finds what a LaTeX file is part of: roots named by `% !TEX root` and `\documentclass[…]{subfiles}`, files of the workspace
 * that include it, and everything those include. The graph is kept until a document changes.
 */
export interface TexProject extends Disposable {
  workOf(uri: Uri, document: ParsedDocument): Promise<TexWork>;
}

interface IncludeGraph {
  readonly includes: ReadonlyMap<Uri, readonly Uri[]>;
  readonly includedBy: ReadonlyMap<Uri, readonly Uri[]>;
}

export function createTexProject(workspace: Workspace, documents: DocumentStore): TexProject {
  let graph: Promise<IncludeGraph> | undefined;
  const forget = (): void => {
    graph = undefined;
  };
  const subscriptions = [
    workspace.onDidChangeFile(({ uri }) => {
      if (texEndings.has(fileEnding(uri))) forget();
    }),
    workspace.onDidChangeFolders(forget),
  ];

  const exists = async (uri: Uri): Promise<boolean> => await documents.load(uri) !== undefined;

  return {
    workOf: async (uri, document) => {
      const known = await (graph ??= buildGraph(await documents.list("latex"), documents));
      const named = await Promise.all(document.links.filter((link) => link.kind === "root").map((link) => firstExisting(candidates(link, [parentUri(uri)], workspace.home), exists)));
      const roots = rootsOf(uri, named.filter((root) => root !== undefined), known);
      const reached = await reach(uri, document, roots, workspace.home, documents);
      return { files: reached, rootFolders: roots.map(parentUri) };
    },
    dispose: () => subscriptions.forEach((subscription) => subscription.dispose()),
  };
}

const texEndings: ReadonlySet<string> = new Set([".tex", ".ltx", ".latex", ".rnw", ".snw"]);

async function buildGraph(uris: readonly Uri[], documents: DocumentStore): Promise<IncludeGraph> {
  const includes = new Map<Uri, readonly Uri[]>();
  const includedBy = new Map<Uri, Uri[]>();
  const loaded = await Promise.all(uris.map(async (uri) => ({ uri, document: await documents.load(uri) })));
  for (const { uri, document } of loaded) {
    const targets = (document?.links ?? []).flatMap((link) => candidates(link, [parentUri(uri)], undefined)
      .map((target) => ({ target, kind: link.kind })));
    includes.set(uri, targets.filter(({ kind }) => kind === "include").map(({ target }) => target));
    for (const { target, kind } of targets) {
      const [part, whole] = kind === "include" ? [target, uri] : [uri, target];
      includedBy.set(part, [...includedBy.get(part) ?? [], whole]);
    }
  }
  return { includes, includedBy };
}

/** The files above `uri` that nothing includes; `uri` itself where it is in nobody's work. Cycles end the climb. */
function rootsOf(uri: Uri, named: readonly Uri[], graph: IncludeGraph): readonly Uri[] {
  const roots: Uri[] = [];
  const seen = new Set<Uri>();
  const open = named.length > 0 ? [...named] : [uri];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    if (seen.has(current)) continue;
    seen.add(current);
    const parents = graph.includedBy.get(current) ?? [];
    if (parents.every((parent) => seen.has(parent))) roots.push(current);
    open.push(...parents);
  }
  return roots;
}

async function reach(uri: Uri, document: ParsedDocument, roots: readonly Uri[], home: Uri | undefined, documents: DocumentStore): Promise<TexWork["files"]> {
  const files = [{ uri, document }];
  const seen = new Set<Uri>([uri]);
  const rootFolders = roots.map(parentUri);
  const open = [...roots, ...targetsOf(uri, document, rootFolders, home)];
  for (let current = open.shift(); current !== undefined; current = open.shift()) {
    if (seen.has(current)) continue;
    seen.add(current);
    const loaded = await documents.load(current);
    if (loaded === undefined) continue;
    files.push({ uri: current, document: loaded });
    open.push(...targetsOf(current, loaded, rootFolders, home));
  }
  return files;
}

function targetsOf(uri: Uri, document: ParsedDocument, rootFolders: readonly Uri[], home: Uri | undefined): readonly Uri[] {
  return document.links.filter((link) => link.kind === "include").flatMap((link) => candidates(link, [...rootFolders, parentUri(uri)], home));
}

/** LaTeX resolves `\input` from where it runs (the root's folder); `.tex` is added where the name has no ending. */
function candidates(link: DocumentLink, folders: readonly Uri[], home: Uri | undefined): readonly Uri[] {
  const path = link.directory === undefined ? link.path : `${link.directory.replace(/\/?$/, "/")}${link.path}`;
  const uris = folders.flatMap((folder) => resolvePath(path, folder, home));
  return [...new Set(uris.flatMap((uri) => texEndings.has(fileEnding(uri)) ? [uri] : [`${uri}.tex`, uri]))];
}

async function firstExisting(uris: readonly Uri[], exists: (uri: Uri) => Promise<boolean>): Promise<Uri | undefined> {
  for (const uri of uris) {
    if (await exists(uri)) return uri;
  }
  return undefined;
}

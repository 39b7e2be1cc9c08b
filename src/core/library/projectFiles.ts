import { isCollection, isMap, isScalar, isSeq, parseDocument, type Document, type Node } from "yaml";
import { nestsTooDeeply } from "../citations/markdown/yamlDocument";
import type { BibliographyDeclaration, DocumentSettings } from "../model/document";
import type { Disposable, Uri, Workspace } from "../ports";
import { textOf } from "../text/decode";
import { baseName, isInside, joinPath, parentUri } from "../text/uri";
import { createFileCache } from "./fileCache";

/** What a project file says for the documents below it. */
export interface ProjectDeclarations {
  readonly uri: Uri;
  readonly declarations: readonly BibliographyDeclaration[];
  readonly settings: DocumentSettings;
}

/** Quarto's, bookdown's and MyST's project files, nearest folder first. */
export interface ProjectFiles extends Disposable {
  /** The project files that govern a document: those in its folder and above it, up to its workspace folder. */
  above(document: Uri): Promise<readonly ProjectDeclarations[]>;
  /** A Pandoc defaults file, whatever its name; `undefined` where it is missing. */
  readonly readDefaults: (uri: Uri) => Promise<ProjectDeclarations | undefined>;
  /** `undefined` for a file that is no project file, by its name. */
  read(uri: Uri): Promise<ProjectDeclarations | undefined>;
  /** How many files something is kept of. */
  readonly count: () => number;
  clear(): void;
}

/** Where each kind of project file names its bibliographies, as paths of YAML keys. */
const projectFileNames: Readonly<Record<string, readonly (readonly string[])[]>> = {
  // Quarto: project metadata; formats may repeat it.
  "_metadata.yml": [["bibliography"]],
  "_quarto.yml": [["bibliography"], ["book", "bibliography"], ["website", "bibliography"]],
  "_bookdown.yml": [["bibliography"]],
  // MyST: project.bibliography
  "myst.yml": [["project", "bibliography"], ["bibliography"]],
};

/** A Pandoc defaults file, which may have any name (Pandoc User's Guide, “Defaults files”). */
const pandocDefaults: readonly (readonly string[])[] = [["bibliography"], ["metadata", "bibliography"]];

export function createProjectFiles(workspace: Workspace): ProjectFiles {
  const files = createFileCache(workspace, (content, uri) => readProjectFile(uri, textOf(content)));
  return {
    readDefaults: files.get,
    read: async (uri) => Object.hasOwn(projectFileNames, baseName(uri)) ? files.get(uri) : undefined,
    above: async (document) => {
      const uris = foldersAbove(document, workspace.folders)
        .flatMap((folder) => Object.keys(projectFileNames).map((name) => joinPath(folder, name)));
      return (await Promise.all(uris.map(files.get))).filter((file) => file !== undefined);
    },
    count: files.count,
    clear: files.clear,
    dispose: files.dispose,
  };
}

/** The document's own folder alone where it lies in no workspace folder. */
function foldersAbove(document: Uri, workspaceFolders: readonly Uri[]): readonly Uri[] {
  const folders = [parentUri(document)];
  const top = workspaceFolders.find((folder) => isInside(document, folder));
  for (let folder = parentUri(document); top !== undefined && folder !== top && isInside(folder, top);) {
    const parent = parentUri(folder);
    if (parent === folder || !isInside(parent, top)) break;
    folders.push(parent);
    folder = parent;
  }
  return folders;
}

function readProjectFile(uri: Uri, written: string): ProjectDeclarations {
  const document = parse(written);
  if (document === undefined) return { uri, declarations: [], settings: {} };
  const nodes = (projectFileNames[baseName(uri)] ?? pandocDefaults).map((path) => document.getIn(path, true));
  const isDefaults = !Object.hasOwn(projectFileNames, baseName(uri));
  const text = (name: string): unknown => document.get(name) ?? (isDefaults ? document.getIn(["metadata", name]) : undefined);
  return { uri, declarations: nodes.flatMap((node) => declarationsIn(node as Node | undefined)), settings: settingsIn(text, parentUri(uri)) };
}

/** What a file that lies in a folder says about formatting, by its fields. */
function settingsIn(field: (name: string) => unknown, styleFolder: Uri): DocumentSettings {
  const [locale, style, title] = [field("lang"), field("csl"), field("reference-section-title")];
  return {
    ...typeof style === "string" && { style, styleFolder },
    ...typeof locale === "string" && { locale },
    ...typeof title === "string" && { referenceSectionTitle: title },
    ...field("suppress-bibliography") === true && { hasNoReferenceList: true },
  };
}

/** Project files are short; the parser takes some hundred times the memory of its text. */
const longestProject = 1_000_000;

function parse(text: string): Document | undefined {
  if (text.length > longestProject || nestsTooDeeply(text)) return undefined;
  try {
    return parseDocument(text, { logLevel: "silent", strict: false, uniqueKeys: false });
  } catch {
    // the parser is recursive, and the stack is not endless
    return undefined;
  }
}

function declarationsIn(node: Node | undefined): readonly BibliographyDeclaration[] {
  if (isScalar(node) && typeof node.value === "string" && node.value !== "" && node.range) {
    const [start, end] = node.range;
    return [{ path: node.value, range: { start, end }, kind: "front-matter" }];
  }
  if (!isCollection(node)) return [];
  const values = isSeq(node) ? node.items : isMap(node) ? node.items.map((pair) => pair.value) : [];
  return values.filter((value) => isScalar(value)).flatMap((value) => declarationsIn(value));
}

import { Emitter } from "../../src/core/events";
import type { FileChange, TextDocument, Uri, Workspace } from "../../src/core/ports";
import { decodeText } from "../../src/core/text/decode";
import { languageOfFile } from "../../src/core/text/languages";
import { isInside, joinPath, relativePath } from "../../src/core/text/uri";

type Content = Uint8Array | string;

export interface InMemoryWorkspaceOptions {
  /** Default: one folder, `file:///paper`. Relative paths start in the first folder, in the root where there is none. */
  readonly folders?: readonly Uri[];
  /** Default: `file:///home/writer`; `undefined` as in a browser. */
  readonly home?: Uri | undefined;
}

const defaultFolder = "file:///paper";

/**
 * A workspace for tests, with all its files in memory. Wherever it takes a path, that is a URI, an absolute path, or a path relative to the
 * first folder. As on disk, `readFile` gives bytes; it gives text where `edit` has left unsaved changes.
 */
export class InMemoryWorkspace implements Workspace {
  readonly home: Uri | undefined;
  readonly #files = new Map<Uri, Content>();
  readonly #unsaved = new Map<Uri, string>();
  readonly #versions = new Map<Uri, number>();
  readonly #reads = new Map<Uri, number>();
  readonly #changes = new Emitter<FileChange>();
  readonly #folderChanges = new Emitter<void>();
  #folders: readonly Uri[];

  readonly onDidChangeFile = this.#changes.event;
  readonly onDidChangeFolders = this.#folderChanges.event;

  constructor(files: Readonly<Record<string, Content>> = {}, options: InMemoryWorkspaceOptions = {}) {
    this.#folders = options.folders ?? [defaultFolder];
    this.home = "home" in options ? options.home : "file:///home/writer";
    for (const [path, content] of Object.entries(files)) this.#files.set(this.uri(path), content);
  }

  get folders(): readonly Uri[] {
    return this.#folders;
  }

  set folders(folders: readonly Uri[]) {
    this.#folders = folders;
    this.#folderChanges.fire();
  }

  /** Listeners that nobody has disposed of yet. */
  get listenerCount(): number {
    return this.#changes.listenerCount + this.#folderChanges.listenerCount;
  }

  uri(path: string): Uri {
    if (/^[A-Za-z][A-Za-z0-9+.-]+:/.test(path)) return path;
    return path.startsWith("/") ? joinPath("file:///", path) : joinPath(this.#folders[0] ?? "file:///", path);
  }

  /** How often a file was read. */
  readCount(path: string): number {
    return this.#reads.get(this.uri(path)) ?? 0;
  }

  readFile(uri: Uri): Promise<Content | undefined> {
    this.#reads.set(uri, (this.#reads.get(uri) ?? 0) + 1);
    const content = this.#unsaved.get(uri) ?? toBytes(this.#files.get(uri));
    return Promise.resolve(content);
  }

  findFiles(endings: readonly string[]): Promise<readonly Uri[]> {
    const found = [...this.#files.keys()].filter((uri) => this.#isListed(uri) && endings.some((ending) => uri.toLowerCase().endsWith(ending)));
    return Promise.resolve(found.sort());
  }

  /** A file is created or changed on disk. Unsaved changes are lost, as when the editor saves over them. */
  write(path: string, content: Content): void {
    const uri = this.uri(path);
    const kind = this.#files.has(uri) ? "changed" : "created";
    this.#files.set(uri, content);
    this.#unsaved.delete(uri);
    this.#changed({ uri, kind });
  }

  /** A file is edited in the editor and not saved. */
  edit(path: string, text: string): void {
    const uri = this.uri(path);
    this.#unsaved.set(uri, text);
    this.#changed({ uri, kind: "changed" });
  }

  delete(path: string): void {
    const uri = this.uri(path);
    this.#unsaved.delete(uri);
    if (this.#files.delete(uri)) this.#changed({ uri, kind: "deleted" });
  }

  tellAgain(path: string, kind: FileChange["kind"]): void {
    this.#changed({ uri: this.uri(path), kind });
  }

  /** A folder is deleted with all its files; as from VS Code, nothing is heard of these. */
  deleteFolder(path: string): void {
    const folder = this.uri(path);
    for (const uri of [...this.#files.keys()].filter((file) => isInside(file, folder))) this.#files.delete(uri);
    this.#changed({ uri: folder, kind: "deleted" });
  }

  /** A file as the editor holds it now; its version grows with every change. The language follows from the ending unless it is given. */
  document(path: string, languageId?: string): TextDocument {
    const uri = this.uri(path);
    const content = this.#unsaved.get(uri) ?? this.#files.get(uri);
    if (content === undefined) throw new Error(`The workspace has no file ${uri}`);
    const text = typeof content === "string" ? content : decodeText(content).text;
    return { uri, version: this.#versions.get(uri) ?? 1, languageId: languageId ?? languageOfFile(uri) ?? "plaintext", getText: () => text };
  }

  #isListed(uri: Uri): boolean {
    const folder = this.#folders.find((candidate) => isInside(uri, candidate));
    const path = folder === undefined ? undefined : relativePath(folder, uri);
    return path?.split("/").every((segment) => !segment.startsWith(".")) ?? false;
  }

  #changed(change: FileChange): void {
    this.#versions.set(change.uri, (this.#versions.get(change.uri) ?? 1) + 1);
    this.#changes.fire(change);
  }
}

function toBytes(content: Content | undefined): Uint8Array | undefined {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}

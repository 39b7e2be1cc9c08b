import * as vscode from "vscode";
import type { FileChange, Uri } from "../core/ports";
import { watchFiles } from "./fileWatchers";

/** Of as many folders more than what is being read is watched, those read from last. */
const mostFolders = 32;

interface WatchedFolder {
  readonly files: Set<Uri>;
  readonly watcher: vscode.Disposable;
}

/** Watches the files that were asked for and lie in no folder of the workspace, those that are not there among them. */
export class OutsideFiles implements vscode.Disposable {
  /** By URI, the one that was read from last at the end. */
  readonly #folders = new Map<Uri, WatchedFolder>();

  constructor(readonly changed: (change: FileChange) => void) {}

  /** How many folders are watched. */
  get count(): number {
    return this.#folders.size;
  }

  watch(file: vscode.Uri): void {
    if (!isOutside(file)) return;
    const folder = vscode.Uri.joinPath(file, "..");
    const name = folder.toString();
    const known = this.#folders.get(name) ?? this.#begin(folder);
    this.#folders.delete(name);
    this.#folders.set(name, known);
    known.files.add(file.toString());
  }

  /** A document was closed: what was read for it may not be needed any more, and is read again where it is. */
  closed(document: vscode.Uri): void {
    if (!isOutside(document)) return;
    for (const folder of [...this.#folders.keys()].slice(0, -mostFolders)) {
      this.#end(folder);
      this.changed({ uri: folder, kind: "deleted" });
    }
  }

  dispose(): void {
    [...this.#folders.keys()].forEach((folder) => this.#end(folder));
  }

  #begin(folder: vscode.Uri): WatchedFolder {
    const files = new Set<Uri>();
    const watcher = watchFiles(new vscode.RelativePattern(folder, "*"), (change) => {
      if (files.has(change.uri)) this.changed(change);
    });
    return { files, watcher };
  }

  #end(folder: Uri): void {
    this.#folders.get(folder)?.watcher.dispose();
    this.#folders.delete(folder);
  }
}

/** Whether a file lies in no folder of the workspace, but on a file system: new documents lie on none. */
function isOutside(uri: vscode.Uri): boolean {
  return vscode.workspace.getWorkspaceFolder(uri) === undefined && vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== undefined;
}

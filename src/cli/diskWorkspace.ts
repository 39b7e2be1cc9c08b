import { readdirSync, readFileSync, statSync, type Dirent } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Disposable, Event, FileChange, Uri, Workspace } from "../core/ports";
import type { Disk } from "./host";
import { toUri } from "./paths";

/** The files of this machine. Reading is synchronous: nobody else waits for this thread, and open files stay few. */
export const disk: Disk = {
  home: homeFolder(),
  kindOf: (uri) => {
    try {
      const stats = statSync(fileURLToPath(uri));
      return stats.isDirectory() ? "folder" : stats.isFile() ? "file" : "other";
    } catch {
      return "missing";
    }
  },
  openWorkspace: (folders) => new DiskWorkspace(folders),
};

/** A command runs for a moment and sees its files as they were then: nothing is ever heard to change. */
const never = (): Disposable => ({ dispose: () => undefined });

class DiskWorkspace implements Workspace {
  readonly home = disk.home;
  readonly onDidChangeFile: Event<FileChange> = never;
  readonly onDidChangeFolders: Event<void> = never;
  #files: readonly Uri[] | undefined;

  constructor(readonly folders: readonly Uri[]) {}

  readFile(uri: Uri): Promise<Uint8Array | undefined> {
    return Promise.resolve(readOrNothing(uri));
  }

  findFiles(endings: readonly string[]): Promise<readonly Uri[]> {
    this.#files ??= [...new Set(this.folders.flatMap((folder) => [...filesIn(fileURLToPath(folder))]))].map((path) => toUri(path, "/")).sort();
    return Promise.resolve(this.#files.filter((uri) => endings.some((ending) => uri.toLowerCase().endsWith(ending))));
  }
}

/** Devices and pipes are no files here: a document may name one that never ends. */
function readOrNothing(uri: Uri): Uint8Array | undefined {
  try {
    const path = fileURLToPath(uri);
    return isFile(path) ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}

function homeFolder(): Uri | undefined {
  try {
    return toUri(homedir(), "/");
  } catch {
    return undefined;
  }
}

/** Files below a folder, hidden ones and `node_modules` left out. Links to files count; links to folders are not followed, as they may lead in circles. */
function* filesIn(folder: string): Generator<string> {
  const open = [folder];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    for (const entry of entriesOf(current)) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const path = join(current, entry.name);
      if (entry.isDirectory()) open.push(path);
      else if (entry.isFile() || (entry.isSymbolicLink() && isFile(path))) yield path;
    }
  }
}

/** A folder that may not be read has no files. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

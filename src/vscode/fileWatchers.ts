import * as vscode from "vscode";
import type { FileChange } from "../core/ports";
import { Debounced } from "./debounce";
import { isOfType } from "./fileStat";

/** How long files must be quiet to count as written, or as gone, in milliseconds. */
export const settlingTime = 1000;

/** The files in all folders whose names have one of the endings, in small letters or in capitals: patterns tell them apart. */
export function patternOf(endings: readonly string[]): string {
  return `**/*{${[...endings, ...endings.map((ending) => ending.toUpperCase())].join(",")}}`;
}

export function watchFiles(pattern: vscode.GlobPattern, changed: (change: FileChange) => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  const tell = (kind: FileChange["kind"]) => (uri: vscode.Uri) => changed({ uri: uri.toString(), kind });
  return vscode.Disposable.from(watcher, watcher.onDidCreate(tell("created")), watcher.onDidChange(tell("changed")), watcher.onDidDelete(tell("deleted")));
}

/**
 * Tells of folders that have gone, and of one of those that have come once no more come. VS Code tells nothing of the files in a folder that goes or
 * is moved, and does not always tell of those in one that comes.
 */
export function watchFolders({ came, went }: Readonly<Record<"came" | "went", (uri: vscode.Uri) => void>>): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher("**", false, true, false);
  const newcomers: vscode.Uri[] = [];
  const settled = new Debounced(settlingTime, () => {
    void firstFolder(newcomers.splice(0)).then((folder) => folder && came(folder));
  });
  return vscode.Disposable.from(
    watcher,
    settled,
    watcher.onDidCreate((uri) => {
      if (!mayBeFolder(uri)) return;
      newcomers.push(uri);
      settled.run();
    }),
    watcher.onDidDelete((uri) => {
      if (mayBeFolder(uri)) went(uri);
    }),
  );
}

async function firstFolder(uris: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  for (const uri of uris) if (await isOfType(uri, vscode.FileType.Directory)) return uri;
  return undefined;
}

/** Names with an ending of letters are those of files; in hidden folders, as those of version control, lies nothing that counts. */
function mayBeFolder(uri: vscode.Uri): boolean {
  return !/(?:^|\/)\.|\.[A-Za-z]\w*$/.test(vscode.workspace.asRelativePath(uri, false));
}

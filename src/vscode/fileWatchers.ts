import * as vscode from "vscode";
import type { FileChange } from "../core/ports";

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
 * Tells of what comes and goes and may be a folder, by its name. VS Code tells nothing of the files in a folder that goes or is moved, and does
 * not always tell of those in one that comes.
 */
export function watchFolders({ came, went }: Readonly<Record<"came" | "went", (uri: vscode.Uri) => void>>): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher("**", false, true, false);
  const ifFolder = (tell: (uri: vscode.Uri) => void) => (uri: vscode.Uri) => {
    if (mayBeFolder(uri)) tell(uri);
  };
  return vscode.Disposable.from(watcher, watcher.onDidCreate(ifFolder(came)), watcher.onDidDelete(ifFolder(went)));
}

/** Names with an ending of letters are those of files; in hidden folders, as those of version control, lies nothing that counts. */
function mayBeFolder(uri: vscode.Uri): boolean {
  return !/(?:^|\/)\.|\.[A-Za-z]\w*$/.test(vscode.workspace.asRelativePath(uri, false));
}

export async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}

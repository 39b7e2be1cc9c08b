import * as vscode from "vscode";

/** What a file system says of a file or folder; `undefined` where there is none. */
export async function fileStat(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  try {
    return await vscode.workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  return await fileStat(uri) !== undefined;
}

/** Whether there is a file, or a folder; what a link leads to counts. */
export async function isOfType(uri: vscode.Uri, type: vscode.FileType.File | vscode.FileType.Directory): Promise<boolean> {
  return (((await fileStat(uri))?.type ?? vscode.FileType.Unknown) & type) !== 0;
}

import * as vscode from "vscode";
import type { Location } from "../core/model/location";
import type { TextRange } from "../core/model/textRange";
import type { TextDocument, Uri } from "../core/ports";

/** The core's view of an open document. Its text is taken when asked for. */
export function toTextDocument(document: vscode.TextDocument): TextDocument {
  return { uri: document.uri.toString(), version: document.version, languageId: document.languageId, getText: () => document.getText(), get isClosed() { return document.isClosed; } };
}

export function toRange(document: vscode.TextDocument, { start, end }: TextRange): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

export function toTextRange(document: vscode.TextDocument, range: vscode.Range): TextRange {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** A file's path as its system writes it, or its address where it lies on another one. */
export function shownPath(uri: vscode.Uri): string {
  return uri.scheme === "file" ? uri.fsPath : uri.toString(true);
}

/** A place in a file that may not be open yet; `undefined` where the file is gone. */
export async function toLocation({ uri, range }: Location): Promise<vscode.Location | undefined> {
  const document = await openDocument(uri);
  return document && new vscode.Location(document.uri, toRange(document, range));
}

/** `undefined` where there is no such document, or it cannot be read. */
export async function openDocument(uri: Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  } catch {
    return undefined;
  }
}

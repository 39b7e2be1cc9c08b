import * as vscode from "vscode";
import type { FileEdit, WorkspaceEdits } from "../core/model/edit";
import type { Location } from "../core/model/location";
import type { TextRange } from "../core/model/textRange";
import type { TextDocument, Uri } from "../core/ports";
import { decodeText } from "../core/text/decode";
import { withEvenLineEnds } from "../core/text/lineEnds";
import { baseName } from "../core/text/uri";

/** The core's view of an open document. Its text is taken when asked for. */
export function toTextDocument(document: vscode.TextDocument): TextDocument {
  return { uri: document.uri.toString(), version: document.version, languageId: document.languageId, getText: () => document.getText() };
}

export function toRange(document: vscode.TextDocument, { start, end }: TextRange): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

export function toTextRange(document: vscode.TextDocument, range: vscode.Range): TextRange {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** A place in a file that may not be open yet; `undefined` where the file is gone. */
export async function toLocation({ uri, range }: Location): Promise<vscode.Location | undefined> {
  const document = await openDocument(uri);
  return document && new vscode.Location(document.uri, toRange(document, range));
}

/** Edits of several files as one step that can be undone. Fails whole where a file is gone, or is not what the edits were made for. */
export async function toWorkspaceEdit({ edits, newFiles }: WorkspaceEdits): Promise<vscode.WorkspaceEdit> {
  const result = new vscode.WorkspaceEdit();
  for (const { uri, text } of newFiles) result.createFile(vscode.Uri.parse(uri, true), { contents: new TextEncoder().encode(text) });
  const documents = new Map<Uri, vscode.TextDocument>();
  for (const edit of edits) {
    const document = documents.get(edit.uri) ?? await openForEdits(edit.uri);
    documents.set(edit.uri, document);
    if (!isMadeFor(edit, document)) throw new Error(vscode.l10n.t("{0} has changed in the meantime; nothing was changed. Try again.", baseName(edit.uri)));
    result.replace(document.uri, toRange(document, edit.range), edit.newText);
  }
  return result;
}

function isMadeFor({ basis, replaced, range }: FileEdit, document: vscode.TextDocument): boolean {
  if (basis !== undefined && basis !== document.getText()) return false;
  return replaced === undefined || withoutSpace(replaced) === withoutSpace(document.getText(toRange(document, range)));
}

/** A key may go on in the next line, and LaTeX's may hold comments there. */
function withoutSpace(text: string): string {
  return text.replace(/%.*/g, "").replace(/\s+/g, "");
}

/**
 * A document whose file can take edits. VS Code reads a file as UTF-8 unless it is told otherwise, and saving what it misread would destroy every
 * letter that is not ASCII: such a file is left alone until it has been opened in its own encoding.
 */
async function openForEdits(uri: Uri): Promise<vscode.TextDocument> {
  const document = await openDocument(uri);
  if (document === undefined) throw new Error(vscode.l10n.t("{0} cannot be opened; nothing was changed.", baseName(uri)));
  if (vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) === false) throw new Error(vscode.l10n.t("{0} can only be read; nothing was changed.", baseName(uri)));
  if (!document.isDirty && await isMisread(document)) {
    throw new Error(vscode.l10n.t("{0} is not in UTF-8, or has changed in the meantime; nothing was changed. Open it with “Reopen with Encoding” and try again.", baseName(uri)));
  }
  return document;
}

/** Whether a file holds another text than its document shows. What has no file, as new documents, cannot be misread. */
async function isMisread(document: vscode.TextDocument): Promise<boolean> {
  let bytes: Uint8Array;
  try {
    bytes = await vscode.workspace.fs.readFile(document.uri);
  } catch {
    return false;
  }
  return decodeText(withEvenLineEnds(bytes)).text !== document.getText();
}

/** `undefined` where there is no such document, or it cannot be read. */
export async function openDocument(uri: Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  } catch {
    return undefined;
  }
}

import * as vscode from "vscode";
import type { FileEdit, WorkspaceEdits } from "../core/model/edit";
import type { Uri } from "../core/ports";
import { decodeText } from "../core/text/decode";
import { withEvenLineEnds } from "../core/text/lineEnds";
import { baseName } from "../core/text/uri";
import { openDocument, toRange } from "./convert";

/**
 * Edits of several files as one step that can be undone. Fails whole where a file is gone, or is not what the edits were made for. Where
 * several such steps are offered at once, they may share their targets.
 */
export async function toWorkspaceEdit({ edits, newFiles }: WorkspaceEdits, targets = new EditTargets()): Promise<vscode.WorkspaceEdit> {
  const result = new vscode.WorkspaceEdit();
  for (const { uri, text } of newFiles) result.createFile(vscode.Uri.parse(uri, true), { contents: new TextEncoder().encode(text) });
  for (const edit of edits) {
    const target = await targets.open(edit.uri);
    if (!isMadeFor(edit, target)) throw new Error(vscode.l10n.t("{0} has changed in the meantime; nothing was changed. Try again.", baseName(edit.uri)));
    result.replace(target.document.uri, toRange(target.document, edit.range), edit.newText);
  }
  return result;
}

function isMadeFor({ basis, replaced, range: { start, end } }: FileEdit, { text }: EditTarget): boolean {
  if (basis !== undefined && basis !== text) return false;
  return replaced === undefined || withoutSpace(replaced) === withoutSpace(text.slice(start, end));
}

/** A key may go on in the next line, and LaTeX's may hold comments there. */
function withoutSpace(text: string): string {
  return text.replace(/%.*/g, "").replace(/\s+/g, "");
}

interface EditTarget {
  readonly document: vscode.TextDocument;
  readonly text: string;
}

/** The documents that edits go into, each opened and looked at once. Meant for the moment in which the edits are made. */
export class EditTargets {
  readonly #opened = new Map<Uri, Promise<EditTarget>>();

  open(uri: Uri): Promise<EditTarget> {
    const opened = this.#opened.get(uri) ?? openForEdits(uri);
    this.#opened.set(uri, opened);
    return opened;
  }
}

/**
 * A document whose file can take edits. VS Code reads a file as UTF-8 unless it is told otherwise, and saving what it misread would destroy every
 * letter that is not ASCII: such a file is left alone until it has been opened in its own encoding.
 */
async function openForEdits(uri: Uri): Promise<EditTarget> {
  const document = await openDocument(uri);
  if (document === undefined) throw new Error(vscode.l10n.t("{0} cannot be opened; nothing was changed.", baseName(uri)));
  if (vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) === false) throw new Error(vscode.l10n.t("{0} can only be read; nothing was changed.", baseName(uri)));
  if (!document.isDirty && await isMisread(document)) {
    throw new Error(vscode.l10n.t("{0} is not in UTF-8, or has changed in the meantime; nothing was changed. Open it with “Reopen with Encoding” and try again.", baseName(uri)));
  }
  return { document, text: document.getText() };
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

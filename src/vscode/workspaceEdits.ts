import * as vscode from "vscode";
import type { FileEdit, TextEdit, WorkspaceEdits } from "../core/model/edit";
import type { Uri } from "../core/ports";
import { decodeText } from "../core/text/decode";
import { withEvenLineEnds } from "../core/text/lineEnds";
import { baseName } from "../core/text/uri";
import { openDocument, toRange } from "./convert";
import { exists, fileStat } from "./fileStat";
import { isReadOnlyBySetting } from "./settings";

/** Why nothing was changed, in words for the writer. */
export class RefusedEdit extends Error {}

/** Edits of one document, made for the text that it has now. */
export function editsOf(document: vscode.TextDocument, edits: readonly TextEdit[]): WorkspaceEdits {
  const [uri, basis] = [document.uri.toString(), document.getText()];
  return { edits: edits.map((edit) => ({ uri, ...edit, basis })), newFiles: [] };
}

/** Makes edits of several files as one step that can be undone, or none of them: a `RefusedEdit` says why. */
export async function applyEdits(edits: WorkspaceEdits): Promise<void> {
  // VS Code refuses what was made for another version than a document has by then
  if (!await vscode.workspace.applyEdit(await toWorkspaceEdit(edits))) throw new RefusedEdit(vscode.l10n.t("VS Code could not make this change, because a file has changed in the meantime or cannot be written. Nothing was changed. Try again."));
}

/**
 * Edits of several files as one step that can be undone. Fails whole where a file is gone, or is not what the edits were made for. Where
 * several such steps are offered at once, they may share their targets.
 */
export async function toWorkspaceEdit({ edits, newFiles }: WorkspaceEdits, targets = new EditTargets()): Promise<vscode.WorkspaceEdit> {
  const result = new vscode.WorkspaceEdit();
  for (const { uri, text } of newFiles) {
    const file = vscode.Uri.parse(uri, true);
    if (await exists(file)) throw new RefusedEdit(vscode.l10n.t("{0} is there already; nothing was changed.", baseName(uri)));
    result.createFile(file, { contents: new TextEncoder().encode(text) });
  }
  const documents = new Map<Uri, vscode.TextDocument>();
  for (const { uri } of edits) documents.set(uri, await targets.open(uri));
  // from here on nothing waits, so that no document changes between being looked at and being edited
  const texts = new Map([...documents].map(([uri, document]) => [uri, document.getText()]));
  for (const edit of edits) {
    const document = documents.get(edit.uri);
    if (document === undefined || !isMadeFor(edit, texts.get(edit.uri) ?? "")) throw hasChanged(edit.uri);
    result.replace(document.uri, toRange(document, edit.range), edit.newText);
  }
  return result;
}

function hasChanged(uri: Uri): RefusedEdit {
  return new RefusedEdit(vscode.l10n.t("{0} has changed in the meantime; nothing was changed. Try again.", baseName(uri)));
}

function isMadeFor({ basis, replaced, range: { start, end } }: FileEdit, text: string): boolean {
  if (basis !== undefined && basis !== text) return false;
  return replaced === undefined || replaced === text.slice(start, end) || (!replaced.includes("%") && replaced === withoutSpace(text.slice(start, end)));
}

/** A key may go on in the next line, and LaTeX's may hold comments there. */
function withoutSpace(text: string): string {
  return text.replace(/%.*/g, "").replace(/\s+/g, "");
}

/** The documents that edits go into, each opened and looked at once. Meant for the moment in which the edits are made. */
export class EditTargets {
  readonly #opened = new Map<Uri, Promise<vscode.TextDocument>>();

  open(uri: Uri): Promise<vscode.TextDocument> {
    const opened = this.#opened.get(uri) ?? openForEdits(uri);
    this.#opened.set(uri, opened);
    return opened;
  }
}

/**
 * A document whose file can take edits. VS Code reads a file as UTF-8 unless it is told otherwise, and saving what it misread would destroy every
 * letter that is not ASCII: such a file is left alone until it has been opened in its own encoding. It also makes all line ends of a file one kind.
 */
async function openForEdits(uri: Uri): Promise<vscode.TextDocument> {
  const document = await openDocument(uri);
  if (document === undefined) throw new RefusedEdit(vscode.l10n.t("{0} cannot be opened; nothing was changed.", baseName(uri)));
  if (isReadOnlyBySetting(document) || await isReadOnly(document.uri)) throw new RefusedEdit(vscode.l10n.t("{0} can only be read; nothing was changed.", baseName(uri)));
  const bytes = document.isDirty ? undefined : await contentOf(document.uri);
  if (bytes === undefined) return document;
  const even = withEvenLineEnds(bytes);
  if (even !== bytes && !isShown(document.uri)) {
    throw new RefusedEdit(vscode.l10n.t("{0} has line ends of several kinds, which VS Code would make one; nothing was changed. Open it, and if that is what you want, try again.", baseName(uri)));
  }
  if (decodeText(even).text !== document.getText()) {
    throw new RefusedEdit(vscode.l10n.t("{0} is not in UTF-8, or has changed in the meantime; nothing was changed. Open it with “Reopen with Encoding” and try again.", baseName(uri)));
  }
  return document;
}

async function isReadOnly(uri: vscode.Uri): Promise<boolean> {
  // a new document has no file
  return vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false || (await fileStat(uri))?.permissions === vscode.FilePermission.Readonly;
}

/** New documents have none. */
async function contentOf(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch {
    return undefined;
  }
}

/** Whether the writer has a document open, and so knows what VS Code does to it. */
function isShown(uri: vscode.Uri): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()));
}

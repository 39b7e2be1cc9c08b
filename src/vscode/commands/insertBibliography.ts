import * as vscode from "vscode";
import { toLocation, toRange, toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { baseName } from "../../core/text/uri";
import { RefusedEdit } from "../workspaceEdits";
import { citingEditor } from "./citingEditor";

/** Gives the active document its list of references; where it has one, goes there. */
export async function insertBibliography(editor: Editor): Promise<void> {
  const textEditor = await citingEditor(editor);
  if (textEditor === undefined) return;
  const { document, document: { version }, selection } = textEditor;
  const insertion = await editor.service.insertBibliography(toTextDocument(document), document.offsetAt(selection.active));
  if (insertion === undefined) return;
  if ("place" in insertion) {
    const location = await toLocation(insertion.place);
    if (location !== undefined) await vscode.window.showTextDocument(location.uri, { selection: new vscode.Range(location.range.start, location.range.start) });
    vscode.window.setStatusBarMessage(vscode.l10n.t("The list of references is here already"), 4000);
    return;
  }
  if (document.version !== version) throw new RefusedEdit(vscode.l10n.t("{0} has changed in the meantime; nothing was changed. Try again.", baseName(document.uri.path)));
  const done = await textEditor.edit((builder) => {
    for (const { range, newText } of insertion.edits) builder.replace(toRange(document, range), newText);
  });
  const [list] = insertion.edits;
  if (!done || list === undefined) throw new Error("The editor refused the edit.");
  textEditor.revealRange(toRange(document, { start: list.range.start, end: list.range.start + list.newText.length }), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

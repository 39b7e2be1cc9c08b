import * as vscode from "vscode";
import { declareBibliography } from "../../core/features/declareBibliography";
import type { Uri } from "../../core/ports";
import { parentUri, pathBetween } from "../../core/text/uri";
import { toRange, toTextDocument } from "../convert";
import type { Editor } from "../editor";

/** Declares bibliographies in a document that cites, as one step that can be undone. */
export async function declareIn({ service }: Editor, document: vscode.TextDocument, bibliographies: readonly Uri[]): Promise<void> {
  for (const bibliography of bibliographies) {
    const parsed = service.parse(toTextDocument(document));
    const path = pathBetween(parentUri(document.uri.toString()), bibliography);
    const declaration = parsed && path !== undefined ? declareBibliography(document.getText(), parsed, path) : undefined;
    if (declaration === undefined) throw new Error(`${bibliography} could not be declared in ${document.uri.toString()}.`);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, toRange(document, declaration.range), declaration.newText);
    await vscode.workspace.applyEdit(edit);
  }
}

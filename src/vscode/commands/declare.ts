import * as vscode from "vscode";
import { declareBibliographies } from "../../core/features/declareBibliographies";
import type { Uri } from "../../core/ports";
import { baseName, parentUri, pathBetween } from "../../core/text/uri";
import { toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { applyEdits, editsOf, RefusedEdit } from "../workspaceEdits";

/** Declares bibliographies in a document that cites, as one step that can be undone. */
export async function declareIn({ service }: Editor, document: vscode.TextDocument, bibliographies: readonly Uri[]): Promise<void> {
  const parsed = service.parse(toTextDocument(document));
  if (parsed === undefined) return;
  const folder = parentUri(document.uri.toString());
  const paths = bibliographies.map((bibliography) => {
    const path = pathBetween(folder, bibliography);
    if (path === undefined) throw cannotDeclare(baseName(bibliography), document);
    return path;
  });
  const edit = declareBibliographies(document.getText(), parsed, paths);
  if (edit !== undefined && "refused" in edit) throw cannotDeclare(edit.refused, document);
  if (edit !== undefined) await applyEdits(editsOf(document, [edit]));
}

function cannotDeclare(path: string, document: vscode.TextDocument): RefusedEdit {
  return new RefusedEdit(vscode.l10n.t("{0} cannot be declared in {1} without harm to what stands there; nothing was changed. Name it there yourself.", path, baseName(document.uri.path)));
}

import * as vscode from "vscode";
import { declareBibliography } from "../../core/features/declareBibliography";
import { languageOfId } from "../../core/text/languages";
import { toRange, toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { inform } from "../messages";

const fileName = "reference-corpus.bib";

/**
 * Writes the reference corpus as a file beside the active paper (or into the first folder) and declares it there: one edit that
 * can be undone. A file that is there already is left as it is.
 */
export async function addCorpusToWorkspace(editor: Editor): Promise<void> {
  const document = paper();
  const folder = document === undefined || document.isUntitled ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(document.uri, "..");
  if (folder === undefined) {
    await inform(vscode.l10n.t("Open a folder or save the paper first, so that the file has a place."));
    return;
  }
  const target = vscode.Uri.joinPath(folder, fileName);
  const edit = new vscode.WorkspaceEdit();
  const isNew = !await exists(target);
  if (isNew) {
    const contents = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(editor.extensionUri, "data", "corpus.bib"));
    edit.createFile(target, { ignoreIfExists: true, contents });
  }
  if (document !== undefined) addDeclaration(editor, document, edit);
  // new files are not among what an edit counts
  if ((isNew || edit.size > 0) && !await vscode.workspace.applyEdit(edit)) {
    throw new Error(`${target.toString(true)} could not be written.`);
  }
  vscode.window.setStatusBarMessage(vscode.l10n.t("$(check) {0} is in place", fileName), 4000);
}

function paper(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document !== undefined && languageOfId(document.languageId) !== undefined ? document : undefined;
}

function addDeclaration({ service }: Editor, document: vscode.TextDocument, edit: vscode.WorkspaceEdit): void {
  const parsed = service.parse(toTextDocument(document));
  const declaration = parsed && declareBibliography(document.getText(), parsed, fileName);
  if (declaration !== undefined) edit.replace(document.uri, toRange(document, declaration.range), declaration.newText);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

import * as vscode from "vscode";
import { declareBibliography } from "../../core/features/declareBibliography";
import type { FileEdit } from "../../core/model/edit";
import { decodeText } from "../../core/text/decode";
import { languageOfId } from "../../core/text/languages";
import { toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { inform } from "../messages";
import { exists } from "../fileStat";
import { applyEdits, editsOf } from "../workspaceEdits";

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
  const newFiles = await exists(target) ? [] : [{ uri: target.toString(), text: await corpusText(editor) }];
  const edits = document === undefined ? [] : declaration(editor, document);
  if (newFiles.length + edits.length > 0) await applyEdits({ newFiles, edits });
  vscode.window.setStatusBarMessage(vscode.l10n.t("$(check) {0} is in place", fileName), 4000);
}

function paper(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document !== undefined && languageOfId(document.languageId) !== undefined ? document : undefined;
}

function declaration({ service }: Editor, document: vscode.TextDocument): readonly FileEdit[] {
  const parsed = service.parse(toTextDocument(document));
  const edit = parsed && declareBibliography(document.getText(), parsed, fileName);
  return edit === undefined ? [] : editsOf(document, [edit]).edits;
}

async function corpusText({ extensionUri }: Editor): Promise<string> {
  return decodeText(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, "data", "corpus.bib"))).text;
}

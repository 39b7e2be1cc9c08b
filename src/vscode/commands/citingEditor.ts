import * as vscode from "vscode";
import { toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { inform } from "../messages";

/** The active editor, where its document is of a language that cites; otherwise tells the writer to open one. */
export async function citingEditor({ service }: Editor): Promise<vscode.TextEditor | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor !== undefined && service.parse(toTextDocument(editor.document)) !== undefined) return editor;
  await inform(vscode.l10n.t("Open the Markdown or LaTeX document first that is meant."));
  return undefined;
}

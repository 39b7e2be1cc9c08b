import * as vscode from "vscode";
import { languageOfId } from "../../core/text/languages";
import type { Editor } from "../editor";

/** The sample paper as an untitled document, in the language that is named, else in that of the active document, else in Markdown. Nothing is written. */
export async function openSample({ extensionUri }: Editor, ...args: readonly unknown[]): Promise<void> {
  // The menu of the Sources view hands over the row that has the focus there.
  const named = args.find((argument) => typeof argument === "string");
  const language = sampleLanguage(named ?? vscode.window.activeTextEditor?.document.languageId);
  const uri = vscode.Uri.joinPath(extensionUri, "data", "sample", language === "latex" ? "paper.tex" : "paper.md");
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document, { preview: false });
}

function sampleLanguage(languageId: string | undefined): "latex" | "markdown" {
  return languageId !== undefined && languageOfId(languageId) === "latex" ? "latex" : "markdown";
}

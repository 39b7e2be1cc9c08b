import * as vscode from "vscode";
import { languageOfId } from "../../core/text/languages";
import type { Editor } from "../editor";

/** The sample paper as an untitled document, in LaTeX where the writer is in LaTeX, otherwise in Markdown. Nothing is written. */
export async function openSample({ extensionUri }: Editor, ...args: readonly unknown[]): Promise<void> {
  const language = sampleLanguage(args[0] ?? vscode.window.activeTextEditor?.document.languageId);
  const uri = vscode.Uri.joinPath(extensionUri, "data", "sample", language === "latex" ? "paper.tex" : "paper.md");
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document, { preview: false });
}

function sampleLanguage(languageId: unknown): "latex" | "markdown" {
  return typeof languageId === "string" && languageOfId(languageId) === "latex" ? "latex" : "markdown";
}

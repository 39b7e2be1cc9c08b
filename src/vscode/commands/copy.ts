import * as vscode from "vscode";
import { newCitation } from "../../core/citations/writeCitation";
import { plainLine, withoutControls } from "../../core/text/escape";
import { languageOfId } from "../../core/text/languages";
import { toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { chosenSources } from "./chosenSources";

/** Puts the keys of the chosen sources on the clipboard, separated by commas. */
export async function copyKey(editor: Editor, ...args: readonly unknown[]): Promise<void> {
  const sources = await chosenSources(editor, args, vscode.l10n.t("Copy Key"));
  if (sources.length > 0) await copy(sources.map(({ key }) => plainLine(key)).join(", "));
}

/** Puts a citation of the chosen sources on the clipboard, in the syntax of the active document. */
export async function copyCitation(editor: Editor, ...args: readonly unknown[]): Promise<void> {
  const sources = await chosenSources(editor, args, vscode.l10n.t("Copy Citation"));
  const language = languageOfId(vscode.window.activeTextEditor?.document.languageId ?? "");
  if (sources.length > 0) await copy(newCitation(language, sources.map(({ key }) => plainLine(key))));
}

/** Puts the full references of the chosen sources on the clipboard, one a line, as plain text. */
export async function copyReference(editor: Editor, ...args: readonly unknown[]): Promise<void> {
  const sources = await chosenSources(editor, args, vscode.l10n.t("Copy Reference"));
  if (sources.length === 0) return;
  const document = vscode.window.activeTextEditor?.document;
  const references = await Promise.all(sources.map((source) => editor.service.reference(source, "text", document && toTextDocument(document))));
  await copy(references.join("\n"));
}

/** What is pasted may go to a terminal, which control characters could take over. */
export async function copy(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(withoutControls(text));
  vscode.window.setStatusBarMessage(vscode.l10n.t("$(check) Copied"), 2000);
}

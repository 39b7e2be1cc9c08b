import * as vscode from "vscode";
import type { Source } from "../../core/library/library";
import { toRange, toTextDocument, toTextRange } from "../convert";
import type { Editor } from "../editor";
import { add } from "./addToBibliography";
import { pickSources } from "../sourcePicker";
import { chosenSources } from "./chosenSources";

/** Cites the given sources, or those the writer picks, at every cursor of the active editor. */
export async function insertCitation(editor: Editor, ...args: readonly unknown[]): Promise<void> {
  const textEditor = vscode.window.activeTextEditor;
  if (textEditor === undefined) {
    const sample = vscode.l10n.t("Open the Sample Paper");
    const chosen = await vscode.window.showInformationMessage(vscode.l10n.t("Open the document you want to cite in first."), sample);
    if (chosen === sample) await vscode.commands.executeCommand("sourcebook.openSample");
    return;
  }
  const title = vscode.l10n.t("Insert Citation");
  const sources = args[0] === undefined
    ? await pickSources(editor, (await editor.service.library(toTextDocument(textEditor.document))).library, { title, canPickMany: true })
    : await chosenSources(editor, args, title);
  if (sources.length === 0) return;
  await cite(editor, textEditor, sources);
  // The citation stands; the offer may be answered later, or never.
  offerToAdd(editor, textEditor.document, sources).catch((error: unknown) => editor.logger.error("The sources could not be added to the bibliography.", error));
}

/** A document that declares its bibliographies does not compile with sources from elsewhere. */
async function offerToAdd(editor: Editor, document: vscode.TextDocument, sources: readonly Source[]): Promise<void> {
  const { scope } = await editor.service.library(toTextDocument(document));
  const strangers = scope.isDeclared ? sources.filter(({ part }) => part.origin === "corpus") : [];
  if (strangers.length === 0) return;
  const addThem = vscode.l10n.t("Add to Bibliography");
  const chosen = await vscode.window.showInformationMessage(vscode.l10n.t("This document's bibliography lacks {0}.", strangers.map(({ key }) => key).join(", ")), addThem);
  if (chosen === addThem) await add(editor, document, strangers);
}

async function cite({ service }: Editor, textEditor: vscode.TextEditor, sources: readonly Source[]): Promise<void> {
  const { document, selections } = textEditor;
  const keys = [...new Set(sources.map(({ key }) => key))];
  const edits = selections.map((selection) => service.insert(toTextDocument(document), toTextRange(document, selection), keys));
  const done = await textEditor.edit((builder) => {
    for (const { range, newText } of edits) builder.replace(toRange(document, range), newText);
  });
  if (!done) throw new Error("The editor refused the edit.");
  const before = edits.map(({ range, newText }) => ({ start: range.start, grows: newText.length - (range.end - range.start), end: range.start + newText.length }));
  textEditor.selections = before.map(({ start, end }) => {
    const shift = before.filter((other) => other.start < start).reduce((sum, { grows }) => sum + grows, 0);
    const caret = document.positionAt(end + shift);
    return new vscode.Selection(caret, caret);
  });
  await vscode.window.showTextDocument(document, { viewColumn: textEditor.viewColumn ?? vscode.ViewColumn.Active });
}

import * as vscode from "vscode";
import type { Addition, AdditionRefusal } from "../../core/features/addToBibliography";
import type { Source } from "../../core/library/library";
import { baseName } from "../../core/text/uri";
import { rowLine } from "../../core/text/escape";
import { toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { inform } from "../messages";
import { applyEdits } from "../workspaceEdits";
import { chosenSources } from "./chosenSources";

/** Adds the chosen sources to the active document's own bibliography, in that file's format: one step that can be undone. */
export async function addToBibliography(editor: Editor, ...args: readonly unknown[]): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined || editor.service.parse(toTextDocument(document)) === undefined) {
    await inform(vscode.l10n.t("Open the Markdown or LaTeX document first whose bibliography is meant."));
    return;
  }
  const sources = await chosenSources(editor, args, vscode.l10n.t("Add to Bibliography"));
  if (sources.length > 0) await add(editor, document, sources);
}

export async function add({ service }: Editor, document: vscode.TextDocument, sources: readonly Source[]): Promise<void> {
  await applyAddition(await service.addToBibliography(toTextDocument(document), sources));
}

/** Writes entries as one step that can be undone, or says why that cannot be done. */
export async function applyAddition(addition: Addition | AdditionRefusal): Promise<void> {
  if ("reason" in addition) {
    await inform(refusalWords(addition));
    return;
  }
  await applyEdits(addition);
  vscode.window.setStatusBarMessage(vscode.l10n.t("$(check) Added to {0}", rowLine(baseName(addition.target))), 4000);
}

function refusalWords(refusal: AdditionRefusal): string {
  switch (refusal.reason) {
    case "nothing-to-add": return vscode.l10n.t("The bibliography has this already.");
    case "unsaved-document": return vscode.l10n.t("Save the document first, so that its bibliography has a place.");
    case "cannot-append": return vscode.l10n.t("Nothing can be added to {0}: its format is only read, or it is broken at its end.", refusal.name);
  }
}

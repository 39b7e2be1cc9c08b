import * as vscode from "vscode";
import { isBibtex } from "../../core/features/bibliographyEditing/bibliographyEditing";
import type { BibliographySorting } from "../../core/features/bibliographyEditing/sort/inOrder";
import type { SortRefusal } from "../../core/features/bibliographyEditing/sort/sortBibtex";
import { neverCancelled } from "../../core/steps";
import { toRange, toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { inform, warn } from "../messages";
import { applyEdits, editsOf } from "../workspaceEdits";

const sortings: readonly BibliographySorting[] = ["key", "author", "type", "year"];

/** Sorts the entries of the active BibTeX file, in one step that can be undone, or tells why that is not safe. */
export async function sortBibliography({ service }: Editor, wanted?: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || !isBibtex(toTextDocument(editor.document))) {
    await inform(vscode.l10n.t("Open the BibTeX file first that is to be sorted."));
    return;
  }
  const { document } = editor;
  const sorting = sortings.find((name) => name === wanted) ?? await pickSorting();
  if (sorting === undefined) return;
  const { version } = document;
  const progress = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t("Sorting the bibliography…") };
  const answer = await vscode.window.withProgress(progress, () => service.sortEntries(toTextDocument(document), sorting, neverCancelled));
  if (answer === undefined) return;
  if ("reason" in answer) return refuse(editor, answer);
  if (document.version !== version) {
    await inform(vscode.l10n.t("The bibliography was changed while it was being sorted. Sort it again."));
    return;
  }
  if (answer.edits.length === 0) {
    vscode.window.setStatusBarMessage(vscode.l10n.t("The entries are in this order already"), 4000);
    return;
  }
  await applyEdits(editsOf(document, answer.edits));
}

async function pickSorting(): Promise<BibliographySorting | undefined> {
  const labels: Readonly<Record<BibliographySorting, string>> = {
    key: vscode.l10n.t("By key"),
    author: vscode.l10n.t("By author and year"),
    type: vscode.l10n.t("By type, then key"),
    year: vscode.l10n.t("By year, then author"),
  };
  const chosen = await vscode.window.showQuickPick(sortings.map((sorting) => ({ label: labels[sorting], sorting })), { title: vscode.l10n.t("Sort Bibliography") });
  return chosen?.sorting;
}

async function refuse(editor: vscode.TextEditor, { reason, key, range }: SortRefusal): Promise<void> {
  const place = toRange(editor.document, range);
  const show = vscode.l10n.t("Show");
  const chosen = await warn(vscode.l10n.t("Nothing was sorted. {0}", refusalWords(reason, key, place.start.line + 1)), show);
  if (chosen !== show) return;
  const shown = await vscode.window.showTextDocument(editor.document, editor.viewColumn);
  shown.selection = new vscode.Selection(place.start, place.start);
  shown.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function refusalWords(reason: SortRefusal["reason"], key: string, line: number): string {
  switch (reason) {
    case "unclosed": return vscode.l10n.t("“{0}” in line {1} is not closed, so it is not certain where it ends. Close it first.", key, line);
    case "no-key": return vscode.l10n.t("The entry in line {0} has no key. Give it one first.", line);
    case "circular": return vscode.l10n.t("“{0}” in line {1} takes fields from an entry that takes fields from it, so neither can stand first. Take out one “crossref” first.", key, line);
    case "would-change": return vscode.l10n.t("“{0}” in line {1} would say something else in another place, because of a @string that is defined twice or below it. Mend that first.", key, line);
    case "would-run-on": return vscode.l10n.t("Text between the entries would come to stand behind “{0}” in line {1} and be read as a part of it. Take that text out first.", key, line);
  }
}

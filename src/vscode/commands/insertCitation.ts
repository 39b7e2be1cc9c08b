import * as vscode from "vscode";
import { noNotes, type CitationNotes } from "../../core/citations/writeNotes";
import type { Source } from "../../core/library/library";
import { toRange, toTextDocument, toTextRange } from "../convert";
import type { Editor } from "../editor";
import { inform } from "../messages";
import { readSettings } from "../settings";
import { pickSources, pickSourcesOr } from "../sourcePicker";
import { add } from "./addToBibliography";
import { chosenSources } from "./chosenSources";
import { askForNotes } from "./citationNotes";

/** Cites the given sources, or those the writer picks, at every cursor of the active editor. */
export async function insertCitation(editor: Editor, ...args: readonly unknown[]): Promise<void> {
  const textEditor = await activeEditor();
  if (textEditor === undefined) return;
  const title = vscode.l10n.t("Insert Citation");
  if (args[0] !== undefined) return citeWith(editor, textEditor, await chosenSources(editor, args, title), noNotes);
  const button = mayTakeNotes(editor, textEditor) ? { iconPath: new vscode.ThemeIcon("comment"), tooltip: vscode.l10n.t("Add Page or Words…") } : undefined;
  const { library } = await editor.service.library(toTextDocument(textEditor.document));
  const { sources, isByButton } = await pickSourcesOr(editor, library, { title, canPickMany: true, ...button !== undefined && { button } });
  await citeWith(editor, textEditor, sources, isByButton ? "ask" : noNotes);
}

/** For the button above the Sources view: VS Code hands the focused row over with it, which is not what the writer asks to cite. */
export function insertCitationFromList(editor: Editor): Promise<void> {
  return insertCitation(editor);
}

/** Cites them with words before and behind and with pages, which it asks for. */
export async function insertCitationWithNotes(editor: Editor, ...args: readonly unknown[]): Promise<void> {
  const textEditor = await activeEditor();
  if (textEditor === undefined) return;
  const title = vscode.l10n.t("Insert Citation");
  const sources = args[0] === undefined
    ? await pickSources(editor, (await editor.service.library(toTextDocument(textEditor.document))).library, { title, canPickMany: true })
    : await chosenSources(editor, args, title);
  await citeWith(editor, textEditor, sources, mayTakeNotes(editor, textEditor) ? "ask" : noNotes);
}

async function activeEditor(): Promise<vscode.TextEditor | undefined> {
  const textEditor = vscode.window.activeTextEditor;
  if (textEditor !== undefined) return textEditor;
  const sample = vscode.l10n.t("Open the Sample Paper");
  const chosen = await inform(vscode.l10n.t("Open the document you want to cite in first."), sample);
  if (chosen === sample) await vscode.commands.executeCommand("sourcebook.openSample");
  return undefined;
}

function mayTakeNotes({ service }: Editor, { document, selections }: vscode.TextEditor): boolean {
  const text = toTextDocument(document);
  return selections.every((selection) => service.takesNotes(text, toTextRange(document, selection)));
}

async function citeWith(editor: Editor, textEditor: vscode.TextEditor, sources: readonly Source[], given: CitationNotes | "ask"): Promise<void> {
  if (sources.length === 0) return;
  const notes = given === "ask" ? await askForNotes(editor.service.parse(toTextDocument(textEditor.document))?.settings.locale) : given;
  if (notes === undefined) return;
  await cite(editor, textEditor, sources, notes);
  // The citation stands; the offer may be answered later, or never.
  offerToAdd(editor, textEditor.document, sources).catch((error: unknown) => editor.logger.error("The sources could not be added to the bibliography.", error));
}

/** A document that declares its bibliographies does not compile with sources from elsewhere. */
async function offerToAdd(editor: Editor, document: vscode.TextDocument, sources: readonly Source[]): Promise<void> {
  const { scope } = await editor.service.library(toTextDocument(document));
  const strangers = scope.isDeclared ? sources.filter(({ part }) => part.origin === "corpus") : [];
  if (strangers.length === 0) return;
  const addThem = vscode.l10n.t("Add to Bibliography");
  const chosen = await inform(vscode.l10n.t("This document's bibliography lacks {0}.", strangers.map(({ key }) => key).join(", ")), addThem);
  if (chosen === addThem) await add(editor, document, strangers);
}

async function cite({ service }: Editor, textEditor: vscode.TextEditor, sources: readonly Source[], notes: CitationNotes): Promise<void> {
  const { document, selections } = textEditor;
  const keys = [...new Set(sources.map(({ key }) => key))];
  const options = { style: readSettings(document).insertStyle, notes };
  const edits = selections.map((selection) => service.insert(toTextDocument(document), toTextRange(document, selection), keys, options));
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

import * as vscode from "vscode";
import { linksOf } from "../../core/features/sourceLinks";
import type { Source } from "../../core/library/library";
import { toRange } from "../convert";
import type { Editor } from "../editor";
import { inform } from "../messages";
import { chosenSources } from "./chosenSources";

/** Opens where the source can be read (its DOI, else its address) in the browser, because the writer asked for it. */
export async function openSource(editor: Editor, ...args: readonly unknown[]): Promise<void> {
  const [source] = await chosenSources(editor, args, vscode.l10n.t("Open Source"));
  if (source === undefined) return;
  const [item] = await editor.service.items([source]);
  const { doi, url } = item === undefined ? {} : linksOf(item);
  const target = doi ?? url;
  if (target !== undefined) {
    await vscode.env.openExternal(vscode.Uri.parse(target, true));
    return;
  }
  const goToEntry = vscode.l10n.t("Go to Entry");
  const chosen = await inform(vscode.l10n.t("{0} has neither a DOI nor a web address.", source.key), goToEntry);
  if (chosen === goToEntry) await reveal(source);
}

/** Shows the entry in its bibliography, with the key selected. */
export async function revealEntry(editor: Editor, ...args: readonly unknown[]): Promise<void> {
  const [source] = await chosenSources(editor, args, vscode.l10n.t("Go to Entry"));
  if (source !== undefined) await reveal(source);
}

/** Goes to the entry and renames its key there, in the bibliography and in all documents that cite it. */
export async function renameSource(editor: Editor, ...args: readonly unknown[]): Promise<void> {
  const [source] = await chosenSources(editor, args, vscode.l10n.t("Rename Key"));
  if (source === undefined) return;
  await reveal(source);
  await vscode.commands.executeCommand("editor.action.rename");
}

async function reveal({ part, entry }: Source): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(part.uri, true));
  await vscode.window.showTextDocument(document, { selection: toRange(document, entry.keyRange) });
}

import * as vscode from "vscode";
import type { Editor } from "../editor";
import { chosenRows, chosenSources } from "./chosenSources";

/** Shows the page of a source beside the text: all that is known of it, and where it is cited. */
export async function showSource(editor: Editor, ...args: readonly unknown[]): Promise<void> {
  if (await showLibraryOfRow(editor, args)) return;
  const [source] = await chosenSources(editor, args, vscode.l10n.t("Show Source Page"));
  if (source !== undefined) editor.sourcePages.show({ uri: source.part.uri, key: source.key });
}

/** Shows a library in numbers: that of a row, or of the source at the cursor or picked. */
export async function showLibrary(editor: Editor, ...args: readonly unknown[]): Promise<void> {
  if (await showLibraryOfRow(editor, args)) return;
  const [source] = await chosenSources(editor, args, vscode.l10n.t("Show Library Page"));
  if (source !== undefined) editor.sourcePages.show({ uri: source.part.uri });
}

async function showLibraryOfRow(editor: Editor, args: readonly unknown[]): Promise<boolean> {
  const [row] = await chosenRows(editor, args) ?? [];
  if (row?.kind !== "library") return false;
  editor.sourcePages.show({ uri: row.uri });
  return true;
}

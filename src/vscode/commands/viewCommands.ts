import * as vscode from "vscode";
import { exclusionOf } from "../../core/features/sourcesTree/options";
import { placeOf, type TreeNode } from "../../core/features/sourcesTree/nodes";
import { toRange } from "../convert";
import type { Editor } from "../editor";
import { chosenRows } from "./chosenSources";

/** Shows the source at the cursor in the Sources view. */
export async function revealInSources({ sourcesView }: Editor): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor !== undefined && await sourcesView.reveal(editor, true)) return;
  vscode.window.setStatusBarMessage(vscode.l10n.t("No source of the Sources view stands at the cursor"), 4000);
}

export function followEditor({ sourcesView: { options } }: Editor): void {
  options.follow(true);
}

export function stopFollowingEditor({ sourcesView: { options } }: Editor): void {
  options.follow(false);
}

export function expandSources({ sourcesView }: Editor): Promise<void> {
  return sourcesView.expand();
}

/** Goes to the place in a file that a row stands for. */
export async function openPlace(editor: Editor, ...args: readonly unknown[]): Promise<void> {
  const [node] = await chosenRows(editor, args) ?? [];
  const place = node && placeOf(node);
  if (place === undefined) return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(place.uri, true));
  await vscode.window.showTextDocument(document, { selection: toRange(document, place.range) });
}

/** Leaves rows out of the view until the writer asks for them again. */
export async function excludeFromView(editor: Editor, ...args: readonly unknown[]): Promise<void> {
  const { options } = editor.sourcesView;
  const names = (await chosenRows(editor, args) ?? []).flatMap((node) => exclusionFor(node) ?? []);
  if (names.length > 0) options.change({ excluded: [...new Set([...options.options.excluded, ...names])] });
}

export function showExcluded({ sourcesView: { options } }: Editor): void {
  options.change({ excluded: [] });
}

function exclusionFor(node: TreeNode): string | undefined {
  if (node.kind === "library") return exclusionOf(node.uri);
  return node.kind === "source" ? exclusionOf(node.source.part.uri, node.source.key) : undefined;
}

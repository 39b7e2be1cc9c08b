import assert from "node:assert/strict";
import * as vscode from "vscode";
import { readMarks, type MarkedText } from "../../support/marks";

export interface OpenedText extends MarkedText {
  readonly editor: vscode.TextEditor;
  readonly document: vscode.TextDocument;
  /** The position of `‸`. */
  readonly position: vscode.Position;
}

/** Opens a marked text as an untitled document with the cursor at `‸`. */
export async function openText(language: string, marked: string): Promise<OpenedText> {
  const { text, cursor, ranges } = readMarks(marked);
  const document = await vscode.workspace.openTextDocument({ language, content: text });
  const editor = await vscode.window.showTextDocument(document);
  const position = document.positionAt(Math.max(cursor, 0));
  editor.selection = new vscode.Selection(position, position);
  return { text, cursor, ranges, editor, document, position };
}

/** Sourcebook's own completion items at the cursor; other providers' (words, snippets) are left out. */
export async function completionsAt({ document, position }: OpenedText, trigger?: string): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", document.uri, position, trigger, 50);
  return list.items.filter((item) => item.kind === vscode.CompletionItemKind.Reference);
}

export function keyOf(item: vscode.CompletionItem): string {
  return typeof item.label === "string" ? item.label : item.label.label;
}

/** Accepts an item as the editor does: its text replaces its range. */
export async function accept({ editor, document }: OpenedText, item: vscode.CompletionItem | undefined): Promise<string> {
  assert.ok(item, "there is an item to accept");
  const { range, insertText } = item;
  assert.ok(range instanceof vscode.Range && typeof insertText === "string");
  assert.ok(await editor.edit((edit) => edit.replace(range, insertText)));
  return document.getText();
}

export async function hoverTextAt({ document, position }: OpenedText): Promise<string> {
  const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>("vscode.executeHoverProvider", document.uri, position);
  return hovers.flatMap(({ contents }) => contents).map((content) => typeof content === "string" ? content : content.value).join("\n");
}

/** Resolves with the first value that `read` gives, asking again at every event until mocha's own timeout. */
export async function eventually<T>(event: vscode.Event<unknown>, read: () => T | undefined): Promise<T> {
  const now = read();
  if (now !== undefined) return now;
  return new Promise((resolve) => {
    const subscription = event(() => {
      const value = read();
      if (value === undefined) return;
      subscription.dispose();
      resolve(value);
    });
  });
}

export async function closeEditors(): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

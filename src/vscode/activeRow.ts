import type * as vscode from "vscode";

/** The row of a list that Enter means. What is said to be active may still be of the list before the last letter; the first row is meant then. */
export function activeRow<T extends vscode.QuickPickItem>({ items, activeItems }: vscode.QuickPick<T>): T | undefined {
  return items.find((item) => activeItems.includes(item)) ?? items[0];
}

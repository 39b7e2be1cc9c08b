import type * as vscode from "vscode";
import { messageLine, rowLine } from "../core/text/escape";

/** Rows stay in the order in which the core has ranked them; VS Code would sort those that hold what is typed by their labels. */
export function keepOrder(picker: vscode.QuickPick<vscode.QuickPickItem>): void {
  // Not part of the API that extensions are promised: where VS Code does not know it, nothing happens.
  Object.assign(picker, { sortByLabel: false });
}

/** Whether a quick pick can say something between its box and its rows, in as many lines as it takes; older versions of VS Code cannot. */
export function hasRoomBelowBox(picker: vscode.QuickPick<vscode.QuickPickItem>): boolean {
  return "prompt" in picker;
}

/** Set off by dots between spaces of a width that is kept. VS Code makes icons and links of what is written there, as in rows and messages. */
export function sayBelowBox(picker: vscode.QuickPick<vscode.QuickPickItem>, parts: readonly string[]): void {
  Object.assign(picker, { prompt: parts.map((part) => messageLine(rowLine(part))).join("\u2002•\u2002") });
}

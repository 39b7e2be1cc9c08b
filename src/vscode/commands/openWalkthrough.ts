import * as vscode from "vscode";

/** The steps by which one gets to know the product, as the manifest lists them. */
const walkthrough = "sourcebook.sourcebook#start";

export async function openWalkthrough(): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.openWalkthrough", walkthrough, false);
}

import * as vscode from "vscode";
import type { TreeNode } from "../../core/features/sourcesTree/nodes";

/** What a click on a row that stands for a place does. */
export function goToPlace(node: TreeNode): vscode.Command {
  return { command: "sourcebook.openPlace", title: vscode.l10n.t("Go to Place"), arguments: [node] };
}

import * as vscode from "vscode";
import type { TreeNode } from "../../core/features/sourcesTree/nodes";
import type { CitationService } from "../../core/service";
import type { VsCodeLogger } from "../logger";
import { promptReference } from "../promptReference";

/** The tooltip of a source is its full reference, formatted only when the row is pointed at. */
export async function resolveTooltip(
  item: vscode.TreeItem, node: TreeNode, service: CitationService, logger: VsCodeLogger, document: vscode.TextDocument | undefined,
): Promise<vscode.TreeItem> {
  if (node.kind !== "source") return item;
  item.tooltip = new vscode.MarkdownString(await promptReference({ service, logger }, node.source, document));
  return item;
}

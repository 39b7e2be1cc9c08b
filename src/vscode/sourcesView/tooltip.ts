import * as vscode from "vscode";
import type { TreeNode } from "../../core/features/sourcesTree/nodes";
import type { Logger } from "../../core/ports";
import type { CitationService } from "../../core/service";
import { toTextDocument } from "../convert";

/** The tooltip of a source is its full reference, formatted only when the row is pointed at. */
export async function resolveTooltip(
  item: vscode.TreeItem, node: TreeNode, service: CitationService, logger: Logger, document: vscode.TextDocument | undefined,
): Promise<vscode.TreeItem> {
  if (node.kind !== "source") return item;
  try {
    item.tooltip = new vscode.MarkdownString(await service.reference(node.source, "markdown", document && toTextDocument(document)));
  } catch (error) {
    logger.error(`The reference of ${node.source.key} could not be formatted.`, error);
    item.tooltip = node.source.key;
  }
  return item;
}

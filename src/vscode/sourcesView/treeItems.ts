import * as vscode from "vscode";
import { sourceByline } from "../../core/features/labels";
import type { LibraryNode, SourceNode, TreeNode } from "../../core/features/sources";
import type { CitationService } from "../../core/service";
import type { Logger } from "../../core/ports";
import { plainLine } from "../../core/text/escape";
import { toTextDocument } from "../convert";
import { typeName } from "../hoverCard";
import { typeIcon } from "../typeIcons";

export function toTreeItem(node: TreeNode): vscode.TreeItem {
  return node.kind === "library" ? libraryItem(node) : sourceItem(node);
}

function libraryItem({ id, name, origin, count, problemCount }: LibraryNode): vscode.TreeItem {
  const label = origin === "corpus" ? vscode.l10n.t("Reference corpus") : plainLine(name);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = id;
  item.description = problemCount === 0 ? String(count) : vscode.l10n.t("{0}, problems: {1}", count, problemCount);
  item.iconPath = new vscode.ThemeIcon(origin === "corpus" ? "library" : "book");
  item.contextValue = `library.${origin}`;
  item.accessibilityInformation = { label: vscode.l10n.t("Library {0}, {1} sources", label, count) };
  return item;
}

function sourceItem(node: SourceNode): vscode.TreeItem {
  const { source: { key, entry: { summary } }, timesCited } = node;
  const title = plainLine(summary.title) || key;
  const byline = plainLine(sourceByline(summary));
  // Who and when come first: a side bar is narrow and titles are long.
  const [label, rest] = summary.people.length > 0 ? [byline, title] : [title, byline];
  const cited = timesCited === 0 ? "" : vscode.l10n.t("cited {0}×", timesCited);
  const item = new vscode.TreeItem(label);
  item.id = node.id;
  item.description = [cited, rest].filter((text) => text !== "").join(" · ");
  item.iconPath = typeIcon(summary.type);
  item.contextValue = "source";
  item.command = { command: "sourcebook.insertCitation", title: vscode.l10n.t("Insert Citation"), arguments: [node] };
  item.accessibilityInformation = { label: [title, byline, typeName(summary.type)].join(", ") };
  return item;
}

/** The tooltip is the full reference, formatted only when a row is pointed at. */
export async function resolveTooltip(
  item: vscode.TreeItem, node: TreeNode, service: CitationService, logger: Logger, document: vscode.TextDocument | undefined,
): Promise<vscode.TreeItem> {
  if (node.kind === "library") {
    item.tooltip = node.origin === "corpus" ? vscode.l10n.t("The reference corpus that comes with Sourcebook") : vscode.Uri.parse(node.uri).fsPath;
    return item;
  }
  try {
    item.tooltip = new vscode.MarkdownString(await service.reference(node.source, "markdown", document && toTextDocument(document)));
  } catch (error) {
    logger.error(`The reference of ${node.source.key} could not be formatted.`, error);
    item.tooltip = node.source.key;
  }
  return item;
}

import * as vscode from "vscode";
import { sourceByline } from "../../core/features/labels";
import type {
  CitationNode, CitedNode, CitingDocumentNode, FailedNode, GroupNode, LibraryNode, PersonNode, ProblemNode, ProblemsNode, RangeNode, SourceNode, TreeNode, UnknownKeyNode,
} from "../../core/features/sourcesTree/nodes";
import { plainLine } from "../../core/text/escape";
import { baseName } from "../../core/text/uri";
import { shownPath } from "../convert";
import { typeIcon } from "../typeIcons";
import { typeName } from "../typeNames";
import { goToPlace } from "./goToPlace";
import { linkItem } from "./linkItems";
import { failureWords, groupLabel, libraryDescription, libraryLabel } from "./nodeWords";

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

export function toTreeItem(node: TreeNode): vscode.TreeItem {
  const item = itemFor(node);
  item.id = node.id;
  return item;
}

function itemFor(node: TreeNode): vscode.TreeItem {
  switch (node.kind) {
    case "cited": return citedItem(node);
    case "unknown": return unknownItem(node);
    case "library": return libraryItem(node);
    case "failed": return failedItem(node);
    case "group": return groupItem(node);
    case "range": return rangeItem(node);
    case "source": return sourceItem(node);
    case "document": return documentItem(node);
    case "citation": return citationItem(node);
    case "link": return linkItem(node);
    case "problems": return problemsItem(node);
    case "problem": return problemItem(node);
    case "person": return personItem(node);
  }
}

function citedItem({ count, unknownCount }: CitedNode): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t("Cited in This Document"), Expanded);
  item.description = unknownCount === 0 ? String(count) : vscode.l10n.t("{0}, unknown: {1}", count, unknownCount);
  item.iconPath = new vscode.ThemeIcon("quote");
  item.contextValue = "cited";
  item.accessibilityInformation = { label: vscode.l10n.t("Cited in this document: {0}, of them unknown: {1}", count, unknownCount) };
  return item;
}

function unknownItem(node: UnknownKeyNode): vscode.TreeItem {
  const key = plainLine(node.key);
  const item = new vscode.TreeItem(key, None);
  const why = node.home === undefined ? vscode.l10n.t("unknown") : vscode.l10n.t("in {0}, which is not in scope", plainLine(node.home));
  item.description = `${node.timesCited}× · ${why}`;
  item.iconPath = new vscode.ThemeIcon("warning", new vscode.ThemeColor("list.warningForeground"));
  item.contextValue = "unknown";
  item.command = goToPlace(node);
  item.tooltip = node.home === undefined ? vscode.l10n.t("No source in scope has the key {0}.", key) : vscode.l10n.t("{0} has the key {1}, but the document does not declare it.", plainLine(node.home), key);
  item.accessibilityInformation = { label: vscode.l10n.t("Unknown key {0}, {1}", key, why) };
  return item;
}

function libraryItem(node: LibraryNode): vscode.TreeItem {
  const { uri, origin, isInScope, isOpen, count } = node;
  const label = libraryLabel(node);
  const item = new vscode.TreeItem(label, isOpen ? Expanded : Collapsed);
  item.description = libraryDescription(node);
  item.iconPath = new vscode.ThemeIcon(origin === "corpus" ? "library" : isInScope ? "book" : "circle-slash");
  item.contextValue = `library.${isInScope ? origin : "elsewhere"}`;
  item.tooltip = origin === "corpus" ? vscode.l10n.t("The reference corpus that comes with Sourcebook") : plainLine(shownPath(vscode.Uri.parse(uri, true)));
  item.accessibilityInformation = { label: [vscode.l10n.t("Library {0}, {1} sources", label, count), libraryDescription(node)].join(", ") };
  return item;
}

function failedItem(node: FailedNode): vscode.TreeItem {
  const { failure: { declaration, reason } } = node;
  const item = new vscode.TreeItem(plainLine(declaration.path), None);
  item.description = reason === "missing" ? vscode.l10n.t("not found") : vscode.l10n.t("cannot be read");
  item.iconPath = new vscode.ThemeIcon("error", new vscode.ThemeColor("list.errorForeground"));
  item.contextValue = "failed";
  item.command = goToPlace(node);
  item.tooltip = failureWords(node);
  item.accessibilityInformation = { label: failureWords(node) };
  return item;
}

/** Icons of groups, by what they are grouped by. */
const groupIcons: Readonly<Record<GroupNode["grouping"], string>> = {
  author: "person", year: "calendar", type: "symbol-class", container: "book", keyword: "tag", language: "globe",
};

function groupItem(node: GroupNode): vscode.TreeItem {
  const item = new vscode.TreeItem(groupLabel(node), node.isOpen ? Expanded : Collapsed);
  item.description = String(node.count);
  item.iconPath = node.grouping === "type" ? typeIcon(node.value) : new vscode.ThemeIcon(groupIcons[node.grouping]);
  item.contextValue = "group";
  item.accessibilityInformation = { label: vscode.l10n.t("{0}, {1} sources", groupLabel(node), node.count) };
  return item;
}

function rangeItem({ first, last, from, count, parent }: RangeNode): vscode.TreeItem {
  const isNumbered = first === "" || last === "";
  const ends = isNumbered ? [from, from + count - 1] : [first, last].map((value) => nameInRange(value, parent));
  const item = new vscode.TreeItem(ends.join(" – "), Collapsed);
  item.description = String(count);
  item.iconPath = new vscode.ThemeIcon("list-flat");
  item.contextValue = "range";
  item.accessibilityInformation = { label: vscode.l10n.t("From {0} to {1}, {2} rows", ends[0] ?? "", ends[1] ?? "", count) };
  return item;
}

const longestName = 30;

function nameInRange(name: string, parent: TreeNode | undefined): string {
  const line = plainLine(name);
  const letters = Array.from(line);
  return parent?.kind === "group" || letters.length <= longestName ? line : `${letters.slice(0, longestName).join("").trimEnd()}…`;
}

function sourceItem(node: SourceNode): vscode.TreeItem {
  const { source: { key, entry: { summary } }, hiddenBy } = node;
  const title = plainLine(summary.title) || plainLine(key);
  const byline = plainLine(sourceByline(summary));
  // Who and when come first: a side bar is narrow and titles are long.
  const [label, rest] = summary.people.length > 0 ? [byline, title] : [title, byline];
  const item = new vscode.TreeItem(label, Collapsed);
  const hidden = hiddenBy === undefined ? "" : vscode.l10n.t("hidden by {0}", libraryLabel(hiddenBy));
  item.description = [hidden, node.timesCited === 0 ? "" : `${node.timesCited}×`, rest, citedInAll(node)].filter((text) => text !== "").join(" · ");
  item.iconPath = hiddenBy === undefined ? typeIcon(summary.type) : new vscode.ThemeIcon("eye-closed");
  item.contextValue = "source";
  item.command = { command: "sourcebook.insertCitation", title: vscode.l10n.t("Insert Citation"), arguments: [node] };
  item.accessibilityInformation = { label: [title, byline, typeName(summary.type), citedWords(node), hidden].filter((text) => text !== "").join(", ") };
  return item;
}

/** What other documents add to it. It comes last, for what is written now matters more. */
function citedInAll({ timesCited, timesCitedInAll }: SourceNode): string {
  if (timesCitedInAll === timesCited) return "";
  return timesCited === 0 ? vscode.l10n.t("{0}× elsewhere", timesCitedInAll) : vscode.l10n.t("{0}× in all", timesCitedInAll);
}

function citedWords({ timesCited, timesCitedInAll }: SourceNode): string {
  if (timesCitedInAll === timesCited) return timesCited === 0 ? "" : vscode.l10n.t("cited {0}×", timesCited);
  return vscode.l10n.t("cited {0}× here and {1}× in all documents", timesCited, timesCitedInAll);
}

function documentItem({ uri, count }: CitingDocumentNode): vscode.TreeItem {
  const resource = vscode.Uri.parse(uri, true);
  const name = plainLine(baseName(uri));
  const item = new vscode.TreeItem(name, Expanded);
  item.description = `${count}×`;
  item.resourceUri = resource;
  item.iconPath = vscode.ThemeIcon.File;
  item.contextValue = "document";
  item.tooltip = plainLine(vscode.workspace.asRelativePath(resource));
  item.command = { command: "vscode.open", title: vscode.l10n.t("Open Document"), arguments: [resource] };
  item.accessibilityInformation = { label: vscode.l10n.t("{0} cites it {1} times", name, count) };
  return item;
}

function citationItem(node: CitationNode): vscode.TreeItem {
  const { excerpt: { text, start, end, line } } = node;
  const item = new vscode.TreeItem({ label: text, highlights: [[start, end]] }, None);
  item.description = vscode.l10n.t("line {0}", line);
  item.contextValue = "citation";
  item.command = goToPlace(node);
  item.accessibilityInformation = { label: vscode.l10n.t("Line {0}: {1}", line, text) };
  return item;
}

function problemsItem({ count }: ProblemsNode): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t("Problems"), Collapsed);
  item.description = String(count);
  item.iconPath = new vscode.ThemeIcon("warning");
  item.contextValue = "problems";
  item.accessibilityInformation = { label: vscode.l10n.t("Problems: {0}", count) };
  return item;
}

function problemItem(node: ProblemNode): vscode.TreeItem {
  const { message, severity } = node.problem;
  const item = new vscode.TreeItem(plainLine(message), None);
  item.iconPath = severity === "error" ? new vscode.ThemeIcon("error", new vscode.ThemeColor("list.errorForeground"))
    : severity === "warning" ? new vscode.ThemeIcon("warning", new vscode.ThemeColor("list.warningForeground")) : new vscode.ThemeIcon("info");
  item.contextValue = "problem";
  item.accessibilityInformation = { label: `${severityName(severity)}: ${plainLine(message)}` };
  item.tooltip = plainLine(message);
  item.command = goToPlace(node);
  return item;
}

function severityName(severity: ProblemNode["problem"]["severity"]): string {
  switch (severity) {
    case "error": return vscode.l10n.t("Error");
    case "warning": return vscode.l10n.t("Warning");
    case "information": return vscode.l10n.t("Information");
  }
}

function personItem({ name }: PersonNode): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t("Other works by {0}", plainLine(name)), Collapsed);
  item.iconPath = new vscode.ThemeIcon("person");
  item.contextValue = "person";
  return item;
}

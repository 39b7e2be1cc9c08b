import * as vscode from "vscode";
import type { LinkNode } from "../../core/features/sourcesTree/nodes";
import { plainLine } from "../../core/text/escape";
import { shownPath } from "../convert";
import { goToPlace } from "./goToPlace";
import { libraryLabel } from "./nodeWords";

/** Where a source can be read: VS Code opens addresses and files as it opens any, and asks where it would. */
export function linkItem(node: LinkNode): vscode.TreeItem {
  switch (node.target) {
    case "doi": return addressItem(node.address.replace("https://doi.org/", ""), vscode.l10n.t("DOI"), node.address, "link-external");
    case "url": return addressItem(node.address.replace(/^https?:\/\/(?:www\.)?/, ""), vscode.l10n.t("Web address"), node.address, "globe");
    case "file": return fileItem(node.name, vscode.Uri.parse(node.uri));
    case "entry": {
      const library = node.parent?.kind === "source" ? libraryLabel(node.parent.source.part) : plainLine(node.name);
      const item = new vscode.TreeItem(vscode.l10n.t("Entry in {0}", library));
      item.iconPath = new vscode.ThemeIcon("go-to-file");
      item.contextValue = "link.entry";
      item.command = goToPlace(node);
      return item;
    }
  }
}

function addressItem(label: string, kind: string, address: string, icon: string): vscode.TreeItem {
  const item = new vscode.TreeItem(plainLine(label));
  item.description = kind;
  item.iconPath = new vscode.ThemeIcon(icon);
  item.contextValue = "link.web";
  item.tooltip = plainLine(address);
  item.command = { command: "vscode.open", title: vscode.l10n.t("Open Link"), arguments: [vscode.Uri.parse(address, true)] };
  item.accessibilityInformation = { label: `${kind}: ${plainLine(label)}` };
  return item;
}

function fileItem(name: string, uri: vscode.Uri): vscode.TreeItem {
  const item = new vscode.TreeItem(plainLine(name));
  item.description = vscode.l10n.t("attached file");
  item.iconPath = new vscode.ThemeIcon(name.toLowerCase().endsWith(".pdf") ? "file-pdf" : "file");
  item.contextValue = "link.file";
  item.tooltip = plainLine(shownPath(uri));
  item.command = { command: "vscode.open", title: vscode.l10n.t("Open File"), arguments: [uri] };
  return item;
}

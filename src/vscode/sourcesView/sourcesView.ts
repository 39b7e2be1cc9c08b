import * as vscode from "vscode";
import type { SourcesTree, TreeNode } from "../../core/features/sources";
import { languageOfId } from "../../core/text/languages";
import { toTextDocument } from "../convert";
import { Debounced } from "../debounce";
import type { Editor } from "../editor";
import { resolveTooltip, toTreeItem } from "./treeItems";

/** How long edits settle before the tree is drawn again, in milliseconds. */
const pause = 250;

/** The document whose scope the tree shows: the active one where it cites, otherwise the last that did. */
class ActiveDocument {
  #document: vscode.TextDocument | undefined;

  get(): vscode.TextDocument | undefined {
    const active = vscode.window.activeTextEditor?.document;
    if (active !== undefined && languageOfId(active.languageId) !== undefined) this.#document = active;
    if (this.#document?.isClosed === true) this.#document = undefined;
    return this.#document;
  }
}

export function registerSourcesView({ service, logger }: Editor): vscode.Disposable {
  const changes = new vscode.EventEmitter<undefined>();
  const activeDocument = new ActiveDocument();
  let tree: Promise<SourcesTree> | undefined;

  const current = (): Promise<SourcesTree> => {
    const document = activeDocument.get();
    return tree ??= service.sources(document && toTextDocument(document));
  };

  const provider: vscode.TreeDataProvider<TreeNode> = {
    onDidChangeTreeData: changes.event,
    getTreeItem: toTreeItem,
    getChildren: async (node) => {
      const shown = await current();
      if (node === undefined) return [...shown.libraries];
      return node.kind === "library" ? [...shown.childrenOf(node)] : [];
    },
    getParent: async (node) => node.kind === "source" ? (await current()).parentOf(node) : undefined,
    resolveTreeItem: (item, node) => resolveTooltip(item, node, service, logger, activeDocument.get()),
  };

  const view = vscode.window.createTreeView("sourcebook.sources", { treeDataProvider: provider, canSelectMany: true, showCollapseAll: true });
  const redraw = (): void => {
    tree = undefined;
    if (view.visible) changes.fire(undefined);
  };
  const settled = new Debounced(pause, redraw);
  return vscode.Disposable.from(
    changes, view, settled,
    service.onDidChange(settled.run),
    vscode.window.onDidChangeActiveTextEditor(settled.run),
    view.onDidChangeVisibility(({ visible }) => visible && redraw()),
  );
}

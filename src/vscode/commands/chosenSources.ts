import * as vscode from "vscode";
import { citationAt } from "../../core/features/citedItems";
import type { TreeNode } from "../../core/features/sources";
import type { Library, Source } from "../../core/library/library";
import { toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { pickSources } from "../sourcePicker";

/**
 * The sources a command is about: rows of the tree, what a card names (`{ uri, key }`), the key under the cursor, or else what
 * the writer picks. Empty where the writer picks nothing.
 */
export async function chosenSources(editor: Editor, args: readonly unknown[], title: string): Promise<readonly Source[]> {
  const [argument, selection] = args;
  if (Array.isArray(selection) && selection.every(isTreeNode)) return sourcesOf(selection);
  if (isTreeNode(argument)) return sourcesOf([argument]);
  const document = vscode.window.activeTextEditor?.document;
  const { library } = await editor.service.library(document && toTextDocument(document));
  if (isSourceName(argument)) return named(library, argument);
  return sourceAtCursor(editor, library) ?? pickSources(editor, library, { title, canPickMany: false });
}

function sourcesOf(nodes: readonly TreeNode[]): readonly Source[] {
  return nodes.flatMap((node) => node.kind === "source" ? [node.source] : []);
}

function named(library: Library, { uri, key }: SourceName): readonly Source[] {
  const definitions = library.definitions(key);
  return definitions.filter(({ part }) => part.uri === uri).slice(0, 1);
}

function sourceAtCursor({ service }: Editor, library: Library): readonly Source[] | undefined {
  const editor = vscode.window.activeTextEditor;
  const parsed = editor && service.parse(toTextDocument(editor.document));
  const cited = parsed && citationAt(parsed, library, editor.document.offsetAt(editor.selection.active));
  const source = cited && library.get(cited.item.key);
  return source && [source];
}

interface SourceName {
  readonly uri: string;
  readonly key: string;
}

function isSourceName(value: unknown): value is SourceName {
  return typeof value === "object" && value !== null && "uri" in value && typeof value.uri === "string" && "key" in value && typeof value.key === "string";
}

function isTreeNode(value: unknown): value is TreeNode {
  return typeof value === "object" && value !== null && "kind" in value && (value.kind === "source" || value.kind === "library") && "id" in value;
}

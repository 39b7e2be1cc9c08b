import * as vscode from "vscode";
import type { TreeNode } from "../../core/features/sourcesTree/nodes";
import type { Library, Source } from "../../core/library/library";
import { toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { pickSources } from "../sourcePicker";

/** What a key binding of the Sources view hands over: the command is about the rows that are chosen there. */
const chosenInView = "chosen";

/**
 * The sources a command is about: rows of the tree, what a card names (`{ uri, key }`), the key under the cursor, or else what
 * the writer picks. Empty where the writer picks nothing.
 */
export async function chosenSources(editor: Editor, args: readonly unknown[], title: string): Promise<readonly Source[]> {
  const [argument] = args;
  const rows = await chosenRows(editor, args);
  if (rows !== undefined) return sourcesOf(rows);
  const document = vscode.window.activeTextEditor?.document;
  const { library } = await editor.service.library(document && toTextDocument(document));
  if (isSourceName(argument)) return named(editor, library, argument);
  return await sourceAtCursor(editor) ?? pickSources(editor, library, { title, canPickMany: false });
}

/** Each once: what the document cites has a row in its library too. */
function sourcesOf(rows: readonly TreeNode[]): readonly Source[] {
  const sources = rows.flatMap((node) => node.kind === "source" ? [node.source] : []);
  return [...new Map(sources.map((source) => [`${source.part.uri}#${source.key}`, source])).values()];
}

/** The rows of the Sources view that a command is about, if it is about any. */
export async function chosenRows({ sourcesView }: Editor, args: readonly unknown[]): Promise<readonly TreeNode[] | undefined> {
  const [argument, selection] = args;
  if (argument === chosenInView) return (await sourcesView.chosenRows()).map((row) => sourcesView.now(row));
  if (isLostRow(args)) return tellOfLostRow();
  const isRow = (value: unknown): value is TreeNode => sourcesView.isRow(value);
  const rows = Array.isArray(selection) && selection.length > 0 && selection.every(isRow) ? selection : isRow(argument) ? [argument] : undefined;
  return rows?.map((row) => sourcesView.now(row));
}

/**
 * For a row that is drawn anew at this moment VS Code hands over nothing, and no selection; what is at the cursor was not meant then. A
 * button in the view's title gives one argument, the palette none.
 */
function isLostRow(args: readonly unknown[]): boolean {
  return args.length > 1 && args[0] === undefined;
}

function tellOfLostRow(): readonly TreeNode[] {
  vscode.window.setStatusBarMessage(vscode.l10n.t("The Sources view has just changed. Choose the source again."), 5000);
  return [];
}

/** As the active document sees it; a page may be of a source that it does not see. */
async function named({ service }: Editor, library: Library, { uri, key }: SourceName): Promise<readonly Source[]> {
  const source = library.definitions(key).find(({ part }) => part.uri === uri) ?? await service.sourceIn(uri, key);
  return source === undefined ? [] : [source];
}

/** The source that is cited at the cursor, or whose entry it stands in. */
async function sourceAtCursor({ service }: Editor): Promise<readonly Source[] | undefined> {
  const editor = vscode.window.activeTextEditor;
  const found = editor && await service.sourceAt(toTextDocument(editor.document), editor.document.offsetAt(editor.selection.active));
  return found?.source && [found.source];
}

interface SourceName {
  readonly uri: string;
  readonly key: string;
}

function isSourceName(value: unknown): value is SourceName {
  return typeof value === "object" && value !== null && "uri" in value && typeof value.uri === "string" && "key" in value && typeof value.key === "string";
}

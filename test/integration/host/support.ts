import assert from "node:assert/strict";
import * as vscode from "vscode";
import { readMarks, type MarkedText } from "../../support/marks";

export interface OpenedText extends MarkedText {
  readonly editor: vscode.TextEditor;
  readonly document: vscode.TextDocument;
  /** The position of `‸`. */
  readonly position: vscode.Position;
}

export function sourcebook(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension("sourcebook.sourcebook");
  assert.ok(extension, "the extension is installed");
  return extension;
}

const endings = { markdown: ".md", latex: ".tex", plaintext: ".txt" };
let texts = 0;

/**
 * Opens a marked text as an untitled document with the cursor at `‸`. Each gets a name of its own: VS Code may give a new document
 * of a known name the text that it backed up of the old one.
 */
export async function openText(language: keyof typeof endings, marked: string): Promise<OpenedText> {
  const marks = readMarks(marked);
  texts += 1;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: "untitled", path: `text-${texts}${endings[language]}` }));
  const opened = await showAt(document, marks);
  assert.ok(await opened.editor.edit((edit) => edit.insert(new vscode.Position(0, 0), marks.text)));
  return putCursor(opened);
}

/** Writes a marked text as a file of the workspace, without its marks, and opens it with the cursor at `‸`. */
export async function openFile(path: string, marked: string): Promise<OpenedText> {
  const marks = readMarks(marked);
  await writeFile(path, marks.text);
  return showAt(await vscode.workspace.openTextDocument(inWorkspace(path)), marks);
}

async function showAt(document: vscode.TextDocument, marks: MarkedText): Promise<OpenedText> {
  await sourcebook().activate();
  const editor = await vscode.window.showTextDocument(document);
  return putCursor({ ...marks, editor, document });
}

function putCursor(opened: Omit<OpenedText, "position">): OpenedText {
  const position = opened.document.positionAt(Math.max(opened.cursor, 0));
  opened.editor.selection = new vscode.Selection(position, position);
  return { ...opened, position };
}

/** A path in a folder of the workspace, the first one where no other is meant. */
export function inWorkspace(path: string, number = 0): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[number];
  assert.ok(folder, "the tests run in a folder");
  return vscode.Uri.joinPath(folder.uri, path);
}

export async function writeFile(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(inWorkspace(path), new TextEncoder().encode(text));
}

/** Sourcebook's own completion items at the cursor, the first ones resolved; other providers' (words, snippets) are left out. */
export async function completionsAt({ document, position }: Pick<OpenedText, "document" | "position">, resolved = 0): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", document.uri, position, undefined, resolved);
  return list.items.filter((item) => item.kind === vscode.CompletionItemKind.Reference);
}

export async function keysAt(opened: Pick<OpenedText, "document" | "position">): Promise<readonly string[]> {
  return (await completionsAt(opened)).map(keyOf);
}

export function keyOf(item: vscode.CompletionItem): string {
  return typeof item.label === "string" ? item.label : item.label.label;
}

/** The edits that rename the key at the cursor; `undefined` where Sourcebook refuses. */
export async function renameAt({ document, position }: Pick<OpenedText, "document" | "position">, key: string): Promise<vscode.WorkspaceEdit | undefined> {
  const edit = await Promise.resolve(vscode.commands.executeCommand<vscode.WorkspaceEdit | undefined>("vscode.executeDocumentRenameProvider", document.uri, position, key)).catch(() => undefined);
  return edit === undefined || edit.size === 0 ? undefined : edit;
}

/** Writes what is shown of a file to where it lies. */
export async function save(uri: vscode.Uri): Promise<void> {
  assert.ok(await (await vscode.workspace.openTextDocument(uri)).save());
}

/** Accepts an item as the editor does: its text replaces its range. */
export async function accept({ editor, document }: OpenedText, item: vscode.CompletionItem | undefined): Promise<string> {
  assert.ok(item, "there is an item to accept");
  const { range, insertText } = item;
  assert.ok(range instanceof vscode.Range && typeof insertText === "string");
  assert.ok(await editor.edit((edit) => edit.replace(range, insertText)));
  return document.getText();
}

/** The Markdown of the hovers at the cursor, without the backslashes that keep a source's text from being read as Markdown. */
export async function hoverTextAt({ document, position }: Pick<OpenedText, "document" | "position">): Promise<string> {
  interface Card { readonly contents: readonly (string | { readonly value: string })[] }
  const hovers = await vscode.commands.executeCommand<readonly Card[]>("vscode.executeHoverProvider", document.uri, position);
  return hovers.flatMap(({ contents }) => contents).map((content) => typeof content === "string" ? content : content.value).join("\n").replace(/\\(?=[!-/:-@[-`{-~])/g, "");
}

/** Waits until the hover at the cursor says so: what is not formatted yet is said in plain words. */
export async function hoverSays(opened: Pick<OpenedText, "document" | "position">, words: RegExp): Promise<void> {
  await until(async () => words.test(await hoverTextAt(opened)), `the hover says ${String(words)}`);
}

export function problemsOf({ uri }: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "sourcebook");
}

/** Resolves with the first value that `read` gives, asking again at every event until mocha's own timeout. */
export async function eventually<T>(event: vscode.Event<unknown>, read: () => T | undefined): Promise<T> {
  const now = read();
  if (now !== undefined) return now;
  return new Promise((resolve) => {
    const subscription = event(() => {
      const value = read();
      if (value === undefined) return;
      subscription.dispose();
      resolve(value);
    });
  });
}

/**
 * For what no event tells of: how often it is looked at, how long before a look that VS Code never answers is given up for the next, and how long before a test gives up, which is before mocha
 * does and without words.
 */
const look = { everyMilliseconds: 25, onceMilliseconds: 10_000, forMilliseconds: 30_000 };

/** Resolves once `holds` does. */
export async function until(holds: () => boolean | Promise<boolean>, what: string | (() => string)): Promise<void> {
  const end = Date.now() + look.forMilliseconds;
  while (Date.now() < end) {
    if (await answered(holds())) return;
    await new Promise((resolve) => setTimeout(resolve, look.everyMilliseconds));
  }
  assert.fail(`This did not come about: ${typeof what === "string" ? what : what()}`);
}

async function answered(held: boolean | Promise<boolean>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const never = new Promise<boolean>((resolve) => timer = setTimeout(() => resolve(false), look.onceMilliseconds));
  return Promise.race([held, never]).finally(() => clearTimeout(timer));
}

const changed = new Set<string>();

/** Changes a setting of the workspace and waits until the extension host knows. */
export async function changeSetting(name: string, value: unknown): Promise<void> {
  changed.add(name);
  await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Workspace);
  const wanted = JSON.stringify(value);
  await eventually(vscode.workspace.onDidChangeConfiguration, () =>
    JSON.stringify(vscode.workspace.getConfiguration().inspect(name)?.workspaceValue) === wanted || undefined);
}

export async function resetSettings(): Promise<void> {
  for (const name of changed) await changeSetting(name, undefined);
  changed.clear();
}

/** Closes all editors without saving. */
export async function closeEditors(): Promise<void> {
  // for a document that an edit has changed without an editor VS Code opens one a moment later, which could be in the middle of the next test
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty, isClosed }) => isDirty && !isClosed)) await vscode.window.showTextDocument(document, { preview: false });
  for (let left = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length; left > 0; left--) {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
}

let folders = 0;

/** A name for a folder of the workspace. Each is new: VS Code hears late of what happens on disk and would take new files for old ones. */
export function newFolder(): string {
  folders += 1;
  return `folder-${folders}`;
}

/** Closes all editors, then removes a folder that a test has written, so that no later test sees its sources. */
export async function removeFolder(path: string): Promise<void> {
  await closeEditors();
  await vscode.workspace.fs.delete(inWorkspace(path), { recursive: true });
  await vscode.commands.executeCommand("sourcebook.refresh");
}

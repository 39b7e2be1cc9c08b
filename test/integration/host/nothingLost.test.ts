import assert from "node:assert/strict";
import * as vscode from "vscode";
import { inWorkspace, newFolder, openFile, removeFolder, renameAt, save, until, type OpenedText } from "./support";

/** Renames the key at the cursor, which must be possible. */
async function rename(opened: OpenedText, key: string): Promise<void> {
  const edit = await renameAt(opened, key);
  assert.ok(edit !== undefined && await vscode.workspace.applyEdit(edit));
}

/** Latin-1, which is Windows-1252 for the letters used here. */
function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

describe("edits of files", () => {
  let folder = "";
  beforeEach(() => folder = newFolder());
  afterEach(() => removeFolder(folder));

  const bytes = (name: string): Promise<Uint8Array> => Promise.resolve(vscode.workspace.fs.readFile(inWorkspace(`${folder}/${name}`)));
  const write = (name: string, text: string): Promise<void> => Promise.resolve(vscode.workspace.fs.writeFile(inWorkspace(`${folder}/${name}`), bytesOf(text)));
  const openPaper = (): Promise<OpenedText> => openFile(`${folder}/paper.md`, "---\nbibliography: refs.bib\n---\n\n[@do‸e]\n");

  it("leave a bibliography alone that VS Code would read in another encoding", async () => {
    const text = "@book{doe, title = {Caf\xe9}, author = {M\xfcller, J\xf6rg}}\n";
    await write("refs.bib", text);
    assert.equal(await renameAt(await openPaper(), "roe"), undefined);
    assert.deepEqual([...await bytes("refs.bib")], [...bytesOf(text)]);
  });

  it("hit their place in an open file with several kinds of line ends", async () => {
    const text = "@comment{a}\r\n\n\r\n% b\n@book{doe,\r\n  title = {T}}\r\n";
    await write("refs.bib", text);
    const { document } = await vscode.window.showTextDocument(inWorkspace(`${folder}/refs.bib`), { preview: false });
    await rename(await openPaper(), "roe");
    assert.equal(document.getText(), text.replace("doe", "roe").replace(/\r?\n/g, "\r\n"));
  });

  it("keep a byte order mark, line ends and comments", async () => {
    const text = "\xef\xbb\xbf% kept \xc3\xa9\r\n@book{doe, title = {T}}\r\n";
    await write("refs.bib", text);
    await rename(await openPaper(), "roe");
    await save(inWorkspace(`${folder}/refs.bib`));
    assert.deepEqual([...await bytes("refs.bib")], [...bytesOf(text.replace("doe", "roe"))]);
  });

  it("are made for what a file holds now, or not at all", async () => {
    await write("refs.bib", "@book{doe, title = {T}}\n");
    const opened = await openPaper();
    await renameAt(opened, "roe");
    const changed = "@book{before, title = {New}}\n@book{doe, title = {T}}\n";
    await write("refs.bib", changed);
    const edit = await renameAt(opened, "roe");
    const document = await vscode.workspace.openTextDocument(inWorkspace(`${folder}/refs.bib`));
    await until(() => document.getText() === changed, "VS Code has seen the change");
    if (edit !== undefined && await vscode.workspace.applyEdit(edit)) assert.equal(document.getText(), changed.replace("doe", "roe"));
    else assert.equal(document.getText(), changed);
  });

  it("of a quick fix are made when it is chosen, not when it is offered", async () => {
    await write("refs.bib", "@book{doe, title = {T}}\n");
    const { document } = await openFile(`${folder}/paper.md`, "---\nbibliography: refs.bib\n---\n\n[@doe; @unheardof]\n");
    const fixes = async (resolved?: number): Promise<vscode.CodeAction | undefined> => {
      const problem = vscode.languages.getDiagnostics(document.uri).find(({ code }) => code === "unknown-key");
      if (problem === undefined) return undefined;
      const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, problem.range, undefined, resolved);
      return actions.find(({ title }) => title.includes("refs.bib"));
    };
    await until(async () => await fixes() !== undefined, "the fix is offered");
    assert.equal((await fixes())?.edit, undefined);
    const edit = (await fixes(10))?.edit;
    assert.deepEqual(edit?.entries().map(([{ path }]) => path.slice(path.lastIndexOf("/"))), ["/refs.bib"]);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.match((await vscode.workspace.openTextDocument(inWorkspace(`${folder}/refs.bib`))).getText(), /^@book\{doe, title = \{T\}\}\n\n@misc\{unheardof,\n/);
  });

  it("are undone in one step", async () => {
    const opened = await openFile(`${folder}/paper.md`, "---\nreferences:\n- id: doe\n  title: T\n---\n\n[@do‸e], @doe\n");
    const before = opened.document.getText();
    await rename(opened, "roe");
    assert.equal(opened.document.getText(), before.replaceAll("doe", "roe"));
    await vscode.commands.executeCommand("undo");
    assert.equal(opened.document.getText(), before);
  });
});

// In a window in which no folder is open.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeEditors, hoverSays, keysAt, openText, problemsOf, renameAt, until } from "../host/support";
import { VirtualFiles } from "../host/virtualFiles";

const scheme = "sourcebook-alone";
const at = (path: string): vscode.Uri => vscode.Uri.from({ scheme, path });
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("a window without a folder", () => {
  const files = new VirtualFiles({});
  let provider: vscode.Disposable;

  before(() => {
    assert.equal(vscode.workspace.workspaceFolders, undefined);
    provider = vscode.workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true });
  });

  after(() => {
    provider.dispose();
  });

  afterEach(closeEditors);

  it("completes, explains and checks a new document", async () => {
    const opened = await openText("markdown", "[@zakharova2016‸economic] and @nobody\n");
    assert.deepEqual(await keysAt(opened), ["zakharova2016economic"]);
    await hoverSays(opened, /Zakharova, L\. \(2016\)/);
    await until(() => problemsOf(opened.document).length > 0, "the unknown key is pointed out");
    assert.deepEqual(problemsOf(opened.document).map(({ code, range }) => [code, opened.document.getText(range)]), [["unknown-key", "nobody"]]);
  });

  it("renames what a new document defines itself", async () => {
    const opened = await openText("markdown", "---\nreferences:\n- id: own\n  title: T\n---\n\n[@ow‸n]\n");
    const edit = await renameAt(opened, "mine");
    assert.ok(edit && await vscode.workspace.applyEdit(edit));
    assert.equal(opened.document.getText(), "---\nreferences:\n- id: mine\n  title: T\n---\n\n[@mine]\n");
  });

  it("writes the list of references, and copies citations", async () => {
    const { document } = await openText("markdown", "[@zakharova2016econ‸omic]\n\n");
    await vscode.commands.executeCommand("sourcebook.copyCitation");
    assert.equal(await vscode.env.clipboard.readText(), "[@zakharova2016economic]");
    await vscode.commands.executeCommand("sourcebook.insertBibliography");
    await until(() => document.getText().includes("#refs"), "the place of the list is written");
  });

  it("follows the bibliography beside a paper, also one that comes later", async () => {
    files.writeFile(at("/papers/paper.md"), encode("---\nbibliography: refs.bib\n---\n\n[@]\n"));
    const document = await vscode.workspace.openTextDocument(at("/papers/paper.md"));
    const opened = { document, position: new vscode.Position(4, 2) };
    const offers = (keys: string): Promise<void> => until(async () => (await keysAt(opened)).slice(0, 2).join() === keys, `completion offers ${keys}`);
    assert.ok(!(await keysAt(opened)).includes("first"));
    files.writeFile(at("/papers/refs.bib"), encode("@book{first, title = {T}}\n"));
    await offers("first");
    files.writeFile(at("/papers/refs.bib"), encode("@book{second, title = {T}}\n"));
    await offers("second");
  });
});

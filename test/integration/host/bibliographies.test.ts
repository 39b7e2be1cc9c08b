import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeEditors, completionsAt, keyOf, openText } from "./support";

const folder = (): vscode.Uri => {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(first, "the tests run in a folder");
  return vscode.Uri.joinPath(first.uri, "bibliographies");
};

const write = (name: string, text: string): Thenable<void> => vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder(), name), new TextEncoder().encode(text));

describe("the writer's own bibliographies", () => {
  beforeEach(async () => {
    await write("refs.bib", "@book{doe2001, author = {Doe, Jane}, title = {A Title}, year = 2001, publisher = {P}}\n\n@book{broken, title = {unclosed\n\n@book{roe2002, author = {Roe, R.}, title = {After the Break}, year = 2002}\n");
  });

  afterEach(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(folder(), { recursive: true });
  });

  it("a declared file is read, and a broken entry hides no other", async () => {
    await write("paper.md", "---\nbibliography: refs.bib\n---\n\n[@]\n");
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder(), "paper.md"));
    const editor = await vscode.window.showTextDocument(document);
    const position = document.positionAt(document.getText().indexOf("[@") + 2);
    const items = await completionsAt({ text: "", cursor: 0, ranges: [], editor, document, position });
    const keys = items.map(keyOf);
    assert.ok(keys.includes("doe2001") && keys.includes("roe2002"), keys.join());
    assert.ok(!keys.includes("zakharova2016economic"), "the corpus stays out where the document has sources of its own");
  });

  it("unsaved edits of an open bibliography count", async () => {
    const bibliography = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder(), "refs.bib"));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(bibliography.uri, new vscode.Position(0, 0), "@book{fresh2024, author = {Fresh, F.}, title = {Unsaved}, year = 2024}\n");
    assert.ok(await vscode.workspace.applyEdit(edit));
    const items = await completionsAt(await openText("markdown", "[@fresh‸]"));
    assert.deepEqual(items.map(keyOf), ["fresh2024"]);
    await vscode.window.showTextDocument(bibliography);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });
});

import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeEditors, newFolder, openFile, removeFolder, until } from "./support";

const tabs = (): readonly string[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter(({ input }) => input instanceof vscode.TabInputWebview).map(({ label }) => label);

describe("the page of a source", () => {
  let folder = "";

  beforeEach(() => folder = newFolder());

  afterEach(async () => {
    await closeEditors();
    await removeFolder(folder);
  });

  it("opens for the source at the cursor and for one by its name, in one tab; a library has a page too", async () => {
    const { document } = await openFile(`${folder}/refs.bib`, "@book{doe‸2001, title={First}}\n@book{roe2002, title={Second}}\n");
    await vscode.commands.executeCommand("sourcebook.showSource");
    await until(() => tabs().join() === "First", "the page of the first source");
    await vscode.commands.executeCommand("sourcebook.showSource", { uri: document.uri.toString(), key: "roe2002" });
    await until(() => tabs().join() === "Second", "the page of the second source in its place");
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("sourcebook.showLibrary");
    await until(() => tabs().join() === "refs.bib", "the page of the library");
    assert.equal(vscode.window.activeTextEditor?.document, document, "the focus stays where it was");
  });

  it("follows its bibliography", async () => {
    const { document, editor } = await openFile(`${folder}/refs.bib`, "@book{doe‸2001, title={First}}\n");
    await vscode.commands.executeCommand("sourcebook.showSource");
    await until(() => tabs().join() === "First", "the page of the source");
    const start = document.getText().indexOf("First");
    await editor.edit((edit) => edit.replace(new vscode.Range(document.positionAt(start), document.positionAt(start + 5)), "Changed"));
    await until(() => tabs().join() === "Changed", "the page with the new title");
  });
});

// Names that files may have, on the disk of the workspace and elsewhere.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { joinPath, parentUri } from "../../../src/core/text/uri";
import { closeEditors, inWorkspace, keysAt, newFolder, openFile, removeFolder, sourcebook, until, writeFile } from "./support";
import { VirtualFiles } from "./virtualFiles";

const names = [
  "two words", "100%", "50%20off", "a#b", "what?", "a;b,c=d&e", "a+b@c$d", "(paren)'quote'!*", "[bracket]{brace}", "tilde~^`|", "Émile", "E\u0301mile", "日本語", "Ссылки", "😀", "back\\slash", "x".repeat(200),
] as const;

/** The hardest of them. */
const edited: ReadonlySet<string> = new Set(["50%20off", "a#b", "what?", "E\u0301mile"]);

describe("files of any name", () => {
  it("are spelled as VS Code spells them, on every kind of file system", () => {
    const roots = ["file:///a", "file:///", "memfs:/", "memfs:/a", "vscode-vfs://github/owner/repository", "vscode-remote://127.0.0.1:8080/home", "vscode-remote://ssh-remote%2Bhost/home"];
    for (const root of roots) {
      for (const name of names) {
        const uri = vscode.Uri.joinPath(vscode.Uri.parse(root, true), name, "refs.bib");
        assert.equal(joinPath(root, name, "refs.bib"), uri.toString());
        assert.equal(parentUri(uri.toString()), vscode.Uri.joinPath(uri, "..").toString());
      }
    }
  });

  it("are completed from where a document names them, with their unsaved edits, and where none does", async () => {
    const folder = newFolder();
    try {
      await sourcebook().activate();
      for (const [index, name] of names.entries()) await writeFile(`${folder}/${String(index)}/${name}.bib`, `@book{name${String(index)}, title = {T}}\n`);
      for (const [index, name] of names.entries()) {
        const paper = `${folder}/${String(index)}/paper.md`;
        await writeFile(paper, `---\nbibliography: ${JSON.stringify(`${name}.bib`)}\n---\n\n[@]\n`);
        const opened = { document: await vscode.workspace.openTextDocument(inWorkspace(paper)), position: new vscode.Position(4, 2) };
        assert.deepEqual(await keysAt(opened), [`name${String(index)}`], name);
        if (!edited.has(name)) continue;
        const edit = new vscode.WorkspaceEdit();
        edit.insert(inWorkspace(`${folder}/${String(index)}/${name}.bib`), new vscode.Position(0, 0), "@book{unsaved, title = {T}}\n");
        assert.ok(await vscode.workspace.applyEdit(edit));
        await until(async () => (await keysAt(opened)).join() === `unsaved,name${String(index)}`, `unsaved edits of ${name} count`);
      }
      const opened = await openFile(`${folder}/plain.md`, "[@name‸]\n");
      await until(async () => (await keysAt(opened)).length === names.length, "all are found");
    } finally {
      await removeFolder(folder);
    }
  });

  it("that differ in case alone are two, where the file system tells them apart", async () => {
    const folder = newFolder();
    try {
      await writeFile(`${folder}/Refs.bib`, "@book{upper, title = {T}}\n");
      await writeFile(`${folder}/refs.bib`, "@book{lower, title = {T}}\n");
      assert.deepEqual(await keysAt(await openFile(`${folder}/one.md`, "---\nbibliography: Refs.bib\n---\n\n[@‸]\n")), ["upper"]);
      assert.deepEqual(await keysAt(await openFile(`${folder}/two.md`, "---\nbibliography: refs.bib\n---\n\n[@‸]\n")), ["lower"]);
      await writeFile(`${folder}/LOUD.BIB`, "@book{loud, title = {T}}\n");
      const opened = await openFile(`${folder}/three.md`, "[@lo‸]\n");
      let offered = "";
      await until(async () => (offered = [...await keysAt(opened)].sort().join()) === "loud,lower", () => `an ending in capitals is found too: ${offered}`);
    } finally {
      await removeFolder(folder);
    }
  });

  it("on a file system without an authority are followed as they change", async () => {
    const scheme = "sourcebook-plain";
    const files = new VirtualFiles({ "/a b/paper.md": "---\nbibliography: refs 1.bib\n---\n\n[@]\n", "/a b/refs 1.bib": "@book{first, title={T}}\n" });
    // for as long as VS Code keeps documents of it, which is longer than the test lasts
    vscode.workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true });
    try {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme, path: "/a b/paper.md" }));
      const opened = { document, position: new vscode.Position(4, 2) };
      await until(async () => (await keysAt(opened)).join() === "first", "the bibliography is read");
      files.writeFile(vscode.Uri.from({ scheme, path: "/a b/refs 1.bib" }), new TextEncoder().encode("@book{second, title={T}}\n"));
      await until(async () => (await keysAt(opened)).join() === "second", "the change is noticed");
      const edit = new vscode.WorkspaceEdit();
      edit.insert(vscode.Uri.from({ scheme, path: "/a b/refs 1.bib" }), new vscode.Position(0, 0), "@book{unsaved, title={T}}\n");
      assert.ok(await vscode.workspace.applyEdit(edit));
      await until(async () => (await keysAt(opened)).join() === "unsaved,second", "what is not saved counts");
    } finally {
      await closeEditors();
    }
  });
});

import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeEditors, inWorkspace, keysAt, newFolder, openText, removeFolder, until, writeFile } from "./support";

/** As many as take a few seconds in a browser. */
const documents = 40;

describe("a long session", () => {
  afterEach(closeEditors);

  it("answers as before when many documents have been opened, edited and closed", async () => {
    for (let left = documents; left > 0; left--) {
      const { editor } = await openText("markdown", `[@${left}`);
      assert.ok(await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "@zakharova2016economic ")));
      await closeEditors();
    }
    assert.deepEqual(await keysAt(await openText("markdown", "[@zakharova2016econ‸")), ["zakharova2016economic"]);
  });

  it("ends with the last content of a file that keeps changing", async () => {
    const folder = newFolder();
    try {
      for (let number = 1; number <= 100; number++) await writeFile(`${folder}/busy.bib`, `@book{busy${number}, title = {T}}\n`);
      const opened = await openText("markdown", "[@busy‸");
      let offered = "";
      await until(async () => (offered = (await keysAt(opened)).join()) === "busy100", () => `completion offers what the file holds in the end, not ${offered}`);
      assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(inWorkspace(`${folder}/busy.bib`))), "@book{busy100, title = {T}}\n");
    } finally {
      await removeFolder(folder);
    }
  });
});

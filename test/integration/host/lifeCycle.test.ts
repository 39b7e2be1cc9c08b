import assert from "node:assert/strict";
import * as vscode from "vscode";
import { ManyDocuments, usedMemory } from "./manyDocuments";
import { closeEditors, inWorkspace, keysAt, newFolder, openText, removeFolder, sourcebook, until, writeFile } from "./support";

/** Makes papers long enough for what is kept of them to be seen in the memory that is used. */
const padding = "Words that say nothing to the point, no.\n".repeat(600);

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

  it("keeps no more of a thousand documents that were opened, edited and closed than of those that are open, nor uses more memory", async () => {
    const many = new ManyDocuments();
    await sourcebook().activate();
    await many.work(100, padding);
    const before = await many.quietCounts();
    const usedBefore = await usedMemory();
    await many.work(400, padding);
    const after = await many.quietCounts();
    // VS Code closes documents when it likes, and several things are kept of each that is open; what is kept of each that was ever open comes to 400
    const most = mapValues(before, (count, name) => /listeners/i.test(name) ? count : count + 250);
    assert.deepEqual(mapValues(after, (count, name) => Math.max(count, most[name] ?? 0)), most);
    const grown = await usedMemory() - usedBefore;
    // those that are still open are not to keep later tests busy
    await many.work(40);
    assert.ok(grown < 400 * padding.length * 0.6, `${String(Math.round(grown / 1000))} KB more are used`);
  }).timeout(90_000);

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

function mapValues(counts: Readonly<Record<string, number>>, change: (count: number, name: string) => number): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, change(count, name)]));
}

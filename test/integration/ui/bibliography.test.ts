import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openWorkbench, type Workbench } from "./workbench";

const own = "@string{aer = {American Economic Review}}\n\n@book{roe2002,\n  author = {Roe, Rachel},\n  title = {B},\n  year = 2002,\n}\n\n";

const latin1 = Buffer.from("@book{b, title = {Caf\u00e9}}\n@book{a, title = {B}}\n", "latin1");

/** Runs in the page: the colour of a word in the editor, or `undefined` where it is not one piece of text. */
const colourOf = `(word) => {
  const piece = [...document.querySelectorAll(".editor-group-container.active .view-line span span")].find(({ textContent }) => textContent === word);
  return piece && getComputedStyle(piece).color;
}`;

describe("writing a bibliography in the window", () => {
  let workbench: Workbench;

  before(async function () {
    this.timeout(120_000);
    workbench = await openWorkbench();
    await writeFile(join(workbench.folder, "own.bib"), own);
    await writeFile(join(workbench.folder, "latin1.bib"), latin1);
    await writeFile(join(workbench.folder, "colours.md"), "Sources [@zhebin2017north; @nobody1999nothing].\n");
  });

  after(() => workbench.close());

  it("a type that is typed and accepted becomes an entry, whose fields are filled in one after the other", async () => {
    await workbench.openFile("own.bib");
    await workbench.editor.press("Control+End");
    await workbench.editor.type("@art");
    assert.equal((await workbench.editor.suggestions())[0]?.label, "article");
    await workbench.editor.acceptSuggestion("article");
    await workbench.editor.type("new2024");
    await workbench.editor.press("Tab");
    await workbench.editor.type("rach");
    await workbench.editor.triggerSuggest();
    await workbench.editor.suggestion("Roe, Rachel").waitFor();
    await workbench.editor.acceptSuggestion("Roe, Rachel");
    assert.equal(await workbench.editor.savedText("own.bib"), `${own}@article{new2024,\n  author = {Roe, Rachel},\n  title = {},\n  journal = {},\n  year = {},\n}`);
  });

  it("Sort Bibliography asks for the order", async () => {
    await workbench.openFile("own.bib");
    await workbench.runCommand("Sourcebook: Sort Bibliography");
    await workbench.quickInput.pick("By key", "By key");
    await workbench.page.locator(".tab.active.dirty").waitFor();
    const text = await workbench.editor.savedText("own.bib");
    assert.ok(text.startsWith("@string{aer") && text.indexOf("new2024") < text.indexOf("roe2002"), text);
  });

  it("what would destroy a file in another encoding is not done, and the way out is told", async () => {
    await workbench.openFile("latin1.bib");
    await workbench.runCommand("Sourcebook: Sort Bibliography");
    await workbench.quickInput.pick("By key", "By key");
    await workbench.runCommand("Notifications: Show Notifications");
    await workbench.page.locator(".notifications-center.visible .notification-list-item", { hasText: "latin1.bib is not in UTF-8" }).filter({ hasText: "Reopen with Encoding" }).waitFor();
    await workbench.runCommand("Notifications: Clear All Notifications");
    assert.equal(await workbench.page.locator(".tab.active.dirty").count(), 0);
    assert.deepEqual(await readFile(join(workbench.folder, "latin1.bib")), latin1);
  });

  it("keys that no source has are coloured otherwise than those that one has", async () => {
    await workbench.changeSettings({ "editor.semanticHighlighting.enabled": true });
    await workbench.openFile("colours.md");
    await workbench.page.waitForFunction(`(() => {
      const [known, unknown] = ["zhebin2017north", "nobody1999nothing"].map(${colourOf});
      return known !== undefined && unknown !== undefined && known !== unknown;
    })()`);
  });
});

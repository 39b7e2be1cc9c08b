import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FrameLocator, Locator } from "playwright-core";
import { openWorkbench, type Workbench } from "./workbench";

const paper = "---\nbibliography: refs.bib\n---\n\nKnown @doe2001 [p. 3].\n\nWrite here:\n";
const refs = "@book{doe2001,\n  author = {Doe, Jane},\n  title = {A <img src=x onerror=alert(1)> Title},\n  publisher = {P},\n  year = 2001,\n  doi = {10.1000/xyz},\n}\n\n"
  + "@article{roe2002, author = {Roe, R.}, title = {Another Title}, journal = {J}, year = 2002}\n@article{poe2002, author = {Poe, P.}, title = {Third Title}, journal = {J}, year = 2002}\n";

describe("the page of a source", () => {
  let workbench: Workbench;

  before(async function () {
    this.timeout(120_000);
    workbench = await openWorkbench({ size: { width: 1500, height: 950 } });
    await writeFile(join(workbench.folder, "refs.bib"), refs);
    await writeFile(join(workbench.folder, "own.md"), paper);
    await workbench.openFile("own.md");
    await workbench.sideBar.open("Sourcebook");
    // The view has followed the document once what it cites stands first.
    await workbench.sideBar.row("Doe 2001").waitFor();
    await workbench.sideBar.row("Roe 2002").waitFor();
  });

  after(() => workbench.close());

  const document = (): FrameLocator => workbench.webview.document;
  const heading = (text: string): Locator => document().locator("h1", { hasText: text });
  const button = (name: string): Locator => document().getByRole("button", { name, exact: true });

  it("opens beside the text from a row, with the reference in three styles and all else as text", async () => {
    await workbench.sideBar.clickButton("Doe 2001", "Show Source");
    await heading("A <img src=x onerror=alert(1)> Title").waitFor();
    await document().locator(".reference .text").nth(2).waitFor();
    assert.deepEqual(await document().locator(".reference .text").allInnerTexts().then((texts) => texts.map((text) => text.includes("Doe"))), [true, true, true]);
    assert.equal(await document().locator("img").count(), 0);
    await document().getByText("Known @doe2001 [p. 3].").waitFor();
    await document().getByText("10.1000/xyz").first().waitFor();
    assert.equal(await document().getByRole("cell", { name: "P", exact: true }).first().innerText(), "P");
    assert.ok(await workbench.page.locator(".tab", { hasText: "own.md" }).first().isVisible());
  });

  it("a place that cites it is a click away", async () => {
    await document().locator("button.excerpt").first().click();
    await workbench.editor.focused.waitFor();
    assert.equal(await workbench.editor.copySelection(), "doe2001");
  });

  it("follows what is written", async () => {
    await workbench.editor.putCursorAfter("Write here:");
    await workbench.editor.type(" [-@doe2001]");
    await workbench.editor.press("Escape");
    await document().getByText("Cited 2 times in this workspace.").waitFor();
  });

  it("a bar of the picture shows only its sources, by mouse and by keys, and takes the filter back", async () => {
    const bar = (name: string): Locator => document().locator(`button[aria-label="${name}"]`);
    await bar("2002: 2").click();
    await workbench.sideBar.part.getByText(/^\d+ of \d+ sources: 2002$/).waitFor();
    await document().locator("button[aria-label='2002: 2'][aria-pressed='true']").waitFor();
    await bar("2002: 2").focus();
    await workbench.page.keyboard.press("ArrowLeft");
    await workbench.page.keyboard.press("Enter");
    await workbench.sideBar.part.getByText(/^\d+ of \d+ sources: 2001$/).waitFor();
    await document().locator("button[aria-label='2001: 1'][aria-pressed='true']").waitFor();
    await workbench.page.keyboard.press("Enter");
    await workbench.sideBar.row("Roe 2002").waitFor();
    await workbench.sideBar.part.getByText(/ sources: 2001$/).waitFor({ state: "hidden" });
  });

  /** With the cursor in the entry, in the group that holds texts. */
  async function showAnother(): Promise<void> {
    await workbench.runCommand("View: Focus First Editor Group");
    await workbench.editor.focused.waitFor();
    await workbench.openFile("refs.bib");
    await workbench.editor.putCursorAfter("roe20");
    await workbench.runCommand("Sourcebook: Show Source Page");
  }

  it("opens by keys from the view", async () => {
    await showAnother();
    await heading("Another Title").waitFor();
    await workbench.openFile("own.md");
    await workbench.sideBar.row("Cited in This Document").waitFor();
    await workbench.runCommand("Sourcebook: Focus on Sources View");
    await workbench.page.keyboard.press("Home");
    await workbench.page.keyboard.press("ArrowDown");
    await workbench.page.keyboard.press("Shift+Enter");
    await heading("A <img src=x").waitFor();
  });

  it("stays where it is kept open, and another one opens beside it", async () => {
    await button("Keep Open").click();
    await document().locator("button[aria-pressed='true']", { hasText: "Keep Open" }).waitFor();
    await showAnother();
    await workbench.page.locator(".tab", { hasText: "Another Title" }).waitFor();
    assert.equal(await workbench.page.locator(".tab", { hasText: "A <img src=x" }).count(), 1);
    await heading("Another Title").waitFor();
    await document().locator(".reference .text").nth(2).waitFor();
  });

  it("is there again when the window is loaded anew, that which is kept open too", async () => {
    await workbench.reload();
    await heading("Another Title").waitFor();
    await document().locator(".reference .text").nth(2).waitFor();
    await button("Keep Open").and(document().locator("[aria-pressed='false']")).waitFor();
    await workbench.page.locator(".tab", { hasText: "A <img src=x" }).click();
    await heading("A <img src=x").waitFor();
    await button("Keep Open").and(document().locator("[aria-pressed='true']")).waitFor();
    await document().locator("button.excerpt").first().click();
    await workbench.editor.focused.waitFor();
    assert.equal(await workbench.editor.copySelection(), "doe2001");
  });
});

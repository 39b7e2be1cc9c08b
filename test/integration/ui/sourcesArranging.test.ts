import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openWorkbench, type Workbench } from "./workbench";

const paper = "---\nbibliography: refs.bib\n---\n\nKnown @doe2001 and @roe2002.\n\nWrite here:\n";
const refs = "@book{doe2001, author = {Doe, Jane}, title = {Old}, publisher = {P}, year = 2001, doi = {10.1000/xyz}}\n"
  + "@article{roe2002, author = {Roe, R.}, title = {Middle}, journal = {J}, year = 2002}\n@article{poe2003, author = {Poe, P.}, title = {New}, journal = {J}, year = 2003}\n";

describe("arranging and choosing in the Sources view", () => {
  let workbench: Workbench;

  before(async function () {
    this.timeout(120_000);
    workbench = await openWorkbench();
    await workbench.changeSettings({ "sourcebook.corpus": "never" });
    await writeFile(join(workbench.folder, "refs.bib"), refs);
    await writeFile(join(workbench.folder, "own.md"), paper);
    await workbench.openFile("own.md");
    await workbench.sideBar.open("Sourcebook");
    await workbench.sideBar.row("Cited in This Document").waitFor();
    await workbench.sideBar.row("Poe 2003").waitFor();
  });

  after(() => workbench.close());

  /** The rows below the library. */
  const listed = async (): Promise<readonly string[]> => {
    const labels = (await workbench.sideBar.readRows()).map(({ label }) => label);
    return labels.slice(labels.indexOf("refs.bib") + 1);
  };

  it("sorts as one wishes", async () => {
    assert.deepEqual(await listed(), ["Doe 2001", "Poe 2003", "Roe 2002"]);
    await workbench.runCommand("Sourcebook: Sort Sources By…");
    await workbench.quickInput.pick("Year, newest first");
    await workbench.sideBar.rows.nth(4).filter({ hasText: "Poe 2003" }).waitFor();
    assert.deepEqual(await listed(), ["Poe 2003", "Roe 2002", "Doe 2001"]);
  });

  it("toggles narrow it as they are ticked, and one button shows all again", async () => {
    await workbench.runCommand("Sourcebook: Show Only…");
    await workbench.quickInput.tick("Not cited in this document");
    await workbench.sideBar.part.getByText("1 of 3 sources: not cited").waitFor();
    await workbench.quickInput.tick("Not cited in this document");
    await workbench.quickInput.tick("Without a DOI");
    await workbench.quickInput.tick("journal article");
    await workbench.sideBar.part.getByText(/^2 of 3 sources: /).waitFor();
    await workbench.quickInput.cancel();
    assert.deepEqual(await listed(), ["Poe 2003", "Roe 2002"]);
    await workbench.sideBar.clickTitleButton("Clear the Filter");
    await workbench.sideBar.rows.nth(6).waitFor();
  });

  it("follows the cursor where one wants it to", async () => {
    await workbench.runCommand("Sourcebook: Follow the Editor");
    await workbench.openFile("own.md");
    await workbench.editor.putCursorAfter("and @roe");
    await workbench.sideBar.row("Roe 2002").and(workbench.page.locator(".selected")).waitFor();
    await workbench.openFile("refs.bib");
    await workbench.editor.putCursorAfter("@article{poe");
    await workbench.sideBar.row("Poe 2003").and(workbench.page.locator(".selected")).waitFor();
    await workbench.runCommand("Sourcebook: Stop Following the Editor");
  });

  it("Enter cites all rows that are chosen, at the cursor", async () => {
    await workbench.openFile("own.md");
    await workbench.editor.putCursorAfter("Write here:");
    await workbench.runCommand("Sourcebook: Focus on Sources View");
    await workbench.page.keyboard.press("Escape");
    for (const label of ["Poe 2003", "Cited in This Document", "Doe 2001"]) {
      await workbench.sideBar.row(label).click({ modifiers: ["Control"] });
      await workbench.sideBar.row(label).and(workbench.page.locator(".selected")).waitFor();
    }
    await workbench.page.keyboard.press("Enter");
    await workbench.editor.line("Write here:[@").waitFor();
    assert.match(await workbench.editor.savedText("own.md"), /^Write here:\[@(?:poe2003; @doe2001|doe2001; @poe2003)\]$/m);
  });

  it("leaves out what is excluded, says so, and shows it again", async () => {
    await workbench.doToRow(() => workbench.sideBar.chooseInMenu("refs.bib", "Exclude from View"), "");
    await workbench.sideBar.row("refs.bib").waitFor({ state: "detached" });
    await workbench.sideBar.part.getByText("Left out of the view, but still offered to cite: 1").waitFor();
    await workbench.runCommand("Sourcebook: Show Excluded Sources");
    await workbench.sideBar.row("refs.bib").waitFor();
  });

  it("remembers order and groups when the window is loaded anew", async () => {
    await workbench.runCommand("Sourcebook: Group Sources By…");
    await workbench.quickInput.pick("Type");
    await workbench.sideBar.row("Book").waitFor();
    await workbench.reload();
    await workbench.sideBar.row("Book").waitFor();
    await workbench.sideBar.expand("Journal article");
    const labels = (await workbench.sideBar.readRows()).map(({ label }) => label);
    assert.deepEqual(labels.slice(labels.indexOf("Journal article") + 1, labels.indexOf("Journal article") + 3), ["Poe 2003", "Roe 2002"]);
  });
});

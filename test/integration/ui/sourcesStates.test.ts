import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openWorkbench, type Workbench } from "./workbench";

describe("what the Sources view says of itself", () => {
  let workbench: Workbench;

  before(async function () {
    this.timeout(120_000);
    workbench = await openWorkbench();
    await writeFile(join(workbench.folder, "own.md"), "---\nbibliography: lost.bib\n---\n\nSee @asmolov2020russia.\n");
    await writeFile(join(workbench.folder, "plain.md"), "No citations here.\n");
    await workbench.openFile("own.md");
    await workbench.sideBar.open("Sourcebook");
    await workbench.sideBar.row("lost.bib").waitFor();
  });

  after(() => workbench.close());

  it("a bibliography that is not there leads to where it is named", async () => {
    const row = (await workbench.sideBar.readRows()).find(({ label }) => label === "lost.bib");
    assert.equal(row?.description, "not found");
    await workbench.sideBar.clickRow("lost.bib");
    assert.equal(await workbench.editor.copySelection(), "lost.bib");
  });

  it("rows tell screen readers what they are and how often they are cited, here and in all documents", async () => {
    const cited = workbench.sideBar.row("Asmolov & Zakharova 2020");
    assert.match(await cited.getAttribute("aria-label") ?? "", /Asmolov & Zakharova 2020, journal article, cited 1× here and \d+× in all documents/);
    await cited.locator(".label-description", { hasText: /^1× · .*× in all$/ }).waitFor();
    await workbench.sideBar.row("lost.bib").and(workbench.page.locator("[aria-label^='There is no file “lost.bib”']")).waitFor();
  });

  it("with nothing in scope it offers ways to go on", async () => {
    await workbench.changeSettings({ "sourcebook.corpus": "never" });
    await workbench.openFile("plain.md");
    await workbench.sideBar.part.getByRole("button", { name: "Add a Bibliography" }).last().waitFor();
    await workbench.sideBar.part.getByRole("button", { name: "Open the Sample Paper" }).last().waitFor();
  });
});

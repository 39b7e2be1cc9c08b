import assert from "node:assert/strict";
import { openWorkbench, type Workbench } from "./workbench";

describe("a document's references in the window", () => {
  let workbench: Workbench;

  before(async function () {
    this.timeout(120_000);
    workbench = await openWorkbench();
  });

  after(() => workbench.close());

  it("Export Cited Sources opens them in the format that is picked", async () => {
    await workbench.openFile("paper.tex");
    await workbench.runCommand("Sourcebook: Export Cited Sources");
    assert.deepEqual((await workbench.quickInput.names()).slice(0, 3), ["BibLaTeX", "BibTeX", "CSL-JSON"]);
    await workbench.quickInput.pick("BibTeX");
    await workbench.editor.line("@").waitFor();
    await workbench.page.locator(".tab.active", { hasText: "Untitled" }).waitFor();
    await workbench.editor.line("asmolov2020russia").waitFor();
    await workbench.runCommand("View: Revert and Close Editor");
  });

  it("Copy As shows each text before it is copied", async () => {
    await workbench.openFile("paper.md");
    await workbench.editor.putCursorAfter("@zakharova2016");
    await workbench.runCommand("Sourcebook: Copy As…");
    await workbench.quickInput.rows.filter({ hasText: "Citation" }).filter({ hasText: "Markdown" }).filter({ hasText: "(Zakharova, 2016)" }).waitFor();
    await workbench.quickInput.rows.filter({ hasText: "Reference" }).filter({ hasText: "LaTeX" }).click();
    await workbench.statusMessage("Copied");
    assert.match(await workbench.clipboard(), /^Zakharova, L\. \(2016\)\. Economic .*\\emph\{Journal of Eurasian Studies\}/);
  });

  it("Select Style tells of a document that names its own, and changes it there if asked", async () => {
    await workbench.openFile("paper.md");
    await workbench.editor.putCursorAfter("lang: en-US");
    await workbench.editor.type("\ncsl: vancouver");
    await workbench.runCommand("Sourcebook: Select Style");
    await workbench.quickInput.fill("ieee");
    await workbench.quickInput.row("IEEE").waitFor();
    await workbench.quickInput.pick("IEEE");
    await workbench.answer("This document names a style of its own, “vancouver”, which wins over the setting.", "Change This Document");
    await workbench.editor.line("csl: https://www.zotero.org/styles/ieee").waitFor();
    await workbench.runCommand("File: Revert File");
  });
});

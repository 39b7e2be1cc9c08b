import assert from "node:assert/strict";
import { openWorkbench, type Workbench } from "./workbench";

describe("citing in the window", () => {
  let workbench: Workbench;

  before(async function () {
    this.timeout(120_000);
    workbench = await openWorkbench();
  });

  after(() => workbench.close());

  const typed: readonly (readonly [file: string, after: string, text: string, label: string, expected: string])[] = [
    ["paper.md", "oil [@asan2018rise].", " Prices rose [@zakh", "zakharova2016economic", "oil [@asan2018rise]. Prices rose [@zakharova2016economic]"],
    ["paper.tex", "\\citealp{toloraya2015russia}", " and \\citep{zakh", "zakharova2016economic", "\\citealp{toloraya2015russia} and \\citep{zakharova2016economic}"],
  ];
  for (const [file, after, text, label, expected] of typed) {
    it(`typing in ${file} opens the list, accepting writes the key: ${text}`, async () => {
      await workbench.openFile(file);
      await workbench.editor.putCursorAfter(after);
      await workbench.editor.type(text);
      await workbench.editor.acceptSuggestion(label);
      const saved = await workbench.editor.savedText(file);
      assert.ok(saved.includes(expected), saved);
    });
  }

  it("pointing at a key shows its card", async () => {
    await workbench.openFile("paper.md");
    const card = await workbench.editor.hover("asmolov2020russia");
    assert.match(card, /Asmolov/);
    assert.match(card, /2020/);
  });

  it("the Sources view lists the corpus, and a click cites", async () => {
    await workbench.openFile("paper.md");
    await workbench.editor.putCursorAfter("# Mediation");
    await workbench.editor.press("Enter");
    await workbench.sideBar.open("Sourcebook");
    const [library] = await workbench.sideBar.readRows();
    assert.equal(library?.label, "Reference corpus");
    await workbench.sideBar.expand("Reference corpus");
    const source = (await workbench.sideBar.readRows()).find(({ level }) => level === 2);
    assert.ok(source);
    await workbench.sideBar.clickRow(source.label);
    await workbench.page.locator(".view-line", { hasText: /^\[@\w+\]$/ }).waitFor();
  });

  it("Insert Citation offers all sources and extends the citation at the cursor", async () => {
    await workbench.openFile("paper.md");
    await workbench.editor.putCursorAfter("[@pankina2009trade");
    await workbench.runCommand("Sourcebook: Insert Citation");
    await workbench.quickInput.fill("Economic Cooperation between Russia and North Korea");
    const [name = ""] = await workbench.quickInput.names();
    await workbench.quickInput.tick(name);
    await workbench.quickInput.accept();
    await workbench.page.locator(".view-line", { hasText: "[@pankina2009trade, p. 168; @zakharova2016economic]" }).waitFor();
  });
});

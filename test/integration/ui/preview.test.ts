import assert from "node:assert/strict";
import type { Frame, FrameLocator, Locator } from "playwright-core";
import { openWorkbench, type Workbench } from "./workbench";

describe("the Markdown preview", () => {
  let workbench: Workbench;

  before(async function () {
    this.timeout(120_000);
    workbench = await openWorkbench({ size: { width: 1400, height: 900 } });
    await workbench.openFile("paper.md");
    await workbench.runCommand("Markdown: Open Preview to the Side");
    await citation("Asmolov and Zakharova").or(citation("Asmolov & Zakharova")).waitFor();
    await workbench.page.locator(`.tab.active[data-resource-name="paper.md"]`).first().click();
  });

  after(() => workbench.close());

  /** The page of the preview: VS Code shows it in a frame of its own within the frame of the webview. */
  const document = (): FrameLocator => workbench.page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
  const preview = (): Locator => document().locator("body");
  const citation = (text: string): Locator => preview().locator(".sourcebook-citation", { hasText: text }).first();
  const reference = (key: string): Locator => preview().locator(`[id="ref-${key}"]`);

  /** The same as a frame, in which scripts can run. */
  async function frame(): Promise<Frame> {
    const handle = await preview().elementHandle();
    const owner = await handle.ownerFrame();
    return owner ?? assert.fail("the preview has a frame");
  }

  it("shows citations in the style, and the list where the document wants it", async () => {
    await citation("(see Zhebin, 2006, pp. 28–35; and Denisov, 2015)").waitFor();
    assert.match(await reference("zakharova2016economic").innerText(), /^Zakharova, L\. \(2016\)\. Economic/);
    await preview().locator("h1", { hasText: "References" }).waitFor();
    // both places at one moment: the page may be drawn anew between two questions
    await (await frame()).waitForFunction("[...document.querySelectorAll('h1')].some((one) => one.textContent === 'References' && one.getBoundingClientRect().y < document.querySelector('#refs').getBoundingClientRect().y)");
    assert.equal(await preview().getByText(":::").count(), 0);
    assert.match(await preview().innerText(), /writer@example\.org, @zakharova2016economic in code/);
  });

  it("a citation leads to its reference, and the reference back", async () => {
    await citation("(Pankina, 2009, p. 168)").locator("a").click();
    await reference("pankina2009trade").locator(":scope:target").or(reference("pankina2009trade")).waitFor();
    const page = await frame();
    await page.waitForFunction("document.getElementById('ref-pankina2009trade').getBoundingClientRect().top < innerHeight");
    await reference("pankina2009trade").locator(".sourcebook-back a").first().click();
    await page.waitForFunction("[...document.querySelectorAll('.sourcebook-citation')].find((one) => one.textContent.includes('Pankina')).getBoundingClientRect().top < innerHeight");
  });

  it("follows edits, and marks unknown keys", async () => {
    await workbench.page.locator(`.tab[data-resource-name="paper.md"]`).first().click();
    await workbench.editor.putCursorAfter("# Introduction");
    await workbench.editor.type("\n\nAs [@weitz2015russian, p. 9; @nobody2000] says.\n");
    const added = citation("nobody2000?");
    await added.waitFor();
    assert.match(await added.innerText(), /\(Weitz, 2015, p\. 9; nobody2000\?\)/);
    assert.equal(await added.locator(".sourcebook-unknown").innerText(), "nobody2000?");
    const page = await frame();
    assert.match(await page.evaluate<string>("getComputedStyle(document.querySelector('.sourcebook-unknown')).textDecorationLine"), /underline/);
  });

  it("shows the style in focus while one is selected, and goes back if none is", async () => {
    await workbench.runCommand("Sourcebook: Select Style");
    await workbench.quickInput.fill("nature");
    await workbench.quickInput.row("Nature").waitFor();
    await preview().locator(".sourcebook-citation sup", { hasText: /^1$/ }).first().waitFor();
    await workbench.quickInput.cancel();
    await citation("(Pankina, 2009, p. 168)").waitFor();
  });

  it("follows the style that is selected by how it looks", async () => {
    await workbench.runCommand("Sourcebook: Select Style");
    await workbench.quickInput.fill("ieee");
    await workbench.quickInput.row("IEEE").waitFor();
    await workbench.quickInput.widget.getByText(/\[1\] +· +\[1\] ?.*Weitz/).waitFor();
    await workbench.quickInput.pick("IEEE");
    await citation("[1]").waitFor();
    assert.match(await reference("zakharova2016economic").innerText(), /L\. Zakharova, “Economic/);
  });

  it("follows the theme", async () => {
    const colours: string[] = [];
    for (const theme of ["dark", "light"] as const) {
      await workbench.setTheme(theme);
      // A changed theme may load the page anew.
      await document().locator(`body.vscode-${theme} .sourcebook-unknown`).waitFor();
      colours.push(await (await frame()).evaluate<string>("getComputedStyle(document.querySelector('.sourcebook-unknown')).textDecorationColor"));
    }
    assert.notEqual(colours[0], colours[1]);
  });
});

import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
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

  const preview = (): Locator => workbench.webview.body;
  const citation = (text: string): Locator => preview().locator(".sourcebook-citation", { hasText: text }).first();
  const reference = (key: string): Locator => preview().locator(`[id="ref-${key}"]`);

  it("shows citations in the style, and the list where the document wants it", async () => {
    await citation("(see Zhebin, 2006, pp. 28–35; and Denisov, 2015)").waitFor();
    assert.match(await reference("zakharova2016economic").innerText(), /^Zakharova, L\. \(2016\)\. Economic/);
    await preview().locator("h1", { hasText: "References" }).waitFor();
    // both places at one moment: the page may be drawn anew between two questions
    await workbench.webview.until("[...document.querySelectorAll('h1')].some((one) => one.textContent === 'References' && one.getBoundingClientRect().y < document.querySelector('#refs').getBoundingClientRect().y)");
    assert.equal(await preview().getByText(":::").count(), 0);
    assert.match(await preview().innerText(), /writer@example\.org, @zakharova2016economic in code/);
  });

  it("a citation leads to its reference, and the reference back", async () => {
    await citation("(Pankina, 2009, p. 168)").locator("a").click();
    await reference("pankina2009trade").locator(":scope:target").or(reference("pankina2009trade")).waitFor();
    await workbench.webview.until("document.getElementById('ref-pankina2009trade').getBoundingClientRect().top < innerHeight");
    await reference("pankina2009trade").locator(".sourcebook-back a").first().click();
    await workbench.webview.until("[...document.querySelectorAll('.sourcebook-citation')].find((one) => one.textContent.includes('Pankina')).getBoundingClientRect().top < innerHeight");
  });

  it("follows edits, and marks unknown keys", async () => {
    await workbench.page.locator(`.tab[data-resource-name="paper.md"]`).first().click();
    await workbench.editor.putCursorAfter("# Introduction");
    await workbench.editor.type("\n\nAs [@weitz2015russian, p. 9; @nobody2000] says.\n");
    const added = citation("nobody2000?");
    await added.waitFor();
    assert.match(await added.innerText(), /\(Weitz, 2015, p\. 9; nobody2000\?\)/);
    assert.equal(await added.locator(".sourcebook-unknown").innerText(), "nobody2000?");
    assert.match(await workbench.webview.first<string>("getComputedStyle(document.querySelector('.sourcebook-unknown')).textDecorationLine"), /underline/);
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
    await workbench.quickInput.widget.getByText(/^\[1\]\s*•\s*\[1\]\s*R\. Weitz, “.+”.+\d{4}.*•\s*\[2\].+\d{4}.*•\s*\[3\].+\d{4}/).waitFor();
    await workbench.quickInput.pick("IEEE");
    await citation("[1]").waitFor();
    assert.match(await reference("zakharova2016economic").innerText(), /L\. Zakharova, “Economic/);
  });

  it("follows the theme", async () => {
    const colours: string[] = [];
    for (const theme of ["dark", "light"] as const) {
      await workbench.setTheme(theme);
      // A changed theme may load the page anew.
      colours.push(await workbench.webview.first(`((one) => one && getComputedStyle(one).textDecorationColor)(document.querySelector("body.vscode-${theme} .sourcebook-unknown"))`));
    }
    assert.notEqual(colours[0], colours[1]);
  });
});

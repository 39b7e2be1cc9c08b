import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import { openWorkbench, type Workbench } from "./workbench";

describe("getting started", () => {
  let workbench: Workbench;

  before(async function () {
    this.timeout(120_000);
    // Pictures stand beside the steps in a wide window alone.
    workbench = await openWorkbench({ size: { width: 1700, height: 900 } });
    await workbench.runCommand("Sourcebook: Get Started");
    await steps().nth(4).waitFor();
  });

  after(() => workbench.close());

  const steps = (): Locator => workbench.page.locator(".getting-started-step");
  const picture = (): Locator => workbench.page.locator(".getting-started-media img");

  it("each step has its picture, with words for those who do not see it", async () => {
    const words = new Set<string>();
    for (let step = 0; step < 5; step++) {
      if (step > 0) await steps().nth(step).click();
      await workbench.page.waitForFunction(`((one) => one?.naturalWidth > 300 && !${JSON.stringify([...words])}.includes(one.alt))(document.querySelector(".getting-started-media img"))`);
      words.add(await picture().getAttribute("alt") ?? "");
    }
    assert.equal(words.size, 5);
    assert.ok([...words].every((alt) => alt.length > 30), [...words].join("\n"));
  });

  it("a step's button does what it says", async () => {
    await steps().first().click();
    await steps().first().getByRole("button", { name: "Open the Sample Paper" }).click();
    await workbench.page.locator(".tab.active", { hasText: "Untitled" }).or(workbench.page.locator(".tab.active", { hasText: "Trade, Mediation" })).first().waitFor();
    await workbench.editor.line("Trade, Mediation and Sanctions").waitFor();
  });
});

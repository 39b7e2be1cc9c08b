import assert from "node:assert/strict";
import type { TreeRow } from "./sideBar";
import { openWorkbench, type Workbench } from "./workbench";

describe("the Sources view", () => {
  let workbench: Workbench;
  let sources: readonly TreeRow[];

  before(async function () {
    this.timeout(120_000);
    workbench = await openWorkbench();
    await workbench.openFile("paper.md");
    await workbench.sideBar.open("Sourcebook");
    await workbench.sideBar.expand("Reference corpus");
    sources = (await workbench.sideBar.readRows({ level: 2, count: 11 })).filter(({ level }) => level === 2);
  });

  after(() => workbench.close());

  it("lists the corpus: the library with its number of sources, and its sources with author and year", async () => {
    const corpus = (await workbench.sideBar.readRows()).find(({ label }) => label === "Reference corpus");
    assert.deepEqual([corpus?.level, corpus?.description, corpus?.expanded], [1, "48", true]);
    assert.ok(sources.length > 10);
    assert.ok(sources.every(({ icon }) => icon.includes("codicon-")), "each row has an icon");
    assert.ok(sources.some(({ label, description }) => `${label} ${description}`.includes("Asmolov & Zakharova 2020")));
  });

  it("a click cites at the cursor, a second one extends the citation", async () => {
    await workbench.openFile("paper.md");
    await workbench.editor.putCursorAfter("# Mediation");
    await workbench.editor.press("Enter");
    const [first, second] = sources;
    assert.ok(first && second);
    await workbench.sideBar.clickRow(first.label);
    await workbench.page.locator(".view-line", { hasText: /^\[@\w+\]$/ }).waitFor();
    await workbench.sideBar.rowSaying(first.label, timesMore(first)).waitFor();
    await workbench.editor.focused.waitFor();
    await workbench.editor.press("ArrowLeft");
    await workbench.sideBar.clickRow(second.label);
    await workbench.page.locator(".view-line", { hasText: /^\[@\w+;\s@\w+\]$/ }).waitFor();
    await workbench.sideBar.rowSaying(second.label, timesMore(second)).waitFor();
  });

  /** What a row says once its source is cited once more: the view has caught up with the text, and its rows stay where they are. */
  const timesMore = ({ description }: TreeRow): string => `${String(Number(/^(\d+)×/.exec(description)?.[1] ?? 0) + 1)}×`;

  it("a row's menu copies its key", async () => {
    const [first] = sources;
    await workbench.doToRow(() => workbench.sideBar.chooseInMenu(first?.label ?? "", "Copy Key"), "Copied");
    assert.equal(await workbench.clipboard(), "asmolov2020russia");
  });

  it("the button above the rows offers every source, whichever row is chosen", async () => {
    await workbench.openFile("paper.md");
    await workbench.sideBar.clickTitleButton("Insert Citation");
    await workbench.quickInput.fill("north korea bombs");
    await workbench.quickInput.row("North Korea: Bombs, Missiles, Sanctions").waitFor();
    await workbench.quickInput.cancel();
  });

  it("a row is opened where it can be read, once the writer agrees", async () => {
    await workbench.sideBar.clickButton("Burghart, Park & Zakharova 2019", "Open Source");
    await workbench.answerDialog("https://doi.org/10.1007/s10308-019-00544-4", "Copy");
    assert.equal(await workbench.clipboard(), "https://doi.org/10.1007/s10308-019-00544-4");
  });

  it("a row without an address says so when it is to be opened, and leads to the entry", async () => {
    const [first] = sources;
    await workbench.sideBar.clickButton(first?.label ?? "", "Open Source");
    await workbench.answer("asmolov2020russia has neither a DOI nor a web address.", "Go to Entry");
    await workbench.page.locator(".tab.active", { hasText: "Reference corpus.json" }).waitFor();
    assert.equal(await workbench.editor.copySelection(), "asmolov2020russia");
  });
});

describe("a window without a folder", () => {
  let workbench: Workbench;

  before(async function () {
    this.timeout(120_000);
    workbench = await openWorkbench({ folder: false });
  });

  after(() => workbench.close());

  it("has the corpus to cite from: the sample paper opens and completes", async () => {
    await workbench.runCommand("Sourcebook: Open the Sample Paper");
    await workbench.editor.focused.waitFor();
    await workbench.editor.putCursorAfter("oil [@asan2018rise].");
    await workbench.editor.type(" [@жеб");
    await workbench.editor.suggestion("zhebin2017north").waitFor();
  });
});

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openWorkbench, type Workbench } from "./workbench";

const paper = "---\nbibliography: refs.bib\n---\n\nKnown @doe2001 and unknown [@nobody1999].\n\nDrop here:\n";
const refs = "@book{doe2001,\n  author = {Doe, Jane},\n  title = {A Title},\n  year = 2001,\n  doi = {10.1000/xyz},\n}\n\n"
  + "@article{roe2002, author = {Roe, R.}, title = {Another Title}, journal = {J}, year = 2002}\n";

describe("finding and citing in the Sources view", () => {
  let workbench: Workbench;

  before(async function () {
    this.timeout(120_000);
    workbench = await openWorkbench();
    await writeFile(join(workbench.folder, "refs.bib"), refs);
    await writeFile(join(workbench.folder, "own.md"), paper);
    await workbench.openFile("own.md");
    await workbench.sideBar.open("Sourcebook");
    await workbench.sideBar.row("refs.bib").waitFor();
  });

  after(() => workbench.close());

  const labels = async (): Promise<readonly string[]> => (await workbench.sideBar.readRows()).map(({ label }) => label);

  it("shows what the document cites, unknown keys in place, and counts these on its icon", async () => {
    await workbench.sideBar.row("nobody1999").waitFor();
    const rows = await workbench.sideBar.readRows();
    assert.deepEqual(rows.slice(0, 6).map(({ level, label }) => `${level} ${label}`), ["1 Cited in This Document", "2 Doe 2001", "2 nobody1999", "1 refs.bib", "2 Doe 2001", "2 Roe 2002"]);
    await workbench.page.locator(".activitybar .badge-content", { hasText: /^1$/ }).waitFor();
  });

  it("a source opens to the lines that cite it and to its links", async () => {
    await workbench.sideBar.row("Doe 2001").locator(".monaco-tl-twistie").click();
    await workbench.sideBar.row("own.md").waitFor();
    await workbench.sideBar.row("10.1000/xyz").waitFor();
    await workbench.sideBar.clickRow("Entry in refs.bib");
    await workbench.page.locator(".tab.active", { hasText: "refs.bib" }).waitFor();
    assert.equal(await workbench.editor.copySelection(), "doe2001");
    await workbench.openFile("own.md");
    await workbench.sideBar.row("Doe 2001").locator(".monaco-tl-twistie").click();
  });

  it("a filter narrows it as one types and says how many are left; Escape takes it back", async () => {
    await workbench.runCommand("Sourcebook: Filter Sources…");
    await workbench.quickInput.fill("another roe");
    await workbench.sideBar.part.getByText("1 of 50 sources: “another roe”").waitFor();
    await workbench.sideBar.row("Reference corpus").waitFor({ state: "detached" });
    assert.deepEqual(await labels(), ["refs.bib", "Roe 2002"]);
    await workbench.quickInput.cancel();
    await workbench.sideBar.row("Reference corpus").waitFor();
  });

  it("a filter that nothing meets leads out of it", async () => {
    await workbench.runCommand("Sourcebook: Filter Sources…");
    await workbench.quickInput.fill("xyzzy");
    await workbench.sideBar.part.getByText("0 of 50 sources").waitFor();
    await workbench.quickInput.accept();
    await workbench.sideBar.part.getByRole("button", { name: "Clear the Filter" }).last().click();
    await workbench.sideBar.row("Reference corpus").waitFor();
  });

  it("groups sources as one wishes", async () => {
    await workbench.runCommand("Sourcebook: Group Sources By…");
    await workbench.quickInput.pick("Year");
    await workbench.sideBar.row("2002").waitFor();
    await workbench.runCommand("Sourcebook: Group Sources By…");
    await workbench.quickInput.pick("Library");
    await workbench.sideBar.row("Roe 2002").waitFor();
  });

  it("rows dragged to the text become one citation", async () => {
    await workbench.openFile("own.md");
    await workbench.sideBar.row("Roe 2002").click({ modifiers: ["Control"] });
    await workbench.sideBar.row("Asmolov & Zakharova 2020").click({ modifiers: ["Control"] });
    await workbench.sideBar.dragTo("Roe 2002", workbench.editor.line("Drop here:").locator("span").last());
    await workbench.editor.line("Drop here:[@").waitFor();
    assert.match(await workbench.editor.savedText("own.md"), /^Drop here:\[@(?:roe2002; @asmolov2020russia|asmolov2020russia; @roe2002)\]$/m);
  });

  it("a row dropped on a bibliography becomes an entry near where it was dropped", async () => {
    await workbench.openFile("refs.bib");
    await workbench.sideBar.dragTo("Blank 2015", workbench.editor.line("title = {A Title}").locator("span").last());
    await workbench.editor.line("@techreport{").or(workbench.editor.line("@report{")).first().waitFor();
    const text = await workbench.editor.savedText("refs.bib");
    assert.match(text, /doi = \{10\.1000\/xyz\},\n\}\n\n@(?:tech)?report\{blank2015\w*,[^]+\n\}\n+@article\{roe2002/);
    await workbench.sideBar.rowSaying("refs.bib", "3").waitFor();
    await workbench.openFile("own.md");
  });

  it("keeps what is open and chosen while one writes, and a menu is about the row it was opened on", async () => {
    await workbench.runCommand("Sourcebook: Focus on Sources View");
    await workbench.page.keyboard.press("Escape");
    await workbench.sideBar.expand("Doe 2001");
    await workbench.sideBar.row("own.md").waitFor();
    await workbench.openFile("own.md");
    await workbench.editor.putCursorAfter("unknown [@nobody1999");
    await workbench.sideBar.row("Asmolov & Zakharova 2020").click({ modifiers: ["Control"] });
    await workbench.runCommand("View: Focus First Editor Group");
    await workbench.editor.focused.waitFor();
    await workbench.editor.type("; @doe2001");
    await workbench.sideBar.rowSaying("Doe 2001", "2×").waitFor();
    await workbench.sideBar.row("Asmolov & Zakharova 2020").and(workbench.page.locator(".selected")).waitFor();
    await workbench.sideBar.row("Doe 2001").and(workbench.page.locator("[aria-expanded='true']")).waitFor();
    await workbench.sideBar.row("own.md").locator(".label-description", { hasText: "2×" }).waitFor();
    await workbench.doToRow(() => workbench.sideBar.chooseInMenu("Asmolov & Zakharova 2020", "Copy Key"), "Copied");
    assert.equal(await workbench.clipboard(), "asmolov2020russia");
  });
});

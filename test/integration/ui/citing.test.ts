import assert from "node:assert/strict";
import { openWorkbench, type Workbench } from "./workbench";

describe("citing in the window", () => {
  let workbench: Workbench;

  before(async function () {
    this.timeout(120_000);
    workbench = await openWorkbench();
  });

  after(() => workbench.close());

  const typed: readonly (readonly [file: string, after: string, text: string, label: string, expected: RegExp])[] = [
    // Whether the editor has closed the bracket depends on how far it has read the language's rules.
    ["paper.md", "oil [@asan2018rise].", " Prices rose [@zakh", "zakharova2016economic", / Prices rose \[@zakharova2016economic\]?\n/],
    ["paper.tex", "\\citealp{toloraya2015russia}", " and \\citep{zakh", "zakharova2016economic", / and \\citep\{zakharova2016economic\}?\)\.\n/],
  ];
  for (const [file, after, text, label, expected] of typed) {
    it(`typing in ${file} opens the list, accepting writes the key: ${text}`, async () => {
      await workbench.openFile(file);
      await workbench.editor.putCursorAfter(after);
      await workbench.editor.type(text);
      const [first] = await workbench.editor.suggestions();
      assert.equal(first?.label, label);
      assert.match(first.details, /Zakharova 2016/);
      await workbench.editor.acceptSuggestion(label);
      assert.match(await workbench.editor.savedText(file), expected);
    });
  }

  it("the focused suggestion shows its reference", async () => {
    await workbench.openFile("paper.md");
    await workbench.editor.putCursorAfter("# Mediation");
    await workbench.editor.type("\n\n[@zakharova2016");
    await workbench.editor.suggestions();
    assert.match(await workbench.editor.suggestionDetails("(2016)"), /Zakharova, L\. \(2016\)\. Economic .* Journal of Eurasian Studies/s);
    await workbench.runCommand("File: Revert File");
  });

  it("pointing at a key shows its card, which leads to the entry", async () => {
    await workbench.openFile("paper.md");
    await workbench.editor.select("asmolov2020russia");
    const card = await workbench.editor.hover("asmolov2020russia");
    assert.match(card, /Asmolov.*2020.*Reference corpus/s);
    await workbench.editor.hoverWidget.getByText("Go to entry").click();
    await workbench.page.locator(".tab.active", { hasText: "Reference corpus.json" }).waitFor();
    assert.equal(await workbench.editor.copySelection(), "asmolov2020russia");
  });

  it("Insert Citation offers all sources, takes several at once and extends the citation at the cursor", async () => {
    await workbench.openFile("paper.md");
    await workbench.editor.putCursorAfter("[@pankina2009trade");
    await workbench.runCommand("Sourcebook: Insert Citation");
    const wanted = [
      ["zakharova economic cooperation", "Economic Cooperation between Russia and North Korea: New Goals and New Approaches"],
      ["жебин 2017", "North Korea: Bombs, Missiles, Sanctions"],
    ] as const;
    for (const [words, title] of wanted) {
      await workbench.quickInput.fill(words);
      await workbench.quickInput.tick(title);
    }
    await workbench.quickInput.accept();
    await workbench.editor.focused.waitFor();
    assert.match(await workbench.editor.savedText("paper.md"), /\[@pankina2009trade, p\. 168; @zakharova2016economic; @zhebin2017north\]/);
  });

  /** Searches for what is to be cited in a line of its own below another one. */
  async function searchToInsert(line: string, words: string): Promise<void> {
    await workbench.openFile("paper.md");
    await workbench.editor.putCursorAfter(line);
    await workbench.editor.press("Enter");
    await workbench.runCommand("Sourcebook: Insert Citation");
    await workbench.quickInput.fill(words);
  }

  it("Insert Citation takes the best match where nothing is ticked", async () => {
    await searchToInsert("# Mediation", "zakharova economic cooperation");
    await workbench.quickInput.row("Economic Cooperation between Russia and North Korea: New Goals and New Approaches").waitFor();
    await workbench.quickInput.accept();
    await workbench.editor.focused.waitFor();
    assert.match(await workbench.editor.savedText("paper.md"), /# Mediation\n\[@zakharova2016economic\]/);
  });

  it("Insert Citation asks for words and pages where the writer wants them", async () => {
    await searchToInsert("# Mediation", "zakharova economic cooperation");
    await workbench.quickInput.tick("Economic Cooperation between Russia and North Korea: New Goals and New Approaches");
    await workbench.quickInput.widget.getByRole("button", { name: "Add Page or Words…" }).click();
    for (const [title, words] of [["Words Before It", "see"], ["Pages or Another Place", "3-5"], ["Words Behind It", "and passim"]] as const) {
      await workbench.quickInput.widget.getByText(title).waitFor();
      await workbench.quickInput.fill(words);
      if (title === "Pages or Another Place") assert.equal(await firstPlace(words), "pp. 3–5");
      await workbench.quickInput.accept();
    }
    await workbench.editor.focused.waitFor();
    assert.match(await workbench.editor.savedText("paper.md"), /\[see @zakharova2016economic, pp\. 3–5, and passim\]/);
  });

  /** The first of the places that are offered for words: pages, whatever VS Code would sort first. */
  async function firstPlace(words: string): Promise<string | undefined> {
    await workbench.quickInput.row(`chaps. ${words.replace("-", "–")}`).waitFor();
    return (await workbench.quickInput.names())[0];
  }

  it("offers places in a source behind a key and its comma", async () => {
    await workbench.openFile("paper.md");
    await workbench.editor.putCursorAfter("oil [@asan2018rise");
    await workbench.editor.type(",");
    const [first] = await workbench.editor.suggestions();
    assert.equal(first?.label, "p.");
    await workbench.editor.acceptSuggestion("p.");
    await workbench.editor.type("7");
    assert.match(await workbench.editor.savedText("paper.md"), /oil \[@asan2018rise, p\. 7\]/);
  });
});

import assert from "node:assert/strict";
import { closeEditors, hoverSays, hoverTextAt, newFolder, openFile, openText, removeFolder, writeFile } from "./support";

describe("hover", () => {
  afterEach(closeEditors);

  for (const [language, text] of [["markdown", "As shown [@zakh‸arova2016economic]."], ["latex", "As shown \\cite{zakh‸arova2016economic}."]] as const) {
    it(`shows the reference in ${language}`, async () => {
      const card = await hoverTextAt(await openText(language, text));
      assert.match(card, /Zakharova, L\. \(2016\)\. Economic/);
      assert.match(card, /\*Journal of Eurasian Studies\*/);
      assert.match(card, /cited once here/);
      assert.match(card, /command:sourcebook\.revealEntry/);
    });
  }

  it("says of an unknown key what was searched and what is near", async () => {
    const card = await hoverTextAt(await openText("markdown", "[@zakharova2016econ‸omics]"));
    assert.match(card, /No source has this key/);
    assert.match(card, /zakharova2016economic/);
    assert.match(card, /Reference corpus/);
  });

  it("over the key of an entry shows its reference and how often it is cited", async () => {
    const folder = newFolder();
    await writeFile(`${folder}/paper.md`, "[@hovered2001]");
    const opened = await openFile(`${folder}/refs.bib`, "@book{hove‸red2001, author = {Doe, Jane}, title = {Hovering}, year = 2001}");
    await hoverSays(opened, /Doe, J\. \(2001\)[^]*hovered2001[^]*cited once/);
    await closeEditors();
    await removeFolder(folder);
  });

  const silent: readonly (readonly [language: "markdown" | "latex", text: string])[] = [
    ["markdown", "As ‸shown [@zakharova2016economic]."],
    ["markdown", "`@zakharova‸2016economic`"],
    ["latex", "% \\cite{zakharova‸2016economic}"],
    ["latex", "\\label{zakharova‸2016economic}"],
  ];
  for (const [language, text] of silent) {
    it(`nothing in ${language}: ${text}`, async () => {
      assert.equal(await hoverTextAt(await openText(language, text)), "");
    });
  }
});

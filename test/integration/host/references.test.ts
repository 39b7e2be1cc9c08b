import assert from "node:assert/strict";
import * as vscode from "vscode";
import { changeSetting, closeEditors, hoverTextAt, newFolder, openFile, openText, removeFolder, resetSettings, until } from "./support";

/** VS Code's preview of a document once it shows something. */
async function previewOf(document: vscode.TextDocument, shown: RegExp): Promise<string> {
  let html = "";
  await until(async () => {
    html = await vscode.commands.executeCommand<string>("markdown.api.render", document);
    return shown.test(html);
  }, `the preview shows ${String(shown)}`);
  return html;
}

const key = "zakharova2016economic";

describe("references", () => {
  afterEach(async () => {
    await resetSettings();
    await closeEditors();
  });

  // The preview lives in VS Code's own extension, which a browser's worker cannot reach where it runs elsewhere.
  const isWorker = typeof process === "undefined";
  (isWorker ? describe.skip : describe)("in the Markdown preview", () => {
    it("stand in the style, linked to the list and back", async () => {
      const { document } = await openText("markdown", `As [see @${key}, p. 3] and \`@${key}\` say.\n\n::: {#refs}\n:::\n\nEnd\n`);
      const html = await previewOf(document, /\(see <?.*Zakharova, 2016, p\. 3\)/);
      assert.match(html, new RegExp(`<span class="sourcebook-citation" id="sourcebook-citation-1"><a href="#ref-${key}">`));
      assert.match(html, /<code>@zakharova2016economic<\/code>/);
      assert.match(html, new RegExp(`<div id="refs">\\s*<div class="sourcebook-references[^>]*>\\s*<div class="csl-entry" role="listitem" id="ref-${key}">Zakharova, L\\. \\(2016\\)`));
      assert.match(html, /<a href="#sourcebook-citation-1"[^>]*>↩<\/a>[^]*<p[^>]*>End<\/p>/);
    });

    it("mark unknown keys", async () => {
      const { document } = await openText("markdown", `[@${key}; @nobody2000]\n`);
      assert.match(await previewOf(document, /nobody2000\?/), /<b class="sourcebook-unknown" title="No source has the key “nobody2000”\.">nobody2000\?<\/b>/);
    });

    it("are notes where the style has notes", async () => {
      const { document } = await openText("markdown", `---\ncsl: chicago-fullnote-bibliography\nreference-section-title: Sources\n---\n\nText [@${key}, 155].\n`);
      const html = await previewOf(document, /sourcebook-notes/);
      assert.match(html, /<sup class="sourcebook-note"><a href="#sourcebook-note-1">1<\/a><\/sup>/);
      assert.match(html, /<h1 id="bibliography">Sources<\/h1>[^]*<section class="sourcebook-notes"><ol><li id="sourcebook-note-1">Liudmila|<section class="sourcebook-notes"><ol><li id="sourcebook-note-1">/);
    });

    it("follow edits and bibliographies, their text escaped", async () => {
      const folder = newFolder();
      try {
        await openFile(`${folder}/refs.bib`, "@book{doe, title={<img src=x onerror=alert(1)> {\\&} [x](command:y)}, author={Doe, Jane}, year={2001}, url={javascript:alert(1)}}\n");
        const { document, editor } = await openFile(`${folder}/paper.md`, "---\nbibliography: refs.bib\n---\n\n[@doe]\n");
        const html = await previewOf(document, /\(Doe, 2001\)/);
        assert.match(html, /&lt;img src=x onerror=alert\(1\)&gt; &amp; \[x\]\(command:y\)/);
        assert.doesNotMatch(html, /<img|href="(?:javascript|command)/);
        await editor.edit((edit) => edit.insert(new vscode.Position(4, 0), "-@doe; "));
        await previewOf(document, /\(2001\).*\(Doe, 2001\)/);
      } finally {
        await removeFolder(folder);
      }
    });

    it("leave alone what cites nothing, and texts of others", async () => {
      const { document } = await openText("markdown", "Thanks to @octocat!\n");
      const plain = await vscode.commands.executeCommand<string>("markdown.api.render", document);
      assert.match(plain, /Thanks to @octocat!/);
      assert.match(await vscode.commands.executeCommand<string>("markdown.api.render", `[@${key}]`), new RegExp(`\\[@${key}\\]`));
    });
  });

  const insertions: readonly (readonly [language: "markdown" | "latex", before: string, after: RegExp])[] = [
    ["markdown", "Text [@a]‸.\n", /^Text \[@a\]\.\n\n# References\n\n::: \{#refs\}\n:::\n$/],
    ["latex", "\\begin{document}\nText‸\n\\end{document}\n", /Text\n\n\\bibliographystyle\{plain\}\n\\bibliography\{[^}]*\}\n\n\\end\{document\}\n$/],
  ];
  for (const [language, before, after] of insertions) {
    it(`insertBibliography in ${language}, one undo takes it back`, async () => {
      const { document, text } = await openText(language, before);
      await vscode.commands.executeCommand("sourcebook.insertBibliography");
      assert.match(document.getText(), after);
      await vscode.commands.executeCommand("sourcebook.insertBibliography");
      assert.match(document.getText(), after);
      await vscode.commands.executeCommand("undo");
      assert.equal(document.getText(), text);
    });
  }

  it("openReferences opens the list as a document", async () => {
    await openText("markdown", `---\nlang: de\n---\n\n@${key} [@asmolov2020russia]‸\n`);
    await vscode.commands.executeCommand("sourcebook.openReferences");
    const shown = vscode.window.activeTextEditor?.document;
    assert.equal(shown?.languageId, "markdown");
    assert.match(shown.getText(), /^# Literatur\n\nAsmolov, [^]*\n\nZakharova, L\\?\. /);
  });

  const copies: readonly (readonly [text: string, copied: RegExp])[] = [
    [`[see @${key}, p.‸ 3; @nobody]`, /^\(see Zakharova, 2016, p\. 3; nobody\?\)$/],
    [`@zakharova‸2016economic`, /^Zakharova \(2016\)$/],
  ];
  for (const [text, copied] of copies) {
    it(`copyFormattedCitation of ${text}`, async () => {
      await openText("markdown", text);
      await vscode.commands.executeCommand("sourcebook.copyFormattedCitation");
      assert.match(await vscode.env.clipboard.readText(), copied);
    });
  }

  it("hover beside the keys of a citation shows what readers will see", async () => {
    assert.match(await hoverTextAt(await openText("markdown", `[se‸e @${key}, pp. 3–5; @asmolov2020russia]`)), /^\(.*see Zakharova, 2016, pp\. 3–5\)/);
    assert.match(await hoverTextAt(await openText("latex", `\\ci‸tep[see][p.~3]{${key}}`)), /see Zakharova, 2016, p\. 3/);
  });

  it("LaTeX documents are shown in a style near to their own", async () => {
    assert.match(await hoverTextAt(await openText("latex", `\\bibliographystyle{ieeetr} \\cite{zakh‸arova2016economic}`)), /L\. .*Zakharova, .*Economic/);
  });

  it("inlay hints show formatted citations where they are wanted", async () => {
    const { document } = await openText("markdown", `As [@${key}] says.`);
    const whole = new vscode.Range(0, 0, 1, 0);
    const hints = async (): Promise<readonly unknown[]> => (await vscode.commands.executeCommand<readonly vscode.InlayHint[]>("vscode.executeInlayHintProvider", document.uri, whole)).map(({ label, position }) => [label, position.character]);
    assert.deepEqual(await hints(), []);
    await changeSetting("sourcebook.inlayHints.enabled", true);
    assert.deepEqual(await hints(), [["(Zakharova, 2016)", 27]]);
  });
});

import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeEditors, newFolder, openFile, openText, removeFolder, resetSettings, until } from "./support";

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

// The preview is VS Code's own extension, which the served window keeps in the Node host: there, and not in the worker, it can be asked.
describe("citations in the Markdown preview", () => {
  afterEach(async () => {
    await resetSettings();
    await closeEditors();
  });

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
    assert.match(html, /<h1 id="bibliography">Sources<\/h1>[^]*<section class="sourcebook-notes"><ol><li id="sourcebook-note-1"><a href="#ref-zakharova2016economic">Liudmila|<section class="sourcebook-notes"><ol><li id="sourcebook-note-1">/);
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

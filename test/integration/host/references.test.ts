import assert from "node:assert/strict";
import * as vscode from "vscode";
import { changeSetting, closeEditors, hoverSays, openText, resetSettings } from "./support";

const key = "zakharova2016economic";

describe("references", () => {
  afterEach(async () => {
    await resetSettings();
    await closeEditors();
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
    await hoverSays(await openText("markdown", `[se‸e @${key}, pp. 3–5; @asmolov2020russia]`), /^\(.*see Zakharova, 2016, pp\. 3–5\)/);
    await hoverSays(await openText("latex", `\\ci‸tep[see][p.~3]{${key}}`), /see Zakharova, 2016, p\. 3/);
  });

  it("LaTeX documents are shown in a style near to their own", async () => {
    await hoverSays(await openText("latex", `\\bibliographystyle{ieeetr} \\cite{zakh‸arova2016economic}`), /L\. .*Zakharova, .*Economic/);
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

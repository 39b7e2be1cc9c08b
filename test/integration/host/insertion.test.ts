import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeEditors, openText, until } from "./support";

const named = { uri: "sourcebook:/Reference%20corpus.json", key: "zakharova2016economic" };

describe("insertCitation", () => {
  afterEach(closeEditors);

  const cases: readonly (readonly [language: "markdown" | "latex" | "plaintext", before: string, after: string])[] = [
    ["markdown", "Text ‸", "Text [@zakharova2016economic]"],
    ["markdown", "Text [@‸]", "Text [@zakharova2016economic]"],
    ["markdown", "Text [@zhebin‸2017north].", "Text [@zhebin2017north; @zakharova2016economic]."],
    ["markdown", "Text [see @zhebin2017north, p. ‸3].", "Text [see @zhebin2017north, p. 3; @zakharova2016economic]."],
    ["latex", "Text ‸", "Text \\cite{zakharova2016economic}"],
    ["latex", "Text \\cite{‸}", "Text \\cite{zakharova2016economic}"],
    ["latex", "\\citep[3]{zhebin‸2017north}", "\\citep[3]{zhebin2017north,zakharova2016economic}"],
    ["plaintext", "Text ‸", "Text zakharova2016economic"],
  ];
  for (const [language, before, after] of cases) {
    it(`in ${language}: ${before}`, async () => {
      const { document, editor } = await openText(language, before);
      await vscode.commands.executeCommand("sourcebook.insertCitation", named);
      assert.equal(document.getText(), after);
      assert.ok(editor.selection.isEmpty);
    });
  }

  it("replaces what is selected, at every cursor, and puts the cursors behind", async () => {
    const { document, editor } = await openText("markdown", "one X two X three");
    editor.selections = [new vscode.Selection(0, 4, 0, 5), new vscode.Selection(0, 10, 0, 11)];
    await vscode.commands.executeCommand("sourcebook.insertCitation", named);
    assert.equal(document.getText(), "one [@zakharova2016economic] two [@zakharova2016economic] three");
    const before = editor.selections.map(({ active }) => document.getText(new vscode.Range(new vscode.Position(0, 0), active)));
    assert.deepEqual(before.map((text) => text.slice(-5)), ["omic]", "omic]"]);
  });

  it("is one step to undo", async () => {
    const { document } = await openText("markdown", "Text ‸");
    await vscode.commands.executeCommand("sourcebook.insertCitation", named);
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), "Text ");
  });

  it("a row of the Sources view cites where the cursor was", async () => {
    const { document } = await openText("markdown", "Text ‸");
    await until(async () => {
      // The first row is the corpus, which may be closed, and below it are its sources; before the tree is drawn these do nothing.
      for (const command of ["workbench.action.closeQuickOpen", "sourcebook.sources.focus", "list.focusFirst", "list.expand", "list.focusDown", "list.select"]) await vscode.commands.executeCommand(command);
      return document.getText() !== "Text ";
    }, "a row was chosen");
    assert.match(document.getText(), /^Text \[@[a-z]+\d{4}[a-z]+\]$/);
  });
});

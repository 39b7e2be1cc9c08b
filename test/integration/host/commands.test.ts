import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeEditors, eventually, openText } from "./support";

const named = { uri: "sourcebook:/Reference%20corpus.json", key: "zakharova2016economic" };

describe("commands", () => {
  afterEach(closeEditors);

  const insertions: readonly (readonly [language: string, before: string, after: string])[] = [
    ["markdown", "Text ‸", "Text [@zakharova2016economic]"],
    ["markdown", "Text [@zhebin‸2017north].", "Text [@zhebin2017north; @zakharova2016economic]."],
    ["latex", "Text ‸", "Text \\cite{zakharova2016economic}"],
    ["latex", "\\citep[3]{zhebin‸2017north}", "\\citep[3]{zhebin2017north,zakharova2016economic}"],
    ["plaintext", "Text ‸", "Text zakharova2016economic"],
  ];
  for (const [language, before, after] of insertions) {
    it(`insertCitation in ${language}: ${before}`, async () => {
      const { document, editor } = await openText(language, before);
      await vscode.commands.executeCommand("sourcebook.insertCitation", named);
      assert.equal(document.getText(), after);
      assert.ok(editor.selection.isEmpty);
    });
  }

  it("copyKey and copyReference use the clipboard", async () => {
    await openText("markdown", "[@zhebin‸2017north]");
    await vscode.commands.executeCommand("sourcebook.copyKey");
    assert.equal(await vscode.env.clipboard.readText(), "zhebin2017north");
    await vscode.commands.executeCommand("sourcebook.copyReference");
    assert.match(await vscode.env.clipboard.readText(), /^Zhebin, A\. Z\. \(2017\)\. North Korea: Bombs, Missiles, Sanctions\./);
  });

  it("revealEntry selects the key in its bibliography", async () => {
    await openText("markdown", "[@zhebin‸2017north]");
    await vscode.commands.executeCommand("sourcebook.revealEntry");
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.getText(editor.selection), "zhebin2017north");
  });

  for (const [language, needle] of [["markdown", "[see @zhebin2006situation"], ["latex", "\\citep[see]"]] as const) {
    it(`openSample opens the paper in ${language}`, async () => {
      await vscode.commands.executeCommand("sourcebook.openSample", language);
      const document = vscode.window.activeTextEditor?.document;
      assert.equal(document?.languageId, language);
      assert.ok(document.isUntitled && document.getText().includes(needle));
    });
  }

  it("addCorpusToWorkspace writes the corpus beside the paper and declares it", async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder, "the tests run in a folder");
    const paper = vscode.Uri.joinPath(folder.uri, "own", "paper.md");
    await vscode.workspace.fs.writeFile(paper, new TextEncoder().encode("---\ntitle: T\n---\n\n@zhebin2017north\n"));
    const document = await vscode.workspace.openTextDocument(paper);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("sourcebook.addCorpusToWorkspace");
    assert.equal(document.getText(), "---\ntitle: T\nbibliography: reference-corpus.bib\n---\n\n@zhebin2017north\n");
    const written = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder.uri, "own", "reference-corpus.bib"));
    assert.match(new TextDecoder().decode(written), /zhebin2017north/);
  });

  it("problems name unknown keys in open documents", async () => {
    const { document } = await openText("markdown", "Known @zhebin2017north, unknown @nobody1999nothing.");
    const problems = await eventually(vscode.languages.onDidChangeDiagnostics, () => {
      const found = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === "sourcebook");
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(problems.map(({ code, range }) => [code, document.getText(range)]), [["unknown-key", "nobody1999nothing"]]);
  });
});

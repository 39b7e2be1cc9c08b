import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeEditors, completionsAt, eventually, inWorkspace, keysAt, newFolder, openFile, openText, removeFolder } from "./support";

describe("commands", () => {
  afterEach(closeEditors);

  for (const [language, text] of [["markdown", "[@zhebin‸2017north]"], ["latex", "\\cite{zhebin‸2017north}"]] as const) {
    it(`copyKey and copyReference take the key under the cursor in ${language}`, async () => {
      await openText(language, text);
      await vscode.commands.executeCommand("sourcebook.copyKey");
      assert.equal(await vscode.env.clipboard.readText(), "zhebin2017north");
      await vscode.commands.executeCommand("sourcebook.copyReference");
      assert.match(await vscode.env.clipboard.readText(), /^Zhebin, A\. Z\. \(2017\)\. North Korea: Bombs, Missiles, Sanctions\./);
    });
  }

  it("revealEntry selects the key in its bibliography", async () => {
    await openText("markdown", "[@zhebin‸2017north]");
    await vscode.commands.executeCommand("sourcebook.revealEntry");
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.getText(editor.selection), "zhebin2017north");
  });

  for (const [language, needle] of [["markdown", "[see @zhebin2006situation"], ["latex", "\\citep[see]"]] as const) {
    it(`openSample opens the paper in ${language}, written nowhere`, async () => {
      await vscode.commands.executeCommand("sourcebook.openSample", language);
      const document = vscode.window.activeTextEditor?.document;
      assert.equal(document?.languageId, language);
      assert.ok(document.isUntitled && document.getText().includes(needle));
    });
  }

  it("openSample follows the language of the active document", async () => {
    // the menu of a view hands over the row that has the focus there
    for (const handedOver of [[], [{ kind: "cited", id: "cited" }, undefined]]) {
      await openText("latex", "\\section{One}");
      await vscode.commands.executeCommand("sourcebook.openSample", ...handedOver);
      assert.equal(vscode.window.activeTextEditor?.document.languageId, "latex");
    }
  });

  describe("addCorpusToWorkspace", () => {
    let folder = "";

    beforeEach(() => folder = newFolder());

    afterEach(() => removeFolder(folder));

    const declarations: readonly (readonly [name: string, before: string, after: string])[] = [
      ["paper.md", "---\ntitle: T\n---\n\n@zhebin2017north\n", "---\ntitle: T\nbibliography: reference-corpus.bib\n---\n\n@zhebin2017north\n"],
      ["paper.tex", "\\usepackage{biblatex}\n\\begin{document}\n", "\\usepackage{biblatex}\n\\addbibresource{reference-corpus.bib}\n\\begin{document}\n"],
    ];
    for (const [name, before, after] of declarations) {
      it(`writes the corpus beside ${name} and declares it, once`, async () => {
        const { document } = await openFile(`${folder}/${name}`, before);
        await vscode.commands.executeCommand("sourcebook.addCorpusToWorkspace");
        assert.equal(document.getText(), after);
        const written = await vscode.workspace.fs.readFile(inWorkspace(`${folder}/reference-corpus.bib`));
        assert.match(new TextDecoder().decode(written), /zhebin2017north/);
        await vscode.commands.executeCommand("sourcebook.addCorpusToWorkspace");
        assert.equal(document.getText(), after);
      });
    }

    it("writes the corpus into the first folder where no paper is open", async () => {
      await closeEditors();
      await vscode.commands.executeCommand("sourcebook.addCorpusToWorkspace");
      const written = await vscode.workspace.fs.readFile(inWorkspace("reference-corpus.bib"));
      await vscode.workspace.fs.delete(inWorkspace("reference-corpus.bib"));
      await vscode.workspace.fs.createDirectory(inWorkspace(folder));
      assert.match(new TextDecoder().decode(written), /zhebin2017north/);
    });

    it("what it wrote is read: its sources complete like any other", async () => {
      const { document } = await openFile(`${folder}/paper.md`, "[@zakh]\n");
      await vscode.commands.executeCommand("sourcebook.addCorpusToWorkspace");
      const position = document.positionAt(document.getText().indexOf("zakh") + 4);
      const [item] = await completionsAt({ document, position });
      assert.deepEqual(item?.label, { label: "zakharova2016economic", description: "Zakharova 2016" });
    });
  });

  it("refresh reads everything again", async () => {
    const opened = await openText("markdown", "[@zakharova2016‸]");
    assert.deepEqual(await keysAt(opened), ["zakharova2016economic"]);
    await vscode.commands.executeCommand("sourcebook.refresh");
    assert.deepEqual(await keysAt(opened), ["zakharova2016economic"]);
  });

  it("showLog shows the log", async () => {
    await openText("markdown", "Text");
    await vscode.commands.executeCommand("sourcebook.showLog");
    await eventually(vscode.window.onDidChangeVisibleTextEditors, () =>
      vscode.window.visibleTextEditors.some(({ document: { uri } }) => uri.scheme === "output" && uri.path.includes("Sourcebook")) || undefined);
    await vscode.commands.executeCommand("workbench.action.closePanel");
  });
});

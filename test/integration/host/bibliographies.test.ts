import assert from "node:assert/strict";
import * as vscode from "vscode";
import { eventually, inWorkspace, keysAt, newFolder, openFile, openText, problemsOf, removeFolder, until, writeFile } from "./support";

const refs = "@book{doe2001, author = {Doe, Jane}, title = {A Title}, year = 2001, publisher = {P}}\n\n"
  + "@book{broken, title = {unclosed\n\n@book{roe2002, author = {Roe, R.}, title = {After the Break}, year = 2002}\n";

describe("the writer's own bibliographies", () => {
  let folder = "";

  beforeEach(async () => {
    folder = newFolder();
    await writeFile(`${folder}/refs.bib`, refs);
  });

  afterEach(() => removeFolder(folder));

  const declaring: readonly (readonly [name: string, text: string])[] = [
    ["paper.md", "---\nbibliography: refs.bib\n---\n\n[@‸]\n"],
    ["paper.tex", "\\addbibresource{refs.bib}\n\\cite{‸}\n"],
  ];
  for (const [name, text] of declaring) {
    it(`a file that ${name} declares is read, and a broken entry hides no other`, async () => {
      const keys = await keysAt(await openFile(`${folder}/${name}`, text));
      assert.ok(keys.includes("doe2001") && keys.includes("roe2002"), keys.join());
      assert.ok(!keys.includes("zakharova2016economic"), "the corpus stays out where the document has sources of its own");
    });
  }

  it("unsaved edits of an open bibliography count", async () => {
    const { document } = await openFile(`${folder}/refs.bib`, refs);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), "@book{fresh2024, author = {Fresh, F.}, title = {Unsaved}, year = 2024}\n");
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok(document.isDirty);
    assert.deepEqual(await keysAt(await openText("markdown", "[@fresh‸]")), ["fresh2024"]);
  });

  it("unsaved edits that are thrown away no longer count", async () => {
    const { document, editor } = await openFile(`${folder}/refs.bib`, refs);
    assert.ok(await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "@book{fresh2024, title = {Unsaved}}\n")));
    await vscode.commands.executeCommand("workbench.action.files.revert");
    assert.ok(!document.isDirty);
    assert.deepEqual(await keysAt(await openText("markdown", "[@fresh‸]")), []);
  });

  it("files that come, change and go on disk are noticed", async () => {
    const opened = await openText("markdown", "[@late‸]");
    const offers = (...keys: readonly string[]) => until(async () => (await keysAt(opened)).join() === keys.join(), `completion offers ${keys.join() || "nothing"}`);
    await offers();
    await writeFile(`${folder}/late.bib`, "@book{late2020, title = {T}}\n");
    await offers("late2020");
    await writeFile(`${folder}/late.bib`, "@book{late2020, title = {T}}\n@book{later2021, title = {T}}\n");
    await offers("late2020", "later2021");
    await vscode.workspace.fs.delete(inWorkspace(`${folder}/late.bib`));
    await offers();
  });

  it("CSL-JSON is told from other JSON", async () => {
    await writeFile(`${folder}/items.json`, JSON.stringify([{ id: "json2022", type: "book", title: "From JSON" }]));
    await writeFile(`${folder}/other.json`, JSON.stringify({ name: "json-package", items: 3 }));
    const opened = await openText("markdown", "[@json‸]");
    await until(async () => (await keysAt(opened)).join() === "json2022", "completion offers what the CSL-JSON file holds");
  });

  it("problems stand where they are: in a bibliography, and at an unknown key", async () => {
    const { document: bibliography } = await openFile(`${folder}/refs.bib`, refs);
    const { document } = await openFile(`${folder}/paper.md`, "---\nbibliography: refs.bib\n---\n\nKnown @doe2001, unknown @nobody1999.\n");
    const found = await eventually(vscode.languages.onDidChangeDiagnostics, () => {
      const [inFile, inPaper] = [problemsOf(bibliography), problemsOf(document)];
      return inFile.length > 0 && inPaper.length > 0 ? { inFile, inPaper } : undefined;
    });
    assert.deepEqual(found.inPaper.map(({ code, range }) => [code, document.getText(range)]), [["unknown-key", "nobody1999"]]);
    assert.ok(found.inFile.some(({ code }) => code === "syntax"));
  });
});

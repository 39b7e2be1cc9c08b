import assert from "node:assert/strict";
import * as vscode from "vscode";
import { changeSetting, closeEditors, completionsAt, keyOf, newFolder, openFile, openText, problemsOf, removeFolder, resetSettings, until, writeFile, type OpenedText } from "./support";

const key = "zakharova2016economic";
const named = { uri: "sourcebook:/Reference%20corpus.json", key };

/** What the editor is offered for a locator at the cursor. */
async function locatorsAt({ document, position }: OpenedText): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", document.uri, position);
  return list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Unit);
}

describe("citing while writing", () => {
  afterEach(async () => {
    await resetSettings();
    await closeEditors();
  });

  const locators: readonly (readonly [language: "markdown" | "latex", text: string, label: string, after: string])[] = [
    ["markdown", `[@${key}, ‸]`, "pp.", `[@${key}, pp. ]`],
    ["markdown", `@${key} [‸]`, "p.", `@${key} [p. ]`],
    ["markdown", `[@${key}, ch‸ 3]`, "chap.", `[@${key}, chap. 3]`],
    ["latex", `\\cite[‸]{${key}}`, "p.", `\\cite[p.~]{${key}}`],
  ];
  for (const [language, text, label, after] of locators) {
    it(`offers places in a source: ${text}`, async () => {
      const opened = await openText(language, text);
      const item = (await locatorsAt(opened)).find((candidate) => keyOf(candidate) === label);
      assert.ok(item?.range instanceof vscode.Range && typeof item.insertText === "string");
      const { range, insertText } = item;
      await opened.editor.edit((edit) => edit.replace(range, insertText));
      assert.equal(opened.document.getText(), after);
    });
  }

  it("offers no places where words go on", async () => {
    for (const text of [`[@${key}, and‸]`, `@${key}, ‸`, "[see, ‸]"]) assert.deepEqual(await locatorsAt(await openText("markdown", text)), []);
  });

  it("finds sources by words behind the key", async () => {
    const [first] = await completionsAt(await openText("markdown", "[@zakharova 2016 economic‸]"));
    assert.ok(first !== undefined && keyOf(first) === key);
    assert.equal(first.insertText, key);
  });

  it("completes in the Markdown cells of a notebook", async () => {
    const cells = ["# Title", "As [@zakh] says", "{cite:p}`zakh`"].map((text) => new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, text, "markdown"));
    const code = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, "x = '@zakh'", "python");
    const notebook = await vscode.workspace.openNotebookDocument("jupyter-notebook", new vscode.NotebookData([...cells, code]));
    await vscode.window.showNotebookDocument(notebook);
    const found = await Promise.all(notebook.getCells().map(async ({ document }) => {
      const end = document.getText().indexOf("zakh") + 4;
      return end < 4 ? [] : (await completionsAt({ document, position: document.positionAt(end) })).map(keyOf).filter((found) => found === key);
    }));
    assert.deepEqual(found, [[], [key], [key], []]);
  });

  const layouts: readonly (readonly [layout: string, label: object])[] = [
    ["key", { label: key, description: "Zakharova 2016" }],
    ["people", { label: "Zakharova 2016", description: key }],
    ["title", { label: "Economic Cooperation between Russia and North Korea: New Goals and New Approaches", description: `Zakharova 2016 · ${key}` }],
  ];
  for (const [layout, label] of layouts) {
    it(`shows suggestions by ${layout}`, async () => {
      await changeSetting("sourcebook.completion.label", layout);
      const [item] = await completionsAt(await openText("markdown", "[@zakharova2016‸]"));
      assert.deepEqual(item?.label, label);
      assert.equal(item.insertText, key);
    });
  }

  const styles: readonly (readonly [setting: string, value: string, language: "markdown" | "latex", after: string])[] = [
    ["markdown", "inText", "markdown", `@${key}`],
    ["markdown", "key", "markdown", key],
    ["latexCommand", "\\autocite*", "latex", `\\autocite*{${key}}`],
    ["latexCommand", "no command", "latex", `\\cite{${key}}`],
  ];
  for (const [setting, value, language, after] of styles) {
    it(`inserts as the setting ${setting} says: ${value}`, async () => {
      await changeSetting(`sourcebook.insertCitation.${setting}`, value);
      const { document } = await openText(language, "‸");
      await vscode.commands.executeCommand("sourcebook.insertCitation", named);
      assert.equal(document.getText(), after);
    });
  }

  describe("quick fixes", () => {
    const library = { "refs.bib": "@misc{a, title={A}}\n", "more.bib": "@misc{b, title={B}}\n" };
    const fixes: readonly (readonly [file: string, code: string, title: string, before: string, after: string, beside?: Readonly<Record<string, string>>])[] = [
      ["refs.bib", "missing-field", "Add author", "@book{one,\n  title = {T},\n  year = 2000\n}\n", "@book{one,\n  title = {T},\n  year = 2000,\n  author = {‸},\n}\n"],
      ["refs.bib", "duplicate-key", "Merge into the entry above, which gets doi", "@misc{a, title={A}}\n@misc{a, title={A}, doi={10.1/x}}\n", "@misc{a, title={A}, doi={10.1/x}}\n"],
      ["refs.bib", "duplicate-key", "Remove this entry", "@misc{a, title={A}}\n@misc{a, title={B}}\n", "@misc{a, title={A}}\n"],
      ["refs.bib", "circular", "Remove the field crossref", "@misc{a,\n  crossref = {a},\n  title = {A}\n}\n", "@misc{a,\n  title = {A}\n}\n"],
      ["paper.md", "unknown-key", "Change to “doe2001”", "---\nreferences:\n- id: doe2001\n  type: book\n  title: T\n---\n\n[@doe2002]\n", "---\nreferences:\n- id: doe2001\n  type: book\n  title: T\n---\n\n[@doe2001]\n"],
      ["paper.tex", "unknown-key", "Change to “doe2001”", "\\cite{x,\n  doe2002}\\begin{thebibliography}{9}\\bibitem{doe2001} T \\bibitem{x} X\\end{thebibliography}", "\\cite{x,\n  doe2001}\\begin{thebibliography}{9}\\bibitem{doe2001} T \\bibitem{x} X\\end{thebibliography}"],
      ["paper.md", "missing-bibliography", "Change to refs.bib", "---\nbibliography: reffs.bib\n---\n", "---\nbibliography: refs.bib\n---\n", library],
      ["paper.md", "not-declared", "Declare more.bib in this document", "---\nbibliography: refs.bib\n---\n\n[@b]\n", "---\nbibliography: [refs.bib, more.bib]\n---\n\n[@b]\n", library],
      ["paper.tex", "not-declared", "Declare more.bib in this document", "\\addbibresource{refs.bib}\n\\cite{b}\n", "\\addbibresource{refs.bib}\n\\addbibresource{more.bib}\n\\cite{b}\n", library],
      ["paper.tex", "syntax", "Close the list of keys", `See \\cite{${key} and \\emph{more}.`, `See \\cite{${key}} and \\emph{more}.`],
    ];
    for (const [file, code, title, before, after, beside = {}] of fixes) {
      it(`${file}, ${code}: ${title}, undone by one undo`, async () => {
        const folder = newFolder();
        try {
          for (const [name, text] of Object.entries(beside)) await writeFile(`${folder}/${name}`, text);
          const { document, editor } = await openFile(`${folder}/${file}`, before);
          await until(() => problemsOf(document).some((problem) => problem.code === code), "the problem is told");
          const range = problemsOf(document).findLast((candidate) => candidate.code === code)?.range;
          let action: vscode.CodeAction | undefined;
          // the files beside it may be heard of later than the document
          await until(async () => {
            const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, range);
            action = actions.find((candidate) => candidate.title === title);
            return action?.edit !== undefined;
          }, `the fix “${title}” is offered`);
          assert.ok(action?.edit);
          assert.ok(await vscode.workspace.applyEdit(action.edit));
          if (action.command !== undefined) await vscode.commands.executeCommand(action.command.command, ...action.command.arguments as readonly unknown[]);
          assert.equal(document.getText(), after.replace("‸", ""));
          if (after.includes("‸")) await until(() => document.offsetAt(editor.selection.active) === after.indexOf("‸"), "the cursor is where one goes on");
          await vscode.commands.executeCommand("undo");
          assert.equal(document.getText(), before);
        } finally {
          await removeFolder(folder);
        }
      });
    }
  });
});

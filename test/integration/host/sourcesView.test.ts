import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeEditors, newFolder, openFile, openText, removeFolder, until } from "./support";

const run = (command: string, ...args: readonly unknown[]): Thenable<unknown> => vscode.commands.executeCommand(command, ...args);

/** The key of the row with the focus, as the view's key for copying gives it. */
async function keyAtFocus(): Promise<string> {
  await vscode.env.clipboard.writeText("");
  await run("sourcebook.copyKey", "chosen");
  return vscode.env.clipboard.readText();
}

/** Waits until a row, counted from 0, is that of a key; the tree may be drawn anew in between. */
async function rowIs(number: number, key: string): Promise<void> {
  let found: string | undefined;
  await until(async () => {
    await focusRow(number);
    found = await keyAtFocus();
    return found === key;
  }, () => `row ${number} is that of ${key}; it is that of “${found ?? ""}”`);
}

async function focusRow(number: number): Promise<void> {
  await run("sourcebook.sources.focus");
  await run("list.focusFirst");
  for (let row = 0; row < number; row++) await run("list.focusDown");
}

describe("the Sources view", () => {
  afterEach(async () => {
    await run("sourcebook.showExcluded");
    await closeEditors();
  });

  it("begins with what the document cites, in order of appearance; keys act on the row with the focus", async () => {
    await openText("markdown", "[@zhebin2017north; @asmolov2020russia] and again @zhebin2017north‸");
    await rowIs(1, "zhebin2017north");
    await run("list.focusDown");
    assert.equal(await keyAtFocus(), "asmolov2020russia");
  });

  it("shows the source at the cursor", async () => {
    await openText("markdown", "[@zhebin2017north; @asmolov2020‸russia]");
    await until(async () => {
      await run("workbench.action.focusActiveEditorGroup");
      await run("sourcebook.revealInSources");
      return await keyAtFocus() === "asmolov2020russia";
    }, "the row of the source is revealed");
  });

  it("leaves out what is excluded, until it is asked for again", async () => {
    await openText("markdown", "[@zhebin2017north; @asmolov2020russia]‸");
    const isFirst = (key: string): Promise<void> => rowIs(1, key);
    await isFirst("zhebin2017north");
    await run("sourcebook.excludeFromView", "chosen");
    await isFirst("asmolov2020russia");
    await run("sourcebook.showExcluded");
    await isFirst("zhebin2017north");
  });

  for (const [language, text, citation] of [["markdown", "@zhebin‸2017north", "[@zhebin2017north]"], ["latex", "\\cite{zhebin‸2017north}", "\\cite{zhebin2017north}"]] as const) {
    it(`copyCitation writes ${language}`, async () => {
      await openText(language, text);
      await run("sourcebook.copyCitation");
      assert.equal(await vscode.env.clipboard.readText(), citation);
    });
  }

  describe("of a bibliography", () => {
    let folder = "";

    beforeEach(() => folder = newFolder());

    afterEach(() => removeFolder(folder));

    it("findCitations goes to the first place that cites the entry at the cursor", async () => {
      const { document: paper } = await openFile(`${folder}/paper.md`, "---\nbibliography: refs.bib\n---\n\nOne @doe2001, two.\n");
      const { document: refs, position } = await openFile(`${folder}/refs.bib`, "@book{doe‸2001, title={T}}\n");
      await until(async () => (await vscode.commands.executeCommand<readonly vscode.Location[]>("vscode.executeReferenceProvider", refs.uri, position)).length > 1, "the paper is known of");
      await run("sourcebook.findCitations");
      await until(() => vscode.window.activeTextEditor?.document === paper, "the paper is shown");
      const at = vscode.window.activeTextEditor?.selection.active;
      assert.equal(at && paper.getText(paper.getWordRangeAtPosition(at, /\w+/)), "doe2001");
    });
  });
});

import assert from "node:assert/strict";
import * as vscode from "vscode";
import { changeSetting, closeEditors, completionsAt, eventually, hoverTextAt, newFolder, openFile, removeFolder, resetSettings } from "./support";

const key = "zakharova2016economic";

/** The tests run beside an extension that has the name and the language of one which cites by itself. */
describe("beside an extension that cites by itself", () => {
  const folder = newFolder();

  afterEach(async () => {
    await resetSettings();
    await closeEditors();
  });
  after(() => removeFolder(folder));

  interface Answers { readonly suggestions: number; readonly cards: boolean }

  const answersIn = async (file: string, text: string): Promise<Answers> => {
    const opened = await openFile(`${folder}/${file}`, text);
    return { suggestions: (await completionsAt(opened)).length, cards: (await hoverTextAt(opened)).includes("Zakharova") };
  };

  it("is installed with its language", async () => {
    assert.ok(vscode.extensions.getExtension("quarto.quarto"));
    assert.equal((await openFile(`${folder}/paper.qmd`, "‸")).document.languageId, "quarto");
  });

  const cases: readonly (readonly [setting: string | undefined, file: string, text: string, expected: Answers])[] = [
    [undefined, "paper.qmd", `[@${key}‸]`, { suggestions: 0, cards: false }],
    ["completion.besideOthers", "paper.qmd", `[@${key}‸]`, { suggestions: 1, cards: false }],
    ["hover.besideOthers", "paper.qmd", `[@${key}‸]`, { suggestions: 0, cards: true }],
    [undefined, "paper.md", `[@${key}‸]`, { suggestions: 1, cards: true }],
    [undefined, "paper.tex", `\\cite{${key}‸}`, { suggestions: 1, cards: true }],
  ];
  for (const [setting, file, text, expected] of cases) {
    it(`${setting ?? "by default"}: ${file}`, async () => {
      if (setting !== undefined) await changeSetting(`sourcebook.${setting}`, true);
      assert.deepEqual(await answersIn(file, text), expected);
    });
  }

  it("a setting can be made for one language", async () => {
    const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration("sourcebook", { languageId: "quarto" });
    const change = async (value: boolean | undefined): Promise<void> => {
      await settings().update("completion.besideOthers", value, vscode.ConfigurationTarget.Workspace, true);
      await eventually(vscode.workspace.onDidChangeConfiguration, () => settings().inspect("completion.besideOthers")?.workspaceLanguageValue === value || undefined);
    };
    await change(true);
    try {
      assert.equal((await answersIn("paper.qmd", `[@${key}‸]`)).suggestions, 1);
    } finally {
      await change(undefined);
    }
  });
});

import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeEditors, newFolder, openFile, removeFolder, resetSettings, until } from "./support";

const key = "zakharova2016economic";

describe("a source that the document's bibliography lacks", () => {
  afterEach(async () => {
    await resetSettings();
    await closeEditors();
  });

  it("is pointed out, and its quick fix adds the entry in the file's own format", async () => {
    const folder = newFolder();
    try {
      const bibliography = await openFile(`${folder}/refs.bib`, "@book{own, title={Mine}, author={Me}, date={2001}}\n");
      const { document } = await openFile(`${folder}/paper.md`, `---\nbibliography: refs.bib\n---\n\n[@own; @${key}]\n`);
      let command: vscode.Command | undefined;
      // until the bibliography is seen, it is missing and so are its keys
      await until(async () => {
        const problem = vscode.languages.getDiagnostics(document.uri).find(({ code }) => code === "not-declared");
        if (problem === undefined) return false;
        const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, problem.range);
        command = actions.find((action) => action.command?.command === "sourcebook.addToBibliography")?.command;
        return command !== undefined;
      }, "the problem is told, and the fix is offered");
      assert.ok(command);
      await vscode.commands.executeCommand(command.command, ...command.arguments as readonly unknown[]);
      assert.match(bibliography.document.getText(), new RegExp(`^@book\\{own[^]*\\n\\n@article\\{${key},\\n[^]*journaltitle = \\{Journal of Eurasian Studies\\}`));
      await until(() => vscode.languages.getDiagnostics(document.uri).length === 0, "the problem is gone");
    } finally {
      await removeFolder(folder);
    }
  });
});

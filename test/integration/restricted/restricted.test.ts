// In a workspace that the writer does not trust (Restricted Mode) everything works, as the manifest says.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { changeSetting, closeEditors, hoverSays, keysAt, newFolder, openFile, openText, problemsOf, removeFolder, renameAt, resetSettings, sourcebook, until, writeFile } from "../host/support";

describe("in a workspace that is not trusted", () => {
  let folder = "";

  before(() => assert.equal(vscode.workspace.isTrusted, false));

  beforeEach(() => folder = newFolder());

  afterEach(async () => {
    await resetSettings();
    await closeEditors();
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file("/"), folder));
    await removeFolder(folder);
  });

  it("the extension runs, with all its commands", async () => {
    await openText("markdown", "[@zhebin2017north‸]");
    assert.ok(sourcebook().isActive);
    const { contributes: { commands } } = sourcebook().packageJSON as { readonly contributes: { readonly commands: readonly { readonly command: string }[] } };
    const known = await vscode.commands.getCommands(true);
    assert.deepEqual(commands.map(({ command }) => command).filter((command) => !known.includes(command)), []);
  });

  it("sources complete, hovers show references, problems are told, keys are renamed", async () => {
    await writeFile(`${folder}/refs.bib`, "@book{doe2001, title={T}, author={Doe, Jane}, year=2001}\n");
    const paper = await openFile(`${folder}/paper.md`, "---\nbibliography: refs.bib\n---\n\n[@doe‸2001; @nobody1999]\n");
    assert.ok((await keysAt(paper)).includes("doe2001"));
    await hoverSays(paper, /Doe, J\. \(2001\)/);
    await until(() => problemsOf(paper.document).some(({ code }) => code === "unknown-key"), "the unknown key is told");
    assert.equal((await renameAt(paper, "roe2001"))?.size, 2);
  });

  it("settings and styles of the workspace count, and the preview shows citations", async () => {
    await writeFile(`${folder}/refs.bib`, "@book{doe2001, title={T}, author={Doe, Jane}, year=2001}\n");
    await writeFile(`${folder}/own.csl`, "<style version=\"1.0\" class=\"in-text\"><info><title>T</title><id>t</id></info><citation><layout prefix=\"«\" suffix=\"»\"><text variable=\"title\"/></layout></citation><bibliography><layout><text variable=\"title\" prefix=\"Own: \"/></layout></bibliography></style>");
    await changeSetting("sourcebook.bibliographies", [`${folder}/refs.bib`]);
    await changeSetting("sourcebook.style", `${folder}/own.csl`);
    const paper = await openFile(`${folder}/paper.md`, "[@doe‸2001]\n");
    await hoverSays(paper, /Own: T/);
    await until(async () => (await vscode.commands.executeCommand<string>("markdown.api.render", paper.document)).includes("«T»"), "the preview shows the citation");
  });
});

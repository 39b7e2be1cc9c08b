import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeEditors, inWorkspace, keysAt, newFolder, openFile, openText, removeFolder, sourcebook, until, writeFile, type OpenedText } from "./support";

const { fs } = vscode.workspace;

async function offers(opened: OpenedText, ...keys: readonly string[]): Promise<void> {
  let offered = "";
  await until(async () => (offered = [...await keysAt(opened)].sort().join()) === keys.join(), () => `completion offers ${keys.join() || "nothing"}, not ${offered}`);
}

describe("folders that come, go and are moved as a whole", () => {
  let folder = "";

  beforeEach(async () => {
    await sourcebook().activate();
    folder = newFolder();
    await fs.createDirectory(inWorkspace(folder));
  });

  afterEach(() => removeFolder(folder));

  it("take their bibliographies along", async () => {
    const opened = await openText("markdown", "[@qqmv‸]");
    await offers(opened);
    await writeFile(`${folder}/one/deep/refs.bib`, "@book{qqmvfirst, title = {T}}\n");
    await offers(opened, "qqmvfirst");
    await fs.rename(inWorkspace(`${folder}/one`), inWorkspace(`${folder}/two`));
    await writeFile(`${folder}/two/deep/refs.bib`, "@book{qqmvsecond, title = {T}}\n");
    await offers(opened, "qqmvsecond");
    await fs.delete(inWorkspace(`${folder}/two`), { recursive: true });
    await offers(opened);
  });

  it("bring in what was written elsewhere, several folders deep", async () => {
    const outside = vscode.Uri.joinPath(inWorkspace(""), "..", `outside-${folder}`);
    const declaring = await openFile(`${folder}/paper.md`, "---\nbibliography: brought/a/b/refs.bib\n---\n\n[@qqbr‸]\n");
    const opened = await openText("markdown", "[@qqbr‸]");
    await offers(opened);
    await offers(declaring);
    await fs.writeFile(vscode.Uri.joinPath(outside, "a", "b", "refs.bib"), new TextEncoder().encode("@book{qqbrought, title = {T}}\n"));
    await fs.rename(outside, inWorkspace(`${folder}/brought`));
    await offers(opened, "qqbrought");
    await offers(declaring, "qqbrought");
  });

  it("and declared files that lie in none of the workspace's are followed, also where they come later", async () => {
    const outside = vscode.Uri.joinPath(inWorkspace(""), "..", `outside-${folder}`);
    await fs.createDirectory(outside);
    const refs = vscode.Uri.joinPath(outside, "refs.bib");
    await writeFile(`${folder}/paper.md`, `---\nbibliography: ../../outside-${folder}/refs.bib\n---\n\n[@]\n`);
    const document = await vscode.workspace.openTextDocument(inWorkspace(`${folder}/paper.md`));
    const opened = { document, position: new vscode.Position(4, 2) };
    const first = (key: string): Promise<void> => until(async () => (await keysAt(opened))[0] === key, `completion offers ${key}`);
    assert.notEqual((await keysAt(opened))[0], "far");
    await fs.writeFile(refs, new TextEncoder().encode("@book{far, title = {T}}\n"));
    await first("far");
    await fs.writeFile(refs, new TextEncoder().encode("@book{farther, title = {T}}\n"));
    await first("farther");
    await fs.delete(outside, { recursive: true });
  });

  // only Node can make links
  if (typeof process !== "undefined") it("may hold links to themselves: what lies behind is listed once", async () => {
    await writeFile(`${folder}/refs.bib`, "@book{looped, title = {T}}\n");
    const at = inWorkspace(folder).fsPath;
    const { symlinkSync } = process.getBuiltinModule("node:fs");
    symlinkSync(at, `${at}/loop`);
    symlinkSync(`${at}/refs.bib`, `${at}/link.bib`);
    symlinkSync(`${at}/nowhere.bib`, `${at}/broken.bib`);
    const opened = await openText("markdown", "[@looped‸]");
    await until(async () => (await keysAt(opened))[0] === "looped", "the source is found");
    assert.ok((await keysAt(opened)).length < 3, "the folder is not walked through again and again");
    await closeEditors();
  });
});

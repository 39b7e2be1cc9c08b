// In a window with two folders, `first` and `second`, and a third beside them on disk.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeEditors, hoverSays, inWorkspace, keysAt, sourcebook, until, type OpenedText } from "../host/support";

type Opened = Pick<OpenedText, "document" | "position">;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Opens a text as a file of a folder; the place asked about is behind its first `@`. */
async function openIn(folder: number, name: string, text: string): Promise<Opened> {
  const uri = inWorkspace(name, folder);
  await vscode.workspace.fs.writeFile(uri, encode(text));
  const document = await vscode.workspace.openTextDocument(uri);
  return { document, position: document.positionAt(text.indexOf("@") + 1) };
}

async function offers(opened: Opened, ...keys: readonly string[]): Promise<void> {
  let offered = "";
  await until(async () => (offered = [...await keysAt(opened)].sort().join()) === keys.join(), () => `completion offers ${keys.join()}, not ${offered}`);
}

async function setIn(folder: number, name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration("sourcebook", inWorkspace("", folder)).update(name, value, vscode.ConfigurationTarget.WorkspaceFolder);
}

describe("a window with several folders", () => {
  before(async () => {
    await sourcebook().activate();
    for (const [folder, key] of [[0, "one"], [1, "two"]] as const) {
      await vscode.workspace.fs.writeFile(inWorkspace("refs.bib", folder), encode(`@book{${key}, author = {Doe, Jane}, title = {A Title}, year = 2001}\n`));
    }
  });

  afterEach(closeEditors);

  it("knows two files of one name by their folders", async () => {
    for (const [folder, key] of [[0, "one"], [1, "two"]] as const) {
      await offers(await openIn(folder, "declaring.md", "---\nbibliography: refs.bib\n---\n\n[@]\n"), key);
    }
    await offers(await openIn(0, "plain.md", "[@]\n"), "one", "two");
  });

  it("heeds the settings of each folder", async () => {
    const opened = await Promise.all([0, 1].map((folder) => openIn(folder, "paper.md", "[@]\n")));
    const [first, second] = opened;
    assert.ok(first && second);
    try {
      await setIn(1, "bibliographies", ["refs.bib"]);
      await offers(first, "one", "two");
      await offers(second, "two");
      await setIn(1, "style", "vancouver");
      await hoverSays(await openIn(1, "cited.md", "[@two]\n"), /Doe J\. A Title/);
      await hoverSays(await openIn(0, "cited.md", "[@one]\n"), /Doe, J\. \(2001\)/);
    } finally {
      await setIn(1, "bibliographies", undefined);
      await setIn(1, "style", undefined);
    }
    await offers(second, "one", "two");
  });

  it("sees what is in a folder that is added, and no more once it is taken away", async () => {
    const third = vscode.Uri.joinPath(inWorkspace(""), "..", "third");
    const refs = vscode.Uri.joinPath(third, "refs.bib");
    await vscode.workspace.fs.writeFile(refs, encode("@book{three, title = {T}}\n"));
    const opened = await openIn(0, "plain.md", "[@]\n");
    await offers(opened, "one", "two");
    assert.ok(vscode.workspace.updateWorkspaceFolders(2, 0, { uri: third }));
    await offers(opened, "one", "three", "two");
    await vscode.workspace.fs.writeFile(refs, encode("@book{three, title = {T}}\n@book{later, title = {T}}\n"));
    await offers(opened, "later", "one", "three", "two");
    assert.ok(vscode.workspace.updateWorkspaceFolders(2, 1));
    await offers(opened, "one", "two");
  });
});

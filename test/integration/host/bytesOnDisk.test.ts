import assert from "node:assert/strict";
import * as vscode from "vscode";
import { changeSetting, eventually, inWorkspace, keysAt, newFolder, openFile, removeFolder, renameAt, resetSettings, save, until, type OpenedText } from "./support";

type Encoding = "utf-8" | "utf-8 with a mark" | "utf-16le" | "utf-16be" | "windows-1252";

/** The bytes of a text. Of Windows-1252 only what Latin-1 has, too. */
function encoded(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case "utf-8": return new TextEncoder().encode(text);
    case "utf-8 with a mark": return new TextEncoder().encode(`\ufeff${text}`);
    case "windows-1252": return Uint8Array.from(text, (char) => char.charCodeAt(0));
    default: {
      const marked = `\ufeff${text}`;
      const bytes = new DataView(new ArrayBuffer(marked.length * 2));
      for (let index = 0; index < marked.length; index++) bytes.setUint16(index * 2, marked.charCodeAt(index), encoding === "utf-16le");
      return new Uint8Array(bytes.buffer);
    }
  }
}

/** Bytes as text, a letter each, for messages that can be read. */
function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

const files: readonly (readonly [Encoding, lineEnd: string])[] = [["utf-8 with a mark", "\r\n"], ["windows-1252", "\n"], ["utf-16le", "\r\n"], ["utf-16be", "\n"], ["utf-8", "\r\n"]];
const mostAwkward = files.slice(0, 2);
const written = "% kept é\t \n\n@string{p = {Press}}\n@book{doe, title = {Café}, author = {Müller, Jörg}, year = 2001}   \n@comment{ x }\n\n\n@misc{abc, title = {Ö}}";

describe("what is saved after an edit", () => {
  let folder = "";
  beforeEach(() => folder = newFolder());
  afterEach(async () => {
    await removeFolder(folder);
    await resetSettings();
  });

  const place = (name: string): vscode.Uri => inWorkspace(`${folder}/${name}`);
  const bytes = async (name: string): Promise<string> => latin1(await vscode.workspace.fs.readFile(place(name)));
  const write = (name: string, content: Uint8Array): Promise<void> => Promise.resolve(vscode.workspace.fs.writeFile(place(name), content));
  const openPaper = (): Promise<OpenedText> => openFile(`${folder}/paper.md`, "---\nbibliography: refs.bib\n---\n\n[@do‸e]\n");
  const shown = async (name: string): Promise<vscode.TextDocument> => (await vscode.window.showTextDocument(place(name))).document;

  /** A bibliography that VS Code reads in its own encoding. */
  async function given(text: string, encoding: Encoding): Promise<OpenedText> {
    if (encoding === "windows-1252") await changeSetting("files.encoding", "windows1252");
    const opened = await openPaper();
    await write("refs.bib", encoded(text, encoding));
    return opened;
  }

  /** Until then nothing of ours renames the key, and VS Code asks a provider that knows words alone. */
  function isKnown(opened: OpenedText): Promise<void> {
    return until(async () => (await keysAt(opened)).includes("doe"), "the source is known");
  }

  async function rename(opened: OpenedText): Promise<void> {
    await isKnown(opened);
    let edit: vscode.WorkspaceEdit | undefined;
    await until(async () => (edit = await renameAt(opened, "roe")) !== undefined, "the key can be renamed");
    assert.ok(edit !== undefined && await vscode.workspace.applyEdit(edit));
  }

  for (const [encoding, lineEnd] of files) {
    const text = written.replaceAll("\n", lineEnd);
    it(`a closed file in which a key was renamed: ${encoding}, ${JSON.stringify(lineEnd)}`, async () => {
      await rename(await given(text, encoding));
      await save(place("refs.bib"));
      assert.equal(await bytes("refs.bib"), latin1(encoded(text.replace("doe", "roe"), encoding)));
    });
  }

  for (const [encoding, lineEnd] of mostAwkward) {
    const text = written.replaceAll("\n", lineEnd);
    const named = `${encoding}, ${JSON.stringify(lineEnd)}`;

    it(`an open and changed file in which a key was renamed: ${named}`, async () => {
      const opened = await given(text, encoding);
      const bibliography = await shown("refs.bib");
      const editor = await vscode.window.showTextDocument(bibliography);
      assert.ok(await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "% mine\n")));
      await rename(opened);
      await save(bibliography.uri);
      assert.equal(await bytes("refs.bib"), latin1(encoded(`% mine${lineEnd}${text.replace("doe", "roe")}`, encoding)));
    });

    it(`a file to which a source was added: ${named}`, async () => {
      const { document } = await given(text, encoding);
      await vscode.window.showTextDocument(document);
      const bibliography = await vscode.workspace.openTextDocument(place("refs.bib"));
      await until(async () => {
        await vscode.commands.executeCommand("sourcebook.addToBibliography", { uri: "sourcebook:/Reference%20corpus.json", key: "zakharova2016economic" });
        return bibliography.isDirty;
      }, "the source is added");
      await save(bibliography.uri);
      const start = latin1(encoded(text, encoding));
      assert.ok((await bytes("refs.bib")).startsWith(start));
      assert.equal(bibliography.getText().slice(0, text.length), text);
      assert.doesNotMatch(bibliography.getText().slice(text.length).replaceAll(lineEnd, ""), /[\r\n]/);
    });

    it(`a file that was sorted: ${named}`, async () => {
      await given(text, encoding);
      const bibliography = await shown("refs.bib");
      await vscode.commands.executeCommand("sourcebook.sortBibliography", "key");
      await until(() => bibliography.isDirty, "it is sorted");
      await save(bibliography.uri);
      const [book, misc] = ["@book{doe, title = {Café}, author = {Müller, Jörg}, year = 2001}", "@misc{abc, title = {Ö}}"];
      const lines = text.split(lineEnd);
      assert.deepEqual((await bytes("refs.bib")).length, encoded(bibliography.getText(), encoding).length);
      assert.equal(await bytes("refs.bib"), latin1(encoded(bibliography.getText(), encoding)));
      assert.ok(bibliography.getText().indexOf(misc) < bibliography.getText().indexOf(book));
      assert.deepEqual([...new Set(bibliography.getText().split(lineEnd).map((line) => line.trimEnd()))].sort(), [...new Set(lines.map((line) => line.trimEnd()))].sort());
    });

    it(`a file that was formatted: ${named}`, async () => {
      await given(text, encoding);
      const bibliography = await shown("refs.bib");
      const edits = await vscode.commands.executeCommand<readonly vscode.TextEdit[]>("vscode.executeFormatDocumentProvider", bibliography.uri, { tabSize: 2, insertSpaces: true });
      const change = new vscode.WorkspaceEdit();
      change.set(bibliography.uri, [...edits]);
      assert.ok(await vscode.workspace.applyEdit(change));
      await save(bibliography.uri);
      const white = /[ \t\r\n]+/g;
      assert.equal(await bytes("refs.bib"), latin1(encoded(bibliography.getText(), encoding)));
      assert.equal(bibliography.getText().replace(white, ""), text.replace(white, ""));
      assert.equal(bibliography.getText().split(/\r?\n/)[0], "% kept é\t ");
    });
  }

  it("is nothing where a closed file has line ends of several kinds", async () => {
    const opened = await openPaper();
    const mixed = encoded("% a\r\n@book{doe,\n  title = {T}}\r\n", "utf-8");
    await write("refs.bib", mixed);
    await until(async () => (await vscode.workspace.openTextDocument(place("refs.bib"))).getText().includes("doe"), "it is there");
    await isKnown(opened);
    assert.equal(await renameAt(opened, "roe"), undefined);
    assert.equal(await bytes("refs.bib"), latin1(mixed));
    assert.equal((await vscode.workspace.openTextDocument(place("refs.bib"))).isDirty, false);
  });

  it("is what stands on disk where that has changed under an open and changed file", async () => {
    const opened = await given("@book{doe, title = {T}}\n", "utf-8");
    const bibliography = await shown("refs.bib");
    const editor = await vscode.window.showTextDocument(bibliography);
    assert.ok(await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "% mine\n")));
    const outside = encoded("@book{outside, title = {New}}\n", "utf-8");
    await write("refs.bib", outside);
    await rename(opened);
    assert.equal(bibliography.getText(), "% mine\n@book{roe, title = {T}}\n");
    assert.equal(await bibliography.save(), false);
    assert.equal(await bytes("refs.bib"), latin1(outside));
  });

  it("is nothing where one of the files is read-only by a setting", async () => {
    const opened = await given("@book{doe, title = {T}}\n", "utf-8");
    await isKnown(opened);
    await changeSetting("files.readonlyInclude", { "**/refs.bib": true });
    assert.equal(await renameAt(opened, "roe"), undefined);
    await changeSetting("files.readonlyInclude", { [`${folder}/*.bib`]: true });
    assert.equal(await renameAt(opened, "roe"), undefined);
    await changeSetting("files.readonlyExclude", { "**/refs.bib": true });
    await rename(opened);
    assert.equal((await vscode.workspace.openTextDocument(place("refs.bib"))).getText(), "@book{roe, title = {T}}\n");
  });

  it("is undone in all files", async () => {
    const opened = await given("@book{doe, title = {T}}\n", "utf-8");
    const before = opened.document.getText();
    await rename(opened);
    const bibliography = await vscode.workspace.openTextDocument(place("refs.bib"));
    assert.match(bibliography.getText(), /roe/);
    await vscode.window.showTextDocument(opened.document);
    await vscode.commands.executeCommand("undo");
    await eventually(vscode.workspace.onDidChangeTextDocument, () => opened.document.getText() === before || undefined);
    await eventually(vscode.workspace.onDidChangeTextDocument, () => bibliography.getText() === "@book{doe, title = {T}}\n" || undefined);
  });
});

// Cards and rows run our commands with arguments; whoever runs them with others gets nothing but a way out.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { changeSetting, closeEditors, inWorkspace, newFolder, openFile, removeFolder, resetSettings, sourcebook, type OpenedText } from "./support";

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

const huge = "x".repeat(100_000);

/** What commands are given that nothing of ours gives them. */
const handedOver: readonly (readonly [name: string, ...args: readonly unknown[]])[] = [
  ["nothing"],
  ["null", null, null],
  ["numbers and flags", Number.NaN, -1, true],
  ["texts", "command:workbench.action.quit", "$(trash)", huge],
  ["lists", [], [[]], [undefined]],
  ["objects with names of prototypes", JSON.parse("{\"__proto__\":{\"kind\":\"source\",\"id\":\"x\"},\"constructor\":1}"), Object.create(null)],
  ["names of no source", { uri: "", key: "" }],
  ["a key of no bibliography", { uri: "https://x.example/refs.bib", key: "doe" }],
  ["a file of another machine", { uri: "file://share.example/refs.bib", key: "doe" }],
  ["a command for a file", { uri: "command:workbench.action.quit", key: "__proto__" }],
  ["a huge name", { uri: `file:///${huge}`, key: huge }],
  ["what looks like a row", { kind: "source", id: "x", source: { key: "x" } }, [{ kind: "source", id: "x" }]],
  ["what looks like a library", { kind: "library", id: "x", uri: "file:///etc/passwd" }],
  ["what looks like a place", { kind: "citation", id: "x", uri: "file:///etc/passwd", place: { uri: "file:///etc/passwd", range: { start: 0, end: 1e9 } } }],
  ["addresses", vscode.Uri.parse("http://x.example/a"), [vscode.Uri.file("/etc/passwd")]],
];

/** Goes on leaving whatever a command asks, until it is done. */
async function leave(done: Thenable<unknown>): Promise<void> {
  const goesOn = (async () => {
    await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
    await vscode.commands.executeCommand("notifications.clearAll");
    return true;
  });
  const end = Promise.resolve(done).then(() => false);
  while (await Promise.race([end, goesOn()]));
}

/** The texts of the workspace's files and of the documents that are open and have a file. */
async function allTexts(): Promise<ReadonlyMap<string, string>> {
  const files = await vscode.workspace.findFiles("**");
  const texts = await Promise.all(files.map(async (uri) => [uri.toString(), new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))] as const));
  const open = vscode.workspace.textDocuments.filter(({ uri }) => files.some((file) => file.toString() === uri.toString())).map((document) => [`open ${document.uri.toString()}`, document.getText()] as const);
  return new Map([...texts, ...open].sort(([a], [b]) => a < b ? -1 : 1));
}

describe("commands with arguments that are not theirs", () => {
  const { contributes: { commands } } = sourcebook().packageJSON as Manifest;
  let folder = "";
  let opened: OpenedText;

  before(async () => {
    folder = newFolder();
    // a dialog of the system cannot be left
    await changeSetting("files.simpleDialog.enable", true);
    await vscode.workspace.fs.createDirectory(inWorkspace(folder));
  });

  beforeEach(async () => {
    opened = await openFile(`${folder}/notes.txt`, "Notes that cite ‸nothing.\n");
  });

  afterEach(closeEditors);

  after(async () => {
    await resetSettings();
    await removeFolder(folder);
  });

  for (const { command } of commands) {
    it(`${command} changes nothing, copies nothing, and never fails`, async () => {
      await vscode.env.clipboard.writeText("before");
      const before = await allTexts();
      for (const [, ...args] of handedOver) {
        await vscode.window.showTextDocument(opened.document);
        await leave(vscode.commands.executeCommand(command, ...args));
      }
      const corpus = inWorkspace("reference-corpus.bib");
      // its own work, whatever it is given
      if (command === "sourcebook.addCorpusToWorkspace") await vscode.workspace.fs.delete(corpus);
      assert.deepEqual(await allTexts(), before);
      assert.equal(await vscode.env.clipboard.readText(), "before");
      const strange = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).flatMap(({ input }) => input instanceof vscode.TabInputText ? [input.uri] : [])
        .filter((uri) => uri.scheme !== "untitled" && uri.scheme !== "output" && uri.toString() !== opened.document.uri.toString());
      assert.deepEqual(strange.map(String), []);
    });
  }
});

// Runs first, as its name sorts: later tests have activated the extension and loaded the slow part already.
import assert from "node:assert/strict";
import { Session, type Debugger } from "node:inspector";
import * as vscode from "vscode";
import { changeSetting, closeEditors, completionsAt, hoverSays, hoverTextAt, openText, resetSettings, sourcebook, until } from "./support";

describe("activation", () => {
  afterEach(async () => {
    await resetSettings();
    await closeEditors();
  });

  it("waits for a document that may cite", async () => {
    assert.ok(!sourcebook().isActive);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: "plaintext", content: "Text" }));
    assert.ok(!sourcebook().isActive);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: "markdown", content: "Text" }));
    await until(() => sourcebook().isActive, "the extension is active");
  });

  it("leaves the slow part out; so does completion, and so do references, which another thread formats", async () => {
    const opened = await openText("markdown", "[@zakharova2016econ‸omic]");
    assert.ok((await completionsAt(opened)).length > 0);
    assert.match(await hoverTextAt(opened), /Zakharova, L\. \(2016\)\. Economic/);
    await changeSetting("sourcebook.style", "vancouver");
    await hoverSays(opened, /Zakharova L\. Economic/);
    assert.deepEqual(scriptsNamed("references.js"), []);
  });

  it("registers every command of its manifest", async () => {
    const { contributes } = sourcebook().packageJSON as { readonly contributes: { readonly commands: readonly { readonly command: string }[] } };
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(contributes.commands.map(({ command }) => command).filter((command) => !registered.has(command)), []);
  });
});

/** The scripts that this host has evaluated, by the end of their address; the debugger knows them all. */
function scriptsNamed(name: string): readonly string[] {
  const session = new Session();
  const found: string[] = [];
  session.connect();
  session.on("Debugger.scriptParsed", ({ params: { url } }: { readonly params: Debugger.ScriptParsedEventDataType }) => {
    if (url.endsWith(`sourcebook/${name}`)) found.push(url);
  });
  session.post("Debugger.enable");
  session.disconnect();
  return found;
}

// Runs first, as its name sorts: later tests have activated the extension already.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeEditors, sourcebook, until } from "./support";

describe("activation", () => {
  afterEach(closeEditors);

  it("waits for a document that may cite", async () => {
    assert.ok(!sourcebook().isActive);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: "plaintext", content: "Text" }));
    assert.ok(!sourcebook().isActive);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: "markdown", content: "Text" }));
    await until(() => sourcebook().isActive, "the extension is active");
  });

  it("registers every command of its manifest", async () => {
    const { contributes } = sourcebook().packageJSON as { readonly contributes: { readonly commands: readonly { readonly command: string }[] } };
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(contributes.commands.map(({ command }) => command).filter((command) => !registered.has(command)), []);
  });
});

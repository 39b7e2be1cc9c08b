import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeEditors, openText } from "./support";

describe("activation", () => {
  afterEach(closeEditors);

  it("is activated by a document that may cite", async () => {
    const extension = vscode.extensions.getExtension("sourcebook.sourcebook");
    assert.ok(extension, "the extension is installed");
    await openText("markdown", "Text");
    await extension.activate();
    assert.ok(extension.isActive);
  });

  it("registers every command of its manifest", async () => {
    const extension = vscode.extensions.getExtension("sourcebook.sourcebook");
    const { contributes } = extension?.packageJSON as { readonly contributes: { readonly commands: readonly { readonly command: string }[] } };
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(contributes.commands.map(({ command }) => command).filter((command) => !registered.has(command)), []);
  });
});

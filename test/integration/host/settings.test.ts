// A changed setting counts at once: nothing here reloads the window.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { changeSetting, closeEditors, eventually, hoverSays, hoverTextAt, keysAt, newFolder, openText, problemsOf, removeFolder, resetSettings, until, writeFile } from "./support";

describe("settings", () => {
  let folder: string | undefined;

  afterEach(async () => {
    if (folder !== undefined) await removeFolder(folder);
    folder = undefined;
    await resetSettings();
    await closeEditors();
  });

  it("corpus", async () => {
    const opened = await openText("markdown", "[@zakharova2016‸]");
    await changeSetting("sourcebook.corpus", "never");
    assert.deepEqual(await keysAt(opened), []);
    await changeSetting("sourcebook.corpus", "always");
    assert.deepEqual(await keysAt(opened), ["zakharova2016economic"]);
  });

  it("bibliographies", async () => {
    folder = newFolder();
    await writeFile(`${folder}/hidden/refs.bib`, "@book{hidden2000, title = {T}}\n");
    const opened = await openText("markdown", "[@hidden2000‸]");
    await until(async () => (await keysAt(opened)).includes("hidden2000"), "the file is found before it is excluded");
    await changeSetting("files.exclude", { [`${folder}/hidden`]: true });
    assert.deepEqual(await keysAt(opened), []);
    await changeSetting("sourcebook.bibliographies", [`${folder}/hidden/refs.bib`]);
    assert.deepEqual(await keysAt(opened), ["hidden2000"]);
  });

  it("style", async () => {
    const opened = await openText("markdown", "[@zakharova2016econ‸omic]");
    await changeSetting("sourcebook.style", "vancouver");
    await hoverSays(opened, /Zakharova L\. Economic/);
    await changeSetting("sourcebook.style", "apa");
    await hoverSays(opened, /Zakharova, L\. \(2016\)/);
  });

  it("completion.enabled and hover.enabled", async () => {
    const opened = await openText("markdown", "[@zakharova2016econ‸omic]");
    await changeSetting("sourcebook.completion.enabled", false);
    await changeSetting("sourcebook.hover.enabled", false);
    assert.deepEqual([await keysAt(opened), await hoverTextAt(opened)], [[], ""]);
    await resetSettings();
    assert.deepEqual(await keysAt(opened), ["zakharova2016economic"]);
    assert.notEqual(await hoverTextAt(opened), "");
  });

  it("diagnostics.enabled and diagnostics.severity", async () => {
    const { document } = await openText("markdown", "Unknown [@nobody1999nothing].");
    const severity = (wanted: vscode.DiagnosticSeverity | undefined) =>
      eventually(vscode.languages.onDidChangeDiagnostics, () => problemsOf(document)[0]?.severity === wanted || undefined);
    await severity(vscode.DiagnosticSeverity.Warning);
    await changeSetting("sourcebook.diagnostics.severity", { "unknown-key": "error" });
    await severity(vscode.DiagnosticSeverity.Error);
    await changeSetting("sourcebook.diagnostics.enabled", false);
    await severity(undefined);
  });

  it("latex.citationCommands", async () => {
    const opened = await openText("latex", "\\mycite{zakharova2016‸}");
    assert.deepEqual(await keysAt(opened), []);
    await changeSetting("sourcebook.latex.citationCommands", ["mycite"]);
    assert.deepEqual(await keysAt(opened), ["zakharova2016economic"]);
  });
});

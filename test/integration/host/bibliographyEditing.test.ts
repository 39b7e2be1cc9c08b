import assert from "node:assert/strict";
import * as vscode from "vscode";
import { changeSetting, hoverTextAt, keyOf, newFolder, openFile, removeFolder, resetSettings, until, type OpenedText } from "./support";

const refs = "% My sources\n\n@string{aer = {American Economic Review}}\n\n@book{roe2002, author={Roe, Rachel}, title={B}, year=2002}\n@article{doe2001,author={Doe, Jane},title={A},journal=aer,year=2001}\n";

/** Items that Sourcebook offers in a BibTeX file, in their order; words and snippets of others are left out. */
async function offered({ document, position }: Pick<OpenedText, "document" | "position">): Promise<readonly vscode.CompletionItem[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", document.uri, position);
  return [...items].filter(({ kind, sortText }) => kind !== vscode.CompletionItemKind.Text && /^\d{5}$/.test(sortText ?? "")).sort((a, b) => (a.sortText ?? "").localeCompare(b.sortText ?? ""));
}

describe("writing a bibliography", () => {
  let folder = "";

  beforeEach(() => {
    folder = newFolder();
  });

  afterEach(async () => {
    await resetSettings();
    await removeFolder(folder);
  });

  const completions: readonly (readonly [marked: string, first: readonly string[]])[] = [
    [`${refs}@inc‸`, ["incollection"]],
    [`${refs}@book{new,\n  ‸\n}`, ["author", "editor", "title", "publisher", "year"]],
    [`${refs}@article{new,\n  journal = ‸\n}`, ["aer"]],
    [`${refs}@inbook{new,\n  crossref = {roe‸}\n}`, ["roe2002"]],
    [`${refs}@book{new,\n  author = {Doe, Jane and rach‸}\n}`, ["Roe, Rachel"]],
  ];
  for (const [marked, first] of completions) {
    it(`${first.join()} are offered`, async () => {
      const items = await offered(await openFile(`${folder}/own.bib`, marked));
      assert.deepEqual(items.slice(0, first.length).map(keyOf), first);
    });
  }

  it("nothing is offered in an address, and nothing where completion is off", async () => {
    assert.deepEqual(await offered(await openFile(`${folder}/own.bib`, "@book{new, url = {http‸}}")), []);
    const opened = await openFile(`${folder}/other.bib`, "@book{new, ti‸}");
    assert.notEqual((await offered(opened)).length, 0);
    await changeSetting("sourcebook.completion.enabled", false);
    assert.deepEqual(await offered(opened), []);
  });

  it("an accepted type becomes an entry in the style of the file", async () => {
    const { editor, document, position } = await openFile(`${folder}/own.bib`, "@misc{a,\n\ttitle=\"A\",\n\tyear=\"1\",\n}\n\n@art‸");
    const [item] = await offered({ document, position });
    assert.ok(item?.insertText instanceof vscode.SnippetString && item.range instanceof vscode.Range);
    assert.ok(await editor.insertSnippet(item.insertText, item.range));
    assert.ok(document.getText().endsWith("@article{key,\n\tauthor=\"\",\n\ttitle=\"\",\n\tjournal=\"\",\n\tyear=\"\",\n}"), document.getText());
  });

  const hovers: readonly (readonly [marked: string, told: RegExp])[] = [
    ["@book{a, publ‸isher={P}}", /publishers[\s\S]*Optional in[\s\S]*section 2\.2\.2/],
    ["@artic‸le{a}", /journal[\s\S]*Required[\s\S]*section 2\.1\.1/],
    [`${refs}@article{b, journal = ae‸r}`, /aer = \{American Economic Review\}/],
  ];
  for (const [marked, told] of hovers) {
    it(`a hover tells ${told.source}`, async () => assert.match(await hoverTextAt(await openFile(`${folder}/own.bib`, marked)), told));
  }

  const formatted = "% My sources\n\n@string{aer = {American Economic Review}}\n\n@book{roe2002,\n  author = {Roe, Rachel},\n  title = {B},\n  year = 2002\n}\n"
    + "@article{doe2001,\n  author = {Doe, Jane},\n  title = {A},\n  journal = aer,\n  year = 2001\n}\n";

  it("Format Document lays out entries, and one undo takes it back", async () => {
    const { document } = await openFile(`${folder}/own.bib`, refs);
    await vscode.commands.executeCommand("editor.action.formatDocument");
    assert.equal(document.getText(), formatted);
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), refs);
  });

  it("formats as the settings say", async () => {
    const { document } = await openFile(`${folder}/own.bib`, "@book{a, title={A}, author={B}}\n");
    await changeSetting("sourcebook.bibliographyFormat.indent", "editor");
    await changeSetting("sourcebook.bibliographyFormat.align", "always");
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>("vscode.executeFormatDocumentProvider", document.uri, { tabSize: 4, insertSpaces: true });
    const change = new vscode.WorkspaceEdit();
    change.set(document.uri, edits);
    assert.ok(await vscode.workspace.applyEdit(change));
    assert.equal(document.getText(), "@book{a,\n    title  = {A},\n    author = {B}\n}\n");
  });

  it("Sort Bibliography moves entries, and one undo takes it back", async () => {
    const { document } = await openFile(`${folder}/own.bib`, refs);
    await vscode.commands.executeCommand("sourcebook.sortBibliography", "key");
    assert.ok(document.getText().indexOf("doe2001") < document.getText().indexOf("roe2002"));
    assert.ok(document.getText().startsWith("% My sources\n\n@string{aer"));
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), refs);
  });

  it("a key, a macro and a group of macros lead, light up and fold", async () => {
    const { document, position } = await openFile(`${folder}/own.bib`, "@string{a = {A}}\n@string{b = {B}}\n\n@inbook{one,\n  series = a,\n  crossref = {t‸wo}\n}\n@book{two}\n");
    const links = await vscode.commands.executeCommand<readonly vscode.LocationLink[]>("vscode.executeDefinitionProvider", document.uri, position);
    assert.deepEqual(links.map(({ targetRange, targetSelectionRange }) => [document.getText(targetRange), document.getText(targetSelectionRange)]), [["@book{two}", "two"]]);
    const ofMacro = await vscode.commands.executeCommand<readonly vscode.LocationLink[]>("vscode.executeDefinitionProvider", document.uri, document.positionAt(document.getText().indexOf("a,\n")));
    assert.deepEqual(ofMacro.map(({ targetRange }) => targetRange.start.line), [0]);
    const highlights = await vscode.commands.executeCommand<readonly vscode.DocumentHighlight[]>("vscode.executeDocumentHighlights", document.uri, position);
    assert.deepEqual(highlights.map(({ range }) => range.start.line), [5, 7]);
    const folds = await vscode.commands.executeCommand<readonly vscode.FoldingRange[]>("vscode.executeFoldingRangeProvider", document.uri);
    assert.deepEqual(folds.map(({ start, end }) => [start, end]), [[0, 1], [3, 6]]);
  });

  it("an outline has each entry with its people, year and title, and the workspace finds them", async () => {
    const { document } = await openFile(`${folder}/own.bib`, refs);
    const symbols = await vscode.commands.executeCommand<readonly vscode.DocumentSymbol[]>("vscode.executeDocumentSymbolProvider", document.uri);
    assert.deepEqual(symbols.map(({ name, detail }) => [name, detail]), [["roe2002", "Roe 2002: B"], ["doe2001", "Doe 2001: A"]]);
    await until(async () => {
      const found = await vscode.commands.executeCommand<readonly vscode.SymbolInformation[]>("vscode.executeWorkspaceSymbolProvider", "roe2002");
      return found.some(({ name }) => name.startsWith("roe2002"));
    }, "the workspace finds the new file's entry");
  });

  it("a lens says how often an entry is cited, where the writer wants it", async () => {
    await openFile(`${folder}/paper.md`, "---\nbibliography: own.bib\n---\n@doe2001 and [@doe2001]\n");
    const { document } = await openFile(`${folder}/own.bib`, refs);
    const lenses = () => vscode.commands.executeCommand<readonly vscode.CodeLens[]>("vscode.executeCodeLensProvider", document.uri);
    assert.deepEqual(await lenses(), []);
    await changeSetting("sourcebook.codeLens.enabled", true);
    assert.deepEqual((await lenses()).map(({ command }) => command?.title), ["not cited", "cited 2 times"]);
  });
});

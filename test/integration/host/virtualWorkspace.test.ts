import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeEditors, hoverSays, keysAt, problemsOf, renameAt, save, sourcebook, until } from "./support";
import { VirtualFiles } from "./virtualFiles";

const paper = "---\nbibliography: refs.bib\n---\n\nAs [@doe2001] says, and @nobody.\n";
const refs = "% kept\n@book{doe2001, author = {Doe, Jane}, title = {A Title}, year = 2001}\n";
const citedAt = new vscode.Position(4, 8);

async function openPaper(scheme: string): Promise<vscode.TextDocument> {
  await sourcebook().activate();
  const document = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme, path: "/paper.md" }));
  await vscode.window.showTextDocument(document);
  return document;
}

/** The paper and its bibliography under a scheme of their own, for the tests of the group that asks. */
function mounted(scheme: string, options: { readonly isReadonly: boolean }, readOnly: readonly string[] = []): VirtualFiles {
  const files = new VirtualFiles({ "/paper.md": paper, "/refs.bib": refs }, readOnly);
  let provider: vscode.Disposable;
  before(() => {
    provider = vscode.workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true, ...options });
  });
  after(() => {
    provider.dispose();
  });
  afterEach(closeEditors);
  return files;
}

describe("files that lie on no disk", () => {
  const files = mounted("sourcebook-test", { isReadonly: false });

  it("are completed from, shown and checked", async () => {
    const document = await openPaper("sourcebook-test");
    assert.deepEqual(await keysAt({ document, position: citedAt }), ["doe2001"]);
    await hoverSays({ document, position: citedAt }, /Doe, J\\?\. \(2001\)/);
    await until(() => problemsOf(document).length > 0, "the unknown key is pointed out");
    assert.deepEqual(problemsOf(document).map(({ code, range }) => [code, document.getText(range)]), [["unknown-key", "nobody"]]);
  });

  it("are renamed in, document and bibliography at once, and saved", async () => {
    const document = await openPaper("sourcebook-test");
    const edit = await renameAt({ document, position: citedAt }, "doe2002") ?? assert.fail();
    assert.deepEqual(edit.entries().map(([{ path }]) => path).sort(), ["/paper.md", "/refs.bib"]);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await Promise.all(edit.entries().map(([uri]) => save(uri)));
    assert.deepEqual([files.textOf("/paper.md"), files.textOf("/refs.bib")], [paper, refs].map((text) => text.replace("doe2001", "doe2002")));
  });
});

describe("files of which one can only be read", () => {
  mounted("sourcebook-one-read-only", { isReadonly: false }, ["/refs.bib"]);

  it("are not renamed in at all", async () => {
    const document = await openPaper("sourcebook-one-read-only");
    assert.deepEqual(await keysAt({ document, position: citedAt }), ["doe2001"]);
    assert.equal(await renameAt({ document, position: citedAt }, "doe2002"), undefined);
    assert.equal(document.getText(), paper);
  });
});

describe("files that can only be read", () => {
  const files = mounted("sourcebook-read-only", { isReadonly: true });

  it("are completed from and shown, and their keys are not renamed", async () => {
    const document = await openPaper("sourcebook-read-only");
    assert.deepEqual(await keysAt({ document, position: citedAt }), ["doe2001"]);
    assert.equal(await renameAt({ document, position: citedAt }, "doe2002"), undefined);
    assert.deepEqual([files.textOf("/paper.md"), files.textOf("/refs.bib")], [paper, refs]);
  });
});

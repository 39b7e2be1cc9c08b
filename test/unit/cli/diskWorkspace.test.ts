import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { disk } from "../../../src/cli/diskWorkspace";
import { toUri, workspaceFolderOf } from "../../../src/cli/paths";
import { relativePath } from "../../../src/core/text/uri";

describe("files on disk", () => {
  let folder = "";
  const uri = (path: string): string => toUri(path, folder);

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "sourcebook-"));
    for (const path of ["refs.bib", "b/ä #1%.BIB", "b/c/paper.md", "node_modules/x/refs.bib", ".git/refs.bib", ".hidden.bib", "notes.txt"]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), path);
    }
    try {
      symlinkSync(folder, join(folder, "circle"));
      symlinkSync(join(folder, "refs.bib"), join(folder, "linked.bib"));
      symlinkSync(join(folder, "gone.bib"), join(folder, "dangling.bib"));
    } catch {
      // Windows may refuse links
    }
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it("are found in a stable order, without hidden ones and node_modules", async () => {
    const found = await disk.openWorkspace([uri(".")]).findFiles([".bib", ".md"]);
    assert.deepEqual(found.map((file) => relativePath(uri("."), file)).filter((path) => path !== "linked.bib"), ["b/ä #1%.BIB", "b/c/paper.md", "refs.bib"]);
  });

  it("are found once, whatever folders overlap", async () => {
    const found = await disk.openWorkspace([uri("."), uri("b")]).findFiles([".md"]);
    assert.deepEqual(found, [uri("b/c/paper.md")]);
  });

  it("none in a folder that is not there", async () => {
    assert.deepEqual(await disk.openWorkspace([uri("gone")]).findFiles([".bib"]), []);
  });

  const contents: readonly [uri: () => string, content: string | undefined][] = [
    [() => uri("refs.bib"), "refs.bib"],
    [() => uri("b/ä #1%.BIB"), "b/ä #1%.BIB"],
    [() => uri("gone.bib"), undefined],
    [() => uri("b"), undefined],
    [() => uri("/dev/zero"), undefined],
    [() => "untitled:Untitled-1", undefined],
    [() => "https://example.org/refs.bib", undefined],
  ];
  for (const [place, content] of contents) {
    it(`content of ${content ?? "what is no file"}`, async () => {
      const read = await disk.openWorkspace([]).readFile(place());
      assert.equal(read && Buffer.from(read).toString(), content);
    });
  }

  const kinds: readonly [path: string, kind: string][] = [["refs.bib", "file"], ["b", "folder"], ["b/", "folder"], ["gone", "missing"], ["refs.bib/x", "missing"]];
  for (const [path, kind] of kinds) {
    it(`${path} is ${kind}`, () => assert.equal(disk.kindOf(uri(path)), kind));
  }

  const homes: readonly [path: string, kind: "file" | "folder", workspaceFolder: string][] = [
    ["paper.md", "file", "."],
    ["b/c/paper.md", "file", "."],
    ["b", "folder", "."],
    ["../other/paper.md", "file", "../other"],
    ["../other", "folder", "../other"],
  ];
  for (const [path, kind, workspaceFolder] of homes) {
    it(`${path} belongs to ${workspaceFolder}`, () => assert.equal(workspaceFolderOf(uri(path), kind, folder, undefined), uri(workspaceFolder)));
  }

  it("a file below the home folder or the root belongs to its own folder where the command runs there", () => {
    assert.equal(workspaceFolderOf(uri("b/paper.md"), "file", folder, uri(".")), uri("b"));
    assert.equal(workspaceFolderOf(uri("b"), "folder", folder, uri(".")), uri("b"));
    assert.equal(workspaceFolderOf(uri("b/paper.md"), "file", "/", undefined), uri("b"));
  });
});

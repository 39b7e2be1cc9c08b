import assert from "node:assert/strict";
import { baseName, fileEnding, isInside, joinPath, parentUri, pathBetween, relativePath, resolvePath } from "../../../../src/core/text/uri";

describe("URIs", () => {
  it("have names and endings", () => {
    assert.equal(baseName("file:///a/b%20c.BIB"), "b c.BIB");
    assert.equal(fileEnding("file:///a/b%20c.BIB?x#y"), ".bib");
    assert.equal(fileEnding("file:///a/.bib"), "");
    assert.equal(fileEnding("file:///a.b/c"), "");
    assert.equal(fileEnding("untitled:Untitled-1.md"), ".md");
    assert.equal(baseName("file:///"), "");
  });

  it("have parents", () => {
    assert.equal(parentUri("file:///a/b/c.md"), "file:///a/b");
    assert.equal(parentUri("file:///"), "file:///");
    assert.equal(parentUri("vscode-vfs://github/o/r/x.md"), "vscode-vfs://github/o/r");
    assert.equal(parentUri("memfs:/paper.md"), "memfs:/");
    assert.equal(parentUri("memfs:/a/paper.md"), "memfs:/a");
    assert.equal(parentUri("untitled:Untitled-1"), "untitled:/");
  });

  it("are joined", () => {
    assert.equal(joinPath("file:///a/b", "../c d.bib"), "file:///a/c%20d.bib");
    assert.equal(joinPath("file:///a", "..", "..", "x"), "file:///x");
    assert.equal(joinPath("memfs:/", "a", "b.bib"), "memfs:/a/b.bib");
    assert.equal(joinPath("vscode-remote://host:8080/", "b.bib"), "vscode-remote://host:8080/b.bib");
    assert.equal(joinPath("file:///a", "100%.bib"), "file:///a/100%25.bib");
    assert.equal(joinPath("file:///a", "é(1).bib"), "file:///a/%C3%A9%281%29.bib");
    assert.equal(joinPath("file:///a", "\ud800"), "file:///a/%EF%BF%BD");
  });

  it("lie in folders", () => {
    assert.ok(isInside("file:///a/b/c", "file:///a/b") && isInside("file:///a/b", "file:///a/b") && isInside("file:///x", "file:///"));
    assert.ok(!isInside("file:///a/bc", "file:///a/b") && !isInside("http:///a/b", "file:///a") && !isInside("vscode-vfs://y/a/b", "vscode-vfs://x/a"));
    assert.equal(relativePath("file:///a", "file:///a/b/c%20d"), "b/c d");
    assert.equal(relativePath("file:///a/b", "file:///a/c"), undefined);
    assert.equal(pathBetween("file:///a/b", "file:///a/c/d.bib"), "../c/d.bib");
    assert.equal(pathBetween("file:///a", "file:///a/d.bib"), "d.bib");
    assert.equal(pathBetween("file:///a", "http:///a/d.bib"), undefined);
  });
});

describe("Paths as written", () => {
  const home = "file:///home/jane";
  const rows: readonly (readonly [path: string, uris: readonly string[]])[] = [
    ["refs.bib", ["file:///p/refs.bib"]],
    ["./a/../refs.bib", ["file:///p/refs.bib"]],
    ["../refs.bib", ["file:///refs.bib"]],
    ["/x/refs.bib", ["file:///x/refs.bib"]],
    ["~/refs.bib", ["file:///home/jane/refs.bib"]],
    ["sub\\refs.bib", ["file:///p/sub%5Crefs.bib", "file:///p/sub/refs.bib"]],
    ["my%20refs.bib", ["file:///p/my%2520refs.bib", "file:///p/my%20refs.bib"]],
    ["my refs.bib", ["file:///p/my%20refs.bib"]],
    ["C:\\refs.bib", ["file:///p/C%3A%5Crefs.bib", "file:///c%3A/refs.bib"]],
    ["file:///x/a b.bib", ["file:///x/a%20b.bib"]],
    ["https://x.org/refs.bib", []],
    ["file:///a/../../b.bib", ["file:///b.bib"]],
    ["file://localhost/x.bib", ["file:///x.bib"]],
    ["file://share.example/x.bib", []],
    ["file:////share.example/x.bib", ["file:///share.example/x.bib"]],
    ["file:///%2F%2Fshare.example/x.bib", ["file:///share.example/x.bib"]],
    ["//share.example/x.bib", ["file:///share.example/x.bib"]],
    ["%5C%5Cshare.example%5Cx.bib", ["file:///p/%255C%255Cshare.example%255Cx.bib", "file:///p/%5C%5Cshare.example%5Cx.bib"]],
    ["\\\\share.example\\x.bib", ["file:///p/%5C%5Cshare.example%5Cx.bib", "file:///share.example/x.bib"]],
    ["command:x", ["file:///p/command%3Ax"]],
    ["", []],
    ["a\0b", []],
    ["100%.bib", ["file:///p/100%25.bib"]],
  ];
  for (const [path, uris] of rows) it(JSON.stringify(path), () => assert.deepEqual(resolvePath(path, "file:///p", home), uris));

  it("of a file with its address are those of the machine that the document is on", () => {
    assert.deepEqual(resolvePath("file:///x/a.bib", "vscode-remote://host/p", undefined), ["vscode-remote://host/x/a.bib", "file:///x/a.bib"]);
  });

  it("on a share that the folder lies in too", () => {
    assert.deepEqual(resolvePath("file://nas/b.bib", "file://nas/p", home), ["file://nas/b.bib"]);
    assert.deepEqual(resolvePath("file://other/b.bib", "file://nas/p", home), []);
    assert.deepEqual(resolvePath("file://github/b.bib", "vscode-vfs://github/p", home), []);
    assert.deepEqual(resolvePath("/b.bib", "file://nas/p", home), ["file://nas/b.bib"]);
  });

  it("without a home know no ~", () => assert.deepEqual(resolvePath("~/a.bib", "file:///p", undefined), []));
});

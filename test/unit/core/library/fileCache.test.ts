import assert from "node:assert/strict";
import { createFileCache, type FileCache } from "../../../../src/core/library/fileCache";
import { textOf } from "../../../../src/core/text/decode";
import { InMemoryWorkspace } from "../../../support/inMemoryWorkspace";

describe("A value for each file", () => {
  let workspace: InMemoryWorkspace;
  /** Gives the text of a file and what it gave before. */
  let cache: FileCache<string>;
  const get = (path: string): Promise<string | undefined> => cache.get(workspace.uri(path));

  beforeEach(() => {
    workspace = new InMemoryWorkspace({ "a.txt": "a", "folder/b.txt": "b", "folder 2/c.txt": "c" });
    cache = createFileCache(workspace, (content, _uri, { previous }) => `${textOf(content)}<${previous?.charAt(0) ?? ""}`);
  });

  afterEach(() => cache.dispose());

  it("is that of before no more once it is told twice that the file is gone, or once that has been seen", async () => {
    for (const isSeen of [false, true]) {
      assert.equal(await get("a.txt"), "a<");
      workspace.delete("a.txt");
      if (isSeen) assert.equal(await get("a.txt"), undefined);
      else workspace.tellAgain("a.txt", "deleted");
      assert.equal(cache.count(), isSeen ? 1 : 0);
      workspace.write("a.txt", "a");
    }
  });

  it("is made with that of before where the file is written anew", async () => {
    await get("a.txt");
    workspace.delete("a.txt");
    workspace.write("a.txt", "other");
    assert.equal(await get("a.txt"), "other<a");
  });

  it("goes with its folder, and with no other folder", async () => {
    await Promise.all([get("a.txt"), get("folder/b.txt"), get("folder 2/c.txt")]);
    workspace.deleteFolder("folder");
    assert.equal(cache.count(), 2);
    assert.equal(await get("folder/b.txt"), undefined);
    assert.equal(await get("folder 2/c.txt"), "c<");
    workspace.deleteFolder("folder 2");
    assert.equal(await get("folder 2/c.txt"), undefined);
  });

  it("is looked for again where there was none once a folder has come, whatever came with it", async () => {
    workspace.deleteFolder("folder");
    assert.deepEqual(await Promise.all([get("folder/b.txt"), get("a.txt")]), [undefined, "a<"]);
    const reads = workspace.readCount("a.txt");
    workspace.tellAgain("some/folder", "created");
    await Promise.all([get("folder/b.txt"), get("a.txt")]);
    assert.deepEqual([workspace.readCount("folder/b.txt"), workspace.readCount("a.txt")], [2, reads]);
  });

  it("is made again where reading failed", async () => {
    let failures = 1;
    const failing = createFileCache({ onDidChangeFile: workspace.onDidChangeFile, readFile: () => failures-- > 0 ? Promise.reject(new Error("not now")) : Promise.resolve("text") }, (content) => String(content));
    await assert.rejects(failing.get("file:///a"));
    assert.equal(await failing.get("file:///a"), "text");
    failing.dispose();
  });

  it("of ever new files that are not there is not kept without end, and each is looked for again", async () => {
    for (let number = 0; number < 10_100; number++) await get(`missing${String(number)}.txt`);
    assert.equal(cache.count(), 10_000);
    workspace.write("missing10099.txt", "here");
    assert.equal(await get("missing10099.txt"), "here<");
    assert.equal(cache.count(), 10_000);
    await get("missing10098.txt");
    assert.equal(workspace.readCount("missing10098.txt"), 1);
  });

  it("is let go by whoever disposes", async () => {
    await get("a.txt");
    cache.dispose();
    assert.deepEqual([cache.count(), await get("a.txt"), workspace.listenerCount], [0, undefined, 0]);
  });
});

import assert from "node:assert/strict";
import { createBibliographyStore, type LoadedBibliography } from "../../../../src/core/library/bibliographyStore";
import { createKeptIndexes } from "../../../../src/core/library/kept/keptIndexes";
import { parseBibtex } from "../../../../src/core/bibliography/bibtex/parseBibtex";
import { searchIndexOf } from "../../../../src/core/library/searchIndex";
import type { KeptFiles } from "../../../../src/core/ports";
import { finishNow } from "../../../../src/core/steps";
import { InMemoryKeptFiles } from "../../../support/inMemoryKeptFiles";
import { InMemoryWorkspace } from "../../../support/inMemoryWorkspace";
import { silentLogger } from "../../../support/service";

const text = (word: string): string => Array.from({ length: 600 }, (_, number) => `@book{k${number}, author = {Doe, J.}, title = {${word} ${number}}, ids = {old${number}}, abstract = {${"words ".repeat(80)}}}\n`).join("");
const [first, second] = [text("First"), text("Second")];

interface Start {
  readonly loaded: LoadedBibliography | undefined;
  readonly isWarm: boolean;
  readonly warnings: readonly string[];
}

/** Starts over files in memory, reads `a.bib`, is idle for a while, and ends. */
async function start(content: string | InMemoryWorkspace, keptFiles: KeptFiles): Promise<Start> {
  const lines: string[] = [];
  const warnings: string[] = [];
  const workspace = content instanceof InMemoryWorkspace ? content : new InMemoryWorkspace({ "a.bib": content });
  const logger = { ...silentLogger, info: (line: string) => lines.push(line), warn: (line: string) => warnings.push(line) };
  const store = createBibliographyStore({ workspace, logger, pause: () => undefined, keptFiles });
  const loaded = await store.get("file:///paper/a.bib");
  if (keptFiles instanceof InMemoryKeptFiles) await keptFiles.idle();
  store.dispose();
  return { loaded, isWarm: lines.some((line) => line.includes("index kept from before")), warnings };
}

const titleOf = ({ loaded }: Start): string | undefined => loaded && searchIndexOf(loaded.bibliography).get("old7")?.summary.title;

describe("Indexes kept between starts", () => {
  it("are found by the next start, as long as the file is the same", async () => {
    const kept = new InMemoryKeptFiles();
    const starts = [await start(first, kept), await start(first, kept), await start(second, kept), await start(second, kept)];
    assert.deepEqual(starts.map(({ isWarm }) => isWarm), [false, true, false, true]);
    assert.deepEqual(starts.map(titleOf), ["First 7", "First 7", "Second 7", "Second 7"]);
    assert.equal(kept.files.size, 1);
  });

  it("are made anew by another build, and where they are damaged", async () => {
    const kept = new InMemoryKeptFiles();
    await start(first, kept);
    kept.build = "1.0.1";
    assert.equal((await start(first, kept)).isWarm, false);
    for (const [name, { bytes, time }] of kept.files) kept.files.set(name, { bytes: bytes.subarray(0, bytes.length / 2), time });
    const damaged = await start(first, kept);
    assert.deepEqual([damaged.isWarm, titleOf(damaged), damaged.warnings], [false, "First 7", []]);
    assert.equal((await start(first, kept)).isWarm, true);
  });

  it("are smaller than the files", async () => {
    const kept = new InMemoryKeptFiles();
    await start(first, kept);
    assert.ok([...kept.files.values()].every(({ bytes }) => bytes.length < first.length / 2));
  });

  it("are of large files alone that are on disk", async () => {
    const kept = new InMemoryKeptFiles();
    await start(first.slice(0, 100_000), kept);
    const open = new InMemoryWorkspace({ "a.bib": second });
    open.edit("a.bib", first);
    await start(open, kept);
    assert.equal(kept.files.size, 0);
  });

  it("are written when there is time for it, and only what was read last", async () => {
    const kept = new InMemoryKeptFiles();
    const indexes = createKeptIndexes({ files: kept, logger: silentLogger, pause: () => undefined });
    const bytes = (content: string): Uint8Array => new TextEncoder().encode(content);
    indexes.keep("file:///a.bib", bytes(first), parseBibtex(first));
    indexes.keep("file:///a.bib", bytes(second), parseBibtex(second));
    const counts = [kept.files.size];
    await kept.idle();
    counts.push(kept.files.size);
    const found = await indexes.find("file:///a.bib", bytes(second));
    assert.ok(found !== undefined && finishNow(found.read(second)) !== undefined);
    indexes.keep("file:///b.bib", bytes(first), parseBibtex(first));
    indexes.dispose();
    await kept.idle();
    assert.deepEqual([...counts, kept.files.size], [0, 1, 1]);
  });

  it("take so much room and no more: those written first go", async () => {
    const kept = new InMemoryKeptFiles();
    await start(first, kept);
    const [size = 0] = [...kept.files.values()].map(({ bytes }) => bytes.length);
    const indexes = createKeptIndexes({ files: kept, logger: silentLogger, pause: () => undefined, most: size * 2.5 });
    const names: string[] = [];
    for (const uri of ["file:///paper/b.bib", "file:///paper/c.bib", "file:///paper/d.bib"]) {
      indexes.keep(uri, new TextEncoder().encode(first), parseBibtex(first));
      await kept.idle();
      names.push([...kept.files.keys()].at(-1) ?? "");
    }
    assert.deepEqual([...kept.files.keys()], names.slice(-2));
  });

  it("are no condition: a storage that fails costs a warning", async () => {
    const failing: KeptFiles = {
      edition: () => Promise.resolve(""),
      whenIdle: () => Promise.resolve(),
      read: () => Promise.resolve(undefined),
      write: () => Promise.reject(new Error("The disk is full")),
      delete: () => Promise.reject(new Error("The disk is full")),
      list: () => Promise.resolve([]),
    };
    const { loaded, warnings } = await start(first, failing);
    assert.equal(loaded?.bibliography.entries.length, 600);
    assert.ok(warnings.length <= 1);
  });

  /** A storage whose disk is full after so many bytes of a file, whatever was there before. */
  class FullDisk extends InMemoryKeptFiles {
    constructor(readonly room: number) {
      super();
    }

    override async write(name: string, bytes: Uint8Array): Promise<void> {
      await super.write(name, bytes.subarray(0, this.room));
      if (bytes.length > this.room) throw new Error("The disk is full");
    }
  }

  it("are ignored where the disk was full or the window was closed in the middle of writing", async () => {
    const whole = new InMemoryKeptFiles();
    await start(first, whole);
    const [size = 0] = [...whole.files.values()].map(({ bytes }) => bytes.length);
    for (const room of [0, 19, 35, size >> 1, size - 1]) {
      const kept = new FullDisk(room);
      const before = await start(first, kept);
      assert.equal(before.warnings.length, 1);
      const after = await start(first, kept);
      assert.deepEqual([after.isWarm, titleOf(after), after.loaded?.bibliography.entries.length], [false, "First 7", 600], `room for ${room} bytes`);
    }
    assert.equal((await start(first, new FullDisk(size))).warnings.length, 0);
  });

  for (const failing of ["edition", "read", "write", "delete", "list"] as const) {
    it(`are no condition where ${failing} fails`, async () => {
      const kept = new InMemoryKeptFiles();
      await start(second, kept);
      Object.assign(kept, { [failing]: () => Promise.reject(new Error("Gone")) });
      const { loaded } = await start(first, kept);
      assert.equal(loaded?.bibliography.entries.length, 600);
      assert.equal(loaded.bibliography.entries[7]?.summary.title, "First 7");
    });
  }

  it("of two windows that write at the same time are one of them, or ignored", async () => {
    const one = new InMemoryKeptFiles();
    const other = new InMemoryKeptFiles();
    await start(first, one);
    await start(second, other);
    const [[name, ofFirst] = assert.fail(), ofSecond] = [[...one.files][0], [...other.files.values()][0]];
    assert.ok(ofSecond);
    for (const [content, title] of [[first, "First 7"], [second, "Second 7"]] as const) {
      for (const cut of [35, ofFirst.bytes.length >> 1]) {
        for (const [head, tail] of [[ofFirst, ofSecond], [ofSecond, ofFirst]] as const) {
          const mixed = new InMemoryKeptFiles();
          mixed.files.set(name, { bytes: Uint8Array.from([...head.bytes.subarray(0, cut), ...tail.bytes.subarray(cut)]), time: 0 });
          assert.equal(titleOf(await start(content, mixed)), title);
        }
      }
    }
    const shared = new InMemoryKeptFiles();
    const [a, b] = [createKeptIndexes({ files: shared, logger: silentLogger, pause: () => undefined }), createKeptIndexes({ files: shared, logger: silentLogger, pause: () => undefined })];
    a.keep("file:///paper/a.bib", new TextEncoder().encode(first), parseBibtex(first));
    b.keep("file:///paper/a.bib", new TextEncoder().encode(second), parseBibtex(second));
    await shared.idle();
    const starts = [await start(first, shared), await start(second, shared)];
    assert.deepEqual(starts.map(titleOf), ["First 7", "Second 7"]);
    assert.equal(shared.files.size, 1);
  });
});

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
});

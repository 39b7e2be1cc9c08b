import assert from "node:assert/strict";
import { parseBibtex } from "../../../src/core/bibliography/bibtex/parseBibtex";
import type { CitationToFormat, ReferenceEngine } from "../../../src/core/ports";
import type { ReadStyleFile } from "../../../src/worker/createEngine";
import { EngineClient } from "../../../src/worker/engineClient";
import { plainEngine } from "../../support/plainEngine";
import { threadsOver, type Threads } from "../../support/threads";

const apa = { style: { id: "apa" } };
const item = { id: "doe", type: "book", title: "One" };

function clientOf(create: (read: ReadStyleFile) => ReferenceEngine = () => plainEngine(), read: ReadStyleFile = () => Promise.reject(new Error("There are no files"))): { readonly client: EngineClient; readonly threads: Threads } {
  const threads = threadsOver(create);
  return { client: new EngineClient(threads.start, read), threads };
}

/** An engine that never answers. */
function silentEngine(): ReferenceEngine {
  return { ...plainEngine(), formatBibliography: () => new Promise(() => undefined) };
}

describe("the engine in another thread", () => {
  it("answers as the engine does", async () => {
    const { client: { engine } } = clientOf();
    const cited: CitationToFormat = { citationItems: [{ key: "doe", mode: "normal", prefix: "see", suffix: "" }] };
    const { entries } = parseBibtex("@book{doe, title = {One}}");
    assert.deepEqual(await engine.toCslItems(entries), [item]);
    assert.deepEqual(await engine.formatBibliography([item], apa, "text"), [{ key: "doe", text: "doe: One" }]);
    assert.deepEqual(await engine.formatDocument({ citations: [cited], items: [item] }, apa, "text"), await plainEngine().formatDocument({ citations: [cited], items: [item] }, apa, "text"));
    assert.deepEqual(await engine.listStyles(), []);
    assert.equal(await engine.convert([item], "ris"), "ris: doe\n");
  });

  it("hands entries over with the fields that they inherit", async () => {
    const { client: { engine }, threads } = clientOf();
    await engine.toCslItems(parseBibtex("@book{a, title = {One}, crossref = {b}} @book{b, publisher = {P}}").entries.slice(0, 1));
    const [sent] = threads.sent[0] ?? [];
    assert.ok(sent?.kind === "call" && sent.method === "toCslItems");
    const [entry] = sent.args[0];
    assert.ok(entry?.format === "bibtex");
    assert.equal(entry.effectiveFields.get("publisher"), "P");
  });

  it("rejects as the engine does, by the name of the error", async () => {
    const { client: { engine } } = clientOf();
    await assert.rejects(engine.formatBibliography([item], { style: { id: "none" } }, "text"), { name: "UnknownStyleError", message: "There is no style “none”." });
  });

  it("reads style files here", async () => {
    const create = (read: ReadStyleFile): ReferenceEngine => ({ ...plainEngine(), convert: async () => new TextDecoder().decode(await read("index.json")) });
    const found = clientOf(create, (name) => Promise.resolve(new TextEncoder().encode(`This is ${name}`)));
    assert.equal(await found.client.engine.convert([], "ris"), "This is index.json");
    const missing = clientOf(create, () => Promise.reject(new Error("The disk is gone")));
    await assert.rejects(missing.client.engine.convert([], "ris"), /The disk is gone/);
  });

  it("starts with the first call, and anew after the thread has died; what it owed rejects", async () => {
    let isSilent = true;
    const { client: { engine }, threads } = clientOf(() => isSilent ? silentEngine() : plainEngine());
    assert.equal(threads.sent.length, 0);
    await engine.listStyles();
    const owed = [engine.formatBibliography([item], apa, "text"), engine.formatBibliography([item], apa, "html")];
    await engine.listStyles();
    threads.kill(new Error("Out of memory"));
    for (const promise of owed) await assert.rejects(promise, /Out of memory/);
    isSilent = false;
    assert.deepEqual(await engine.formatBibliography([item], apa, "text"), [{ key: "doe", text: "doe: One" }]);
    assert.equal(threads.sent.length, 2);
  });

  it("rejects where the thread dies before it is ready, and where there is none", async () => {
    const dying = new EngineClient((events) => {
      setImmediate(() => events.ended(new Error("It ended")));
      return Promise.resolve({ post: () => undefined, terminate: () => undefined });
    }, () => Promise.reject(new Error()));
    await assert.rejects(dying.engine.listStyles(), /It ended/);
    const none = new EngineClient(() => Promise.reject(new Error("No threads here")), () => Promise.reject(new Error()));
    await assert.rejects(none.engine.listStyles(), /No threads here/);
    const failing = new EngineClient(() => {
      throw new Error("It cannot start");
    }, () => Promise.reject(new Error()));
    await assert.rejects(failing.engine.listStyles(), /It cannot start/);
    await assert.rejects(failing.engine.listStyles(), /It cannot start/);
  });

  it("drops what nobody waits for before its turn comes", async () => {
    const { client: { engine }, threads } = clientOf(silentEngine);
    const pending = Array.from({ length: 4 }, () => engine.formatBibliography([item], apa, "text"));
    const dropped = engine.formatBibliography([item], apa, "html", { isCancellationRequested: true });
    const waiting = engine.convert([item], "ris");
    while (threads.sent[0]?.length !== 4) await new Promise((resolve) => setImmediate(resolve));
    threads.kill(new Error("It ended"));
    for (const promise of pending) await assert.rejects(promise, /It ended/);
    await assert.rejects(dropped, { name: "CancelledError" });
    assert.equal(await waiting, "ris: doe\n");
    assert.deepEqual(threads.sent.map((messages) => messages.length), [4, 1]);
  });

  it("rejects once it is disposed, what it owed included", async () => {
    const { client } = clientOf(silentEngine);
    const owed = client.engine.formatBibliography([item], apa, "text");
    await client.engine.listStyles();
    client.dispose();
    await assert.rejects(owed, /was ended/);
    await assert.rejects(client.engine.listStyles(), /switched off/);
  });
});

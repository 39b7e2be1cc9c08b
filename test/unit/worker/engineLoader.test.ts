import assert from "node:assert/strict";
import { EngineLoader, type EngineLoaderOptions } from "../../../src/worker/engineLoader";
import { threadOf } from "../../../src/worker/threads";

/** A bundle in little: styles tell in which thread it runs, and converting ends the thread, as running out of memory would. */
const bundle = `
  const { isMainThread } = typeof require === "function" ? require("node:worker_threads") : { isMainThread: true };
  const methods = { listStyles: async () => [isMainThread ? "this thread" : "another thread"], convert: () => process.exit(7) };
  exports.createEngine = () => methods;
  exports.serve = ({ post, listen }) => {
    listen(async ({ id, method }) => post({ kind: "answer", id, result: await methods[method]() }));
    post({ kind: "ready" });
  };`;

const warnings: string[] = [];
const defaults: EngineLoaderOptions = {
  readBundle: () => Promise.resolve(bundle),
  readStyleFile: () => Promise.reject(new Error("No files")),
  threadOf,
  logger: { info: () => undefined, warn: (message) => warnings.push(message), error: () => undefined },
  pause: () => undefined,
};

describe("loading the engine", () => {
  let loader: EngineLoader | undefined;
  const load = (options: Partial<EngineLoaderOptions> = {}): EngineLoader => loader = new EngineLoader({ ...defaults, ...options });
  afterEach(() => {
    loader?.dispose();
    warnings.length = 0;
  });

  it("puts it into a thread of its own, which is started anew where it ends", async () => {
    const { load: loadEngine, isOffThread } = load();
    assert.equal(await isOffThread(), true);
    const engine = await loadEngine();
    assert.deepEqual(await engine.listStyles(), ["another thread"]);
    await assert.rejects(engine.convert([], "ris"), /ended with code 7/);
    assert.deepEqual(await engine.listStyles(), ["another thread"]);
    assert.deepEqual(warnings, []);
  });

  it("shares this thread where there is no other, and says so", async () => {
    const { load: loadEngine, isOffThread } = load({ threadOf: () => () => Promise.reject(new Error("No threads")) });
    assert.equal(await isOffThread(), false);
    assert.deepEqual(await (await loadEngine()).listStyles(), ["this thread"]);
    assert.match(warnings.join(), /No threads/);
  });

  it("shares this thread where a thread cannot read the bundle", async () => {
    const { load: loadEngine } = load({ threadOf: (text) => threadOf(`${text} throw new Error("Not here");`) });
    assert.deepEqual(await (await loadEngine()).listStyles(), ["this thread"]);
    assert.match(warnings.join(), /Not here/);
  });

  it("tries again after the bundle could not be read", async () => {
    let reads = 0;
    const { load: loadEngine } = load({ readBundle: () => ++reads === 1 ? Promise.reject(new Error("Gone")) : Promise.resolve(bundle) });
    await assert.rejects(loadEngine(), /Gone/);
    assert.deepEqual(await (await loadEngine()).listStyles(), ["another thread"]);
    assert.equal(reads, 2);
  });
});

// Which workers the extension starts, and what it evaluates in the host itself: its globals are those of the tests.
import assert from "node:assert/strict";
import { changeSetting, closeEditors, hoverSays, openText, resetSettings, until } from "../host/support";

interface HostGlobals {
  Worker: new (url: string, options?: { readonly name?: string }) => object;
  Function: new (...parts: string[]) => object;
}

const host = globalThis as unknown as HostGlobals;
const workers: string[] = [];
const evaluated: string[] = [];
host.Worker = new Proxy(host.Worker, {
  construct: (Worker, [url, options]: ConstructorParameters<HostGlobals["Worker"]>) => {
    workers.push(options?.name ?? url);
    return new Worker(url, options);
  },
});
host.Function = new Proxy(host.Function, {
  construct: (Function, parts: string[]) => {
    evaluated.push(parts.at(-1)?.slice(-100) ?? "");
    return new Function(...parts);
  },
});

describe("the engine in a web host", () => {
  afterEach(async () => {
    await resetSettings();
    await closeEditors();
  });

  it("starts when a document that cites is seen", async () => {
    await openText("markdown", "[@zakharova2016economic]");
    await until(() => workers.length > 0, "a worker was started");
  });

  it("works in a worker of the browser, not in the host", async () => {
    await changeSetting("sourcebook.style", "vancouver");
    await hoverSays(await openText("markdown", "[@zakharova2016econ‸omic]"), /Zakharova L\. Economic/);
    assert.deepEqual(workers, ["sourcebook"]);
    assert.deepEqual(evaluated.filter((end) => end.includes("sourcebook/references.js")), []);
  });
});

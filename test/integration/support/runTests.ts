// `mocha` here is its browser build in every host: one file that asks nothing of its surroundings. It is bundled with the tests.
import "mocha";
import type MochaModule from "mocha";

type MochaClass = typeof MochaModule;

/** The browser build gives its class as a global; its module is a ready instance that wants a page. */
const { Mocha } = globalThis as unknown as { readonly Mocha: MochaClass };

export interface RunOptions {
  /** Where the tests are meant to run; VS Code falls back to its Node host without a word. */
  readonly host: "node" | "worker";
  /** What each report line begins with. */
  readonly mark: string;
  /** Only tests whose full title holds this; all where it is empty. */
  readonly grep: string;
  /** For one test, in milliseconds. */
  readonly timeout: number;
}

/**
 * Runs the tests that `load` defines. Tells of its progress by lines of `mark` and JSON: `{"begin": title}` before each test and at the
 * end `{"passed", "failed", "skipped"}`. Failures are printed in full. Rejects when a test failed.
 */
export async function runTests({ host, mark, grep, timeout }: RunOptions, load: () => void): Promise<void> {
  const isWorker = typeof process === "undefined" && "importScripts" in globalThis;
  if (isWorker !== (host === "worker")) throw new Error(`The tests are not in the ${host} host`);
  const report = (facts: object): void => console.log(mark + JSON.stringify(facts));

  class Reporter extends Mocha.reporters.Base {
    constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
      super(runner, options);
      runner.once("end", () => {
        if (this.failures.length > 0) Mocha.reporters.Base.list(this.failures);
      });
    }
  }

  Mocha.reporters.Base.useColors = false;
  // Node's assertions say in their message how things differ; those of test/integration/support/assert.ts leave it to mocha.
  const mocha = new Mocha({ ui: "bdd", timeout, reporter: Reporter, diff: isWorker, ...(grep === "" ? {} : { fgrep: grep }) });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  mocha.suite.beforeEach("report", async function () {
    report({ begin: this.currentTest?.fullTitle() });
    // Gives the line time to leave: a test that ends or blocks the host would swallow it.
    await new Promise((resolve) => setTimeout(resolve, 5));
  });
  load();
  const { passes, failures, pending } = await new Promise<Mocha.Stats>((resolve, reject) => {
    const runner = mocha.run(() => runner.stats === undefined ? reject(new Error("mocha gave no figures")) : resolve(runner.stats));
  });
  report({ passed: passes, failed: failures, skipped: pending });
  if (failures > 0) throw Object.assign(new Error(), { stack: `${mark}${failures} failed` });
}

// Bundles tests into one CommonJS module that exports `run`.
import { randomUUID } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { Refusal } from "./ending.mjs";
import { root } from "./project.mjs";

/**
 * @typedef {object} TestBundle
 * @property {string} path of the module; its `run` rejects when a test fails
 * @property {string} mark what its report lines begin with; new for each bundle, so that nothing else can write one
 */

/**
 * @param {object} options
 * @param {string} options.tests a file, or a folder searched for `*.test.ts`; relative to the checkout
 * @param {"node" | "worker"} options.host a worker has no modules but `vscode`
 * @param {string} options.outfile
 * @param {string} [options.grep] only tests whose title holds this
 * @param {number} [options.timeout] for one test in ms; a first completion has taken 3 s on a loaded machine
 * @returns {Promise<TestBundle>}
 */
export async function bundleTests({ tests, host, outfile, grep = "", timeout = 40_000 }) {
  const mark = `sourcebook-tests-${randomUUID()} `;
  const load = filesOf(tests).map((path) => `require(${JSON.stringify(path)});`).join(" ");
  const runTests = JSON.stringify(join(root, "test/integration/support/runTests.ts"));
  await build({
    stdin: { contents: `exports.run = () => require(${runTests}).runTests(${JSON.stringify({ host, mark, grep, timeout })}, () => { ${load} });`, resolveDir: root },
    outfile,
    bundle: true,
    format: "cjs",
    platform: host === "node" ? "node" : "browser",
    target: host === "node" ? "node20" : "es2022",
    alias: { mocha: join(root, "node_modules/mocha/mocha.js"), ...(host === "worker" ? workerModules : {}) },
    external: ["vscode"],
    plugins: [playwrightOutside],
    sourcemap: "linked",
    logLevel: "warning",
  });
  return { path: outfile, mark };
}

/**
 * Bundles a TypeScript module of the tests, so that a script can import it.
 * @param {string} path relative to the checkout
 * @param {string} outfile
 * @returns {Promise<string>} `outfile`
 */
export async function bundleModule(path, outfile) {
  await build({ entryPoints: [join(root, path)], outfile, bundle: true, format: "cjs", platform: "node", target: "node20", plugins: [playwrightOutside], logLevel: "warning" });
  return outfile;
}

const workerModules = { "node:assert/strict": join(root, "test/integration/support/assert.ts") };

/** playwright-core finds its own parts by path, so it cannot be bundled. */
const playwrightOutside = {
  name: "playwright-outside",
  /** @param {import("esbuild").PluginBuild} build */
  setup({ onResolve }) {
    onResolve({ filter: /^playwright-core$/ }, ({ path }) => ({ path: join(root, "node_modules", path, "index.js"), external: true }));
  },
};

/**
 * @param {string} tests
 * @returns {readonly string[]} absolute paths, in order
 */
function filesOf(tests) {
  const path = join(root, tests);
  if (!existsSync(path)) throw new Refusal(`${tests} is not there.`);
  const files = tests.endsWith(".ts") ? [path] : readdirSync(path).filter((name) => name.endsWith(".test.ts")).sort().map((name) => join(path, name));
  if (files.length === 0) throw new Refusal(`There is no test in ${tests}.`);
  return files;
}

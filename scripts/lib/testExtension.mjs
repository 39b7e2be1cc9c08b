// The tests' own extension: VS Code runs tests only for one that is under development, and the tested one is installed.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleTests } from "./testBundle.mjs";

/**
 * @param {string} scratch
 * @param {{ host: "node" | "worker", tests: string, grep: string }} options
 */
export async function testExtension(scratch, { host, tests, grep }) {
  const folder = join(scratch, "extension");
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({
    name: "tests", publisher: "sourcebook", version: "0.0.1", engines: { vscode: "^1.90.0" }, ...(host === "worker" ? { browser: "./tests.js" } : {}),
  }));
  return { folder, bundle: await bundleTests({ tests, host, grep, outfile: join(folder, "tests.js") }) };
}

// Runs tests in plain Node, in a process of their own, with the same report lines as in a host.
import { join } from "node:path";
import { scratchFolder } from "./project.mjs";
import { startGroup } from "./run.mjs";
import { bundleTests } from "./testBundle.mjs";
import { eachLine, followTests } from "./testLog.mjs";

const runBundle = "require(process.argv[1]).run().then(() => process.exit(0), (error) => { console.error(error); process.exit(1); })";

/**
 * @param {object} options
 * @param {string} options.tests a file or a folder
 * @param {string} [options.grep]
 * @param {number} [options.timeout] for one test, in ms
 * @param {Record<string, string>} [options.env]
 * @returns {Promise<import("./totals.mjs").Totals>}
 */
export async function runNodeTests({ tests, grep = "", env = {}, ...options }) {
  const bundle = await bundleTests({ tests, host: "node", grep, ...options, outfile: join(scratchFolder("sourcebook-tests"), "tests.js") });
  const log = followTests(bundle);
  const child = startGroup(process.execPath, ["-e", runBundle, bundle.path], { env: { ...process.env, ...env } });
  child.onOutput(eachLine(log.line));
  const totals = await log.verdict(new Promise((resolve) => child.process.once("close", (code) => resolve(code ?? "a signal ended the tests"))));
  child.end();
  return totals;
}

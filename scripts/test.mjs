// Proves that everything works: lint, types, unit tests, the package, tests inside VS Code's extension hosts, and tests that drive its window.
// `--unit`, `--host`, `--web`, `--folders`, `--ui` choose parts; `--grep WORDS` goes to each part's tests. The last line tells the totals.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { main, Refusal } from "./lib/ending.mjs";
import { root } from "./lib/project.mjs";
import { run } from "./lib/run.mjs";
import { describeTotals, readSummary, sum } from "./lib/totals.mjs";

/** @typedef {import("./lib/totals.mjs").Totals} Totals */

const parts = /** @type {const} */ (["unit", "host", "web", "folders", "ui"]);

await main(async () => {
  const { chosen, grep } = readArguments(process.argv.slice(2));
  await ensureDependencies();
  /** @type {Totals[]} */
  const all = [];
  for (const [name, test] of steps(chosen, grep)) all.push(await step(name, test));
  const totals = sum(all);
  console.log(`\n${describeTotals(totals)}`);
  return totals.failed > 0 ? 1 : 0;
});

/**
 * @param {ReadonlySet<string>} chosen
 * @param {string} grep
 * @returns {Generator<readonly [name: string, test: () => Promise<Totals>]>}
 */
function* steps(chosen, grep) {
  if (chosen.has("unit")) {
    yield ["Lint", () => check("node_modules/eslint/bin/eslint.js", "--max-warnings", "0", ".")];
    yield ["Types", () => check("node_modules/typescript/bin/tsc", "--noEmit")];
    yield ["Unit tests", () => unitTests("test/unit", grep)];
    yield ["Thorough tests", () => unitTests("test/thorough", grep)];
  }
  if (!["host", "web", "folders", "ui"].some((part) => chosen.has(part))) return;
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const vsix = join(root, `sourcebook-${version}.vsix`);
  const vscode = import("./lib/vscodeTests.mjs");
  yield ["Package", async () => (await vscode).testPackage(vsix)];
  if (chosen.has("host")) yield ["In VS Code's extension host", async () => (await vscode).testHost(vsix, grep)];
  if (chosen.has("web")) yield ["In a workspace that is not trusted", async () => (await vscode).testRestricted(vsix, grep)];
  if (chosen.has("web")) yield ["In VS Code's web extension host", async () => (await vscode).testWebHost(vsix, grep)];
  if (chosen.has("folders")) yield ["In VS Code with several folders and with none", async () => (await vscode).testFolders(vsix, grep)];
  if (chosen.has("ui")) yield ["In VS Code's window", async () => (await vscode).testUi(vsix, grep)];
}

/**
 * @param {string} name
 * @param {() => Promise<Totals>} test
 * @returns {Promise<Totals>}
 */
async function step(name, test) {
  const start = performance.now();
  console.log(`${name} …`);
  const totals = await test().catch((error) => {
    console.error(error instanceof Refusal ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  console.log(`${name}: ${describeTotals(totals)} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  return totals;
}

/**
 * A check counts as one test.
 * @param {string} script
 * @param {string[]} args
 * @returns {Promise<Totals>}
 */
async function check(script, ...args) {
  const { status, output } = await run(process.execPath, [join(root, script), ...args]);
  if (status !== 0) console.log(output.trimEnd());
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
}

/**
 * @param {string} suite
 * @param {string} grep
 * @returns {Promise<Totals>}
 */
async function unitTests(suite, grep) {
  const { status, output } = await run(process.execPath, [join(root, "scripts/unit.mjs"), join(root, suite), ...(grep === "" ? [] : ["--grep", grep])]);
  const totals = readSummary(output, status);
  if (totals.failed > 0) console.log(output.trimEnd());
  return totals;
}

/** @param {string[]} args */
function readArguments(args) {
  const at = args.indexOf("--grep");
  const [, grep = ""] = at === -1 ? [] : args.splice(at, 2);
  const unknown = args.filter((arg) => !parts.some((part) => arg === `--${part}`));
  if (unknown.length > 0) throw new Refusal(`Unknown: ${unknown.join(" ")}. Known: ${parts.map((part) => `--${part}`).join(" ")} --grep WORDS`);
  return { chosen: new Set(args.length === 0 ? parts : args.map((arg) => arg.slice(2))), grep };
}

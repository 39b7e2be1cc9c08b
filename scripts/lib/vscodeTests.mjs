// The parts of `npm test` that need a packaged extension and a VS Code.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureChromium } from "./chromium.mjs";
import { runDesktopHostTests } from "./desktopHostTests.mjs";
import { downloadDesktop, namedDesktop } from "./desktopVscode.mjs";
import { Refusal } from "./ending.mjs";
import { runNodeTests } from "./nodeTests.mjs";
import { scratchFolder } from "./project.mjs";
import { runServedHostTests } from "./servedHostTests.mjs";
import { ensureServedVscode } from "./servedVscode.mjs";
import { sum } from "./totals.mjs";
import { runUiTests } from "./uiTests.mjs";
import { makeVsix } from "./vsix.mjs";

/** @typedef {import("./totals.mjs").Totals} Totals */

/**
 * @param {string} vsix
 * @returns {Promise<Totals>}
 */
export async function testPackage(vsix) {
  rmSync(vsix, { force: true });
  await makeVsix(vsix);
  const again = join(scratchFolder("sourcebook-package"), "again.vsix");
  await makeVsix(again);
  return runNodeTests({ tests: "test/integration/package.test.ts", env: { SOURCEBOOK_VSIX: vsix, SOURCEBOOK_VSIX_AGAIN: again } });
}

/**
 * In the VS Code that VSCODE_PATH names; else in a downloaded one where that is possible; else in a served one.
 * @param {string} vsix
 * @param {string} grep
 * @returns {Promise<Totals>}
 */
export async function testHost(vsix, grep) {
  requirePackage(vsix);
  return runHostTests({ tests: "test/integration/host", vsix, grep });
}

/**
 * In a workspace that is not trusted, where VS Code is served: a desktop asks in a window of its own.
 * @param {string} vsix
 * @param {string} grep
 * @returns {Promise<Totals>}
 */
export async function testRestricted(vsix, grep) {
  requirePackage(vsix);
  return runServedHostTests({ host: "node", tests: "test/integration/restricted", isTrusted: false, vsix, grep, ...(await served()) });
}

/**
 * @param {string} vsix
 * @param {string} grep
 * @returns {Promise<Totals>}
 */
export async function testWebHost(vsix, grep) {
  requirePackage(vsix);
  return runServedHostTests({ host: "worker", tests: "test/integration/web", vsix, grep, ...(await served()) });
}

/**
 * With several folders open, and with none, in the one host and in the other.
 * @param {string} vsix
 * @param {string} grep
 * @returns {Promise<Totals>}
 */
export async function testFolders(vsix, grep) {
  requirePackage(vsix);
  /** @type {Totals[]} */
  const all = [];
  for (const folders of /** @type {const} */ (["several", "none"])) {
    const options = { tests: `test/integration/folders/${folders}.test.ts`, folders, vsix, grep };
    all.push(await runHostTests(options), await runServedHostTests({ host: "worker", ...options, ...(await served()) }));
  }
  return sum(all);
}

/**
 * @param {Omit<Parameters<typeof runDesktopHostTests>[0], "executable">} options
 * @returns {Promise<Totals>}
 */
async function runHostTests(options) {
  const executable = namedDesktop() ?? (await downloadDesktop());
  if (executable !== undefined) return runDesktopHostTests({ executable, ...options });
  return runServedHostTests({ host: "node", ...options, ...(await served()) });
}

/**
 * @param {string} vsix
 * @param {string} grep
 * @returns {Promise<Totals>}
 */
export async function testUi(vsix, grep) {
  requirePackage(vsix);
  return runUiTests({ tests: "test/integration/ui", vsix, grep, ...(await served()) });
}

/** @param {string} vsix */
function requirePackage(vsix) {
  if (!existsSync(vsix)) throw new Refusal("Not run: there is no package to test.");
}

async function served() {
  return { vscode: await ensureServedVscode(), browser: await ensureChromium() };
}

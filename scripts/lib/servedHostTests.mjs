// Runs tests inside an extension host of the served VS Code: its Node host, or the web host in a browser's worker.
import { neighbourExtension, neighbourId } from "./neighbourExtension.mjs";
import { scratchFolder } from "./project.mjs";
import { testExtension } from "./testExtension.mjs";
import { followTests, formatLog } from "./testLog.mjs";
import { testWorkspace } from "./testWorkspace.mjs";
import { startServer } from "./vscodeServer.mjs";

/** A desktop does not save by itself, a browser does. */
const settings = { "files.autoSave": "off" };

/** In the web host both extensions run in the browser's worker, from their `browser` entry. */
const webSettings = { ...settings, "remote.extensionKind": { "sourcebook.sourcebook": ["web"], "sourcebook.tests": ["web"], [neighbourId]: ["web"] } };

/**
 * @param {object} options
 * @param {"node" | "worker"} options.host
 * @param {string} options.tests folder of the tests, or a file of them
 * @param {import("./testWorkspace.mjs").Folders} [options.folders] what is open
 * @param {string} options.vsix the extension as it ships
 * @param {string} [options.grep]
 * @param {boolean} [options.isTrusted] whether the workspace is trusted
 * @param {import("./servedVscode.mjs").ServedVscode} options.vscode
 * @param {import("playwright-core").LaunchOptions} options.browser
 * @returns {Promise<import("./totals.mjs").Totals>}
 */
export async function runServedHostTests({ host, tests, folders = "one", vsix, grep = "", isTrusted = true, vscode, browser }) {
  const scratch = scratchFolder("sourcebook-tests");
  const { folder, bundle } = await testExtension(scratch, { host, tests, grep });
  const workspace = testWorkspace(scratch, folders);
  const server = await startServer(vscode, { vsix: [vsix], unpacked: [neighbourExtension(scratch)], driven: true, isTrusted, settings: host === "worker" ? webSettings : settings });
  const { chromium } = await import("playwright-core");
  const window = await chromium.launch(browser);
  try {
    const log = followTests(bundle);
    const page = await window.newPage();
    const end = new Promise((resolve) => {
      void page.exposeFunction("codeAutomationExit", resolve);
      page.once("crash", () => resolve("the page crashed"));
      page.once("close", () => resolve("the page was closed"));
      window.once("disconnected", () => resolve("the browser ended"));
      server.onEnd(() => resolve("VS Code's server ended"));
    });
    await page.exposeFunction("codeAutomationLog", (/** @type {string} */ _level, /** @type {unknown[]} */ args) => log.line(formatLog(args)));
    await page.goto(address(server.origin, workspace, [["extensionDevelopmentPath", folder], ["extensionTestsPath", bundle.path]]));
    return await log.verdict(end);
  } finally {
    await window.close();
    server.end();
  }
}

/**
 * @param {string} origin
 * @param {ReturnType<typeof testWorkspace>} workspace
 * @param {readonly (readonly [name: string, path: string])[]} paths
 */
function address(origin, workspace, paths) {
  const { host } = new URL(origin);
  const payload = [...paths.map(([name, path]) => [name, `vscode-remote://${host}${path}`]), ["skipWelcome", "true"]];
  const open = workspace === undefined ? "ew=true" : `${workspace.kind}=${encodeURIComponent(workspace.path)}`;
  return `${origin}/?${open}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

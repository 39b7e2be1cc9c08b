// Tests that drive the window of a served VS Code, from plain Node.
import { join } from "node:path";
import { runNodeTests } from "./nodeTests.mjs";
import { root, scratchFolder } from "./project.mjs";
import { startServer } from "./vscodeServer.mjs";

/**
 * @param {object} options
 * @param {string} options.tests folder of the tests
 * @param {string} options.vsix the extension as it ships
 * @param {string} [options.grep]
 * @param {import("./servedVscode.mjs").ServedVscode} options.vscode
 * @param {import("playwright-core").LaunchOptions} options.browser
 * @returns {Promise<import("./totals.mjs").Totals>}
 */
export async function runUiTests({ tests, grep = "", ...options }) {
  const { env, end } = await startWorkbenches(options);
  try {
    return await runNodeTests({ tests, grep, env, timeout: 120_000 });
  } finally {
    end();
  }
}

/**
 * A server for test/integration/ui/workbench.ts, which opens its windows.
 * @param {object} options
 * @param {string} options.vsix
 * @param {import("./servedVscode.mjs").ServedVscode} options.vscode
 * @param {import("playwright-core").LaunchOptions} options.browser
 */
export async function startWorkbenches({ vsix, vscode, browser }) {
  const { origin, end } = await startServer(vscode, { vsix: [vsix], driven: true, settings: uiSettings });
  const env = { SOURCEBOOK_WORKBENCH: JSON.stringify({ origin, browser, sample: join(root, "data/sample"), scratch: scratchFolder("sourcebook-workspaces") }) };
  return { env, end };
}

/** A window that looks the same on every machine and does not move by itself. */
const uiSettings = {
  "editor.cursorBlinking": "solid",
  "editor.fontFamily": "DejaVu Sans Mono",
  "editor.minimap.enabled": false,
  "editor.smoothScrolling": false,
  "files.autoSave": "off",
  "window.autoDetectColorScheme": false,
  "workbench.reduceMotion": "on",
};

// Runs tests inside the extension host of a desktop VS Code.
import { join } from "node:path";
import { desktopProfile, startDesktop } from "./desktopVscode.mjs";
import { neighbourExtension } from "./neighbourExtension.mjs";
import { scratchFolder } from "./project.mjs";
import { testExtension } from "./testExtension.mjs";
import { eachLine, followTests } from "./testLog.mjs";
import { testWorkspace } from "./testWorkspace.mjs";

/**
 * @param {object} options
 * @param {string} options.executable
 * @param {string} options.tests folder of the tests, or a file of them
 * @param {import("./testWorkspace.mjs").Folders} [options.folders] what is open
 * @param {string} options.vsix the extension as it ships
 * @param {string} [options.grep]
 * @returns {Promise<import("./totals.mjs").Totals>}
 */
export async function runDesktopHostTests({ executable, tests, folders = "one", vsix, grep = "" }) {
  const scratch = scratchFolder("sourcebook-tests");
  const { folder, bundle } = await testExtension(scratch, { host: "node", tests, grep });
  const workspace = testWorkspace(scratch, folders);
  const profile = await desktopProfile(executable, { folder: join(scratch, "profile"), vsix });
  const log = followTests(bundle);
  const desktop = startDesktop(executable, [
    ...(workspace === undefined ? [] : [workspace.path]), ...profile, "--disable-gpu-sandbox", `--extensionDevelopmentPath=${folder}`, `--extensionDevelopmentPath=${neighbourExtension(scratch)}`, `--extensionTestsPath=${bundle.path}`,
  ]);
  desktop.onOutput(eachLine(log.line));
  try {
    return await log.verdict(new Promise((resolve) => {
      desktop.process.once("error", ({ message }) => resolve(`VS Code could not be started: ${message}`));
      desktop.process.once("close", (code) => resolve(code ?? "a signal ended VS Code"));
    }));
  } finally {
    desktop.end();
  }
}

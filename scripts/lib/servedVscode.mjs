// A real VS Code without a desktop download: the server of code-server's npm package and a Node that it runs on.
// It is installed once into a cache outside the checkout.
import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "./ending.mjs";
import { cacheFolder, scratchFolder } from "./project.mjs";
import { npm, run, runOrRefuse } from "./run.mjs";

const version = "4.139.1";
const nodeVersion = "24";

/**
 * @typedef {object} ServedVscode
 * @property {string} node the Node binary that runs it
 * @property {string} main its server-main.js
 */

/** @returns {Promise<ServedVscode>} */
export async function ensureServedVscode() {
  if (process.platform !== "linux" || !["x64", "arm64"].includes(process.arch)) {
    throw new Refusal("The served VS Code runs on Linux only. Install VS Code, or let VSCODE_PATH name its executable.");
  }
  const home = join(cacheFolder, `vscode-host-${version}-${process.arch}`);
  if (!existsSync(home)) await install(home);
  return {
    node: join(home, `node_modules/node-linux-${process.arch}/bin/node`),
    main: join(home, "node_modules/code-server/lib/vscode/out/server-main.js"),
  };
}

/**
 * Installs under a temporary name and renames at the end: what is half done never counts, and two runs at once do not meet.
 * @param {string} home
 */
async function install(home) {
  console.log("Installing VS Code to be served (once, about a minute, 0.8 GB) …");
  mkdirSync(cacheFolder, { recursive: true });
  const folder = scratchFolder("installing", cacheFolder);
  const vscode = join(folder, "node_modules/code-server/lib/vscode");
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: { "code-server": version, [`node-linux-${process.arch}`]: nodeVersion } }));
  await npmInstall(folder, []);
  await npmInstall(vscode, ["--omit=dev"]);
  await npmInstall(join(vscode, "extensions"), ["--omit=dev"]);
  await buildLog(vscode);
  rename(folder, home);
}

/**
 * @param {string} cwd
 * @param {readonly string[]} more
 */
async function npmInstall(cwd, more) {
  const [command, args] = npm(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-progress", ...more]);
  await runOrRefuse(command, args, { cwd, hint: "VS Code could not be fetched. Is the npm registry reachable? `npm ping` tells." });
}

/**
 * Builds the native parts that VS Code writes its logs with. Without a compiler it works all the same, with empty logs.
 * @param {string} vscode
 */
async function buildLog(vscode) {
  const [command, args] = npm(["rebuild", "@vscode/spdlog", "@vscode/native-watchdog"]);
  const { status } = await run(command, args, { cwd: vscode, timeout: 120_000 });
  if (status !== 0) console.log("(no compiler for VS Code's log: its log files stay empty)");
}

/**
 * @param {string} folder
 * @param {string} home
 */
function rename(folder, home) {
  try {
    renameSync(folder, home);
  } catch (error) {
    if (!existsSync(home) || readdirSync(home).length === 0) throw error;
    // Another run was faster; its install is as good, and ours is removed as scratch.
  }
}

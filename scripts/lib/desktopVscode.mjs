// A desktop VS Code: the one that is installed or named, or for tests a downloaded one.
import { existsSync, mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { onPath } from "./chromium.mjs";
import { Refusal } from "./ending.mjs";
import { cacheFolder } from "./project.mjs";
import { run, runOrRefuse, startGroup } from "./run.mjs";
import { cleanEnvironment, quietSettings } from "./vscodeServer.mjs";

/** How long the download server may be silent before it counts as out of reach. */
const downloadTimeout = 5_000;

export function hasDisplay() {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** @returns {string | undefined} the executable that VSCODE_PATH names */
export function namedDesktop() {
  const path = process.env.VSCODE_PATH;
  if (!path) return undefined;
  if (!existsSync(path)) throw new Refusal(`VSCODE_PATH names ${path}, which is not there.`);
  return executableOf(path);
}

/** @returns {string | undefined} the executable of the VS Code on the path */
export function installedDesktop() {
  const path = onPath(process.platform === "win32" ? "code.cmd" : "code");
  return path === undefined ? undefined : executableOf(path);
}

/**
 * The command `code` hands its work over and returns; the program behind it stays as long as its window.
 * @param {string} path
 */
function executableOf(path) {
  const folder = dirname(realpathSync(path));
  const program = { linux: "../code", win32: "../Code.exe", darwin: "../../../MacOS/Electron" }[/** @type {string} */ (process.platform)];
  const behind = program === undefined ? path : join(folder, program);
  return /[\\/]bin[\\/]?$/.test(folder) && existsSync(behind) ? behind : path;
}

/**
 * Downloads VS Code where its server can be reached and a window can be opened.
 * @returns {Promise<string | undefined>} its executable
 */
export async function downloadDesktop() {
  if (!hasDisplay() && onPath("xvfb-run") === undefined) return undefined;
  const { downloadAndUnzipVSCode, SilentReporter } = await import("@vscode/test-electron");
  const cachePath = join(cacheFolder, "vscode-desktop");
  mkdirSync(cachePath, { recursive: true });
  try {
    const executable = await downloadAndUnzipVSCode({ version: "stable", cachePath, timeout: downloadTimeout, reporter: new SilentReporter() });
    const { status } = await run(...(await commandLine(executable, ["--version"])), { env: cleanEnvironment() });
    if (status === 0) return executable;
    console.log("(the downloaded VS Code does not run here: libraries are missing)");
  } catch {
    // Out of reach.
  }
  return undefined;
}

/**
 * A profile of its own in `folder`, with the extension installed as it ships.
 * @param {string} executable
 * @param {{ folder: string, vsix: string, settings?: Record<string, unknown> }} options
 * @returns {Promise<readonly string[]>} arguments that start VS Code in it
 */
export async function desktopProfile(executable, { folder, vsix, settings = {} }) {
  const user = join(folder, "user-data");
  mkdirSync(join(user, "User"), { recursive: true });
  writeFileSync(join(user, "User/settings.json"), JSON.stringify({ ...quietSettings, ...settings }, undefined, 2));
  const args = ["--user-data-dir", user, "--extensions-dir", join(folder, "extensions"), ...asRoot()];
  const [command, cli] = await commandLine(executable, ["--install-extension", vsix, "--force", ...args]);
  await runOrRefuse(command, cli, { env: cleanEnvironment() });
  return [...args, "--disable-workspace-trust", "--skip-welcome", "--skip-release-notes", "--disable-telemetry", "--disable-updates"];
}

/**
 * Starts VS Code where there is no display too, if a virtual one can be made.
 * @param {string} executable
 * @param {readonly string[]} args
 */
export function startDesktop(executable, args) {
  const env = cleanEnvironment();
  return hasDisplay() ? startGroup(executable, args, { env }) : startGroup("xvfb-run", ["-a", executable, ...args], { env });
}

/** Electron's sandbox does not work for root. */
const asRoot = () => process.platform === "linux" && process.getuid?.() === 0 ? ["--no-sandbox"] : [];

/**
 * @param {string} executable
 * @param {readonly string[]} args
 * @returns {Promise<[command: string, args: readonly string[]]>}
 */
async function commandLine(executable, args) {
  const { resolveCliPathFromVSCodeExecutablePath } = await import("@vscode/test-electron");
  const cli = resolveCliPathFromVSCodeExecutablePath(executable);
  return [existsSync(cli) ? cli : executable, [...args, ...asRoot()]];
}

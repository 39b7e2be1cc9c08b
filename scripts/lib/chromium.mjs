// The browser that shows the served VS Code to the tests.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Refusal } from "./ending.mjs";
import { run } from "./run.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** What a browser in a container needs, and nothing that calls home. */
const browserArguments = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
];

/**
 * Finds a Chromium, or installs Debian's together with a font.
 * @returns {Promise<import("playwright-core").LaunchOptions>}
 */
export async function ensureChromium() {
  const executablePath = (await findChromium()) ?? (await installChromium());
  // This process ends on signals in its own way, and the browser with it.
  return { executablePath, args: browserArguments, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
}

async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Refusal(`CHROMIUM_PATH names ${named}, which is not there.`);
  }
  const { chromium } = await import("playwright-core");
  return names.map(onPath).find((path) => path !== undefined) ?? [chromium.executablePath()].find(existsSync);
}

async function installChromium() {
  const wayOut = "Install Chromium or Google Chrome, or let CHROMIUM_PATH name one.";
  if (onPath("apt-get") === undefined || process.getuid?.() !== 0) throw new Refusal(`No Chromium found, and only root can install Debian's. ${wayOut}`);
  console.log("Installing chromium and fonts-dejavu (apt-get) …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update"], { env });
  const { status, output } = await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu"], { env });
  const path = onPath("chromium");
  if (status !== 0 || path === undefined) throw new Refusal(`${output.trimEnd()}\nChromium could not be installed. ${wayOut}`);
  return path;
}

/**
 * @param {string} name
 * @returns {string | undefined} the program's absolute path
 */
export function onPath(name) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

// The project's own packages. Only Node's built-ins are imported here: this runs in a bare clone.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "./ending.mjs";
import { root } from "./project.mjs";
import { npm, runOrRefuse } from "./run.mjs";

/** Runs `npm ci` unless node_modules already holds what package-lock.json asks for. */
export async function ensureDependencies() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Refusal(`Node ${process.versions.node} is too old. Install Node 20.19 or newer.`);
  if (isInstalled()) return;
  console.log("Installing the project's packages (npm ci) …");
  const [command, args] = npm(["ci", "--no-progress"]);
  await runOrRefuse(command, args, { hint: "Is the npm registry reachable? `npm ping` tells." });
}

/** Whether each locked package is there in its locked version; packages for other platforms may be missing. */
function isInstalled() {
  const locked = readPackages("package-lock.json");
  const installed = readPackages("node_modules/.package-lock.json");
  if (locked === undefined || installed === undefined) return false;
  return Object.entries(locked).every(([path, { version, optional, link }]) => {
    if (path === "" || link === true) return true;
    const found = installed[path];
    return found === undefined ? optional === true : found.version === version;
  });
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }> | undefined}
 */
function readPackages(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), "utf8")).packages;
  } catch {
    return undefined;
  }
}

// Where things are: the checkout, the cache outside it, and scratch folders that vanish when the process ends.
import { mkdtempSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { atEnd } from "./ending.mjs";

export const root = resolve(import.meta.dirname, "../..");

/** Holds what is downloaded once and serves every checkout. */
export const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "sourcebook");

/**
 * Makes an empty folder that is removed when this process ends, however it ends.
 * @param {string} name
 * @param {string} [parent]
 * @returns {string} its absolute path
 */
export function scratchFolder(name, parent = tmpdir()) {
  const folder = mkdtempSync(join(parent, `${name}-`));
  atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  return folder;
}

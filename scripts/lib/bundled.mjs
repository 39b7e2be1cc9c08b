// What the bundles are made of, by the lists that esbuild.mjs writes.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { root } from "./project.mjs";

/**
 * @typedef {object} BundledPackage
 * @property {string} name
 * @property {string} folder where it is installed
 */

/** @returns {readonly BundledPackage[]} by name */
export function bundledPackages() {
  const folders = bundledFiles().flatMap((path) => {
    const [, folder, name] = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(path) ?? [];
    return folder === undefined || name === undefined ? [] : [/** @type {const} */ ([folder, name])];
  });
  return [...new Map(folders)].map(([folder, name]) => ({ name, folder })).sort((a, b) => a.name < b.name ? -1 : 1);
}

/** @returns {readonly string[]} absolute paths with slashes */
function bundledFiles() {
  const folder = join(root, "out/meta");
  const lists = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
  // An input of which nothing is left is in no bundle.
  const inputs = lists.flatMap(({ outputs }) => Object.values(outputs).flatMap((output) => Object.entries(/** @type {any} */ (output).inputs)));
  return [...new Set(inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => resolve(root, path).replaceAll("\\", "/")))];
}

// What the bundles are made of, by the lists that esbuild.mjs writes.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { root } from "./project.mjs";

/**
 * @typedef {object} BundledPackage
 * @property {string} name
 * @property {string} folder where it is installed
 */

/**
 * @typedef {object} BundledStyle a CSL style or locale
 * @property {string} id
 * @property {string} title empty for a locale
 * @property {readonly string[]} people its authors, or its translators
 * @property {string} licence a web address
 */

/** @returns {readonly BundledPackage[]} by name */
export function bundledPackages() {
  const folders = bundledFiles().flatMap((path) => {
    const [, folder, name] = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(path) ?? [];
    return folder === undefined || name === undefined ? [] : [/** @type {const} */ ([folder, name])];
  });
  return [...new Map(folders)].map(([folder, name]) => ({ name, folder })).sort((a, b) => a.name < b.name ? -1 : 1);
}

/** @returns {readonly BundledStyle[]} */
export function bundledStyles() {
  const styles = bundledFiles().flatMap((path) => {
    if (/\.(csl|xml)$/.test(path)) return [readStyle(/([^/]+)\.\w+$/.exec(path)?.[1] ?? path, readFileSync(path, "utf8"))];
    if (!/@citation-js\/plugin-csl\/.*\/(styles|locales)\.json$/.test(path)) return [];
    return Object.entries(JSON.parse(readFileSync(path, "utf8"))).map(([id, xml]) => readStyle(id, String(xml)));
  });
  return [...new Map(styles.map((style) => [style.id, style])).values()];
}

/** @returns {readonly string[]} absolute paths with slashes */
function bundledFiles() {
  const folder = join(root, "out/meta");
  const lists = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
  // An input of which nothing is left is in no bundle.
  const inputs = lists.flatMap(({ outputs }) => Object.values(outputs).flatMap((output) => Object.entries(/** @type {any} */ (output).inputs)));
  return [...new Set(inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => resolve(root, path).replaceAll("\\", "/")))];
}

/**
 * @param {string} id
 * @param {string} xml
 * @returns {BundledStyle}
 */
function readStyle(id, xml) {
  const [info = ""] = /<(?:style-)?info>.*?<\/(?:style-)?info>/s.exec(xml) ?? [];
  const people = [...info.matchAll(/<(author|translator)>\s*<name>(.*?)<\/name>/gs)].map((match) => match[2] ?? "");
  return {
    id,
    title: /<title>(.*?)<\/title>/s.exec(info)?.[1] ?? "",
    people,
    licence: /<rights license="([^"]+)"/.exec(info)?.[1] ?? "http://creativecommons.org/licenses/by-sa/3.0/",
  };
}

// Makes the package as it ships.
import { join } from "node:path";
import { root } from "./project.mjs";
import { runOrRefuse } from "./run.mjs";

/** Files in the package are of this moment, in UTC, and in order, so that what is made of the same files is the same, byte for byte. */
const reproducible = { SOURCE_DATE_EPOCH: "946684800", TZ: "UTC" };

/**
 * Builds the bundles and packs them with what .vscodeignore lets through.
 * @param {string} path of the .vsix to write
 */
export async function makeVsix(path) {
  await runOrRefuse(process.execPath, [join(root, "esbuild.mjs")]);
  // Pictures in README stay relative: a package read on disk has no web address to complete them with.
  const options = ["--no-dependencies", "--no-rewrite-relative-links", "--allow-missing-repository", "--out", path];
  await runOrRefuse(process.execPath, [join(root, "node_modules/@vscode/vsce/vsce"), "package", ...options], { env: { ...process.env, ...reproducible } });
}

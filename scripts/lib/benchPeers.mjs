// What the product is measured beside: other readers and search engines, in fixed versions and in a folder outside the checkout.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "./project.mjs";
import { npm, run } from "./run.mjs";

const dependencies = {
  "@citation-js/core": "0.8.2",
  "@citation-js/plugin-bibtex": "0.8.2",
  "@leeoniya/ufuzzy": "1.0.19",
  "@retorquere/bibtex-parser": "9.0.29",
  "biblatex-csl-converter": "3.6.0",
  "bibtex-parse": "2.1.0",
  "bibtex-tidy": "1.14.0",
  "fuse.js": "7.5.0",
  "latex-utensils": "7.0.0",
  "minisearch": "7.2.0",
};

const installTimeout = 120_000;

/**
 * Installs the peers where they are not there yet.
 * @returns {Promise<string | undefined>} the folder; `undefined` where npm cannot fetch them
 */
export async function ensurePeers() {
  const version = createHash("sha256").update(JSON.stringify(dependencies)).digest("hex").slice(0, 8);
  const folder = join(cacheFolder, `bench-peers-${version}`);
  if (existsSync(folder)) return folder;
  console.log("Installing what the product is measured beside (npm) …");
  const unfinished = `${folder}-${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  writeFileSync(join(unfinished, "package.json"), JSON.stringify({ private: true, type: "module", dependencies }));
  // packages are found from where they are asked for
  writeFileSync(join(unfinished, "load.mjs"), "export const load = (name) => import(name);\n");
  const [command, args] = npm(["install", "--no-audit", "--no-fund", "--ignore-scripts", "--no-package-lock"]);
  const { status, output } = await run(command, args, { cwd: unfinished, timeout: installTimeout });
  if (status === 0) {
    renameSync(unfinished, folder);
    return folder;
  }
  rmSync(unfinished, { recursive: true, force: true });
  console.log(`${output.trimEnd()}\n(the peers cannot be installed; the product is measured alone)`);
  return undefined;
}

// Nelson Beebe's bibliography of TUGboat, which TeX Live carries.
import { copyFileSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { onPath } from "./chromium.mjs";
import { Refusal } from "./ending.mjs";
import { cacheFolder, scratchFolder } from "./project.mjs";
import { run } from "./run.mjs";

const debianPackage = "texlive-bibtex-extra";
const pathInPackage = "./usr/share/texlive/texmf-dist/bibtex/bib/beebe/tugboat.bib";
const downloadTimeout = 120_000;

/** @returns {Promise<string | undefined>} the file; `undefined` where it is not to be had */
export async function ensureTugboat() {
  const named = process.env.TUGBOAT_BIB;
  if (named) {
    if (existsSync(named)) return named;
    throw new Refusal(`TUGBOAT_BIB names ${named}, which is not there.`);
  }
  const cached = join(cacheFolder, "tugboat.bib");
  if (existsSync(cached)) return cached;
  return await installed() ?? await downloaded(cached);
}

/** Where a TeX Live is installed. */
async function installed() {
  if (onPath("kpsewhich") === undefined) return undefined;
  const { status, output } = await run("kpsewhich", ["tugboat.bib"]);
  const path = output.trim();
  return status === 0 && existsSync(path) ? path : undefined;
}

/**
 * Takes it out of Debian's package, which need not be installed for that.
 * @param {string} target
 */
async function downloaded(target) {
  if (onPath("apt-get") !== undefined && onPath("dpkg-deb") !== undefined) {
    console.log(`Fetching tugboat.bib (apt-get download ${debianPackage}, 75 MB) …`);
    const folder = scratchFolder("sourcebook-tugboat");
    await run("apt-get", ["download", debianPackage], { cwd: folder, timeout: downloadTimeout });
    const [archive] = readdirSync(folder).filter((name) => name.endsWith(".deb"));
    if (archive !== undefined) await run("sh", ["-c", `dpkg-deb --fsys-tarfile "$1" | tar -x "$2"`, "sh", archive, pathInPackage], { cwd: folder });
    const found = join(folder, pathInPackage);
    if (existsSync(found)) {
      mkdirSync(cacheFolder, { recursive: true });
      copyFileSync(found, target);
      return target;
    }
  }
  console.log("(tugboat.bib is not to be had; a generated file of its kind is measured. TUGBOAT_BIB can name the file.)");
  return undefined;
}

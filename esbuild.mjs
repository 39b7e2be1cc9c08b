// Bundles the extension (one browser-safe build for desktop and web), the slow part it loads on first use, and the command line.
// `--watch` builds again on every change; `--dev` leaves out minification.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { context, build } from "esbuild";
import { citationJsCore } from "./scripts/lib/citationJsCore.mjs";
import { lateModule } from "./scripts/lib/lateModule.mjs";
import { ensureStyleFiles } from "./scripts/lib/styleFiles.mjs";
import { vscodeModule } from "./scripts/lib/vscodeModule.mjs";

const watch = process.argv.includes("--watch");
const minify = !watch && !process.argv.includes("--dev");
const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

/** @type {import("esbuild").BuildOptions} */
const common = {
  bundle: true,
  format: "cjs",
  target: "es2022",
  minify,
  sourcemap: minify ? false : "linked",
  legalComments: "none",
  // Transliteration makes its tables when it is loaded, in 10 ms and more: too much for activation.
  plugins: [citationJsCore, lateModule("@sindresorhus/transliterate"), vscodeModule],
  logLevel: "info",
  define: { SOURCEBOOK_VERSION: JSON.stringify(version) },
};

/** @type {(import("esbuild").BuildOptions & { outfile: string })[]} */
const bundles = [
  { ...common, entryPoints: ["src/extension.ts"], outfile: "dist/extension.js", platform: "browser", external: ["node:worker_threads"] },
  { ...common, entryPoints: ["src/worker/references.ts"], outfile: "dist/references.js", platform: "browser" },
  { ...common, entryPoints: ["src/cli/main.ts"], outfile: "dist/cli.js", platform: "node", target: "node20", banner: { js: "#!/usr/bin/env node" } },
];

await ensureStyleFiles();
if (watch) {
  for (const options of bundles) await (await context(options)).watch();
} else {
  // What each bundle is made of: scripts/notices.mjs and the test of the package read it.
  const folder = new URL("out/meta/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  await Promise.all(bundles.map(async (options) => {
    // esbuild has told what is wrong already.
    const { metafile } = await build({ ...options, metafile: true }).catch(() => process.exit(1));
    writeFileSync(new URL(`${basename(options.outfile, ".js")}.json`, folder), JSON.stringify(metafile));
  }));
}

// Bundles the extension (one browser-safe build for desktop and web), the slow part it loads on first use, and the command line.
// `--watch` builds again on every change; `--dev` leaves out minification.
import { readFileSync } from "node:fs";
import { context, build } from "esbuild";

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
  logLevel: "info",
  define: { SOURCEBOOK_VERSION: JSON.stringify(version) },
};

/** @type {import("esbuild").BuildOptions[]} */
const bundles = [
  { ...common, entryPoints: ["src/extension.ts"], outfile: "dist/extension.js", platform: "browser", external: ["vscode"] },
  { ...common, entryPoints: ["src/worker/references.ts"], outfile: "dist/references.js", platform: "browser" },
  { ...common, entryPoints: ["src/cli/main.ts"], outfile: "dist/cli.js", platform: "node", target: "node20", banner: { js: "#!/usr/bin/env node" } },
];

if (watch) {
  for (const options of bundles) await (await context(options)).watch();
} else {
  await Promise.all(bundles.map((options) => build(options)));
}

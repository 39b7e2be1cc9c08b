// Makes data/corpus.bib from data/corpus.json with the product's own command line.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "esbuild";
import { citationJsCore } from "./lib/citationJsCore.mjs";

const root = resolve(import.meta.dirname, "..");
const outfile = resolve(root, "out/corpus/cli.cjs");
await build({ entryPoints: [resolve(root, "src/cli/main.ts")], outfile, bundle: true, platform: "node", target: "node20", plugins: [citationJsCore], define: { SOURCEBOOK_VERSION: '""' }, logLevel: "warning" });
const { stdout, stderr, status } = spawnSync(process.execPath, [outfile, "convert", "--to", "biblatex"], { encoding: "utf8" });
if (status !== 0) throw new Error(stderr);
writeFileSync(resolve(root, "data/corpus.bib"), stdout);

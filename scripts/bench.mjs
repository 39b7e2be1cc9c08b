// Bundles bench/bench.ts and runs it. Figures are ratios within one run, so they hold on any machine; no test depends on them.
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { build } from "esbuild";
import { citationJsCore } from "./lib/citationJsCore.mjs";

const root = resolve(import.meta.dirname, "..");
const outfile = resolve(root, "out/bench/bench.cjs");
await build({ entryPoints: [resolve(root, "bench/bench.ts")], outfile, bundle: true, platform: "node", target: "node20", plugins: [citationJsCore], logLevel: "warning" });
const run = spawnSync(process.execPath, ["--expose-gc", "--max-old-space-size=8192", outfile, ...process.argv.slice(2)], { stdio: "inherit" });
process.exit(run.status ?? 1);

// Bundles compare/compare.ts and runs it: what Sourcebook prints beside what Pandoc prints. Needs Pandoc on the path; no test depends on it.
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { build } from "esbuild";
import { citationJsCore } from "./lib/citationJsCore.mjs";
import { ensureStyleFiles } from "./lib/styleFiles.mjs";

const root = resolve(import.meta.dirname, "..");
const outfile = resolve(root, "out/compare/compare.cjs");
await ensureStyleFiles();
await build({ entryPoints: [resolve(root, "compare/compare.ts")], outfile, bundle: true, platform: "node", target: "node20", plugins: [citationJsCore], logLevel: "warning" });
const run = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: "inherit", cwd: root });
process.exit(run.status ?? 1);

// Bundles test/fuzz/main.ts and runs it: texts that nobody would write, for every reader. It looks for what breaks, for as long as it is told.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";
import { citationJsCore } from "./lib/citationJsCore.mjs";
import { root } from "./lib/project.mjs";

const outfile = join(root, "out/fuzz/fuzz.cjs");
await build({ entryPoints: [join(root, "test/fuzz/main.ts")], outfile, bundle: true, platform: "node", target: "node20", plugins: [citationJsCore], sourcemap: "inline", logLevel: "warning" });
const run = spawnSync(process.execPath, ["--enable-source-maps", outfile, ...process.argv.slice(2)], { stdio: "inherit", cwd: root });
process.exit(run.status ?? 1);

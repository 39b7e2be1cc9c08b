// Bundles tests of the core into one file and runs them with mocha in plain Node.
// Arguments name folders or files under test/unit or test/thorough; none means test/unit. `--grep WORDS` goes to mocha.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "esbuild";
import { citationJsCore } from "./lib/citationJsCore.mjs";
import { ensureStyleFiles } from "./lib/styleFiles.mjs";

const root = resolve(import.meta.dirname, "..");
const args = process.argv.slice(2);
const grep = args.includes("--grep") ? args.splice(args.indexOf("--grep"), 2) : [];
const wanted = (args.length === 0 ? [resolve(root, "test/unit")] : args).map((path) => resolve(path));

const tests = ["test/unit", "test/thorough"]
  .flatMap((suite) => readdirSync(resolve(root, suite), { recursive: true }).map((path) => resolve(root, suite, path)))
  .filter((path) => path.endsWith(".test.ts") && wanted.some((folder) => path === folder || path.startsWith(folder)))
  .sort();
if (tests.length === 0) throw new Error(`No test file under ${wanted.join(", ")}`);

await ensureStyleFiles();
const outfile = resolve(root, "out/unit/tests.cjs");
await build({
  stdin: { contents: tests.map((path) => `import ${JSON.stringify(path)};`).join("\n"), resolveDir: root },
  outfile,
  bundle: true,
  platform: "node",
  target: "node20",
  plugins: [citationJsCore],
  sourcemap: "inline",
  loader: { ".csl": "text", ".xml": "text" },
  logLevel: "warning",
});

const mocha = resolve(root, "node_modules/mocha/bin/mocha.js");
const run = spawnSync(process.execPath, ["--enable-source-maps", mocha, "--reporter", "dot", "--timeout", "20000", ...grep, outfile], { stdio: "inherit", cwd: root });
process.exit(run.status ?? 1);

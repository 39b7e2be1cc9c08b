// Bundles the unit tests into one file and runs them with mocha in plain Node.
// Arguments name folders or files under test/unit; none means all. `--grep WORDS` goes to mocha.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "esbuild";
import { citationJsCore } from "./lib/citationJsCore.mjs";
import { ensureStyleFiles } from "./lib/styleFiles.mjs";

const root = resolve(import.meta.dirname, "..");
const args = process.argv.slice(2);
const grep = args.includes("--grep") ? args.splice(args.indexOf("--grep"), 2) : [];
const wanted = args.map((path) => resolve(path));

const tests = readdirSync(resolve(root, "test/unit"), { recursive: true })
  .map((path) => resolve(root, "test/unit", path))
  .filter((path) => path.endsWith(".test.ts"))
  .filter((path) => wanted.length === 0 || wanted.some((folder) => path.startsWith(folder)))
  .sort();
if (tests.length === 0) throw new Error(`No test file under ${args.join(", ") || "test/unit"}`);

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

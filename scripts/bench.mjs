// Measures the product beside its limits and its peers. Figures are ratios within one run, so they hold on any machine; no test depends
// on them, and a limit that is not kept is no failure.
import { resolve } from "node:path";
import { build } from "esbuild";
import { ensurePeers } from "./lib/benchPeers.mjs";
import { machine, writeReport } from "./lib/benchReport.mjs";
import { citationJsCore } from "./lib/citationJsCore.mjs";
import { Refusal, main } from "./lib/ending.mjs";
import { root, scratchFolder } from "./lib/project.mjs";
import { run, runOrRefuse } from "./lib/run.mjs";
import { ensureStyleFiles } from "./lib/styleFiles.mjs";
import { ensureTugboat } from "./lib/tugboat.mjs";

const outfile = resolve(root, "out/bench/bench.cjs");
const node = ["--expose-gc", "--max-old-space-size=8192", outfile];
const defaultSizes = ["48", "1000", "10000", "100000", "tugboat"];
/** Parts that have peers. */
const compared = ["reading", "searching"];

/** @param {readonly { name: string, about: string }[]} parts */
const help = (parts) => `npm run bench -- [PART]… [SIZE]… [--write] [--no-peers]

PART       the beginning of a part's name; none means all
${parts.map(({ name, about }) => `             ${name.padEnd(12)} ${about}`).join("\n")}
SIZE       a number of sources, or tugboat; none means ${defaultSizes.join(", ")}
--write    writes the run into BENCHMARKS.md
--no-peers leaves out what the product is measured beside, which is otherwise installed outside the checkout

TUGBOAT_BIB can name Nelson Beebe's tugboat.bib; otherwise it is taken from TeX Live or from Debian's package of it.`;

/**
 * @param {readonly string[]} args
 * @param {readonly { name: string, about: string }[]} parts
 */
function readArguments(args, parts) {
  const wanted = args.filter((arg) => !arg.startsWith("--"));
  const isSize = (/** @type {string} */ arg) => /^\d+$/.test(arg) || arg === "tugboat";
  const words = wanted.filter((arg) => !isSize(arg));
  const unknown = [
    ...words.filter((word) => !parts.some(({ name }) => name.startsWith(word))),
    ...args.filter((arg) => arg.startsWith("--") && !["--write", "--no-peers"].includes(arg)),
  ];
  if (unknown.length > 0) throw new Refusal(`Unknown: ${unknown.join(", ")}. npm run bench -- --help lists what there is.`);
  const sizes = wanted.filter(isSize);
  return {
    chosen: parts.filter(({ name }) => words.length === 0 || words.some((word) => name.startsWith(word))),
    sizes: sizes.length > 0 ? sizes : defaultSizes,
    write: args.includes("--write"),
    peers: !args.includes("--no-peers"),
  };
}

await main(async () => {
  await ensureStyleFiles();
  await build({ entryPoints: [resolve(root, "bench/bench.ts")], outfile, bundle: true, platform: "node", target: "node20", plugins: [citationJsCore], logLevel: "warning" });
  /** @type {readonly { name: string, about: string }[]} */
  const parts = JSON.parse(await runOrRefuse(process.execPath, [outfile, "parts"]));
  const args = process.argv.slice(2);
  if (args.includes("--help")) return void console.log(help(parts));

  const { chosen, sizes, write, peers } = readArguments(args, parts);
  const places = {
    texts: scratchFolder("sourcebook-bench"),
    ...peers && chosen.some(({ name }) => compared.includes(name)) && { peers: await ensurePeers() },
    ...sizes.includes("tugboat") && { tugboat: await ensureTugboat() },
  };
  let report = machine();
  console.log(report);
  for (const { name } of chosen) {
    const { status, output } = await run(process.execPath, [...node, "part", name, ...sizes], { env: { ...process.env, SOURCEBOOK_BENCH: JSON.stringify(places) }, show: true });
    if (status !== 0) throw new Refusal(`Measuring ${name} failed (exit code ${status}).`);
    report += `\n${output}`;
  }
  if (write) writeReport(report);
});

import type { ConversionTarget } from "../../core/ports";
import type { Command } from "../command";
import { UsageError } from "../exitCodes";
import { writeJson, writeText } from "../output";
import { allSources, readSources } from "../readSources";

const targets: readonly ConversionTarget[] = ["bibtex", "biblatex", "csl-json", "csl-yaml", "ris"];

export const convert: Command = {
  name: "convert",
  usage: `[FILE...] --to ${targets.join("|")}`,
  summary: "bibliographies in another format",
  description: `Prints the sources of FILEs, in their order, as one bibliography in FORMAT: ${targets.join(", ")}. Without a FILE,
the reference corpus is converted. With --json: { "format": FORMAT, "text": the bibliography }.

Exit code: 0 where every FILE was read, 1 where one has errors (its sound entries are converted, the errors
told on standard error), 2 where one could not be read.`,
  options: [{ name: "to", value: "FORMAT", choices: targets, help: `the format: ${targets.join(", ")}` }],
  run: async (args, host) => {
    const format = targets.find((target) => target === args.value("to"));
    if (format === undefined) throw new UsageError(`Say which format is wanted: --to ${targets.join("|")}.`);
    const { parts, exitCode } = await readSources(args.operands, host);
    const engine = await host.loadEngine();
    const items = await engine.toCslItems(allSources(parts).map(({ entry }) => entry));
    const text = await engine.convert(items, format);
    if (args.has("json")) writeJson(host.stdout, { format, text });
    else writeText(host.stdout, text);
    return exitCode;
  },
};

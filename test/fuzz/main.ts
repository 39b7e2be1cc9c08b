import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StepCounter } from "./countedSteps";
import { Fuzzer, type Finding } from "./fuzzer";
import { hostileTexts } from "./hostileTexts";
import { growthProblem } from "./linear";
import { readers } from "./readers";
import { seedsOf } from "./seeds";

/** How many texts one reader gets before it is the next one's turn. */
const turn = 200;
const findingsFolder = "out/fuzz";

/** How many parts the shorter of two hostile texts has. */
const parts = 500;

function countSteps(): number {
  const steps = new StepCounter();
  const problems = hostileTexts.flatMap((text) => growthProblem(steps, text, parts) ?? []);
  steps.dispose();
  console.log([...problems, `${hostileTexts.length} kinds of hostile text, ${problems.length} not read in linear time.`].join("\n"));
  return problems.length === 0 ? 0 : 1;
}

/**
 * `[--minutes N] [--seed N] [READER...]`: reads made-up texts until the time is over, and tells what breaks a promise. `--linear`: counts the steps
 * that hostile texts take.
 */
async function run(args: readonly string[]): Promise<number> {
  if (args.includes("--linear")) return countSteps();
  const option = (name: string, otherwise: number): number => {
    const at = args.indexOf(`--${name}`);
    return at < 0 ? otherwise : Number(args[at + 1]);
  };
  const named = args.filter((arg, index) => !arg.startsWith("--") && !(args[index - 1] ?? "").startsWith("--"));
  const unknown = named.filter((name) => !readers.some((reader) => reader.name === name));
  const [minutes, seed] = [option("minutes", 1), option("seed", Date.now() % 1e6)];
  if (unknown.length > 0 || Number.isNaN(minutes + seed)) {
    console.error(`Usage: npm run fuzz -- [--minutes N] [--seed N] [READER...], or --linear\nReaders: ${readers.map(({ name }) => name).join(" ")}`);
    return 2;
  }
  console.log(`Seed ${seed}`);
  const steps = new StepCounter();
  const fuzzers = readers.filter(({ name }) => named.length === 0 || named.includes(name)).map((reader) => new Fuzzer(reader, seedsOf(reader), seed, steps));
  let findings = 0;
  for (const end = performance.now() + minutes * 60_000; performance.now() < end;) {
    for (const fuzzer of fuzzers) {
      for (let left = turn; left > 0 && performance.now() < end; left--) {
        const finding = await fuzzer.next();
        if (finding !== undefined) tell(finding, ++findings);
      }
    }
  }
  for (const { reader, runs, kept, reached } of fuzzers) console.log(`${reader.name}: ${runs} texts, ${kept} kept, ${reached} places reached`);
  console.log(findings === 0 ? "Nothing found." : `${findings} found; the texts are in ${findingsFolder}.`);
  return findings === 0 ? 0 : 1;
}

function tell({ reader, text, message }: Finding, number: number): void {
  mkdirSync(findingsFolder, { recursive: true });
  writeFileSync(join(findingsFolder, `${reader}-${number}.txt`), text);
  console.log(`${reader}: ${message}\n  ${JSON.stringify(text)}`);
}

void run(process.argv.slice(2)).then((code) => process.exitCode = code);

import { parseBibliography } from "../src/core/bibliography/parseBibliography";
import { parseLatex } from "../src/core/citations/latex/parseLatex";
import { parseMarkdown } from "../src/core/citations/markdown/parseMarkdown";
import { languageOfFile } from "../src/core/text/languages";
import { fastestReading } from "./fastestReading";
import { generatedFormats } from "./formats";
import { hostileTexts } from "./hostileTexts";
import { fastestOf } from "./measure";
import { charCodePass } from "./peers";
import { limited, milliseconds, ratio, reportHeading } from "./report";
import { Table } from "./table";
import { runTask, type Task } from "./task";

/** Ten times the text may cost so many times the time: what is large misses the processor's caches. */
const limit = 12;

interface Growth {
  readonly name: string;
  readonly length: number;
  readonly time: number;
  readonly timesPass: number;
  /** The time of ten times the text, in times of the text. */
  readonly growth: number;
}

/** Every reader on a text and on one ten times as long. */
export async function benchGrowth(): Promise<void> {
  reportHeading("Every reader, on a text and on one ten times as long; × one charCodeAt pass over the longer one");
  const table = new Table(["longer", "time", "× pass", "growth"]);
  const texts = [...generatedFormats, ...hostileTexts].map(({ name }) => name);
  for (const name of texts) {
    let found: Growth | undefined;
    const end = await runTask<Growth>(growthTask.name, { args: [name], patience: 60_000, onResult: (result) => found = result });
    if (found === undefined) table.row(name, [], end);
    else table.row(name, [`${(found.length / 1e6).toFixed(1)} MB`, milliseconds(found.time), ratio(found.timesPass), ratio(found.growth)], limited(found.growth, limit, "×"));
  }
}

/** Shorter times say nothing of growth: more of the text is taken until reading takes so long, in milliseconds. */
const shortest = 15;
const mostSources = 16_000;
const rounds = 4;
/** What takes longer is read once, in milliseconds. */
const slow = 1500;

export const growthTask: Task = {
  name: "growth",
  run: ([name], say) => {
    const text = [...generatedFormats, ...hostileTexts].find((candidate) => candidate.name === name);
    if (text === undefined) return;
    const read = readerOf(text.fileName);
    let count = text.fewest ?? 1000;
    fastestReading(8, text.generate(count), read);
    while (count < mostSources && fastestReading(2, text.generate(count), read) < shortest) count *= 2;
    const [small, large] = [text.generate(count), text.generate(10 * count)];
    let [smallTime, time] = [Infinity, 0];
    // in turns, so that what else the machine does slows down both
    for (let round = 0; round < rounds && time < slow; round++) {
      smallTime = Math.min(smallTime, fastestReading(3, small, read));
      time = Math.min(time || Infinity, fastestReading(1, large, read));
    }
    const pass = fastestOf(3, () => charCodePass(large));
    // numbers with more digits make a text a little longer than ten times the other
    const growth = time / smallTime * (10 * small.length / large.length);
    say({ name: text.name, length: large.length, time, timesPass: time / pass, growth } satisfies Growth);
  },
};

function readerOf(fileName: string): (text: string) => unknown {
  const language = languageOfFile(fileName);
  // what is read when it is asked for counts too
  if (language === undefined) return (text) => parseBibliography(fileName, text)?.entries.length;
  return language === "markdown" ? (text) => parseMarkdown(text).clusters.length : (text) => parseLatex(text, { citationCommands: [] }).clusters.length;
}

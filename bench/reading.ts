import { corpusName, corpusNamed, corpusText, type Corpus } from "./corpora";
import { fastestReading } from "./fastestReading";
import { generateBibtex } from "./generate";
import { fastestOf, timeOf } from "./measure";
import { charCodePass } from "./peers";
import { places } from "./places";
import { index, latexUtensils, pluginBibtex, readers, type Reader } from "./readers";
import { milliseconds, limited, ratio, reportHeading } from "./report";
import { Table } from "./table";
import { runTask, type Task } from "./task";

/** How long one reading may take, in milliseconds; what is likely to take longer is not begun. */
const patience = 15_000;

interface Reading {
  readonly corpus: Corpus;
  /** How often the pass over the same text in the same process; a word where there is none. */
  readonly result: number | "fails" | "too slow";
  readonly pass: number;
}

/** Reading `.bib` files, beside one pass over the same text and beside other readers. */
export async function benchReading(corpora: readonly Corpus[]): Promise<void> {
  reportHeading(`Reading a .bib file; × one charCodeAt pass over the same text, in one process (— takes longer than ${patience / 1000} s)`);
  const ascending = [...corpora].sort((a, b) => sizeOf(a) - sizeOf(b));
  const table = new Table(corpora.map(corpusName));
  const ratios = new Map<string, ReadonlyMap<Corpus, number>>();
  for (const reader of readers) {
    if (reader.isPeer && places.peers === undefined) continue;
    const readings = await readingsOf(reader, ascending);
    if (reader.name === index) table.row("charCodeAt pass", corpora.map((corpus) => milliseconds(readings.get(corpus)?.pass ?? NaN)));
    const found = (corpus: Corpus): number | string => readings.get(corpus)?.result ?? "—";
    table.row(reader.name, corpora.map((corpus) => cell(found(corpus))), limitsOf(reader.name, found));
    ratios.set(reader.name, new Map(corpora.flatMap((corpus) => numberOf(corpus, found(corpus)))));
  }
  reportLead(table, "plugin-bibtex", 4, corpora, leads(ratios.get(pluginBibtex), ratios.get(index)));
  reportLead(table, "latex-utensils", 20, corpora, leads(ratios.get(latexUtensils), ratios.get(index)));
}

function numberOf(corpus: Corpus, found: number | string): readonly (readonly [Corpus, number])[] {
  return typeof found === "number" ? [[corpus, found]] : [];
}

function cell(found: number | string): string {
  if (typeof found === "number") return ratio(found);
  return found === "too slow" ? "—" : found;
}

function limitsOf(reader: string, found: (corpus: Corpus) => number | string): string {
  if (reader !== index) return "";
  return ([[100_000, 4], ["tugboat", 8]] as const).flatMap(([corpus, limit]) => {
    const value = found(corpus);
    return typeof value === "number" ? [limited(value, limit, "×", `for ${corpusName(corpus)}`)] : [];
  }).join("; ");
}

/** How many times as fast as a peer the index is, where both have read a corpus. */
function leads(peer: ReadonlyMap<Corpus, number> = new Map(), ours: ReadonlyMap<Corpus, number> = new Map()): ReadonlyMap<Corpus, number> {
  return new Map([...ours].flatMap(([corpus, time]) => numberOf(corpus, (peer.get(corpus) ?? NaN) / time)).filter(([, lead]) => !Number.isNaN(lead)));
}

function reportLead(table: Table, peer: string, least: number, corpora: readonly Corpus[], lead: ReadonlyMap<Corpus, number>): void {
  const largest = corpora.findLast((corpus) => corpus !== "tugboat" && lead.has(corpus));
  if (largest === undefined) return;
  const verdict = (lead.get(largest) ?? 0) >= least ? "ok" : "UNDER";
  table.row(`times as fast as ${peer}`, corpora.map((corpus) => lead.get(corpus)?.toFixed(1) ?? ""), `at least ${least} for ${corpusName(largest)}: ${verdict}`);
}

async function readingsOf(reader: Reader, corpora: readonly Corpus[]): Promise<ReadonlyMap<Corpus, Reading>> {
  const readings = new Map<Corpus, Reading>();
  await runTask<Reading>(readingTask.name, { args: [reader.name, ...corpora.map(String)], patience: patience + 5000, onResult: (reading) => readings.set(reading.corpus, reading) });
  return readings;
}

/** Reads the corpora from the smallest to the largest. */
export const readingTask: Task = {
  name: "reading",
  run: async ([name, ...corpora], say) => {
    const reader = readers.find((candidate) => candidate.name === name);
    if (reader === undefined) return;
    const read = await reader.load();
    // what is loaded and compiled on first use is no part of reading
    read(generateBibtex(5));
    fastestOf(5, () => charCodePass(corpusText(1000)));
    let perCharacter = 0;
    for (const given of corpora) {
      const corpus = corpusNamed(given);
      const text = corpusText(corpus);
      const pass = fastestOf(5, () => charCodePass(text));
      if (perCharacter * text.length > patience) {
        say({ corpus, pass, result: "too slow" } satisfies Reading);
        continue;
      }
      const time = timeOfReading(read, text);
      if (time !== undefined) perCharacter = time / text.length;
      say({ corpus, pass, result: time === undefined ? "fails" : time / pass } satisfies Reading);
    }
  },
};

/** Slow readers need not be warm to be seen to be slow, in milliseconds. */
const slow = 1000;
/** How long others are given to be so: about so many milliseconds, and so many readings. */
const warming = { time: 2000, fewest: 4, most: 30 } as const;

function timeOfReading(read: (text: string) => unknown, text: string): number | undefined {
  try {
    const first = timeOf(() => read(text));
    if (first > slow) return first;
    const count = Math.ceil(warming.time / first);
    return fastestReading(Math.min(Math.max(count, warming.fewest), warming.most), text, read);
  } catch {
    return undefined;
  }
}

/** Real text is read last: some readers come to no end with it. */
function sizeOf(corpus: Corpus): number {
  return corpus === "tugboat" ? Infinity : corpus;
}


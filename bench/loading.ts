import type { Pause } from "../src/core/ports";
import type { CitationService } from "../src/core/service";
import { neverCancelled } from "../test/support/service";
import { createPause } from "../src/worker/pause";
import { corpusName, corpusNamed, corpusText, type Corpus } from "./corpora";
import { bytesInUse } from "./heap";
import { fastestOf, median, nextTurn, timeOfAnswer } from "./measure";
import { charCodePass } from "./peers";
import { places } from "./places";
import { limited, milliseconds, ratio, reportHeading } from "./report";
import { paperCiting, sessionWith } from "./session";
import { Table } from "./table";
import { resultOf, type Task } from "./task";
import { watchTurns } from "./turns";
import { createKeptIndexes, type KeptIndexes } from "./warmStart";

const longestStall = 50;

interface Loads {
  readonly pass: number;
  /** The first of its process, whose code is new. */
  readonly cold: Load;
  readonly again: readonly Load[];
  readonly atOnce: Load;
}

/** With what was kept before, if anything was. */
interface Kept {
  readonly load: Load;
  /** What is done for the next start afterwards, where there is something to do. */
  readonly writing?: Load;
}

interface Load {
  readonly total: number;
  readonly longestTurn: number;
}

/** From a file's bytes to the first list of completions, through the whole service, and how long the host is kept waiting meanwhile. */
export async function benchLoading(corpora: readonly Corpus[]): Promise<void> {
  reportHeading("From a file's bytes to the first list of completions; × one charCodeAt pass over its text");
  const table = new Table(["× pass", "time", "host stalls"]);
  for (const corpus of corpora) {
    const loads = await resultOf<Loads>(loadingTask.name, [String(corpus), "cold"]);
    if (loads === undefined) continue;
    const report = (name: string, { total, longestTurn }: Load, note = ""): void =>
      table.row(`${name}, ${corpusName(corpus)}`, [ratio(total / loads.pass), milliseconds(total), milliseconds(longestTurn)], note);
    const stallLimit = (load: Load): string => corpus === 100_000 ? limited(load.longestTurn, longestStall, "ms", "for a stall") : "";
    report("cold start", loads.cold, stallLimit(loads.cold));
    const { keeping, warm } = await startsWithKept(corpus);
    if (warm !== undefined) report("warm start", warm.load, stallLimit(warm.load));
    if (keeping !== undefined) report("  keeping the index for it", keeping, stallLimit(keeping));
    const again = { total: median(loads.again.map(({ total }) => total)), longestTurn: median(loads.again.map((load) => load.longestTurn)) };
    report("read again", again, stallLimit(again));
    report("  without turns for the host", loads.atOnce);
  }
}

interface Starts {
  readonly keeping?: Load;
  readonly warm?: Kept;
}

/** What a start does for the next one, and that next one; nothing of files that are too small to keep an index of. */
async function startsWithKept(corpus: Corpus): Promise<Starts> {
  const keeping = await resultOf<Kept>(loadingTask.name, [String(corpus), "kept"]);
  if (keeping?.writing === undefined) return {};
  const warm = await resultOf<Kept>(loadingTask.name, [String(corpus), "kept"]);
  return { keeping: keeping.writing, ...warm && { warm } };
}

export const loadingTask: Task = {
  name: "loading",
  run: async ([given, start], say) => {
    const text = corpusText(corpusNamed(given));
    const bytes = new TextEncoder().encode(text);
    if (start === "kept") {
      say(await loadKept(bytes));
      return;
    }
    const cold = await load(bytes, createPause());
    const again: Load[] = [];
    for (let run = 0; run < 3; run++) again.push(await load(bytes, createPause()));
    const atOnce = await load(bytes, () => undefined);
    say({ pass: fastestOf(5, () => charCodePass(text)), cold, again, atOnce } satisfies Loads);
  },
};

async function load(bytes: Uint8Array, pause: Pause): Promise<Load> {
  const { service, load } = await started(bytes, pause);
  service.dispose();
  return load;
}

async function loadKept(bytes: Uint8Array): Promise<Kept> {
  const kept = createKeptIndexes(places.texts);
  const { service, load } = await started(bytes, createPause(), kept.options);
  const hasToWrite = kept.isWaiting();
  const writing = await watched(kept.settle);
  service.dispose();
  return { load, ...hasToWrite && { writing } };
}

async function started(bytes: Uint8Array, pause: Pause, options: KeptIndexes["options"] = {}): Promise<{ readonly service: CitationService; readonly load: Load }> {
  // what was loaded before is gone
  await bytesInUse();
  const { service, workspace } = sessionWith({ "library.bib": bytes, "paper.md": paperCiting("a") }, pause, options);
  const paper = workspace.document("paper.md");
  await nextTurn();
  return { service, load: await watched(() => service.complete(paper, paper.getText().length, neverCancelled)) };
}

async function watched(ask: () => Promise<unknown>): Promise<Load> {
  const turns = watchTurns();
  const total = await timeOfAnswer(ask);
  await nextTurn();
  return { total, longestTurn: turns.stop() };
}

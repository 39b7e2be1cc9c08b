import type { Pause, TextDocument } from "../src/core/ports";
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
    const first = await resultOf<Load>(loadingTask.name, [String(corpus), "first"]);
    if (first !== undefined && first.total < loads.cold.total) report("  its first sources", first, stallLimit(first));
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
    if (start === "first") {
      say(await loadFirst(bytes));
      return;
    }
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

/** Until there is a list of what has been read so far, which is asked for anew in each turn. */
async function loadFirst(bytes: Uint8Array): Promise<Load> {
  const { service, paper } = await ready(bytes, createPause());
  const whole = service.complete(paper, paper.getText().length, neverCancelled);
  const first = await watched(async () => {
    for (;;) {
      const soFar = await service.completeSoFar(paper, paper.getText().length, neverCancelled);
      if (soFar !== undefined && soFar.suggestions.length > 0) return;
      await nextTurn();
    }
  });
  await whole;
  service.dispose();
  return first;
}

async function loadKept(bytes: Uint8Array): Promise<Kept> {
  const kept = createKeptIndexes(places.texts);
  const { service, load } = await started(bytes, createPause(), kept.options);
  const hasToWrite = kept.isWaiting();
  const writing = await watched(kept.settle);
  service.dispose();
  return { load, ...hasToWrite && { writing } };
}

async function ready(bytes: Uint8Array, pause: Pause, options: KeptIndexes["options"] = {}): Promise<{ readonly service: CitationService; readonly paper: TextDocument }> {
  // what was loaded before is gone
  await bytesInUse();
  const { service, workspace } = sessionWith({ "library.bib": bytes, "paper.md": paperCiting("a") }, pause, options);
  await nextTurn();
  return { service, paper: workspace.document("paper.md") };
}

async function started(bytes: Uint8Array, pause: Pause, options?: KeptIndexes["options"]): Promise<{ readonly service: CitationService; readonly load: Load }> {
  const { service, paper } = await ready(bytes, pause, options);
  return { service, load: await watched(() => service.complete(paper, paper.getText().length, neverCancelled)) };
}

async function watched(ask: () => Promise<unknown>): Promise<Load> {
  const turns = watchTurns();
  const total = await timeOfAnswer(ask);
  await nextTurn();
  return { total, longestTurn: turns.stop() };
}

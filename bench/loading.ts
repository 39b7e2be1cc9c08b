import type { Pause } from "../src/core/ports";
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
    const warm = await warmStart(corpus);
    if (warm !== undefined) report("warm start", warm, stallLimit(warm));
    const again = { total: median(loads.again.map(({ total }) => total)), longestTurn: median(loads.again.map((load) => load.longestTurn)) };
    report("read again", again, stallLimit(again));
    report("  without turns for the host", loads.atOnce);
  }
}

/** A start after one that kept its index; `undefined` while the product keeps none. */
async function warmStart(corpus: Corpus): Promise<Load | undefined> {
  if (createKeptIndexes === undefined) return undefined;
  await resultOf(loadingTask.name, [String(corpus), "keeping"]);
  return (await resultOf<Loads>(loadingTask.name, [String(corpus), "warm"]))?.cold;
}

export const loadingTask: Task = {
  name: "loading",
  run: async ([given, start], say) => {
    const text = corpusText(corpusNamed(given));
    const bytes = new TextEncoder().encode(text);
    if (start !== "cold") {
      const kept = createKeptIndexes?.(places.texts);
      const cold = await load(bytes, createPause(), kept);
      await kept?.settled();
      say({ pass: NaN, cold, again: [], atOnce: cold } satisfies Loads);
      return;
    }
    const cold = await load(bytes, createPause());
    const again: Load[] = [];
    for (let run = 0; run < 3; run++) again.push(await load(bytes, createPause()));
    const atOnce = await load(bytes, () => undefined);
    say({ pass: fastestOf(5, () => charCodePass(text)), cold, again, atOnce } satisfies Loads);
  },
};

async function load(bytes: Uint8Array, pause: Pause, kept?: KeptIndexes): Promise<Load> {
  // what was loaded before is gone
  await bytesInUse();
  const { service, workspace } = sessionWith({ "library.bib": bytes, "paper.md": paperCiting("a") }, pause, kept?.options);
  const paper = workspace.document("paper.md");
  await nextTurn();
  const turns = watchTurns();
  const total = await timeOfAnswer(() => service.complete(paper, paper.getText().length, neverCancelled));
  await nextTurn();
  service.dispose();
  return { total, longestTurn: turns.stop() };
}

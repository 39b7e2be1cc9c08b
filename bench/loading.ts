import { defaultSettings } from "../src/core/model/settings";
import type { Pause } from "../src/core/ports";
import { createCitationService } from "../src/core/service";
import { createPause } from "../src/vscode/pause";
import { InMemoryWorkspace } from "../test/support/inMemoryWorkspace";
import { generateBibtex } from "./generate";
import { fastestOf } from "./measure";
import { charCodePass } from "./peers";
import { reportHeading, reportRatio, reportTime } from "./report";

/** From a file's bytes to the first list of completions, through the whole service, and how long the host is kept waiting meanwhile. */
export async function benchLoading(size: number): Promise<void> {
  reportHeading(`Loading ${size} sources and completing a key; × one charCodeAt pass over the same text`);
  const text = generateBibtex(size);
  const pass = fastestOf(5, () => charCodePass(text));
  const bytes = new TextEncoder().encode(text);
  await load(bytes, createPause());
  const inTurns = await load(bytes, createPause());
  const atOnce = await load(bytes, () => undefined);
  reportRatio("first answer, in turns", inTurns.total, pass);
  reportRatio("first answer, at once", atOnce.total, pass);
  reportTime("longest turn of the host", inTurns.longestTurn, "the limit is 50 ms");
  reportTime("longest turn, loaded at once", atOnce.longestTurn);
  // what was loaded is not to count in the memory of what comes next
  await nextTurn();
  globalThis.gc?.();
}

interface Loaded {
  readonly total: number;
  readonly longestTurn: number;
}

async function load(bytes: Uint8Array, pause: Pause): Promise<Loaded> {
  globalThis.gc?.();
  const workspace = new InMemoryWorkspace({ "library.bib": bytes, "paper.md": "---\nbibliography: library.bib\n---\n[@a" });
  const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const loadEngine = (): Promise<never> => Promise.reject(new Error("No reference is formatted here"));
  const service = createCitationService({ workspace, logger, settings: defaultSettings, loadEngine, corpusUri: "sourcebook:/corpus.json", pause });
  const document = workspace.document("paper.md");
  await nextTurn();
  const turns = watchTurns();
  const start = performance.now();
  await service.complete(document, document.getText().length, { isCancellationRequested: false });
  const total = performance.now() - start;
  await nextTurn();
  service.dispose();
  return { total, longestTurn: turns.stop() };
}

/** Watches how long the turns of the event loop are until it is stopped. */
function watchTurns(): { readonly stop: () => number } {
  let last = performance.now();
  let longest = 0;
  let pending = setImmediate(tick);
  function tick(): void {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    pending = setImmediate(tick);
  }
  return {
    stop: () => {
      clearImmediate(pending);
      return longest;
    },
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

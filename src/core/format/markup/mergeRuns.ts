import { isSameStyle } from "./marks";
import type { Run } from "./reference";

/** Runs with neighbours that are set alike as one. */
export function mergeRuns(runs: readonly Run[]): readonly Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (last !== undefined && isSameStyle(last.style, run.style)) merged[merged.length - 1] = { text: last.text + run.text, style: run.style };
    else merged.push(run);
  }
  return merged;
}

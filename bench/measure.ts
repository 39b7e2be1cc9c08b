import { now, timeSince } from "./clock";

/** Milliseconds that something takes. */
export function timeOf(action: () => unknown): number {
  const start = now();
  action();
  return timeSince(start);
}

export async function timeOfAnswer(ask: () => Promise<unknown>): Promise<number> {
  const start = now();
  await ask();
  return timeSince(start);
}

/** Milliseconds of the fastest of `count` runs, after one that is not counted: what else the machine does makes runs longer, never shorter. */
export function fastestOf(count: number, action: () => unknown): number {
  action();
  return Math.min(...Array.from({ length: count }, () => timeOf(action)));
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

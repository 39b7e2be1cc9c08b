export function timeOf(action: () => unknown): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

/** Milliseconds of `count` runs after one that is not counted. */
export function timesOf(count: number, action: () => unknown): readonly number[] {
  action();
  return Array.from({ length: count }, () => timeOf(action));
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

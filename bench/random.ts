/** Gives numbers from 0 to 1, 1 excluded. */
export type Random = () => number;

/** Deterministic pseudo-random numbers (mulberry32), so that every run measures the same. */
export function randomNumbers(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number below `limit`. */
export function pickEvenly(limit: number, random: Random): number {
  return Math.floor(limit * random());
}

/** Picks as people pick words (Zipf's law): the second half as often as the first, the third a third as often. */
export function pickZipf(values: readonly string[], random: Random): string {
  return values[Math.floor((values.length + 1) ** random()) - 1] ?? "";
}

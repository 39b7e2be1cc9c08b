/** What positions are sorted by. */
export type SortKeys = readonly string[] | Float64Array;

const runLength = 1024;
const mergedInOneStep = 8192;

/** Sorts positions by their keys, a part at each step; equal ones keep their order. */
export function* sortInSteps(positions: Int32Array, keys: SortKeys): Generator<void, Int32Array> {
  const compare = (a: number, b: number): number => compareKeys(keys[a], keys[b]) || a - b;
  for (let start = 0; start < positions.length; start += runLength) {
    positions.subarray(start, start + runLength).sort(compare);
    yield;
  }
  let [from, to]: [Int32Array, Int32Array] = [positions, new Int32Array(positions.length)];
  for (let width = runLength; width < positions.length; width *= 2) {
    yield* mergeRuns(from, to, width, compare);
    [from, to] = [to, from];
  }
  return from;
}

export function compareKeys(a: string | number | undefined, b: string | number | undefined): number {
  return a === b || a === undefined || b === undefined ? 0 : a < b ? -1 : 1;
}

function* mergeRuns(from: Int32Array, to: Int32Array, width: number, compare: (a: number, b: number) => number): Generator<void, void> {
  for (let start = 0; start < from.length; start += width * 2) {
    const middle = Math.min(start + width, from.length);
    const end = Math.min(middle + width, from.length);
    let [left, right] = [start, middle];
    for (let at = start; at < end; at++) {
      if (at % mergedInOneStep === 0) yield;
      const takeLeft = right >= end || (left < middle && compare(from[left] ?? 0, from[right] ?? 0) <= 0);
      to[at] = from[takeLeft ? left++ : right++] ?? 0;
    }
  }
}

/** The one part in which two texts differ: what stands between `start` and `oldEnd` in the one, `start` and `newEnd` in the other. */
export interface TextChange {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Parts are compared as wholes, which engines do many times faster than letter by letter: first long ones, then short ones. */
const longestPart = 1 << 16;
const shortestPart = 16;

/** Where two texts differ. */
export function changeBetween(before: string, after: string): TextChange {
  const most = Math.min(before.length, after.length);
  const start = sameLength(most, (from, to) => before.slice(from, to) === after.slice(from, to));
  const rest = most - start;
  const end = sameLength(rest, (from, to) => before.slice(before.length - to, before.length - from) === after.slice(after.length - to, after.length - from));
  return { start, oldEnd: before.length - end, newEnd: after.length - end };
}

/** How far two texts are the same, `most` at most. */
function sameLength(most: number, isSame: (from: number, to: number) => boolean): number {
  let length = 0;
  for (let part = longestPart; part >= 1; part = part > shortestPart ? part >> 4 : part > 1 ? 1 : 0) {
    while (length + part <= most && isSame(length, length + part)) length += part;
  }
  return length;
}

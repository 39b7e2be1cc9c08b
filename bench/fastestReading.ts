import { timeOf } from "./measure";

/**
 * Milliseconds of the fastest of `count` readings. Each is of another text, which ends in other spaces, so that no reader can know it
 * already, and begins with nothing left to collect from the one before.
 */
export function fastestReading(count: number, text: string, read: (text: string) => unknown): number {
  return Math.min(...Array.from({ length: count }, (_, run) => {
    const other = flat(text + "\n".repeat(1 + run % 8));
    globalThis.gc?.();
    return timeOf(() => read(other));
  }));
}

/** A text in one piece, as files are read, not as two that are to be put together at the first look. */
export function flat(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8");
}

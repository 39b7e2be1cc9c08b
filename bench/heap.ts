import { nextTurn } from "./measure";

/**
 * Bytes that are in use once nothing is left to collect. Weak references and buffers are let go of in turns of their own, so one
 * collection does not do.
 */
export async function bytesInUse(): Promise<number> {
  if (globalThis.gc === undefined) throw new Error("Memory is measured in a process started with --expose-gc");
  for (let turn = 0; turn < 4; turn++) {
    globalThis.gc();
    await nextTurn();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

export interface Kept<T> {
  readonly value: T;
  readonly bytes: number;
}

/** What a value holds on to beyond what was there before it was made. */
export async function bytesOf<T>(make: () => T | Promise<T>): Promise<Kept<T>> {
  const before = await bytesInUse();
  const value = await make();
  return { value, bytes: await bytesInUse() - before };
}

import type { Pause } from "../core/ports";

/** How long work may go on before the host gets its turn, in milliseconds: less than a frame. */
const longestTurn = 12;

/** One for all long work of a thread, so that several pieces of work share a turn. */
export function createPause(): Pause {
  /** When work began in this turn; `undefined` in a turn in which none has yet, so that short work never waits. */
  let turnStarted: number | undefined;
  let nextTurn: Promise<void> | undefined;
  const begin = (): number => {
    setTimeout(() => turnStarted = undefined, 0);
    return turnStarted = performance.now();
  };
  return (isNextAskedFor = false) => {
    if (!isNextAskedFor && performance.now() - (turnStarted ?? begin()) < longestTurn) return undefined;
    return nextTurn ??= new Promise((resolve) => {
      setTimeout(() => {
        nextTurn = undefined;
        begin();
        resolve();
      }, 0);
    });
  };
}

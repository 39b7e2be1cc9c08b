import type { Pause } from "../core/ports";

/** How long work may go on before the host gets its turn, in milliseconds: less than a frame. */
const longestTurn = 12;

/** One for all long work of a thread, so that several pieces of work share a turn. */
export function createPause(): Pause {
  let turnStarted = performance.now();
  let nextTurn: Promise<void> | undefined;
  return (isNextAskedFor = false) => {
    if (!isNextAskedFor && performance.now() - turnStarted < longestTurn) return undefined;
    return nextTurn ??= new Promise((resolve) => {
      setTimeout(() => {
        turnStarted = performance.now();
        nextTurn = undefined;
        resolve();
      }, 0);
    });
  };
}

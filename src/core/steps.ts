import type { CancellationToken, Pause } from "./ports";

/** What is to be heeded while long work goes on. */
export interface Turns {
  readonly pause: Pause;
  readonly token: CancellationToken;
}

/** Of those who wait for an answer however long it takes. */
export const neverCancelled: CancellationToken = { isCancellationRequested: false };

/** Of those who have nobody to leave a turn to: work goes on to its end, and nothing is made ready before it is asked for. */
export const noPause: Pause = () => undefined;

/** Yielded before and behind a step that cannot be cut, so that it has a turn of the host for itself. */
export const wholeTurn = Symbol("a step that takes a turn of its own");

/** The result of work in steps, all done at once. */
export function finishNow<T>(steps: Iterator<unknown, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/**
 * Work in short steps whose result is kept. Any number of askers may drive it at once, and one that loses interest leaves what is
 * done to the next.
 */
export class SteppedWork<T> {
  readonly #start: () => Iterator<unknown, T>;
  #steps: Iterator<unknown, T> | undefined;
  #done: { readonly result: T } | undefined;

  constructor(start: () => Iterator<unknown, T>) {
    this.#start = start;
  }

  /** The result, once the work is done. */
  get done(): { readonly result: T } | undefined {
    return this.#done;
  }

  /** Returns whether the host should have its turn now, however short this one was. */
  step(): boolean {
    if (this.#done !== undefined) return false;
    this.#steps ??= this.#start();
    try {
      const { done, value } = this.#steps.next();
      if (done === true) this.#done = { result: value };
      return value === wholeTurn;
    } catch (error) {
      this.#steps = undefined;
      throw error;
    }
  }

  /** Drives the work to its end; `undefined` where the asker lost interest before. */
  async finish({ pause, token }: Turns): Promise<T | undefined> {
    for (;;) {
      const isNextAskedFor = this.step();
      // what is done need not wait for a turn
      if (this.#done !== undefined) return this.#done.result;
      await pause(isNextAskedFor);
      if (token.isCancellationRequested) return undefined;
    }
  }

  /** Drives the work to its end at once. */
  finishNow(): T {
    while (this.#done === undefined) this.step();
    return this.#done.result;
  }
}

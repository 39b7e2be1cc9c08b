import type { ReferenceEngine } from "../../src/core/ports";
import type { StartThread, ThreadEvents } from "../../src/worker/connection";
import type { ReadStyleFile } from "../../src/worker/createEngine";
import type { ToWorker } from "../../src/worker/protocol";
import { serve } from "../../src/worker/serve";

/** Threads that are none: what passes is copied as between threads, and comes later. */
export interface Threads {
  readonly start: StartThread;
  /** What was sent to each of those started so far. */
  readonly sent: readonly ToWorker[][];
  /** Ends the newest one. */
  readonly kill: (reason: Error) => void;
}

export function threadsOver(create: (read: ReadStyleFile) => ReferenceEngine): Threads {
  const sent: ToWorker[][] = [];
  let newest: ThreadEvents | undefined;
  return {
    sent,
    kill: (reason) => newest?.ended(reason),
    start: (events) => {
      const messages: ToWorker[] = [];
      let listener: (message: ToWorker) => void = () => undefined;
      sent.push(messages);
      newest = events;
      serve({ post: (message) => later(() => events.heard(structuredClone(message))), listen: (heard) => listener = heard }, create);
      return Promise.resolve({
        post: (message) => {
          const copy = structuredClone(message);
          messages.push(copy);
          later(() => listener(copy));
        },
        terminate: () => listener = () => undefined,
      });
    },
  };
}

function later(action: () => void): void {
  setImmediate(action);
}

import { createReferenceEngine } from "../core/format/referenceEngine";
import type { Pause, ReferenceEngine } from "../core/ports";
import { inflate } from "./inflate";
import type { StyleFileName } from "./protocol";

/** Reads a file of `data/styles`. Rejects where it cannot be read. */
export type ReadStyleFile = (name: StyleFileName) => Promise<Uint8Array>;

/** The engine over style files that somebody else reads. */
export function createEngine(read: ReadStyleFile, pause: Pause): ReferenceEngine {
  return createReferenceEngine({ read, inflate }, pause);
}

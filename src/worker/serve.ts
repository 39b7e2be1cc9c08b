import { createPause } from "./pause";
import type { Pause, ReferenceEngine } from "../core/ports";
import { createEngine, type ReadStyleFile } from "./createEngine";
import { errorOf, wordsOf, type EngineCall, type FromWorker, type StyleFileName, type ToWorker } from "./protocol";

/** The worker's end of the line to its host. */
export interface HostLine {
  readonly post: (message: FromWorker) => void;
  readonly listen: (heard: (message: ToWorker) => void) => void;
}

/** Answers calls until the worker ends. A long one leaves the others their turns. */
export function serve({ post, listen }: HostLine, create: (read: ReadStyleFile, pause: Pause) => ReferenceEngine = createEngine): void {
  const files = new FilesOfHost(post);
  const engine = create((name) => files.read(name), createPause());
  listen((message) => {
    if (message.kind === "call") void answer(message, engine, post);
    else files.settle(message.id, message.kind === "file" ? message.bytes : errorOf(message.error));
  });
  post({ kind: "ready" });
}

async function answer({ id, ...call }: EngineCall & { readonly id: number }, engine: ReferenceEngine, post: HostLine["post"]): Promise<void> {
  try {
    post({ kind: "answer", id, result: await run(call, engine) });
  } catch (error) {
    post({ kind: "failure", id, error: wordsOf(error) });
  }
}

function run(call: EngineCall, engine: ReferenceEngine): Promise<unknown> {
  switch (call.method) {
    case "toCslItems": return engine.toCslItems(...call.args);
    case "formatBibliography": return engine.formatBibliography(...call.args);
    case "formatDocument": return engine.formatDocument(...call.args);
    case "listStyles": return engine.listStyles();
    case "convert": return engine.convert(...call.args);
  }
}

/** The host's files. */
class FilesOfHost {
  readonly #pending = new Map<number, { readonly resolve: (bytes: Uint8Array) => void; readonly reject: (error: Error) => void }>();
  #lastId = 0;

  constructor(readonly post: HostLine["post"]) {}

  read(name: StyleFileName): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#pending.set(id, { resolve, reject });
      this.post({ kind: "read", id, name });
    });
  }

  settle(id: number, result: Uint8Array | Error): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (result instanceof Error) pending?.reject(result);
    else pending?.resolve(result);
  }
}

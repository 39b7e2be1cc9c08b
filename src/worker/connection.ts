import type { ReadStyleFile } from "./createEngine";
import { errorOf, wordsOf, type EngineCall, type FromWorker, type ToWorker } from "./protocol";

/** A thread that runs the worker's bundle. */
export interface Thread {
  post(message: ToWorker): void;
  terminate(): void;
}

/** Starts a thread, which then tells what it says and when it ends. Throws or rejects where the host has no threads. */
export type StartThread = (events: ThreadEvents) => Promise<Thread>;

export interface ThreadEvents {
  readonly heard: (message: FromWorker) => void;
  /** At most the first call counts. */
  readonly ended: (reason: Error) => void;
}

/** The line to a worker that is ready. */
export interface Connection {
  /** Rejects as the engine does, and where the thread ends before it has answered. */
  ask(call: EngineCall): Promise<unknown>;
  end(): void;
}

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Longer than any machine needs to start a thread; one that says nothing until then never will. */
const longestStart = 20_000;

/** Resolves once the worker is ready. `ended` is told, never at once, when it is no longer, or never was. */
export async function connect(start: StartThread, read: ReadStyleFile, ended: () => void): Promise<Connection> {
  const line = new WorkerLine(read, ended);
  const timer = setTimeout(() => line.close(new Error("The thread that formats references did not start.")), longestStart);
  try {
    line.open(await Promise.resolve({ heard: line.hear, ended: line.close }).then(start));
    await line.ready;
    return line;
  } catch (error) {
    line.close(error instanceof Error ? error : new Error(String(error)));
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

class WorkerLine implements Connection {
  readonly ready: Promise<void>;
  readonly #pending = new Map<number, Pending>();
  #settleReady: Pending | undefined;
  #thread: Thread | undefined;
  #lastId = 0;
  #closed: Error | undefined;

  constructor(readonly read: ReadStyleFile, readonly ended: () => void) {
    this.ready = new Promise((resolve, reject) => this.#settleReady = { resolve: () => resolve(), reject });
    // whoever asks for it hears of it
    this.ready.catch(() => undefined);
  }

  open(thread: Thread): void {
    this.#thread = thread;
    if (this.#closed !== undefined) thread.terminate();
  }

  ask(call: EngineCall): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#closed !== undefined) throw this.#closed;
      const id = ++this.#lastId;
      this.#thread?.post({ kind: "call", id, ...call });
      this.#pending.set(id, { resolve, reject });
    });
  }

  readonly hear = (message: FromWorker): void => {
    switch (message.kind) {
      case "ready": return this.#settleReady?.resolve(undefined);
      case "read": return void this.#handOver(message.id, message.name);
      case "answer": return this.#take(message.id)?.resolve(message.result);
      case "failure": return this.#take(message.id)?.reject(errorOf(message.error));
    }
  };

  end(): void {
    this.close(new Error("The thread that formats references was ended."));
  }

  readonly close = (reason: Error): void => {
    if (this.#closed !== undefined) return;
    this.#closed = reason;
    this.#settleReady?.reject(reason);
    for (const { reject } of this.#pending.values()) reject(reason);
    this.#pending.clear();
    this.#thread?.terminate();
    this.ended();
  };

  #take(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    return pending;
  }

  async #handOver(id: number, name: Parameters<ReadStyleFile>[0]): Promise<void> {
    try {
      this.#thread?.post({ kind: "file", id, bytes: await this.read(name) });
    } catch (error) {
      this.#thread?.post({ kind: "failure", id, error: wordsOf(error) });
    }
  }
}

import { entryToConvert } from "../core/bibliography/entryToConvert";
import type { CancellationToken, Disposable, ReferenceEngine } from "../core/ports";
import type { ReadStyleFile } from "./createEngine";
import type { EngineCall } from "./protocol";
import { connect, type Connection, type StartThread } from "./connection";

/** The asker has lost interest before the work began. */
export class CancelledError extends Error {
  override readonly name = "CancelledError";
}

/** A worker has at most so many calls at a time; others wait here, where they can still be dropped. */
const mostCalls = 4;

/**
 * An engine in another thread. The thread is started by the first call, and anew by the first one after it has died; what it owed then
 * rejects. A call whose asker has lost interest before its turn came is dropped.
 */
export class EngineClient implements Disposable {
  readonly #turns = new Turns(mostCalls);
  #connection: Promise<Connection> | undefined;
  #isDisposed = false;

  constructor(readonly start: StartThread, readonly read: ReadStyleFile) {}

  readonly engine: ReferenceEngine = {
    toCslItems: (entries) => this.#call({ method: "toCslItems", args: [entries.map(entryToConvert)] }),
    formatBibliography: (items, style, format, token) => this.#call({ method: "formatBibliography", args: [items, style, format] }, token),
    formatDocument: (document, style, format) => this.#call({ method: "formatDocument", args: [document, style, format] }),
    listStyles: () => this.#call({ method: "listStyles", args: [] }),
    convert: (items, target) => this.#call({ method: "convert", args: [items, target] }),
  };

  /** Ends the thread; what it owes rejects, and so does all that is asked from now on. */
  readonly dispose = (): void => {
    this.#isDisposed = true;
    void this.#connection?.then((connection) => connection.end()).catch(() => undefined);
  };

  /** Starts the thread where it is not running. Rejects where it cannot be started. */
  async connection(): Promise<Connection> {
    if (this.#isDisposed) throw new Error("Sourcebook has been switched off.");
    return this.#connection ??= connect(this.start, this.read, () => this.#connection = undefined);
  }

  async #call<T>(call: EngineCall, token?: CancellationToken): Promise<T> {
    const end = await this.#turns.begin();
    try {
      if (token?.isCancellationRequested === true) throw new CancelledError();
      // The engine at the other end has this method of the port, and answers as the port says.
      return await (await this.connection()).ask(call) as T;
    } finally {
      end();
    }
  }
}

/** Lets so many begin, and each of the others when one of them has ended. */
class Turns {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(count: number) {
    this.#free = count;
  }

  /** Resolves with what ends the turn. */
  async begin(): Promise<() => void> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return () => {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free++;
      else next();
    };
  }
}

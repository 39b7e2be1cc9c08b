import { onceLoaded } from "../core/onceLoaded";
import type { Disposable, Logger, Pause, ReferenceEngine } from "../core/ports";
import type { StartThread } from "./connection";
import type { ReadStyleFile } from "./createEngine";
import { EngineClient } from "./engineClient";
import type * as ReferencesBundle from "./references";

export interface EngineLoaderOptions {
  /** The text of the bundle of `references.ts`. */
  readonly readBundle: () => Promise<string>;
  readonly readStyleFile: ReadStyleFile;
  /** Starts a thread that runs the bundle. */
  readonly threadOf: (bundle: string) => StartThread;
  readonly logger: Logger;
  /** For the engine that shares its thread with the host. */
  readonly pause: Pause;
}

/** Loads the slow part when it is first needed: into a thread of its own, or into this one where the host has no other. */
export class EngineLoader implements Disposable {
  readonly #bundle: () => Promise<string>;
  readonly #client: () => Promise<EngineClient | undefined>;
  #started: Promise<EngineClient | undefined> | undefined;

  constructor(readonly options: EngineLoaderOptions) {
    this.#bundle = onceLoaded(options.readBundle);
    this.#client = onceLoaded(() => this.#started = this.#start());
  }

  readonly load = async (): Promise<ReferenceEngine> => {
    const client = await this.#client();
    return client?.engine ?? evaluate(await this.#bundle()).createEngine(this.options.readStyleFile, this.options.pause);
  };

  /** Whether the engine runs in a thread of its own, which is started where it does. */
  readonly isOffThread = async (): Promise<boolean> => await this.#client() !== undefined;

  readonly dispose = (): void => {
    this.#started?.then((client) => client?.dispose(), () => undefined);
  };

  async #start(): Promise<EngineClient | undefined> {
    const { threadOf, readStyleFile, logger } = this.options;
    const client = new EngineClient(threadOf(await this.#bundle()), readStyleFile);
    try {
      await client.connection();
      return client;
    } catch (error) {
      logger.warn(`References are formatted in the thread that all extensions share, as no other could be started. ${String(error)}`);
      return undefined;
    }
  }
}

/** The bundle is evaluated rather than imported, because a web extension host has no module loader. */
function evaluate(bundle: string): typeof ReferencesBundle {
  const module = { exports: {} };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the bundle ships with the extension: this is its own code, loaded later
  const run = new Function("module", "exports", `${bundle}\n//# sourceURL=sourcebook/references.js`) as (module: object, exports: object) => void;
  run(module, module.exports);
  return module.exports as typeof ReferencesBundle;
}

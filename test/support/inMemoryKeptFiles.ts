import type { KeptFile, KeptFiles } from "../../src/core/ports";

/** What a host keeps between starts, in memory. Nobody is idle until `idle` is called. */
export class InMemoryKeptFiles implements KeptFiles {
  readonly files = new Map<string, { readonly bytes: Uint8Array; readonly time: number }>();
  readonly #waiting: (() => void)[] = [];
  #writes = 0;
  build = "1.0.0";

  edition(): Promise<string> {
    return Promise.resolve(this.build);
  }

  whenIdle(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  read(name: string): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.files.get(name)?.bytes);
  }

  write(name: string, bytes: Uint8Array): Promise<void> {
    this.files.set(name, { bytes, time: this.#writes++ });
    return Promise.resolve();
  }

  delete(name: string): Promise<void> {
    this.files.delete(name);
    return Promise.resolve();
  }

  list(): Promise<readonly KeptFile[]> {
    return Promise.resolve([...this.files].map(([name, { bytes, time }]) => ({ name, size: bytes.length, time })));
  }

  /** Lets everybody who waits have time, and waits until they are done: all they wait for is promises. */
  async idle(): Promise<void> {
    this.#waiting.splice(0).forEach((begin) => begin());
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

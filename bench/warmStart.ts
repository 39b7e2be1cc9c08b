import { mkdirSync } from "node:fs";
import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { KeptFiles } from "../src/core/ports";
import type { CitationServiceOptions } from "../src/core/service";

/** What a host keeps of large files between starts, given to a service as VS Code gives it. */
export interface KeptIndexes {
  readonly options: Pick<CitationServiceOptions, "keptFiles">;
  /** Whether there is something to write. */
  readonly isWaiting: () => boolean;
  /** Lets what is still to be written be written, and waits for it. */
  readonly settle: () => Promise<void>;
}

/** Opens those of a folder. */
export function createKeptIndexes(folder: string): KeptIndexes {
  const path = join(folder, "indexes");
  mkdirSync(path, { recursive: true });
  const waiting: (() => void)[] = [];
  let written = (): void => undefined;
  const keptFiles: KeptFiles = {
    edition: () => Promise.resolve("bench"),
    whenIdle: () => new Promise((resolve) => waiting.push(resolve)),
    read: (name) => readFile(join(path, name)).catch(() => undefined),
    write: async (name, bytes) => {
      await writeFile(join(path, name), bytes);
      written();
    },
    delete: (name) => rm(join(path, name)),
    list: async () => Promise.all((await readdir(path)).map(async (name) => {
      const { size, mtimeMs } = await stat(join(path, name));
      return { name, size, time: mtimeMs };
    })),
  };
  return {
    options: { keptFiles },
    isWaiting: () => waiting.length > 0,
    settle: async () => {
      for (const begin of waiting.splice(0)) {
        const end = new Promise<void>((resolve) => written = resolve);
        begin();
        await end;
      }
    },
  };
}

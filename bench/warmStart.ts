import type { CitationServiceOptions } from "../src/core/service";

/** What a host keeps of large files between starts, given to a service as VS Code gives it. */
export interface KeptIndexes {
  readonly options: Partial<CitationServiceOptions>;
  /** Everything that is still to be written has been. */
  readonly settled: () => Promise<void>;
}

/** Opens those of a folder; `undefined` while the product keeps nothing between starts. */
export const createKeptIndexes = undefined as ((folder: string) => KeptIndexes) | undefined;

import { defaultSettings, type Settings } from "../../src/core/model/settings";
import type { Logger, ReferenceEngine } from "../../src/core/ports";
import { createCitationService, type CitationService } from "../../src/core/service";
import { InMemoryWorkspace, type InMemoryWorkspaceOptions } from "./inMemoryWorkspace";

export const corpusUri = "sourcebook:/Reference%20corpus.json";

export const silentLogger: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

export { neverCancelled } from "../../src/core/steps";

export interface ServiceOptions extends InMemoryWorkspaceOptions {
  readonly settings?: Partial<Settings>;
  readonly loadEngine?: () => Promise<ReferenceEngine>;
  /** A workspace of its own kind, with its files. */
  readonly workspace?: InMemoryWorkspace;
}

/** A service over files in memory. Without an engine of its own, asking for a formatted reference is a failure of the test. */
export function serviceFor(files: Readonly<Record<string, Uint8Array | string>>, options: ServiceOptions = {}): { readonly service: CitationService; readonly workspace: InMemoryWorkspace } {
  const workspace = options.workspace ?? new InMemoryWorkspace(files, options);
  const service = createCitationService({
    workspace,
    logger: silentLogger,
    settings: { ...defaultSettings, ...options.settings },
    loadEngine: options.loadEngine ?? (() => Promise.reject(new Error("This test has no engine"))),
    corpusUri,
  });
  return { service, workspace };
}

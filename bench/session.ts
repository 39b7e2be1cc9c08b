import { defaultSettings } from "../src/core/model/settings";
import type { Pause } from "../src/core/ports";
import { createCitationService, type CitationService, type CitationServiceOptions } from "../src/core/service";
import { createPause } from "../src/worker/pause";
import { InMemoryWorkspace } from "../test/support/inMemoryWorkspace";
import { corpusUri, silentLogger } from "../test/support/service";

export interface Session {
  readonly service: CitationService;
  readonly workspace: InMemoryWorkspace;
}

/** The service as VS Code has it, with the turns it gives there, over files in memory. */
export function sessionWith(files: Readonly<Record<string, Uint8Array | string>>, pause: Pause = createPause(), further: Partial<CitationServiceOptions> = {}): Session {
  const workspace = new InMemoryWorkspace(files);
  const loadEngine = (): Promise<never> => Promise.reject(new Error("No reference is formatted here"));
  return { workspace, service: createCitationService({ workspace, logger: silentLogger, settings: defaultSettings, loadEngine, corpusUri, pause, ...further }) };
}

/** A paper that declares `library.bib`, with a citation begun at its end. */
export function paperCiting(begun: string): string {
  return `---\nbibliography: library.bib\n---\n[@${begun}`;
}

import assert from "node:assert/strict";
import * as vscode from "vscode";
import { createCitationService } from "../../../src/core/service";
import type { KeptFile } from "../../../src/core/ports";
import { defaultSettings } from "../../../src/core/model/settings";
import { StoredFiles } from "../../../src/vscode/storedFiles";
import { createPause } from "../../../src/worker/pause";
import { InMemoryWorkspace } from "../../support/inMemoryWorkspace";
import { corpusUri, silentLogger } from "../../support/service";
import { inWorkspace, sourcebook } from "./support";

const library = Array.from({ length: 3000 }, (_, number) => `@book{k${number}, author = {Doe, J.}, title = {Title ${number}}, abstract = {${"words ".repeat(20)}}}\n`).join("");

const storage = (): vscode.Uri => inWorkspace(".kept");

describe("The index of a large bibliography", () => {
  after(() => vscode.workspace.fs.delete(storage(), { recursive: true }));

  it("lies in the extension's storage, where the next start finds it", async () => {
    assert.deepEqual([await start(), await start()], ["read", "kept"]);
  });
});

/** The files are looked through once something has been written. */
class WatchedFiles extends StoredFiles {
  readonly #listeners: (() => void)[] = [];

  written(): Promise<void> {
    return new Promise((resolve) => this.#listeners.push(resolve));
  }

  override async list(): Promise<readonly KeptFile[]> {
    const files = await super.list();
    this.#listeners.forEach((listener) => listener());
    return files;
  }
}

/** Starts over the storage, reads the library, and goes on until its index lies there. */
async function start(): Promise<"read" | "kept"> {
  const keptFiles = new WatchedFiles({ storageUri: storage(), globalStorageUri: storage(), extensionUri: sourcebook().extensionUri, extension: sourcebook() }, 0);
  const written = keptFiles.written();
  const workspace = new InMemoryWorkspace({ "library.bib": library });
  const lines: string[] = [];
  const logger = { ...silentLogger, info: (line: string) => lines.push(line) };
  const loadEngine = (): Promise<never> => Promise.reject(new Error("No reference is formatted here"));
  const service = createCitationService({ workspace, logger, settings: defaultSettings, loadEngine, corpusUri, pause: createPause(), keptFiles });
  const read = await service.bibliography(workspace.uri("library.bib"));
  assert.equal(read?.bibliography.entries.length, 3000);
  const isKept = lines.some((line) => line.includes("index kept from before"));
  if (!isKept) await written;
  service.dispose();
  keptFiles.dispose();
  return isKept ? "kept" : "read";
}

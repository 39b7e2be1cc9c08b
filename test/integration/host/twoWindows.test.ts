// A window is its workspace, its service and what both keep; two of them look at one folder and one storage here, as two extension hosts do.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { CitationService } from "../../../src/core/service";
import { createCitationService } from "../../../src/core/service";
import { defaultSettings } from "../../../src/core/model/settings";
import { toTextDocument } from "../../../src/vscode/convert";
import { StoredFiles } from "../../../src/vscode/storedFiles";
import { VsCodeWorkspace } from "../../../src/vscode/workspace";
import { createPause } from "../../../src/worker/pause";
import { corpusUri, silentLogger } from "../../support/service";
import { inWorkspace, newFolder, removeFolder, sourcebook, until, writeFile } from "./support";

const sources = (prefix: string): string => Array.from({ length: 4000 }, (_, number) => `@book{${prefix}${String(number)}, title = {Title ${String(number)}}, note = {${"words ".repeat(10)}}}\n`).join("");

class Window {
  readonly #storage: StoredFiles;
  readonly workspace = new VsCodeWorkspace();
  readonly service: CitationService;
  /** How often the file was read. */
  reads = 0;

  constructor(storageUri: vscode.Uri) {
    const extension = sourcebook();
    this.#storage = new StoredFiles({ storageUri, globalStorageUri: storageUri, extensionUri: extension.extensionUri, extension }, 0);
    const { workspace } = this;
    const counted = new Proxy(workspace, {
      get: (target, name) => {
        if (name !== "readFile") return Reflect.get(target, name, target) as unknown;
        return (uri: string) => {
          this.reads++;
          return target.readFile(uri);
        };
      },
    });
    this.service = createCitationService({
      workspace: counted, logger: silentLogger, settings: defaultSettings, corpusUri, pause: createPause(), keptFiles: this.#storage,
      loadEngine: () => Promise.reject(new Error("Nothing is formatted here")),
    });
  }

  async keys(uri: vscode.Uri): Promise<readonly string[]> {
    return (await this.service.bibliography(uri.toString()))?.bibliography.entries.map(({ key }) => key) ?? [];
  }

  /** What is left of it once it is closed. */
  close(): Readonly<Record<string, number>> {
    for (const part of [this.service, this.workspace, this.#storage]) part.dispose();
    return { ...this.workspace.keptCounts, files: this.service.keptCount(), serviceListeners: this.service.listenerCount };
  }
}

describe("two windows on one folder", () => {
  let folder = "";
  let windows: readonly [Window, Window];

  beforeEach(async () => {
    await sourcebook().activate();
    folder = newFolder();
    await vscode.workspace.fs.createDirectory(inWorkspace(folder));
    windows = [new Window(inWorkspace(`${folder}/.storage`)), new Window(inWorkspace(`${folder}/.storage`))];
  });

  afterEach(async () => {
    for (const window of windows) {
      assert.deepEqual(window.close(), { watchers: 0, timers: 0, listeners: 0, files: 0, serviceListeners: 0 });
    }
    await removeFolder(folder);
  });

  it("show what either renames, once it is saved", async () => {
    const [first, second] = windows;
    const refs = inWorkspace(`${folder}/refs.bib`);
    const paper = inWorkspace(`${folder}/paper.md`);
    await writeFile(`${folder}/refs.bib`, "@book{doe, title = {T}}\n");
    await writeFile(`${folder}/paper.md`, "---\nbibliography: refs.bib\n---\n\n[@doe]\n");
    for (const window of windows) assert.deepEqual(await window.keys(refs), ["doe"]);
    const document = await vscode.workspace.openTextDocument(paper);
    const answer = await first.service.rename(toTextDocument(document), document.getText().indexOf("@doe") + 1, "roe");
    assert.ok("edits" in answer);
    // what the first window saves reaches the second by the disk alone
    for (const { uri, range, newText } of answer.edits) {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true));
      const text = new TextDecoder().decode(bytes);
      await vscode.workspace.fs.writeFile(vscode.Uri.parse(uri, true), new TextEncoder().encode(`${text.slice(0, range.start)}${newText}${text.slice(range.end)}`));
    }
    await until(async () => (await second.keys(refs)).join() === "roe", "the second window has the new key");
    await until(() => document.getText().includes("[@roe]"), "the paper has it");
    const { library } = await second.service.library(toTextDocument(document));
    assert.deepEqual([library.get("roe")?.key, library.get("doe")], ["roe", undefined]);
  });

  it("share what is kept of a large file, each while the other writes it too", async () => {
    const [first, second] = windows;
    const refs = inWorkspace(`${folder}/large.bib`);
    for (const prefix of ["a", "b", "a"]) {
      await writeFile(`${folder}/large.bib`, sources(prefix));
      await until(async () => {
        const keys = await Promise.all([first.keys(refs), second.keys(refs)]);
        return keys.every((found) => found.length === 4000 && found[3999] === `${prefix}3999`);
      }, `both windows have the sources of ${prefix}`);
    }
    const third = new Window(inWorkspace(`${folder}/.storage`));
    assert.equal((await third.keys(refs))[3999], "a3999");
    third.close();
  });

  it("read a file that changes a hundred times a second no more often than they are told, and have the last content in the end", async () => {
    const [first] = windows;
    const refs = inWorkspace(`${folder}/busy.bib`);
    const changes = 300;
    await writeFile(`${folder}/busy.bib`, "@book{busy0, title = {T}}\n");
    assert.deepEqual(await first.keys(refs), ["busy0"]);
    first.reads = 0;
    let asked = 0;
    const subscription = first.service.onDidChange(() => {
      asked++;
      void first.keys(refs);
    });
    for (let number = 1; number <= changes; number++) await writeFile(`${folder}/busy.bib`, `@book{busy${String(number)}, title = {T}}\n`);
    await until(async () => (await first.keys(refs)).join() === `busy${String(changes)}`, "the last content is there");
    subscription.dispose();
    assert.ok(first.reads <= asked * 2 + 2, `${String(first.reads)} reads for ${String(asked)} changes that were told`);
  });
});

import assert from "node:assert/strict";
import { createBibliographyStore } from "../../../../src/core/library/bibliographyStore";
import { searchIndexOf } from "../../../../src/core/library/searchIndex";
import { parseBibtex } from "../../../../src/core/bibliography/bibtex/parseBibtex";
import type { CompletionAnswer } from "../../../../src/core/features/completion";
import { defaultSettings } from "../../../../src/core/model/settings";
import type { CancellationToken, Pause } from "../../../../src/core/ports";
import { createCitationService } from "../../../../src/core/service";
import { InMemoryWorkspace } from "../../../support/inMemoryWorkspace";
import { corpusUri, neverCancelled, silentLogger } from "../../../support/service";

const uri = "file:///paper/a.bib";
const textOf = (count: number, word: string): string =>
  Array.from({ length: count }, (_, number) => `@book{k${number}, author = {Doe, J.}, title = {${word} ${number}}, ids = {old${number}}, abstract = {${"é words ".repeat(20)}}}\n`).join("");

describe("Loading a large file", () => {
  it("gives the host turns, and what reading at once gives", async () => {
    const text = textOf(3000, "Title");
    let turns = 0;
    const store = createBibliographyStore({ workspace: new InMemoryWorkspace({ "a.bib": text }), logger: silentLogger, pause: () => {
      turns++;
      return Promise.resolve();
    } });
    const bibliography = (await store.get(uri))?.bibliography;
    assert.ok(bibliography !== undefined && turns > 3000 / 256);
    const shown = ({ entries }: typeof bibliography): unknown => entries.map(({ key, range, keyRange, summary }) => ({ key, range, keyRange, summary }));
    assert.deepEqual(shown(bibliography), shown(parseBibtex(text)));
    assert.equal(searchIndexOf(bibliography).get("old2999")?.key, "k2999");
    store.dispose();
  });

  it("is given up and begun anew when the file changes", async () => {
    const workspace = new InMemoryWorkspace({ "a.bib": textOf(3000, "First") });
    let turns = 0;
    const store = createBibliographyStore({ workspace, logger: silentLogger, pause: () => {
      if (++turns === 2) workspace.write("a.bib", textOf(1, "Second"));
      return Promise.resolve();
    } });
    const [one, two] = await Promise.all([store.get(uri), store.get(uri)]);
    assert.equal(one?.bibliography.entries[0]?.summary.title, "Second 0");
    assert.equal(one, two);
    assert.ok(turns < 3000 / 256);
    assert.equal(workspace.readCount("a.bib"), 2);
    store.dispose();
  });

  it("ends with the store", async () => {
    let turns = 0;
    const store = createBibliographyStore({ workspace: new InMemoryWorkspace({ "a.bib": textOf(3000, "Title") }), logger: silentLogger, pause: () => {
      if (++turns === 2) store.dispose();
      return Promise.resolve();
    } });
    assert.equal(await store.get(uri), undefined);
    assert.equal(turns, 2);
  });
});

describe("Searching a large library", () => {
  const files = { "library.bib": textOf(10_000, "Title"), "paper.md": "---\nbibliography: library.bib\n---\n[@k" };

  function serviceWith(pause: Pause): { readonly complete: (token: CancellationToken) => Promise<CompletionAnswer | undefined>; readonly load: () => Promise<unknown>; readonly dispose: () => void } {
    const workspace = new InMemoryWorkspace(files);
    const loadEngine = (): Promise<never> => Promise.reject(new Error("No reference is formatted here"));
    const service = createCitationService({ workspace, logger: silentLogger, settings: defaultSettings, loadEngine, corpusUri, pause });
    const paper = workspace.document("paper.md");
    return { complete: (token) => service.complete(paper, paper.getText().length, token), load: () => service.library(paper), dispose: () => service.dispose() };
  }

  it("gives the host turns, and finds what searching at once finds", async () => {
    let turns = 0;
    const service = serviceWith(() => {
      turns++;
      return Promise.resolve();
    });
    await service.load();
    const turnsBefore = turns;
    const keysOf = (answer: CompletionAnswer | undefined): unknown => answer?.suggestions.map(({ source }) => source.key);
    const found = keysOf(await service.complete(neverCancelled));
    assert.ok(turns > turnsBefore);
    const atOnce = serviceWith(() => undefined);
    assert.deepEqual(found, keysOf(await atOnce.complete(neverCancelled)));
    service.dispose();
    atOnce.dispose();
  });

  it("ends when the writer has typed on", async () => {
    const token = { isCancellationRequested: false };
    let isLoaded = false;
    const service = serviceWith(() => {
      token.isCancellationRequested = isLoaded;
      return undefined;
    });
    await service.load();
    isLoaded = true;
    assert.equal(await service.complete(token), undefined);
    service.dispose();
  });
});

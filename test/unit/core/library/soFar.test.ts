import assert from "node:assert/strict";
import { defaultSettings } from "../../../../src/core/model/settings";
import { createCitationService, type CitationService } from "../../../../src/core/service";
import { InMemoryWorkspace } from "../../../support/inMemoryWorkspace";
import { corpusUri, neverCancelled, silentLogger } from "../../../support/service";

/** Enough sources for several sections of an index. */
const count = 4000;
const library = Array.from({ length: count }, (_, number) => `@article{ito${number},\n  author = {Ito, Mia},\n  title = {Rivers, Part ${number}, with some words behind it to make it long},\n  year = {2001}\n}\n`).join("");

/** A service whose long work goes on when it is told to. */
class HeldService {
  readonly #waiting: (() => void)[] = [];
  readonly workspace: InMemoryWorkspace;
  readonly service: CitationService;

  constructor(files: Readonly<Record<string, string>>) {
    this.workspace = new InMemoryWorkspace(files);
    this.service = createCitationService({
      workspace: this.workspace,
      logger: silentLogger,
      settings: defaultSettings,
      loadEngine: () => Promise.reject(new Error("Nothing is formatted here")),
      corpusUri,
      pause: () => new Promise((resolve) => this.#waiting.push(resolve)),
    });
  }

  /** Lets all work go one step further. */
  async step(): Promise<void> {
    this.#waiting.splice(0).forEach((resolve) => resolve());
    await new Promise(setImmediate);
  }

  async finish<T>(work: Promise<T>): Promise<T> {
    const state = { isDone: false };
    const done = work.finally(() => state.isDone = true);
    while (!state.isDone) await this.step();
    return done;
  }
}

async function keysOf(answer: ReturnType<CitationService["complete"]>): Promise<readonly string[]> {
  return (await answer)?.suggestions.map(({ source }) => source.key) ?? [];
}

describe("a list of completions while a large bibliography is read", () => {
  const paper = "---\nbibliography: library.bib\n---\n[@ito";

  it("holds what is ready so far, and nothing of the corpus in its place", async () => {
    const lastKey = `ito${count - 1}`;
    const held = new HeldService({ "paper.md": paper, "last.md": paper.replace("@ito", `@${lastKey}`), "library.bib": library });
    const soFar = (path: string): Promise<readonly string[]> => {
      const document = held.workspace.document(path);
      return held.finish(keysOf(held.service.completeSoFar(document, document.getText().length, neverCancelled)));
    };
    assert.deepEqual(await soFar("paper.md"), [], "nothing has been read");

    const whole = keysOf(held.service.complete(held.workspace.document("paper.md"), paper.length, neverCancelled));
    let [last, early] = [await soFar("last.md"), await soFar("paper.md")];
    while (early.length === 0) [last, early] = [await soFar("last.md"), await soFar("paper.md")];
    assert.equal(last.includes(lastKey), false, "the last source is not ready yet");
    assert.deepEqual(early.filter((key) => !key.startsWith("ito")), []);

    const all = await held.finish(whole);
    assert.deepEqual(await soFar("paper.md"), all);
    assert.deepEqual(await soFar("last.md"), [lastKey]);
  });

  it("holds what was there before, while a changed file is read", async () => {
    const held = new HeldService({ "paper.md": paper, "library.bib": library });
    const document = held.workspace.document("paper.md");
    const before = await held.finish(keysOf(held.service.complete(document, paper.length, neverCancelled)));
    held.workspace.write("library.bib", library.replaceAll("ito", "sato"));
    assert.deepEqual(await held.finish(keysOf(held.service.completeSoFar(document, paper.length, neverCancelled))), before);
  });

  it("holds what other files have that are read already", async () => {
    const two = "---\nbibliography: [small.bib, library.bib]\n---\n[@";
    const held = new HeldService({ "paper.md": two, "small.bib": "@book{one, title = {One}}", "library.bib": library });
    const document = held.workspace.document("paper.md");
    const whole = keysOf(held.service.complete(document, two.length, neverCancelled));
    let early: readonly string[] = [];
    while (early.length === 0) early = await held.finish(keysOf(held.service.completeSoFar(document, two.length, neverCancelled)));
    assert.deepEqual(early, ["one"]);
    assert.ok((await held.finish(whole)).length > 1);
  });
});

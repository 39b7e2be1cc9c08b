import assert from "node:assert/strict";
import { defaultSourcesOptions } from "../../../../src/core/features/sourcesTree/options";
import { defaultSettings } from "../../../../src/core/model/settings";
import type { CancellationToken, TextDocument } from "../../../../src/core/ports";
import { createCitationService, type CitationService } from "../../../../src/core/service";
import { InMemoryWorkspace } from "../../../support/inMemoryWorkspace";
import { plainEngine } from "../../../support/plainEngine";
import { corpusUri, silentLogger } from "../../../support/service";

/** Enough for work of many steps. */
const count = 2000;
const library = Array.from({ length: count }, (_, number) => `@article{k${String(number)}, author = {Roe, R.}, title = {Rivers ${String(number)}}, year = {${String(1900 + number % 100)}}}\n`).join("");
const cited = Array.from({ length: count }, (_, number) => `[@k${String(number)}]`).join("\n");
const paper = `---\nbibliography: library.bib\n---\n\n${cited}\n[@riv`;
const papers = Object.fromEntries(Array.from({ length: 100 }, (_, number) => [`paper${String(number)}.md`, "---\nbibliography: library.bib\n---\n\n[@k1]\n"]));

type Ask = (service: CitationService, documents: { readonly paper: TextDocument; readonly library: TextDocument }, token: CancellationToken) => Promise<unknown>;

/** All that may be asked with a token, and how many steps it has at least where nobody loses interest; 0 for what has none. */
const questions: readonly (readonly [name: string, steps: number, ask: Ask])[] = [
  ["complete", 0, (service, documents, token) => service.complete(documents.paper, paper.length, token)],
  ["completeSoFar", 0, (service, documents, token) => service.completeSoFar(documents.paper, paper.length, token)],
  ["completeEntry", 3, (service, documents, token) => service.completeEntry(documents.library, library.indexOf("Roe, R.") + 2, token)],
  ["formatEntries", 3, (service, documents, token) => service.formatEntries(documents.library, { indent: "\t", isAligned: true }, token)],
  ["sortEntries", 5, (service, documents, token) => service.sortEntries(documents.library, "year", token)],
  ["citationTokens", 5, (service, documents, token) => service.citationTokens(documents.paper, token)],
  ["the rows of the tree", 10, async (service, documents, token) => {
    const tree = await service.sources(documents.paper, { ...defaultSourcesOptions, sorting: "timesCited", grouping: "year" }, token);
    const rows = await Promise.all((await tree.childrenOf()).map((row) => tree.childrenOf(row)));
    return token.isCancellationRequested ? rows.flat()[0] : rows;
  }],
  ["libraryPicture", 10, (service, documents, token) => service.libraryPicture(documents.library.uri, documents.paper, token)],
  ["hover", 0, (service, documents, token) => service.hover(documents.paper, paper.indexOf("@k1]") + 1, token)],
  ["definition", 0, (service, documents, token) => service.definition(documents.paper, paper.indexOf("@k1]") + 1, token)],
  ["references", 0, (service, documents, token) => service.references(documents.paper, paper.indexOf("@k1]") + 1, true, token)],
];

/** A service that counts its steps, and how many are made before its asker loses interest. */
class CountedService {
  steps = 0;
  limit = Infinity;
  token = { isCancellationRequested: false };
  readonly workspace = new InMemoryWorkspace({ ...papers, "paper.md": paper, "library.bib": library });
  readonly service = createCitationService({
    workspace: this.workspace, logger: silentLogger, settings: defaultSettings, corpusUri, loadEngine: () => Promise.resolve(plainEngine()),
    pause: () => {
      this.steps++;
      if (this.steps >= this.limit) this.token.isCancellationRequested = true;
      return Promise.resolve();
    },
  });

  /** What comes of a question whose asker loses interest after so many steps, once all files have been read. */
  async ask(question: Ask, limit: number): Promise<unknown> {
    const documents = { paper: this.workspace.document("paper.md"), library: this.workspace.document("library.bib", "bibtex") };
    await this.service.library(documents.paper);
    Object.assign(this, { steps: 0, limit, token: { isCancellationRequested: limit === 0 } });
    return question(this.service, documents, this.token);
  }
}

describe("An asker who loses interest", () => {
  for (const [name, steps, ask] of questions) {
    it(`of ${name} is answered no more, and soon`, async () => {
      const whole = new CountedService();
      assert.notEqual(await whole.ask(ask, Infinity), undefined);
      assert.ok(whole.steps >= steps, `all of it takes ${String(whole.steps)} steps`);
      whole.service.dispose();
      for (const limit of steps === 0 ? [0] : [0, 1, 2]) {
        const counted = new CountedService();
        assert.equal(await counted.ask(ask, limit), undefined, `after ${String(limit)} steps`);
        // each part that was being worked on may finish its step
        assert.ok(counted.steps <= limit + 2, `${String(counted.steps)} steps are made of ${String(limit)} wanted`);
        counted.service.dispose();
      }
    });
  }

  it("of places in all documents has none looked at that were not yet", async () => {
    const counted = new CountedService();
    const { service, workspace } = counted;
    const references = (token: CancellationToken): Promise<unknown> => service.references(workspace.document("paper.md"), paper.indexOf("@k1]") + 1, true, token);
    assert.equal((await references({ isCancellationRequested: false }) as readonly unknown[]).length, 102);
    assert.equal(await references({ isCancellationRequested: true }), undefined);
    const { counts } = await service.usage(workspace.uri("library.bib"), { isCancellationRequested: true });
    assert.equal(counts.size, 0);
    service.dispose();
  });
});

import assert from "node:assert/strict";
import type { TextDocument } from "../../../src/core/ports";
import { plainEngine } from "../../support/plainEngine";
import { neverCancelled, serviceFor } from "../../support/service";

const rounds = 1000;

/** What an editor asks of documents of each kind while they are open. */
const kinds: readonly (readonly [ending: string, languageId: string, text: string])[] = [
  [".md", "markdown", "---\nreferences:\n- id: own\n  title: T\n---\n\n[@doe; @own; @nobody]"],
  [".tex", "latex", "\\cite{doe}\\input{part}"],
  [".bib", "bibtex", "@book{own, title={T}, crossref={doe}}"],
];

describe("A thousand opens, edits and closes", () => {
  for (const [ending, languageId, text] of kinds) {
    it(`of ${ending} leave nothing behind: neither listeners nor documents, files and formatted documents`, async () => {
      const { service, workspace } = serviceFor({ "refs.bib": "@book{doe, title={T}}", "paper.md": "@doe" }, { loadEngine: () => Promise.resolve(plainEngine()) });
      const round = async (number: number): Promise<void> => {
        const uri = `untitled:${String(number)}${ending}`;
        for (const version of [1, 2]) {
          const document: TextDocument = { uri, version, languageId, getText: () => `${text}\n${"x".repeat(version)}` };
          service.parse(document);
          await Promise.all([
            service.library(document), service.problems(document), service.complete(document, text.length - 2, neverCancelled), service.hover(document, text.indexOf("doe"), neverCancelled),
            service.formatDocument(document, "html"), service.bibliography(uri),
          ]);
        }
        service.forget(uri);
      };
      await round(0);
      const [kept, listeners] = [service.keptCount(), workspace.listenerCount];
      for (let number = 1; number <= rounds; number++) await round(number);
      assert.deepEqual([service.keptCount(), workspace.listenerCount], [kept, listeners]);
      service.dispose();
      assert.equal(workspace.listenerCount, 0);
    });
  }

  it("and files that come, are cited from and go, alone or with their folder", async () => {
    const { service, workspace } = serviceFor({ "paper.md": "[@doe]", "refs.bib": "@book{doe, title={T}}" });
    const paper = workspace.document("paper.md");
    await service.library(paper);
    const kept = service.keptCount();
    for (let number = 0; number < rounds; number++) {
      const [folder, file] = [`folder${String(number)}`, `file${String(number)}.bib`];
      workspace.write(`${folder}/refs.bib`, `@book{new${String(number)}, title={T}}`);
      workspace.write(file, "@book{other, title={T}}");
      assert.equal((await service.library(paper)).library.parts.length, 4);
      workspace.deleteFolder(folder);
      // hosts tell it again when a file has not come back
      workspace.delete(file);
      workspace.tellAgain(file, "deleted");
      assert.equal((await service.library(paper)).library.parts.length, 2);
    }
    assert.equal(service.keptCount(), kept);
    service.dispose();
  });

  it("and changes of files keep one value for a file", async () => {
    const { service, workspace } = serviceFor({ "refs.bib": "@book{a, title={T}}" });
    await service.bibliography(workspace.uri("refs.bib"));
    const kept = service.keptCount();
    for (let number = 0; number < rounds; number++) {
      workspace.write("refs.bib", `@book{a${String(number)}, title={T}}`);
      assert.equal((await service.bibliography(workspace.uri("refs.bib")))?.bibliography.entries[0]?.key, `a${String(number)}`);
    }
    assert.equal(service.keptCount(), kept);
    service.dispose();
  });
});

import assert from "node:assert/strict";
import { createDocumentReader, parseDocument } from "../../../src/core/citations/documentReader";
import type { DocumentLanguage, ParsedDocument } from "../../../src/core/model/document";
import { serviceFor } from "../../support/service";

const options = { citationCommands: [] };

function citedBy({ clusters }: ParsedDocument): number {
  return clusters.reduce((count, { citationItems }) => count + citationItems.length, 0);
}

describe("More citations than anybody writes", () => {
  const documents: readonly (readonly [language: DocumentLanguage, what: string, text: string, cited: number])[] = [
    ["markdown", "paragraphs", "[@a]\n\n".repeat(400_000), 300_000],
    ["markdown", "a role", `{cite}\`${"a,".repeat(200_000)}b\``, 100_000],
    ["latex", "commands", "\\cite{a}\n".repeat(400_000), 300_000],
    ["latex", "a list", `\\cite{${"a,".repeat(200_000)}b} \\cite{c}`, 100_001],
    ["latex", "a multicite", `\\cites${"[p. 3]{a}".repeat(150_000)} \\cite{c}`, 100_001],
  ];
  for (const [language, what, text, most] of documents) {
    it(`are read to a limit, in ${what} of ${language}, and it is said`, () => {
      for (const document of [parseDocument(language, text, options), createDocumentReader(language).read(text, options)]) {
        assert.ok(citedBy(document) > 0 && citedBy(document) <= most);
      }
      if (what !== "a role") assert.deepEqual(parseDocument(language, text, options).problems.map(({ code, severity }) => `${severity} ${code}`), ["warning syntax"]);
    });
  }

  it("have no longer notes than anybody reads, and what these cite is known", () => {
    const { clusters } = parseDocument("latex", `\\cite[${"see ".repeat(100_000)}\\cite{b}]{a}`, options);
    assert.deepEqual(clusters.flatMap(({ citationItems }) => citationItems.map(({ key }) => key)), ["a", "b"]);
    assert.ok((clusters[0]?.citationItems[0]?.suffix.length ?? 0) <= 10_000);
  });

  it("have the nearest keys of the first unknown ones alone looked for", async () => {
    const bib = Array.from({ length: 5000 }, (_, number) => `@book{key${number}x, title={T}}`).join("\n");
    const text = Array.from({ length: 10_000 }, (_, number) => `@key${number}y`).join(" ");
    const { service, workspace } = serviceFor({ "refs.bib": bib, "paper.md": `---\nbibliography: refs.bib\n---\n${text}` });
    const problems = await service.problems(workspace.document("paper.md"));
    assert.equal(problems.length, 10_000);
    const hinted = problems.filter((problem) => problem.code === "unknown-key" && problem.nearest.length > 0).length;
    assert.ok(hinted > 100 && hinted <= 4001, `${String(hinted)} have a hint`);
    service.dispose();
  });
});

describe("More front matter than anybody writes", () => {
  it("is not read, and it is said", () => {
    const document = parseDocument("markdown", `---\nbibliography: [${"a.bib,".repeat(700_000)}]\n---\n\n@doe`, options);
    assert.deepEqual(document.problems.map(({ message }) => message.slice(0, 41)), ["The front matter is too long to be read. "]);
    assert.equal(citedBy(document), 1);
  });
});

describe("More files than anybody names", () => {
  const names: readonly (readonly [what: string, text: string])[] = [
    ["one file a hundred thousand times", "\\input{part}".repeat(100_000)],
    ["a hundred thousand files", Array.from({ length: 100_000 }, (_, number) => `\\input{part${number}}`).join("")],
    ["one bibliography a hundred thousand times", "\\addbibresource{refs.bib}".repeat(100_000)],
    ["thirty thousand bibliographies", Array.from({ length: 30_000 }, (_, number) => `\\addbibresource{refs${number}.bib}`).join("")],
  ];
  for (const [what, text] of names) {
    it(`are looked for to a limit: ${what}`, async () => {
      const { service, workspace } = serviceFor({ "paper.tex": `${text}\\cite{doe}`, "refs.bib": "@book{doe, title={T}}", "part.tex": "x" });
      const document = workspace.document("paper.tex");
      const { scope } = await service.library(document);
      assert.ok(scope.failed.length <= 10_000);
      assert.ok((await service.problems(document)).length <= 20_000);
      service.dispose();
    });
  }
});

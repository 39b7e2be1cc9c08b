import assert from "node:assert/strict";
import { parseLatex } from "../../../../src/core/citations/latex/parseLatex";
import { parseMarkdown } from "../../../../src/core/citations/markdown/parseMarkdown";
import { inlineBibliography } from "../../../../src/core/library/inlineBibliography";
import type { CslItem } from "../../../../src/core/model/cslItem";
import type { ParsedDocument } from "../../../../src/core/model/document";

const itemsOf = (document: ParsedDocument): readonly CslItem[] =>
  inlineBibliography(document).entries.flatMap((entry) => entry.format === "csl-json" ? [entry.item] : []);

describe("sources that a document defines", () => {
  const rows: readonly (readonly [yaml: string, item: CslItem])[] = [
    ["{id: a, type: book, title: A *b* c, author: [{family: de la Doe, given: J.}, Plain Name]}", {
      id: "a", type: "book", title: "A <i>b</i> c", author: [{ family: "Doe", given: "J.", "non-dropping-particle": "de la" }, { literal: "Plain Name" }],
    }],
    ["{id: b, volume: 1.10, issue: 007, note: no, keyword: [x, y]}", { id: "b", type: "document", volume: "1.10", issue: "007", note: "no", keyword: "x, y" }],
    ["{id: 3, issued: 2001-05, accessed: {year: 2002, month: 3}}", { id: "3", type: "document", issued: { "date-parts": [[2001, 5]] }, accessed: { "date-parts": [[2002, 3]] } }],
    ["{id: 'null', issued: 1999/2001}", { id: "null", type: "document", issued: { "date-parts": [[1999], [2001]] } }],
    ["{id: __proto__, title: ~}", { id: "__proto__", type: "document" }],
  ];
  for (const [yaml, item] of rows) {
    it(`references: [${yaml}]`, () => assert.deepEqual(itemsOf(parseMarkdown(`---\nreferences: [${yaml}]\n---\n`)), [item]));
  }

  it("\\bibitem", () => {
    assert.deepEqual(itemsOf(parseLatex("\\begin{thebibliography}{9}\n\\bibitem{a} Doe. A Title.\n\\end{thebibliography}", { citationCommands: [] })), [{ id: "a", type: "document", title: "Doe. A Title." }]);
  });
});

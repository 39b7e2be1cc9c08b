import assert from "node:assert/strict";
import { parseMarkdown } from "../../../../src/core/citations/markdown/parseMarkdown";
import { readMarks } from "../../../support/marks";
import { shownCitations } from "../../../support/shownCitations";

describe("MyST's citation roles", () => {
  const rows: readonly (readonly [marked: string, expected: string])[] = [
    ["{cite}`⟦a⟧` {cite:p}`⟦b⟧` {cite:t}`⟦c⟧`", "a | b | +c"],
    ["{cite}`⟦a⟧,⟦b⟧ , ⟦c⟧;⟦d⟧`", "a; b; c; d"],
    ["{cite:ts}`⟦a⟧` {cite:year}`⟦b⟧` {cite:empty}`⟦c⟧` {cite:author}`⟦d⟧` {cite:alp}`⟦e⟧` {footcite:t}`⟦f⟧`", "+a | -b | !c | +d | e | +f"],
    ["{cite:p}`{see}⟦a⟧{p. 3, and more},⟦b⟧`", "‹see› a page=3 «, and more»; b"],
    ["{cite}``⟦a⟧`` {cite}`⟦a/b:c-d.e⟧`", "a | a/b:c-d.e"],
    ["> - {cite}`⟦a⟧,\n>   ⟦b⟧`", "a; b"],
    ["x ({cite:t}`⟦a⟧`) [{cite}`⟦b⟧`](u) **{cite}`⟦c⟧`**", "+a | b | c"],
    ["{cite}` ` x {cite} {cite}``", ""],
    ["{ref}`@a` {doc}`@b` {cites}`@c` `{cite}`@⟦d⟧", "+d"],
    ["`{cite}` `` {cite}`a` ``\n\n```\n{cite}`b`\n```", ""],
    ["```{note}\n{cite}`⟦a⟧` and @⟦b⟧\n```", "a | +b"],
    ["{cite}`⟦__proto__⟧`", "__proto__"],
  ];
  for (const [marked, expected] of rows) {
    it(marked, () => {
      const { text, ranges } = readMarks(marked);
      const document = parseMarkdown(text);
      assert.equal(shownCitations(document), expected);
      assert.deepEqual(document.clusters.flatMap(({ citationItems }) => citationItems.map(({ keyRange }) => keyRange)), ranges);
    });
  }
});

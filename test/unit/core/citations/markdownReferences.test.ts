import assert from "node:assert/strict";
import { parseMarkdown } from "../../../../src/core/citations/markdown/parseMarkdown";
import { readMarks } from "../../../support/marks";

describe("the list of references of a Markdown document", () => {
  const lists: readonly string[] = [
    "Text.\n\n⟦::: {#refs}⟧\n:::\n",
    "⟦:::: {.columns #refs .hanging}⟧\n\n# References\n\n::::\n",
    "⟦<div id=\"refs\">⟧</div>\n",
    "⟦<div class='x' id=refs>⟧\n\n</div>\n",
    "⟦```{bibliography}\n:filter: docname in docnames\n```\n⟧",
    "> ⟦::: {#refs}⟧\n> :::\n",
    "A\r\n\r\n⟦::: {#refs}⟧\r\n:::\r\n",
    "::: {#references}\n:::\n",
    "`::: {#refs}`",
    "```\n::: {#refs}\n:::\n```\n",
    "<div id=\"refs-2\"></div>\n",
  ];
  for (const marked of lists) {
    it(JSON.stringify(marked), () => {
      const { text, ranges } = readMarks(marked);
      assert.deepEqual(parseMarkdown(text).referenceList, ranges[0]);
    });
  }

  it("knows the headings with their levels and lines", () => {
    const { text, ranges } = readMarks("---\ntitle: T\n---\n\n⟦# One {#one .unnumbered}⟧\n\nText\n\n⟦Two *and*\n===⟧\n\n⟦Three\n-----⟧\n\n⟦### Four ###⟧\n\n```\n# no\n```\n");
    assert.deepEqual(parseMarkdown(text).headings, [
      { title: "One", level: 1, range: ranges[0] },
      { title: "Two *and*", level: 1, range: ranges[1] },
      { title: "Three", level: 2, range: ranges[2] },
      { title: "Four", level: 3, range: ranges[3] },
    ]);
  });

  const settings: readonly (readonly [yaml: string, expected: object])[] = [
    ["reference-section-title: Sources", { referenceSectionTitle: "Sources" }],
    ["suppress-bibliography: true", { hasNoReferenceList: true }],
    ["suppress-bibliography: \"true\"", { hasNoReferenceList: true }],
    ["suppress-bibliography: false", {}],
    ["suppress-bibliography: [true]", {}],
    ["reference-section-title: [a, b]", {}],
  ];
  for (const [yaml, expected] of settings) {
    it(yaml, () => assert.deepEqual(parseMarkdown(`---\n${yaml}\n---\n`).settings, expected));
  }
});

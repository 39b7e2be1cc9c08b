import assert from "node:assert/strict";
import fc from "fast-check";
import { parseLatex } from "../../../../src/core/citations/parseLatex";
import type { ParsedDocument } from "../../../../src/core/model/document";
import type { TextRange } from "../../../../src/core/model/textRange";

const parts = [
  "\\cite", "\\citet", "\\cites", "\\volcite", "\\citeaffixed", "\\nocite", "\\newcommand", "\\def", "\\let", "\\x", "\\verb", "\\url", "\\iffalse", "\\fi", "\\else",
  "\\begin{verbatim}", "\\end{verbatim}", "\\begin{comment}", "\\end{document}", "\\bibitem", "\\bibliography", "\\input", "\\import", "\\documentclass", "\\newcites",
  "\\MakeShortVerb{\\|}", "{", "}", "[", "]", "(", ")", "<", ">", "<<a>>=", "@", "*", ",", "|", "#1", "%", "% !TEX root = ", "\\", "\\%", "\"", " ", "  ", "\n", "\r\n", "\n\n",
  "a", "Knuth 84", "p. 3", "é", "\0", "__proto__",
];
const latex = fc.oneof(fc.array(fc.constantFrom(...parts), { maxLength: 40 }).map((all) => all.join("")), fc.string({ unit: "binary", maxLength: 60 }));

function rangesOf(document: ParsedDocument): readonly TextRange[] {
  return [document.clusters, document.keySlots, document.declarations, document.links, document.inlineSources, document.problems].flatMap((facts) => facts.map(({ range }) => range));
}

const withoutComments = (text: string): string => text.replace(/(\\[^])|%[^\r\n]*(?:\r\n|\r|\n)?[ \t]*/g, "$1");

describe("LaTeX of any kind", () => {
  it("gives ranges inside the text, in order, whose text is the key", () => {
    fc.assert(fc.property(latex, (text) => {
      const document = parseLatex(text, { citationCommands: ["x"] });
      for (const { start, end } of rangesOf(document)) assert.ok(start >= 0 && start <= end && end <= text.length);
      for (const facts of [document.clusters, document.keySlots, document.inlineSources, document.problems]) {
        assert.ok(facts.every(({ range }, index) => range.start >= (facts[index - 1]?.range.start ?? 0)));
      }
      assert.ok(document.keySlots.every(({ range }, index) => range.start >= (document.keySlots[index - 1]?.range.end ?? 0)));
      for (const { range, citationItems } of document.clusters) {
        assert.ok(citationItems.length > 0);
        for (const { key, keyRange } of citationItems) {
          assert.ok(keyRange.start >= range.start && keyRange.end <= range.end);
          const written = text.slice(keyRange.start, keyRange.end);
          assert.equal(written.includes("%") ? withoutComments(written).replace(/\s+/g, " ") : written.replace(/\s+/g, " "), key);
        }
      }
      for (const { item, keyRange } of document.inlineSources) assert.equal(withoutComments(text.slice(keyRange.start, keyRange.end)).replace(/\s+/g, " "), item.id);
    }), { numRuns: 250 });
  });

  it("finds a citation after anything that ends with a blank line", () => {
    const prose = fc.array(fc.constantFrom("\\cite{", "\\cite{a, ", "\\cites{a}[", "\\emph{", "[", "(", "a b", ",", "}", "\\textbf{x}", "\\newcommand{\\y}{", "\\citep[see"), { maxLength: 12 });
    fc.assert(fc.property(prose, (all) => {
      const { clusters } = parseLatex(`${all.join("")}\n\n\\citet{last}.`, { citationCommands: [] });
      assert.equal(clusters.at(-1)?.citationItems.at(-1)?.key, "last");
    }), { numRuns: 100 });
  });

  const awkward: readonly (readonly [name: string, text: string])[] = [
    ["nested braces", "{".repeat(30_000) + "\\cite{a}"],
    ["nested brackets", "\\cite[".repeat(3_000) + "]{a}"],
    ["nested notes", "\\cite[{".repeat(1_000) + "}]{a}".repeat(1_000)],
    ["nested volumes", "\\volcite{".repeat(1_000) + "}{a}".repeat(1_000)],
    ["unclosed definitions", "\\newcommand{\\x}{".repeat(3_000)],
    ["unclosed keys", "\\cite{a ".repeat(3_000)],
    ["unclosed conditionals", "{\\iffalse ".repeat(3_000) + "}".repeat(3_000)],
    ["unclosed addresses", "\\url{".repeat(3_000)],
    ["one long list", `\\bibliography{${"a,".repeat(3_000)}}`],
    ["NUL bytes", "\0".repeat(30_000)],
  ];
  for (const [name, text] of awkward) it(`survives ${name}`, () => assert.ok(parseLatex(text, { citationCommands: [] })));
});

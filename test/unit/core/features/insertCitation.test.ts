import assert from "node:assert/strict";
import fc from "fast-check";
import { parseLatex } from "../../../../src/core/citations/latex/parseLatex";
import { parseMarkdown } from "../../../../src/core/citations/markdown/parseMarkdown";
import { newCitation } from "../../../../src/core/citations/writeCitation";
import type { CitationNotes } from "../../../../src/core/citations/writeNotes";
import type { InsertOptions } from "../../../../src/core/features/insertCitation";
import { readMarks } from "../../../support/marks";
import { serviceFor } from "../../../support/service";

/** The document after `keys` were inserted at `‸` or in place of what stands in `⟦ ⟧`. */
function insert(marked: string, keys: readonly string[], file: string, options?: InsertOptions): string {
  const { text, cursor, ranges: [selected] } = readMarks(marked);
  const { service, workspace } = serviceFor({ [file]: text });
  const { range, newText } = service.insert(workspace.document(file), selected ?? { start: cursor, end: cursor }, keys, options);
  return text.slice(0, range.start) + newText + text.slice(range.end);
}

describe("insert citation", () => {
  const cases: readonly (readonly [file: string, before: string, keys: readonly string[], after: string])[] = [
    ["paper.md", "As shown ‸.", ["a1"], "As shown [@a1]."],
    ["paper.md", "As shown ‸.", ["a1", "b 2"], "As shown [@a1; @{b 2}]."],
    ["paper.md", "As shown ⟦here⟧.", ["a1"], "As shown [@a1]."],
    ["paper.md", "[@a‸1, p. 3]", ["b2"], "[@a1, p. 3; @b2]"],
    ["paper.md", "[@a1; @‸]", ["b2", "c3"], "[@a1; @b2; @c3]"],
    ["paper.md", "[see @‸]", ["b 2"], "[see @{b 2}]"],
    ["paper.md", "@{‸}", ["b 2"], "@{b 2}"],
    ["paper.md", "As @a‸1 says", ["b2", "c3"], "As @a1 [@b2; @c3] says"],
    ["paper.md", "As @a1‸ says", ["b2"], "As @a1 [@b2] says"],
    ["paper.md", "As @a1 [p. ‸3] says", ["b2"], "As @a1 [p. 3; @b2] says"],
    ["paper.md", "As @a1 [p. 3]‸", ["b2"], "As @a1 [p. 3][@b2]"],
    ["paper.md", "---\nnocite: '@a‸1'\n---\n", ["b2"], "---\nnocite: '@a1, @b2'\n---\n"],
    ["paper.md", "{cite:p}`a‸1`", ["b2"], "{cite:p}`a1,b2`"],
    ["paper.md", "{cite:t}`a1` and {cite:p}`b2`, {cite:p}`c3`. ‸", ["d4", "e5"], "{cite:t}`a1` and {cite:p}`b2`, {cite:p}`c3`. {cite:p}`d4,e5`"],
    ["paper.md", "{cite}`a1` [@b2] @c3 ‸", ["d4"], "{cite}`a1` [@b2] @c3 [@d4]"],
    ["paper.tex", "As shown ‸.", ["a1", "b2"], "As shown \\cite{a1,b2}."],
    ["paper.tex", "\\citep[see][3]{a‸1}", ["b2"], "\\citep[see][3]{a1,b2}"],
    ["paper.tex", "\\cit‸ep{a1}", ["b2"], "\\citep{a1,b2}"],
    ["paper.tex", "\\cite{‸}", ["a1", "b2"], "\\cite{a1,b2}"],
    ["paper.tex", "\\cite{a1, ‸}", ["b2"], "\\cite{a1, b2}"],
    ["paper.tex", "\\cite{a1,\n  ‸}", ["b2"], "\\cite{a1,\n  b2}"],
    ["notes.txt", "As shown ‸.", ["a1", "b2"], "As shown a1, b2."],
  ];
  for (const [file, before, keys, after] of cases) {
    it(`${file}: ${JSON.stringify(before)} + ${keys.join(", ")} → ${JSON.stringify(after)}`, () => assert.equal(insert(before, keys, file), after));
  }

  const styles: readonly (readonly [file: string, style: NonNullable<InsertOptions["style"]>, before: string, keys: readonly string[], after: string])[] = [
    ["a.md", { markdown: "inText", latexCommand: "cite" }, "‸ says", ["a1"], "@a1 says"],
    ["a.md", { markdown: "inText", latexCommand: "cite" }, "‸ say", ["a1", "b 2", "c3"], "@a1 [@{b 2}; @c3] say"],
    ["a.md", { markdown: "key", latexCommand: "cite" }, "‸", ["a1", "b2"], "a1, b2"],
    ["a.md", { markdown: "inText", latexCommand: "cite" }, "[@a‸1]", ["b2"], "[@a1; @b2]"],
    ["a.tex", { markdown: "key", latexCommand: "parencite*" }, "‸", ["a1", "b2"], "\\parencite*{a1,b2}"],
    ["a.tex", { markdown: "key", latexCommand: "autocites" }, "‸", ["a1", "b2"], "\\autocites{a1}{b2}"],
  ];
  for (const [file, style, before, keys, after] of styles) {
    it(`${file} in the writer's style: ${after}`, () => assert.equal(insert(before, keys, file, { style }), after));
  }
});

describe("insert citation with words around it", () => {
  const pages = { label: "page", value: "3-5" };
  const all: CitationNotes = { prefix: "see", locator: pages, suffix: "and passim" };
  const preamble = "\\documentclass{article}\\begin{document}";
  const cases: readonly (readonly [file: string, before: string, keys: readonly string[], notes: Partial<CitationNotes>, after: string])[] = [
    ["a.md", "‸", ["a"], all, "[see @a, pp. 3–5, and passim]"],
    ["a.md", "‸", ["a", "b 2"], all, "[see @a; @{b 2}, pp. 3–5, and passim]"],
    ["a.md", "‸", ["a"], { locator: { label: "page", value: "33" } }, "[@a, p. 33]"],
    ["a.md", "‸", ["a"], { locator: { label: "chapter", value: "iv" } }, "[@a, chap. iv]"],
    ["a.md", "‸", ["a"], { locator: { label: "section", value: "A-12" } }, "[@a, sec. A-12]"],
    ["a.md", "‸", ["a"], { locator: { label: "chapter", value: "Introduction" } }, "[@a, {chap. Introduction}]"],
    ["a.md", "‸", ["a"], { locator: pages, suffix: "7 of them new" }, "[@a, {pp. 3–5}, 7 of them new]"],
    ["a.md", "‸", ["a"], { suffix: "99 years later" }, "[@a{}, 99 years later]"],
    ["a.md", "‸", ["a"], { prefix: "see [x]; also me@x.org \\; *cf.*" }, "[see \\[x\\]\\; also me\\@x.org \\; *cf.* @a]"],
    ["a.md", "---\nlang: de\n---\n‸", ["a"], { locator: pages }, "---\nlang: de\n---\n[@a, S. 3–5]"],
    ["a.md", "[@x‸]", ["a"], all, "[@x; see @a, pp. 3–5, and passim]"],
    ["a.md", "@x‸", ["a"], { locator: pages }, "@x [@a, pp. 3–5]"],
    ["a.md", "[@‸]", ["a"], all, "[see @a, pp. 3–5, and passim]"],
    ["a.md", "[-@‸]", ["a"], { locator: pages }, "[-@a, pp. 3–5]"],
    ["a.md", "[@{‸}]", ["a b"], all, "[see @{a b}, pp. 3–5, and passim]"],
    ["a.md", "[‸]", ["a"], all, "[see @a, pp. 3–5, and passim]"],
    ["a.md", "As @‸ says", ["a"], { locator: pages, suffix: "and passim" }, "As @a [pp. 3–5, and passim] says"],
    ["a.md", "{cite:p}`x‸`", ["a"], all, "{cite:p}`x,{see}a{pp. 3–5, and passim}`"],
    ["a.md", "{cite:p}`x` ‸", ["a"], { locator: { label: "page", value: "3" } }, "{cite:p}`x` {cite:p}`a{p. 3}`"],
    ["a.tex", "‸", ["a"], all, "\\cite[see][pp.~3--5, and passim]{a}"],
    ["a.tex", "‸", ["a", "b"], { prefix: "see" }, "\\cite[see][]{a,b}"],
    ["a.tex", "‸", ["a"], { suffix: "50% & more, cf. \\emph{x}, [3]" }, "\\cite[{50\\% \\& more, cf. \\emph{x}, [3]}]{a}"],
    ["a.tex", `${preamble}‸`, ["a"], all, `${preamble}see~\\cite[pp.~3--5, and passim]{a}`],
    ["a.tex", `\\usepackage{natbib}${preamble}‸`, ["a"], all, `\\usepackage{natbib}${preamble}\\cite[see][pp.~3--5, and passim]{a}`],
    ["a.tex", `\\usepackage{apacite}${preamble}‸`, ["a"], all, `\\usepackage{apacite}${preamble}\\cite<see>[pp.~3--5, and passim]{a}`],
    ["a.tex", "\\citep{‸}", ["a"], all, "\\citep[see][pp.~3--5, and passim]{a}"],
    ["a.tex", "\\citep{x‸}", ["a"], all, "\\citep{x} \\citep[see][pp.~3--5, and passim]{a}"],
    ["a.tex", "\\cites{x‸}{y}", ["a"], all, "\\cites{x}{y}[see][pp.~3--5, and passim]{a}"],
    ["a.txt", "‸", ["a"], all, "a"],
  ];
  for (const [file, before, keys, notes, after] of cases) {
    it(`${file}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`, () =>
      assert.equal(insert(before, keys, file, { notes: { prefix: "", suffix: "", ...notes } }), after));
  }

  const word = fc.array(fc.constantFrom(..."ab1;@[]{}*_`$\\&%#<>~^\"',. ".split("")), { maxLength: 12 }).map((signs) => signs.join(""));
  const label = fc.constantFrom("page", "chapter", "section", "volume", "figure", "sub-verbo");

  it("is read back as one citation, whatever the words", () => {
    fc.assert(fc.property(word, label, word, word, (prefix, name, value, suffix) => {
      const locator = value.trim() === "" ? undefined : { label: name, value };
      const notes = { prefix, suffix, ...locator !== undefined && { locator } };
      const markdown = parseMarkdown(`Text ${newCitation("markdown", ["one", "two"], { notes })} text.`);
      assert.deepEqual(markdown.clusters.map(({ citationItems }) => citationItems.map(({ key }) => key)), [["one", "two"]], JSON.stringify(notes));
      const latex = parseLatex(`Text ${newCitation("latex", ["one", "two"], { notes })} text.`, { citationCommands: [] });
      assert.deepEqual(latex.clusters.map(({ citationItems }) => citationItems.map(({ key }) => key)), [["one", "two"]], JSON.stringify(notes));
    }), { numRuns: 100 });
  });

  it("keeps a number as the locator it was given as", () => {
    fc.assert(fc.property(label, fc.nat(999), fc.nat(999), (name, first, last) => {
      const citation = newCitation("markdown", ["one"], { notes: { prefix: "", suffix: "and on", locator: { label: name, value: `${first}-${last}` } } });
      assert.deepEqual(parseMarkdown(citation).clusters[0]?.citationItems[0]?.locator, { label: name, value: `${first}–${last}` });
    }), { numRuns: 50 });
  });
});

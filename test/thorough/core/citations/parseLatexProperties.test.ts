import assert from "node:assert/strict";
import fc from "fast-check";
import { parseLatex } from "../../../../src/core/citations/latex/parseLatex";
import { assertInOrder, assertInside, assertKeysWithin } from "../../../support/documentRanges";

const parts = [
  "\\cite", "\\citet", "\\cites", "\\volcite", "\\citeaffixed", "\\nocite", "\\newcommand", "\\def", "\\let", "\\x", "\\verb", "\\url", "\\iffalse", "\\fi", "\\else",
  "\\begin{verbatim}", "\\end{verbatim}", "\\begin{comment}", "\\end{document}", "\\bibitem", "\\bibliography", "\\input", "\\import", "\\documentclass", "\\newcites",
  "\\MakeShortVerb{\\|}", "\\begin{lstlisting}[", "\\end{lstlisting}", "\\if0\n", "\\newenvironment{e}", "\\comment", "\\begin{document}", "\\begin{e}", "\\bib", "*[", "{", "}", "[", "]", "(", ")", "<", ">", "<<a>>=", "@", "*", ",", "|", "#1", "%", "% !TEX root = ", "\\", "\\%", "\"", " ", "  ", "\n", "\r\n", "\n\n",
  "a", "Knuth 84", "p. 3", "é", "\0", "__proto__",
];
const latex = fc.oneof(fc.array(fc.constantFrom(...parts), { maxLength: 40 }).map((all) => all.join("")), fc.string({ unit: "binary", maxLength: 60 }));

const withoutComments = (text: string): string => text.replace(/(\\[^])|%[^\r\n]*(?:\r\n|\r|\n)?[ \t]*/g, "$1");

describe("LaTeX of any kind", () => {
  it("gives ranges inside the text, in order, whose text is the key", () => {
    fc.assert(fc.property(latex, (text) => {
      const document = parseLatex(text, { citationCommands: ["x"] });
      const { clusters, keySlots, locatorSlots, declarations, links, inlineSources, problems } = document;
      assertInside(text, clusters, keySlots, locatorSlots, declarations, links, inlineSources, problems);
      assertInOrder(document, clusters, locatorSlots, inlineSources, problems);
      assertKeysWithin(text, document, (written, key) =>
        assert.equal(written.includes("%") ? withoutComments(written).replace(/\s+/g, " ") : written.replace(/\s+/g, " "), key));
      for (const { key, keyRange } of inlineSources) assert.equal(withoutComments(text.slice(keyRange.start, keyRange.end)).replace(/\s+/g, " "), key);
    }), { numRuns: 250 });
  });

  const key = fc.stringMatching(/^[A-Za-z][A-Za-z0-9:._+/-]{0,8}$/);
  const gap = fc.constantFrom("", " ", "\n  ", "%\n", " % why, \\cite{no}\n\t", "\r\n");
  const note = fc.constantFrom("", "[]", "[p.~3]", "[see][\\S~4]", "[{a]b}][\\emph{x}]", "\n[a, b] % {\n [c]");
  const citation = fc.tuple(fc.constantFrom("\\cite", "\\citep*", "\\Textcite ", "\\nocite", "\\footcite"), note, fc.array(fc.tuple(gap, key, gap), { minLength: 1, maxLength: 4 }))
    .map(([command, notes, keys]) => ({ text: `${command}${notes}{${keys.map((parts) => parts.join("")).join(",")}}`, keys: keys.map((parts) => parts[1]) }));
  const unread = fc.constantFrom("prose ", "50\\% of ", "% \\cite{no}\n", "\\verb|\\cite{no}|", "\\begin{verbatim}\n\\cite{no} % {\n\\end{verbatim}", "\n\n", "\\emph{x}", "$a<b$ ", "[x) ",
    "\\newcommand{\\x}[1]{\\cite{no}}", "\\def\\y#1{\\cite{#1}}", "\\iffalse \\cite{no} \\fi ", "\\url{a%b}", "\\section{A}\\label{no}", "\\begin{itemize}\\item ", "\n<<a>>=\n\"\\cite{no}\"\n@\n")
    .map((text) => ({ text, keys: [] }));

  it("reads the keys that were written, and nothing else", () => {
    fc.assert(fc.property(fc.array(fc.oneof(citation, unread), { maxLength: 12 }), (parts) => {
      const { clusters, problems } = parseLatex(parts.map(({ text }) => text).join(" "), { citationCommands: [] });
      assert.deepEqual(clusters.map(({ citationItems }) => citationItems.map((item) => item.key)), parts.filter(({ keys }) => keys.length > 0).map(({ keys }) => keys));
      assert.deepEqual(problems, []);
    }), { numRuns: 200 });
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
    ["nested angles", "\\cite<".repeat(3_000) + ">{a}".repeat(3_000)],
    ["unclosed notes in a list", "\\cite{[".repeat(2_000) + ",[".repeat(2_000)],
    ["unclosed environments", "\\begin{a}".repeat(3_000) + "\\end{b}".repeat(3_000)],
    ["many definitions", "\\newcommand{\\x}[1]{\\cite{#1}}\\let\\y\\x".repeat(2_000)],
    ["one long list", `\\bibliography{${"a,".repeat(3_000)}}`],
    ["NUL bytes", "\0".repeat(30_000)],
  ];
  for (const [name, text] of awkward) it(`survives ${name}`, () => assert.ok(parseLatex(text, { citationCommands: [] })));
});

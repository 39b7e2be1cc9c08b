import assert from "node:assert/strict";
import fc from "fast-check";
import { createDocumentReader, parseDocument } from "../../../../src/core/citations/documentReader";
import type { DocumentLanguage } from "../../../../src/core/model/document";

const options = { citationCommands: ["own"] };

const words: Readonly<Record<DocumentLanguage, readonly string[]>> = {
  markdown: [
    "the state", "x", "@a", "[@b, p. 3; see @c]", "[@b, S. 3]", "[-@d]", "@e [p. 4]", "@e [lab]", "[@f", "; @", "@{a b}", "*", "**", "`@x`", "``", "```", "$y$", "$", "\\@z", "\\(", "\\)", "\\x{", "}", "{",
    "[l](u)", "](", "](u \"", ")", "(", "^[@e]", "^a^", "[^1]", "[^1]:", "{cite}`f,g`", "<b>", "<!--", "-->", "< 3", "<http://a/@b>", "a@b.c", ",", ".", ":", "\"q\"", "“a”", "[x]{.y}", "]{a=\"", "\"}", "`x`{a=\"",
    "\n", "\n  ", "\r\n", "\t", "\n\n", "\n\n", "\n\n", "\n\n: ", "\n# lab\n", "\n> ", "\n- ", "\n1. ", "\n---\n", "\n===\n", "\n***\n", "\n|", "\n```\n", "\n::: x\n", "\n\nTable: x", "\n\nimport x", "(@good) ", "@good", "[lab]:", "[lab]: u", "\\\n", "{{<", ">}}",
    "---\nlang: de\nnocite: '@n'\nreferences:\n- id: a\n---\n",
  ],
  latex: [
    "text", "\\cite{a}", "\\cite{a}", "\\cite*[p. 3]{b,c}", "\\citep[see][p.~4]{d}", "\\textcite", "{e}", "{e,", "[", "]", "{", "}", "%c\n", "\n\n", "\n", "\\footnote{", "\\parencites(a)(b)[c]{d}[e]{f}", "\\iffalse", "\\fi",
    "\\begin{verbatim}", "\\end{verbatim}", "\\verb|", "|", "\\begin{document}", "\\end{document}", "\\newcommand{\\mycite}[1]{\\textcite{#1}}", "\\newcommand{\\mycite}[1]{\\nocite{#1}}", "\\mycite{g}", "\\nocite{*}", "\\bibitem{k} x",
    "\\addbibresource{a.bib}", "\\def\\x", "\\let\\y\\cite", "*{p. 3}", "(", ")", "<", ">", "<2->", "\\usepackage{jurabib}", "\\citefield{a}{b}", "\\volcite{2}[3]{h}", "\\MakeShortVerb{\\|}", "~", "#1", "% !TEX root = x\n", "\\shortcites{a}",
    "\\cite[\\cite{b}]{a}", "\\cite[a|b]{c|d}", "\\citeaffixed{a}{b}", "\\own{a}",
  ],
};

const edit = (language: DocumentLanguage): fc.Arbitrary<readonly [at: number, length: number, written: string]> =>
  fc.tuple(fc.nat(), fc.constantFrom(0, 0, 1, 3, 20), fc.constantFrom("a", " ", "", ...words[language]));

describe("A document that is read as it is written", () => {
  for (const language of ["markdown", "latex"] as const) {
    it(`says what it says to one who reads it for the first time: ${language}`, () => {
      const text = fc.array(fc.constantFrom(...words[language]), { maxLength: 60 }).map((all) => all.join(" "));
      fc.assert(fc.property(text, fc.array(edit(language), { maxLength: 8 }), (first, edits) => {
        const reader = createDocumentReader(language);
        let written = first;
        assert.deepEqual(reader.read(written, options), parseDocument(language, written, options), written);
        for (const [at, length, inserted] of edits) {
          const place = at % (written.length + 1);
          written = written.slice(0, place) + inserted + written.slice(place + length);
          assert.deepEqual(reader.read(written, options), parseDocument(language, written, options), written);
        }
      }), { numRuns: 80 });
    });
  }

  /** What stands elsewhere changes what a part says that is written as it was. */
  const changes: readonly (readonly [language: DocumentLanguage, before: string, after: string])[] = [
    ["markdown", "@e [lab]\n", "@e [lab]\n\n# lab\n"],
    ["markdown", "@e [lab]\n", "@e [lab]\n\n[lab]: u\n"],
    ["markdown", "see @good\n", "see @good\n\n(@good) x\n"],
    ["markdown", "[@b, S. 3]\n", "---\nlang: de\n---\n\n[@b, S. 3]\n"],
    ["markdown", "@a is\n\nx\n", "@a is\n\n: x\n"],
    ["markdown", "[@b, p. 3]\n\nx\n", "x\n\n[@b, p. 3]\n\nx\n"],
    ["markdown", "---\nreferences:\n- id: a\n---\n", "\n---\nreferences:\n- id: a\n---\n"],
    ["markdown", "x\n\nsee @a\n", "<pre>x\n\nsee @a\n</pre>\n"],
    ["latex", "\\cite{a}", "\\newcommand{\\cite}{} \\cite{a}"],
    ["latex", "\\newcommand{\\my}[1]{\\textcite{#1}}\\my{a}", "\\newcommand{\\my}[1]{\\nocite{#1}}\\my{a}"],
    ["latex", "\\citefield{a}{b}", "\\usepackage{jurabib}\\citefield{a}{b}"],
    ["latex", "\\cite[a|b]{c} \\cite{|}", "\\MakeShortVerb{\\|}\\cite[a|b]{c} \\cite{|}"],
    ["latex", "\\cite{a}", "x \\cite{a}"],
    ["latex", "\\cite{a}\n", "\\cite{a}*{p. 3}\n"],
    ["latex", "\\footnote{\\cite[p. 3]{a}}", "\\cite[\\cite[p. 3]{a}]{b}"],
    ["latex", "\\cite{a b}", "{\\cite{a b}"],
    ["latex", "\\cite{a}", "\\iffalse \\cite{a}\\fi"],
  ];
  for (const [language, before, after] of changes) {
    it(`is read anew where it must be: ${JSON.stringify(after)}`, () => {
      const reader = createDocumentReader(language);
      for (const text of [before, after, before]) assert.deepEqual(reader.read(text, options), parseDocument(language, text, options));
    });
  }

  it("keeps what other facts are known by: the list of a front matter's sources", () => {
    const reader = createDocumentReader("markdown");
    const sources = (end: string): unknown => reader.read(`---\nreferences:\n- id: a\n---\n\n${end}`, options).inlineSources;
    assert.equal(sources("@a"), sources("@a and"));
  });
});

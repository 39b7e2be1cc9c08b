import assert from "node:assert/strict";
import { parseLatex } from "../../../../src/core/citations/latex/parseLatex";
import { readMarks } from "../../../support/marks";
import { shownCitations } from "../../../support/shownCitations";

describe("LaTeX citation commands that a document defines", () => {
  const rows: readonly (readonly [text: string, expected: string])[] = [
    [String.raw`\newcommand{\seecite}[1]{\cite[see][]{#1}} \seecite{a,b}`, "a; b"],
    [String.raw`\newcommand\pcite[2][]{(\textcite[#1]{#2})} \pcite[p. 3]{a} \pcite{b}`, "+a page=3 | +b"],
    [String.raw`\newcommand*{\atpage}[2]{\parencite[p.~#1]{#2}} \atpage{3}{a} \atpage{4}`, "a"],
    [String.raw`\renewcommand{\yearof}[1]{\citeyear{#1}} \providecommand{\nn}[1]{\nocite{#1}} \yearof{a} \nn{b}`, "-a | !b"],
    [String.raw`\def\citeapos#1{\citeauthor{#1}'s (\citeyear{#1})} \citeapos{a}`, "+a"],
    [String.raw`\def\both#1#2{\emph{#1} \cite{ #2 }} \both{x}{a}`, "a"],
    [String.raw`\NewDocumentCommand{\mine}{s o m m}{\IfBooleanTF{#1}{x}{\cite[#2]{#4}}} \mine*[3]{text}{a}`, "a page=3"],
    [String.raw`\NewDocumentCommand\many{>{\SplitList{;}} m O{x} m}{\textcite{#3}} \many{a;b}{c}`, "+c"],
    [String.raw`\DeclareRobustCommand{\w}[1]{\footnote{\citep{#1}}} \newcommand{\ww}[1]{\w{#1}} \ww{a}`, "a"],
    [String.raw`\let\oldcite\cite \let\tc=\textcite \NewCommandCopy{\x}{\cite} \newcommand{\cp}{\citep} \def\ct{\citet} \oldcite{a} \tc{b} \cp[3]{c} \ct{d} \x{e}`, "a | +b | c page=3 | +d | e"],
    // what is known stays what it is
    [String.raw`\renewcommand{\citet}[1]{\citep{#1}} \citet{a}`, "+a"],
    // no argument that is handed on whole
    [String.raw`\newcommand{\x}[1]{\cite{pre-#1}} \newcommand{\y}[1]{\cite{a}#1} \newcommand{\z}[2][k]{\cite{#1}#2} \x{b} \y{c} \z{d}`, ""],
    [String.raw`\newcommand{\x}[1]{\emph{#1}} \x{b} \let\y\emph \y{c} \newcommand{\z}[1] \z{d}`, ""],
    // only behind the definition, and not where it is commented out
    [`\\x{a}\n% \\newcommand{\\x}[1]{\\cite{#1}}\n\\x{b}\n\\newcommand{\\x}[1]{\\cite{#1}}\\x{c}`, "c"],
    [String.raw`\newcommand{\__proto__}[1]{\cite{#1}} \newcommand{\constructor}[1]{\cite{#1}} \constructor{a}`, "a"],
  ];
  for (const [text, expected] of rows) it(text, () => assert.equal(shownCitations(parseLatex(text, { citationCommands: [] })), expected));

  it("knows the document's definition better than the setting", () => {
    assert.equal(shownCitations(parseLatex(String.raw`\newcommand{\x}[2]{#1 \textcite{#2}} \x{t}{a}`, { citationCommands: ["x"] })), "+a");
  });

  const slots = [String.raw`\newcommand{\x}[2]{\cite[#1]{#2}} \x{3}{⟦a⟧,⟦⟧} \x{4}{⟦⟧`, String.raw`\defcitealias{⟦a⟧}{Paper~I} \shortcites{⟦a⟧,⟦b⟧} \addtocategory{x}{⟦a⟧} \defbibentryset{set}{⟦b⟧`];
  for (const marked of slots) {
    it(`has key slots in ${marked}`, () => {
      const { text, ranges } = readMarks(marked);
      assert.deepEqual(parseLatex(text, { citationCommands: [] }).keySlots.map(({ range }) => range), ranges);
    });
  }
});

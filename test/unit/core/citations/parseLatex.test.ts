import assert from "node:assert/strict";
import { parseLatex } from "../../../../src/core/citations/latex/parseLatex";
import { readMarks } from "../../../support/marks";
import { shownCitations } from "../../../support/shownCitations";

function shown(text: string, citationCommands: readonly string[] = []): string {
  return shownCitations(parseLatex(text, { citationCommands }));
}

describe("LaTeX citation commands", () => {
  const commands: readonly (readonly [text: string, expected: string])[] = [
    // modes of Pandoc's reader: in a textual citation the first source stands in the text
    [String.raw`\cite{a} \Cite{b} \citep{c} \citep*{d} \citealp{e} \parencite{f} \Parencite{g} \autocite{h} \footcite{i}`, "a | b | c | d | e | f | g | h | i"],
    [String.raw`\citet{a,b} \citet*{c} \citealt{d} \textcite{e} \Textcite{f} \citeauthor{g} \citeauthor*{h}`, "+a; b | +c | +d | +e | +f | +g | +h"],
    [String.raw`\citeyear{a,b} \citeyearpar{c} \cite*{d} \parencite*{e} \autocite*{f} \Autocite*{g} \citeyear*{h}`, "-a; -b | -c | -d | -e | -f | -g | -h"],
    [String.raw`\footcite*{a} \smartcite{b} \Smartcite{c} \supercite{d} \footcitetext{e} \citeal{f}`, "a | b | c | d | e | f"],
    [String.raw`\nocite{a, b}`, "!a; !b"],
    // natbib and biblatex beyond Pandoc
    [String.raw`\Citet{a} \Citep{b} \Citealt{c} \Citealp{d} \Citeauthor{e} \citefullauthor{f} \citenum{g} \citetalias{h} \citepalias{i}`, "+a | b | +c | d | +e | +f | g | +h | i"],
    [String.raw`\fullcite{a} \footfullcite{b} \citetitle{c} \citetitle*{d} \citedate{e} \citeurl{f} \notecite{g} \pnotecite{h} \fnotecite{i}`, "a | b | c | d | -e | f | g | h | i"],
    [String.raw`\citename{a}[given]{author} \citefield{b}{title}`, "+a | b"],
    // apacite, chicago, harvard
    [String.raw`\citeA{a} \citeNP{b} \shortcite{c} \fullciteA{d} \citeauthorNP{e} \citeyearNP{f} \maskcite{g} \maskciteA{h} \citeN{i}`, "+a | b | c | +d | +e | -f | g | +h | +i"],
    [String.raw`\cite<see>[p.~3]{a,b} \citeA<e.g.,>{c}`, "‹see› a; b page=3 | ‹e.g.,› +c"],
    [String.raw`\citeasnoun{a} \possessivecite{b} \citeaffixed[p. 2]{c,d}{e.g.} \citeaffixed{f} x`, "+a | +b | ‹e.g.› c; d page=2 | f"],
    [String.raw`\citeonline[p. 2]{a} \citen{b} \onlinecite{c} \inlinecite{d}`, "+a page=2 | b | c | +d"],
    // jurabib swaps biblatex's arguments
    [String.raw`\usepackage[x]{jurabib} \citefield[3]{title}{a} \cite[Smith][3]{b}`, "a page=3 | ‹Smith› b page=3"],
    // csquotes
    [String.raw`\textcquote[see][3]{a}[.]{Text \cite{b}} \foreigntextcquote{german}[4]{c}{Text} \begin{displaycquote}[5]{d}x\end{displaycquote}`, "‹see› a page=3 | b | c page=4 | d page=5"],
    // amsrefs
    [String.raw`\citelist{\cite{a}*{p. 3} \cite{b}} \ocite{c}*{Section 2} \cites{d,e}`, "a page=3 | b | +c section=2 | d; e"],
    // REVTeX and mciteplus merge references, and give keys of a list their own notes
    [String.raw`\cite{a,*b,*c} \onlinecite{[][{, and references therein}]d,e} \cite{f,*[See also ][p.~3]g,*h}`,
      "a; b; c | d «, and references therein»; e | f; ‹See also› g page=3; h"],
    [String.raw`\cite[see]{*[x]a, [y]b} \mcite{a,*b} \nocite{*a}`, "‹x› a; ‹y› b «see» | a; b | !a"],
    // bibentry, biblatex-abnt, ACL, ICML, gb7714
    [String.raw`\bibentry{a} \textapud{b}[3]{c} \newcite{d} \citeposs{e} \yrcite{f} \upcite{g} \authornumcite{h}`, "a | +b; c page=3 | +d | +e | -f | g | +h"],
    // volumes
    [String.raw`\volcite{2}{a} \pvolcite[see]{2}[25]{b} \tvolcite{II}[25]{c} \volcites{1}{d}[cf.]{2}[3]{e}`, "a volume=2 | ‹see› b volume=2 «25» | +c volume=II «25» | d volume=1; ‹cf.› e volume=2 «3»"],
    // commands that only look alike
    [String.raw`\citefoo{a} \cite@x{b} \citetext{c} \citestyle{d} \cref{e} \setcitestyle{f} \ac{h} \citation{i} \citeauthoryear{j}{k}{l}`, ""],
    // what speaks of sources without citing them
    [String.raw`\defcitealias{a}{Paper \textsc{i}} \shortcites{b,c} \addtocategory{primary}{d} \citetalias{a}`, "+a"],
    [String.raw`\citetext{see \citealp{a}; \citealp[3]{b}}`, "a | b page=3"],
    [String.raw`\cite \cite. \cite[p. 3] \cite{} \cite[3]{ }`, ""],
  ];
  for (const [text, expected] of commands) it(text, () => assert.equal(shown(text), expected));

  const multicites: readonly (readonly [text: string, expected: string])[] = [
    [String.raw`\cites{a}{b}`, "a; b"],
    [String.raw`\textcites{a}{b} \footcites{c}{d} \smartcites{e}{f}`, "+a; b | c; d | e; f"],
    [String.raw`\parencites[see][3]{a}[cf.][]{b}[5]{c,d}`, "‹see› a page=3; ‹cf.› b; c; d page=5"],
    [String.raw`\cites(pre)(post)[a][p. 1]{k}[b][p. 2]{l}`, "‹pre a› k page=1; ‹b› l page=2 «, post»"],
    [String.raw`\cites(post){k}{l}`, "k; l «post»"],
    ["\\autocites [1] {a}\n  [2]%\n  {b} {c}", "a page=1; b page=2; c"],
    ["\\cites{a}\n\n{b}", "a"],
    [String.raw`\supercites{a}{b}[note]`, "a; b"],
  ];
  for (const [text, expected] of multicites) it(text, () => assert.equal(shown(text), expected));

  const own: readonly (readonly [text: string, commands: readonly string[], expected: string])[] = [
    [String.raw`\mycite[p. 3]{a} \mycite*{b}`, ["mycite"], "a page=3 | b"],
    [String.raw`\mycite{a}`, ["\\mycite", "", "\\"], "a"],
    [String.raw`\mycites{a}{b}`, ["mycites*"], "a; b"],
    [String.raw`\citet{a}`, ["citet"], "+a"],
    [String.raw`\mycitex{a} \mycite{b}`, ["__proto__", "constructor"], ""],
    [String.raw`\newcites{sec, own}{Secondary,Own} \citesec{a} \citepown[3]{b} \nocitesec{c} \citefoo{d}`, [], "a | b page=3 | !c"],
  ];
  for (const [text, citationCommands, expected] of own) it(`${text} with ${citationCommands.join(" ")}`, () => assert.equal(shown(text, citationCommands), expected));
});

describe("LaTeX key lists", () => {
  const rows: readonly (readonly [text: string, expected: string])[] = [
    ["\\cite{ a ,b,\n  c%\n  ,d % why\n}", "a; b; c; d"],
    ["\\cite{a,\r\n  b}", "a; b"],
    [String.raw`\cite{DBLP:conf/x/Y2001, a.b-c+d_e/f, 10.1000/x(1)}`, "DBLP:conf/x/Y2001; a.b-c+d_e/f; 10.1000/x(1)"],
    [String.raw`\cite{a,,b,}`, "a; b"],
    [String.raw`\cite{Knuth 84}`, "Knuth 84"],
    [String.raw`\cite{{Knuth, D.},b}`, "Knuth, D.; b"],
    [String.raw`\cite{мир2001,Müller, 王}`, "мир2001; Müller; 王"],
    [String.raw`\cite{__proto__,constructor}`, "__proto__; constructor"],
    [String.raw`\cite{a\_b}`, "a\\_b"],
    // what a macro or a parameter stands for is not known
    [String.raw`\cite{\mykeys} \cite{a,\mykey,b} \cite{\jobname-c,d} \cite{#1} \cite{x#1,e}`, "a; b | d | e"],
    [String.raw`\nocite{*} \nocite{a,*}`, "!* | !a; !*"],
    [String.raw`\cite{a}{b}[c]`, "a"],
    [String.raw`\caption[\cite{a}]{\textbf{\cite{b}}\footnote{\cite{c}}} $x_{\cite{d}}$`, "a | b | c | d"],
    // half-typed
    [String.raw`\cite{a, b`, "a; b"],
    [String.raw`see \cite{a and more \citep{b} and \citet{c}.`, "a | b | +c"],
    ["\\cite{a,\nProse goes on. \\cite{b}", "a | b"],
    ["\\cite{a\n\nProse \\cite{b}", "a | b"],
    [String.raw`\footnote{See \cite{a and more.} \cite{b}`, "a | b"],
    [String.raw`\cite{a{b} \cite{c}`, "a | c"],
    [String.raw`\cite[see {a} \cite{b}`, "b"],
  ];
  for (const [text, expected] of rows) it(text, () => assert.equal(shown(text), expected));

  it("says that every source is cited", () => {
    const everything = [String.raw`\nocite{*}`, String.raw`\nocite{a, *}`, String.raw`\nocite{a}`, String.raw`\cite{*}`, String.raw`% \nocite{*}`]
      .map((text) => parseLatex(text, { citationCommands: [] }).citesEverything);
    assert.deepEqual(everything, [true, true, false, false, false]);
  });

  const clusters = [
    String.raw`a ⟦\cite[see][p. 3]{b,c}⟧ d ⟦\textcite*{e}⟧.`,
    String.raw`⟦\cites(x)(y)[1]{a}[2]{b}⟧[3] ⟦\citeaffixed{c}{see}⟧ ⟦\cite{d}*{p. 3}⟧`,
    String.raw`⟦\cite{a, b⟧ and then \emph{more} ⟦\cite{c}⟧`,
    String.raw`⟦\cite[see ⟦\cite{b}⟧]{a}⟧`,
  ];
  for (const marked of clusters) {
    it(`clusters ${marked}`, () => {
      const { text, ranges } = readMarks(marked);
      assert.deepEqual(parseLatex(text, { citationCommands: [] }).clusters.map(({ range }) => range), ranges);
    });
  }

  it("names the command as written", () => {
    const { clusters } = parseLatex(String.raw`\parencite*{a} \Textcite{b}`, { citationCommands: [] });
    assert.deepEqual(clusters.map(({ command }) => command), ["parencite*", "Textcite"]);
  });
});

describe("LaTeX key slots", () => {
  const rows = [
    String.raw`\cite{⟦a⟧, ⟦b⟧ ,⟦c⟧}`,
    String.raw`\cite{⟦⟧} \cite{ ⟦⟧} \cite{⟦a⟧,⟦⟧} \cite{⟦a⟧, ⟦⟧} \cite{⟦⟧,⟦a⟧}`,
    String.raw`\citep[see][p. 3]{⟦a⟧} \nocite{⟦*⟧} \volcite{2}{⟦b⟧}`,
    String.raw`\cite{⟦⟧`,
    String.raw`\cite{⟦a⟧, ⟦⟧`,
    String.raw`\cite{⟦ab⟧ and prose`,
    "\\cite{⟦a⟧,\n  ⟦b⟧,\n  ⟦⟧\n}",
    "\\cite{⟦a⟧,⟦⟧\nProse goes on here.",
    "\\cite{⟦a⟧,\n  ⟦bc⟧\nProse goes on here.",
    "\\cite{⟦⟧\n\nProse",
    String.raw`\cite{⟦a⟧,⟦⟧\section{x}`,
    String.raw`\cites{⟦a⟧}[3]{⟦b⟧}{⟦⟧`,
    String.raw`\parencites(see)[p. 1]{⟦a⟧}{⟦⟧`,
    // no key is written in options, volumes and notes
    String.raw`\cite[`,
    "\\cite[see\n\\citep[p. 3, a]",
    String.raw`\cites(`,
    String.raw`\cites(see)(p. 1)[`,
    String.raw`\volcite{`,
    String.raw`\cite<`,
    String.raw`\citeaffixed{⟦a⟧}{`,
    // notes inside a list
    String.raw`\cite{[see][3]⟦a⟧,*⟦b⟧,*[see]⟦c⟧,⟦*⟧}`,
    String.raw`\cite{⟦[see⟧`,
    String.raw`\cite{{⟦Knuth, D.⟧}} \cite{#1} \cite{\x} \cite{⟦a⟧,\x,⟦⟧}`,
    String.raw`\cite[see \cite{⟦b⟧}]{⟦a⟧}`,
    "\\cite{⟦a⟧% \\cite{x}\n, % y\n⟦b⟧}",
    String.raw`% \cite{a} \verb|\cite{b}| \newcommand{\x}{\cite{c}}`,
  ];
  for (const marked of rows) {
    it(marked, () => {
      const { text, ranges } = readMarks(marked);
      assert.deepEqual(parseLatex(text, { citationCommands: [] }).keySlots.map(({ range }) => range), ranges);
    });
  }

  const problems = [
    String.raw`see \cite⟦{a, b⟧ and \emph{more} \cite{c}`,
    String.raw`\cite⟦{⟧`,
    "\\cite⟦{a⟧\n\n\\citet⟦{b,⟧",
    String.raw`\cite{a} \cite{b,} \cite{} \cite{\x} \citelist{\cite{a}}`,
    String.raw`\autocite{"\meta{key1}"} \textcite{"\meta{key2,key3}"}`,
    String.raw`\footnote{See \cite⟦{a, b⟧ and \emph{more}.}`,
  ];
  for (const marked of problems) {
    it(`unclosed: ${marked}`, () => {
      const { text, ranges } = readMarks(marked);
      const found = parseLatex(text, { citationCommands: [] }).problems;
      assert.deepEqual(found.map(({ range }) => range), ranges);
      assert.ok(found.every(({ code, severity, message }) => code === "syntax" && severity === "error" && message.includes("`}`")));
    });
  }
});

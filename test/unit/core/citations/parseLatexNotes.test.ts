import assert from "node:assert/strict";
import { parseLatex } from "../../../../src/core/citations/latex/parseLatex";
import { shownCitations } from "../../../support/shownCitations";

const shown = (text: string): string => shownCitations(parseLatex(text, { citationCommands: [] }));

describe("LaTeX prenotes and postnotes", () => {
  const rows: readonly (readonly [text: string, expected: string])[] = [
    [String.raw`\cite[p. 3]{a,b}`, "a; b page=3"],
    [String.raw`\cite[see][]{a,b}`, "‹see› a; b"],
    [String.raw`\citep[][pp.~3--5]{a}`, "a page=3–5"],
    [String.raw`\citep[see, e.g.,][chap. 2, and passim]{a}`, "‹see, e.g.,› a chapter=2 «, and passim»"],
    [String.raw`\cite[12]{a} \cite[12--15, 20]{b} \cite[xii]{c} \cite[xii--xv]{d} \cite[5~ff.]{e}`, "a page=12 | b page=12–15, 20 | c page=xii | d page=xii–xv | e page=5 ff."],
    [String.raw`\cite[\S~4]{a} \cite[\S\ 4, n.~2]{b} \cite[\pno~7]{c} \cite[\ppno~7--9]{d} \cite[7\psqq]{e} \cite[3,\,5]{f}`, "a section=4 | b section=4 «, n. 2» | c page=7 | d page=7–9 | e page=7 ff. | f page=3, 5"],
    [String.raw`\cite[p.\,3--5]{a} \cite[pp. 3---5]{b} \cite[$\S$4]{c} \cite[\textsection 4]{d} \cite[\textsl{p.}~3]{e} \cite[3\textendash 5]{f}`,
      "a page=3–5 | b page=3—5 | c section=4 | d section=4 | e page=3 | f page=3–5"],
    [String.raw`\cite[p.~\pnfmt{3}]{a} \cite[\nopp 3]{b} \cite[3\psq, and 8]{c} \cite[\ppno~3--4 \emph{passim}]{d}`, "a page=3 | b page=3 | c page=3 f. «, and 8» | d page=3–4 «passim»"],
    [String.raw`\cite[see~also][]{a} \cite[M\"uller \& \textit{al.}: ][]{b} \cite[\enquote{so} -- or~not][]{c} \cite[\'{A} la][p.~3,~n.~4]{d}`,
      "‹see also› a | ‹Müller & al.:› b | ‹“so” – or not› c | ‹Á la› d page=3 «, n. 4»"],
    [String.raw`\cite[2nd ed., p.~3]{a} \cite[see also Smith]{b} \cite[\{x\}]{c} \cite[1.2]{d} \cite[iv]{e} \cite[vide]{f}`,
      "a «2nd ed., p. 3» | b «see also Smith» | c «{x}» | d page=1.2 | e page=iv | f «vide»"],
    [String.raw`\cite[chap.~2]{a} \cite[Ch. IV]{b} \cite[sec.~3.1]{c} \cite[Fig.~2]{d} \cite[vol.~2, p.~3]{e} \cite[eq.~(3)]{f} \cite[\P~4]{g} \cite[\S\S 4--5]{h}`,
      "a chapter=2 | b chapter=IV | c section=3.1 | d figure=2 | e volume=2 «, p. 3» | f «eq. (3)» | g paragraph=4 | h section=4–5"],
    [String.raw`\cite[Theorem~3]{a} \cite[the $c_i$ of \emph{x}]{b}`, "a «Theorem 3» | b «the c_i of x»"],
    [String.raw`\cite[see {foo]bar}]{a} \cite[{p. 3}]{b} \cite[{[sic]}]{c}`, "a «see foo]bar» | b page=3 | c «[sic]»"],
    ["\\cite[see\n  also]%\n [p. 3 % why\n]%\n\t{a}", "‹see also› a page=3"],
    [String.raw`\cite [see] [p. 3] {a}`, "‹see› a page=3"],
    ["\\cite\n[3]\n{a}", "a page=3"],
    ["\\cite[3]\n\n{a}", ""],
    // biblatex-chicago's third option stands in front
    [String.raw`\gentextcite['s][see][3]{a}`, "‹see› +a page=3"],
    // an overlay of beamer is no prenote
    [String.raw`\cite<2->{a} \citep<1-3,5>[4]{b}`, "a | b page=4"],
    [String.raw`\cite[see \citealt{b}]{a} \cite[{see \citealt[4]{d}}]{c}`, "a «see» | +b | c «see» | +d page=4"],
  ];
  for (const [text, expected] of rows) it(text, () => assert.equal(shown(text), expected));

  it("does not read the arguments of an outer citation for an inner one", () => {
    assert.equal(shown(String.raw`\cite[\cite]{a} \cite[\cite[3]{b}]{c}`), "a | b «[3»");
  });
});

describe("emphasis in LaTeX notes", () => {
  const rows: readonly (readonly [text: string, prefix: string | undefined, suffix: string | undefined])[] = [
    [String.raw`\cite[see][p.~3]{a}`, undefined, undefined],
    [String.raw`\cite[\emph{cf.} also][p.~3, and \textbf{passim}]{a}`, "<i>cf.</i> also", ", and <b>passim</b>"],
    [String.raw`\cite[\textit{\'Etudes}, so][3 \emph{passim}]{a}`, "<i>Études</i>, so", "<i>passim</i>"],
    [String.raw`\cite[\textsl{p.}~3]{a} \cite[\emph{p. 3}]{b}`, undefined, undefined],
    [String.raw`\cite[{\em so}][\textsc{Doe} on H$_2$O]{a}`, "<i>so</i>", '<span style="font-variant:small-caps;">Doe</span> on H<sub>2</sub>O'],
    [String.raw`\cite[p.~3, the 5\textsuperscript{th} and \textsc{last}]{a}`, undefined, ', the 5<sup>th</sup> and <span style="font-variant:small-caps;">last</span>'],
    // where letters are written otherwise than in the plain text, its end cannot be found in the marked one
    [String.raw`\cite[p.~3, H$_2$O and \emph{so}]{a}`, undefined, undefined],
    [String.raw`\cites(\emph{see})(4)[also][\textit{as a whole}]{a}`, "<i>see</i> also", "<i>as a whole</i>, 4"],
    [String.raw`\cite[unclosed \emph{x][y]{a}`, undefined, undefined],
  ];
  for (const [text, prefix, suffix] of rows) {
    it(text, () => {
      const item = parseLatex(text, { citationCommands: [] }).clusters[0]?.citationItems[0];
      assert.deepEqual([item?.markedPrefix, item?.markedSuffix], [prefix, suffix]);
      assert.doesNotMatch(`${item?.prefix} ${item?.suffix}`, /<\/?(?:i|b|su[bp]|span)/);
    });
  }
});

import assert from "node:assert/strict";
import { parseLatex } from "../../../../src/core/citations/parseLatex";

const parse = (text: string): ReturnType<typeof parseLatex> => parseLatex(text, { citationCommands: [] });

describe("the style of a LaTeX document", () => {
  const cases: readonly (readonly [text: string, near: string | undefined])[] = [
    ["\\bibliographystyle{plain}", "elsevier-with-titles-alphabetical"],
    ["\\bibliographystyle{unsrt}", "elsevier-with-titles"],
    ["\\bibliographystyle{ieeetr}", "ieee"],
    ["\\bibliographystyle{bst/IEEEtran.bst}", "ieee"],
    ["\\bibliographystyle{ apalike }", "apa"],
    ["\\bibliographystyle{chicago}", "chicago-author-date"],
    ["\\bibliographystyle{alpha}", "din-1505-2-alphanumeric"],
    ["\\usepackage{natbib}\\bibliographystyle{plainnat}", "harvard-cite-them-right"],
    ["\\usepackage[numbers,sort]{natbib}\\bibliographystyle{plainnat}", "elsevier-with-titles-alphabetical"],
    ["\\usepackage{natbib}\\bibliographystyle{unsrtnat}", "harvard-cite-them-right"],
    ["\\usepackage[ super ]{natbib}\\bibliographystyle{unsrtnat}", "elsevier-with-titles"],
    ["\\bibliographystyle{plain} \\bibliographystyle{apa}", "apa"],
    ["\\usepackage{biblatex}", "elsevier-with-titles-alphabetical"],
    ["\\usepackage[sorting=none]{biblatex}", "elsevier-with-titles"],
    ["\\usepackage[backend=biber, style = authoryear-comp]{biblatex}", "harvard-cite-them-right"],
    ["\\usepackage[%\n  style=apa,% the journal's\n  natbib]{biblatex}", "apa"],
    ["\\usepackage[bibstyle={chem-acs},citestyle=numeric]{biblatex}", "american-chemical-society"],
    ["\\usepackage[style=ext-authoryear]{biblatex}", "harvard-cite-them-right"],
    ["\\RequirePackage[authordate,backend=biber]{biblatex-chicago}", "chicago-author-date"],
    ["\\usepackage[notes]{biblatex-chicago}", "chicago-notes-bibliography"],
    ["\\usepackage{biblatex}\\bibliographystyle{apa}", "elsevier-with-titles-alphabetical"],
    ["\\bibliographystyle{my-own}", undefined],
    ["\\bibliographystyle{__proto__}", undefined],
    ["\\usepackage[style=constructor]{biblatex}", undefined],
    ["% \\bibliographystyle{apa}", undefined],
    ["\\newcommand{\\bib}{\\bibliographystyle{apa}}", undefined],
    ["\\bibliographystyle", undefined],
    ["\\bibliographystyle{apa", undefined],
    ["\\usepackage[style=apa", undefined],
  ];
  for (const [text, near] of cases) {
    it(JSON.stringify(text), () => assert.deepEqual(parse(text).settings, near === undefined ? {} : { nearStyle: near }));
  }

  const lists: readonly (readonly [text: string, list: string | undefined])[] = [
    ["\\addbibresource{a.bib} \\printbibliography[title=Sources]", "\\printbibliography"],
    ["\\bibliography{a,b}", "\\bibliography"],
    ["\\begin{thebibliography}{9}\\bibitem{a} A.\\end{thebibliography}", "\\begin{thebibliography}"],
    ["\\addbibresource{a.bib}", undefined],
    ["\\nobibliography{a}", undefined],
    ["% \\printbibliography", undefined],
  ];
  for (const [text, list] of lists) {
    it(`the list of references in ${text}`, () => {
      const { referenceList } = parse(text);
      assert.equal(referenceList && text.slice(referenceList.start, referenceList.end), list);
    });
  }

  it("tells the package that decides how references are printed", () => {
    assert.deepEqual(parse("\\usepackage{amsmath, natbib}\\bibliographystyle{abbrvnat}").latexBibliography, { package: "natbib", style: "abbrvnat" });
    assert.deepEqual(parse("\\usepackage{apacite}").latexBibliography, { package: "apacite" });
    assert.deepEqual(parse("\\usepackage[style=apa]{biblatex}").latexBibliography, { package: "biblatex" });
    assert.deepEqual(parse("text").latexBibliography, {});
  });
});

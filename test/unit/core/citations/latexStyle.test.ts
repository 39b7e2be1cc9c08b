import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { nearStyles } from "../../../../src/core/citations/latex/latexStyles";
import { parseLatex } from "../../../../src/core/citations/latex/parseLatex";

const parse = (text: string): ReturnType<typeof parseLatex> => parseLatex(text, { citationCommands: [] });

interface Index {
  readonly styles: readonly (readonly [id: string])[];
}

describe("the style of a LaTeX document", () => {
  const cases: readonly (readonly [text: string, near: string | undefined])[] = [
    ["\\bibliographystyle{plain}", "elsevier-with-titles-alphabetical"],
    ["\\bibliographystyle{unsrt}", "elsevier-with-titles"],
    ["\\bibliographystyle{ieeetr}", "ieee"],
    ["\\bibliographystyle{bst/IEEEtran.bst}", "ieee"],
    ["\\bibliographystyle{ apalike }", "apa"],
    ["\\bibliographystyle{chicago}", "chicago-author-date"],
    ["\\bibliographystyle{alpha}", "din-1505-2-alphanumeric"],
    ["\\usepackage{natbib}\\bibliographystyle{plainnat}", "natbib-plainnat-author-date"],
    ["\\usepackage[numbers,sort]{natbib}\\bibliographystyle{plainnat}", "elsevier-with-titles-alphabetical"],
    ["\\usepackage{natbib}\\bibliographystyle{unsrtnat}", "natbib-plainnat-author-date"],
    ["\\usepackage[ super ]{natbib}\\bibliographystyle{unsrtnat}", "elsevier-with-titles"],
    ["\\bibliographystyle{plain} \\bibliographystyle{apa}", "apa"],
    ["\\usepackage{biblatex}", "elsevier-with-titles-alphabetical"],
    ["\\usepackage[sorting=none]{biblatex}", "elsevier-with-titles"],
    ["\\usepackage[backend=biber, style = authoryear-comp]{biblatex}", "harvard-cite-them-right"],
    ["\\usepackage[%\n  style=apa,% the journal's\n  natbib]{biblatex}", "apa"],
    ["\\usepackage[bibstyle={chem-acs},citestyle=numeric]{biblatex}", "american-chemical-society"],
    ["\\usepackage[style=ext-authoryear]{biblatex}", "harvard-cite-them-right"],
    ["\\RequirePackage[authordate,backend=biber]{biblatex-chicago}", "chicago-author-date"],
    ["\\usepackage[notes]{biblatex-chicago}", "chicago-fullnote-bibliography"],
    ["\\usepackage{biblatex}\\bibliographystyle{apa}", "elsevier-with-titles-alphabetical"],
    ["\\bibliographystyle{acl_natbib}", "association-for-computational-linguistics"],
    ["\\bibliographystyle{ACM-Reference-Format}", "association-for-computing-machinery"],
    ["\\usepackage[style=trad-plain]{biblatex}", "elsevier-with-titles-alphabetical"],
    ["\\usepackage[style=gost-numeric]{biblatex}", "gost-r-7-0-5-2008-numeric"],
    ["\\usepackage[style=phys]{biblatex}", "american-physics-society"],
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
    it(JSON.stringify(text), () => assert.equal(parse(text).settings.nearStyle, near));
  }

  it("is one that ships with the product", () => {
    const { styles } = JSON.parse(readFileSync("data/styles/index.json", "utf8")) as Index;
    const ids = new Set(styles.map(([id]) => id));
    assert.deepEqual(nearStyles.map(([id]) => id).filter((id) => !ids.has(id)), []);
    const names = nearStyles.flatMap(([, written]) => written.split(" "));
    assert.deepEqual(names.filter((name, index) => names.indexOf(name) !== index), []);
  });

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
    const settings = (text: string): readonly (string | undefined)[] => [parse(text).settings.bibliographyPackage, parse(text).settings.bibtexStyle];
    assert.deepEqual(settings("\\usepackage{amsmath, natbib}\\bibliographystyle{abbrvnat}"), ["natbib", "abbrvnat"]);
    assert.deepEqual(settings("\\usepackage{apacite}"), ["apacite", undefined]);
    assert.deepEqual(settings("\\usepackage[style=apa]{biblatex}"), ["biblatex", undefined]);
    assert.deepEqual(parse("text").settings, {});
  });

  it("knows where the body begins and ends", () => {
    const text = "% \\begin{document}\n\\begin{document}\nText\n\\end{document}\nafter";
    const { body } = parse(text);
    assert.equal(text.slice(body?.start, body?.end), "\nText\n");
    assert.deepEqual(parse("Text").body, { start: 0, end: 4 });
  });
});

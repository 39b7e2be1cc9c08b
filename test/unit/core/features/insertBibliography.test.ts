import assert from "node:assert/strict";
import { isReferenceTitle, referenceTitle } from "../../../../src/core/text/referenceTitles";
import { readMarks } from "../../../support/marks";
import { serviceFor } from "../../../support/service";

type Files = Readonly<Record<string, string>>;

/** The document afterwards, or the place where its list is already. */
async function insertInto(path: string, marked: string, files: Files = {}): Promise<string> {
  const { text, cursor } = readMarks(marked);
  const { service, workspace } = serviceFor({ ...files, [path]: text });
  const insertion = await service.insertBibliography(workspace.document(path), cursor);
  assert.ok(insertion);
  if ("place" in insertion) return `${insertion.place.uri.replace(/^.*\//, "")}:${insertion.place.range.start}`;
  const edits = [...insertion.edits].sort((a, b) => b.range.start - a.range.start);
  return edits.reduce((after, { range, newText }) => after.slice(0, range.start) + newText + after.slice(range.end), text);
}

const div = "::: {#refs}\n:::\n";

describe("inserting a bibliography", () => {
  const markdown: readonly (readonly [when: string, before: string, after: string, files?: Files])[] = [
    ["at the end", "Te‸xt [@doe].\n", `Text [@doe].\n\n# References\n\n${div}`],
    ["in an empty document", "‸", `# References\n\n${div}`],
    ["on the blank line with the cursor", "Text.\n\n‸\n\n# Appendix\n", `Text.\n\n# References\n\n${div}\n# Appendix\n`],
    ["indented code behind it stays indented", "Text.\n\n‸\n\n    code\n", `Text.\n\n# References\n\n${div}\n    code\n`],
    ["below a heading that waits for it", "‸Text.\n\n# Works Cited\n", `Text.\n\n# Works Cited\n\n${div}`],
    ["below a heading in another language", "‸Text.\n\n## Список литературы {-}\n\n", `Text.\n\n## Список литературы {-}\n\n${div}`],
    ["not below a heading with text", "‸Text.\n\n# Sources\n\nMine.\n", `Text.\n\n# Sources\n\nMine.\n\n# References\n\n${div}`],
    ["on the level of sections", "‸# Title\n\n## One\n\n### Sub\n\n## Two\n", `# Title\n\n## One\n\n### Sub\n\n## Two\n\n## References\n\n${div}`],
    ["on the first level", "‸# One\n\n## Sub\n\n# Two\n", `# One\n\n## Sub\n\n# Two\n\n# References\n\n${div}`],
    ["in the document's language", "---\nlang: de-AT\n‸\n---\n\nText.\n", `---\nlang: de-AT\n\n---\n\nText.\n\n# Literatur\n\n${div}`],
    ["in the project's language", "‸Text.\n", `Text.\n\n# Références\n\n${div}`, { "_quarto.yml": "lang: fr\n" }],
    ["as the front matter heads it", "---\nreference-section-title: Quellen\n---\n‸Text.\n", `---\nreference-section-title: Quellen\n---\nText.\n\n# Quellen\n\n${div}`],
    ["with the document's line ends", "‸Text.\r\n", "Text.\r\n\r\n# References\r\n\r\n::: {#refs}\r\n:::\r\n"],
    ["behind blank lines and no-break spaces that are there", "Text.\u00a0\n\n\n‸\n\n\nMore.\n", `Text.\u00a0\n\n\n# References\n\n${div}\n\nMore.\n`],
    ["behind a byte order mark", "\ufeff‸", `\ufeff# References\n\n${div}`],
    ["not twice", "Text.‸\n\n::: {#refs}\n:::\n", "paper.md:7"],
  ];
  for (const [when, before, after, files] of markdown) {
    it(`Markdown: ${when}`, async () => assert.equal(await insertInto("paper.md", before, files), after));
  }

  const bib = { "one.bib": "@book{doe, title={T}}", "lib/two.bib": "@book{roe, title={T}}" };
  const latex: readonly (readonly [when: string, before: string, after: string, files?: Files])[] = [
    ["with a style where there is none", "\\begin{document}\nTe‸xt\n\\end{document}\n", "\\begin{document}\nText\n\n\\bibliographystyle{plain}\n\\bibliography{lib/two,one}\n\n\\end{document}\n", bib],
    ["with a name where there is no bibliography", "Te‸xt\n", "Text\n\n\\bibliographystyle{plain}\n\\bibliography{references}\n"],
    ["natbib's style", "\\usepackage{natbib}\n\\begin{document}\nT‸\n\\end{document}", "\\usepackage{natbib}\n\\begin{document}\nT\n\n\\bibliographystyle{plainnat}\n\\bibliography{lib/two,one}\n\n\\end{document}", bib],
    ["no style where there is one", "\\bibliographystyle{apa}\n\\begin{document}\nT‸\n\\end{document}", "\\bibliographystyle{apa}\n\\begin{document}\nT\n\n\\bibliography{lib/two,one}\n\n\\end{document}", bib],
    ["BibLaTeX's command", "\\usepackage{biblatex}\n\\addbibresource{one.bib}\n\\begin{document}\nT‸\n\\end{document}", "\\usepackage{biblatex}\n\\addbibresource{one.bib}\n\\begin{document}\nT\n\n\\printbibliography\n\n\\end{document}", bib],
    ["BibLaTeX's declaration where it lacks", "\\usepackage{biblatex}\n\\begin{document}\nT‸\n\\end{document}", "\\usepackage{biblatex}\n\\addbibresource{lib/two.bib}\n\\begin{document}\nT\n\n\\printbibliography\n\n\\end{document}", bib],
    ["on the blank line with the cursor", "\\begin{document}\nT\n\n‸\n\\appendix\n\\end{document}", "\\begin{document}\nT\n\n\\bibliographystyle{plain}\n\\bibliography{references}\n\n\\appendix\n\\end{document}"],
    ["not in the preamble", "\\usepackage{natbib}\n‸\n\\begin{document}\nT\n\\end{document}", "\\usepackage{natbib}\n\n\\begin{document}\nT\n\n\\bibliographystyle{plainnat}\n\\bibliography{references}\n\n\\end{document}"],
    ["not where a comment ends the document", "\\begin{document}\n% \\end{document}\nT‸\n\\end{document}", "\\begin{document}\n% \\end{document}\nT\n\n\\bibliographystyle{plain}\n\\bibliography{references}\n\n\\end{document}"],
    ["not twice", "T‸ \\bibliography{one}", "paper.tex:2", bib],
    ["not in a chapter whose root has it", "T‸", "main.tex:14", { "main.tex": "\\input{paper} \\printbibliography" }],
    ["in a chapter as its root needs it", "T‸", "T\n\n\\printbibliography\n", { "main.tex": "\\usepackage{biblatex}\\addbibresource{one.bib}\\input{paper}" }],
  ];
  for (const [when, before, after, files] of latex) {
    it(`LaTeX: ${when}`, async () => assert.equal(await insertInto("paper.tex", before, files), after));
  }

  it("says nothing where the language has no lists", async () => {
    const { service, workspace } = serviceFor({ "a.txt": "Text" });
    assert.equal(await service.insertBibliography(workspace.document("a.txt"), 0), undefined);
  });

  it("knows titles by language", () => {
    assert.deepEqual(["en-GB", "ru", "pt_BR", "ZH-Hans", "tlh", "", "constructor", undefined].map(referenceTitle), ["References", "Список литературы", "Referências", "参考文献", "References", "References", "References", "References"]);
    assert.deepEqual(["7. REFERENCES:", "*Literatur*", "Introduction", ""].map(isReferenceTitle), [true, true, false, false]);
  });
});

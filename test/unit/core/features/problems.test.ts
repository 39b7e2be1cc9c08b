import assert from "node:assert/strict";
import { defaultSettings, type Settings } from "../../../../src/core/model/settings";
import { readMarks } from "../../../support/marks";
import { serviceFor } from "../../../support/service";

const bib = "@book{doe2001, title={One}, author={Doe, J.}, year=2001}\n";

/** `code: text it stands at`, in order. */
async function problemsIn(files: Readonly<Record<string, string>>, file: string, settings: Partial<Settings> = {}): Promise<readonly string[]> {
  const { service, workspace } = serviceFor(files, { settings });
  const document = workspace.document(file);
  const problems = await service.problems(document);
  return problems.map(({ code, range }) => `${code}: ${document.getText().slice(range.start, range.end)}`);
}

describe("problems of a document", () => {
  const declared = "---\nbibliography: one.bib\n---\n";
  const cases: readonly (readonly [when: string, file: string, marked: string, more: Readonly<Record<string, string>>, codes: readonly string[]])[] = [
    ["a key is unknown", "paper.md", "@⟦doe2002⟧ @doe2001", { "one.bib": bib }, ["unknown-key"]],
    ["every place of an unknown key", "paper.md", "As @⟦x⟧ says. [@⟦x⟧]", { "one.bib": bib }, ["unknown-key", "unknown-key"]],
    ["an @name in a README is nobody's key", "README.md", "By @somebody, with @types/node.", { "one.bib": bib }, []],
    ["an @name where nothing is cited in brackets", "README.md", "By @⟦somebody⟧. And [@⟦nobody⟧].", { "one.bib": bib }, ["unknown-key", "unknown-key"]],
    ["a cross-reference is no unknown key", "paper.md", "@fig-one and @sec-two", { "one.bib": bib }, []],
    ["a bibliography is missing", "paper.md", "---\nbibliography: ⟦none.bib⟧\n---\n", {}, ["missing-bibliography"]],
    ["a LaTeX bibliography is missing", "paper.tex", "\\bibliography{one,⟦none⟧}", { "one.bib": bib }, ["missing-bibliography"]],
    ["a project's bibliography is missing", "_quarto.yml", "bibliography: [one.bib, ⟦none.bib⟧]\n", { "one.bib": bib }, ["missing-bibliography"]],
    ["a key of the corpus is not declared", "paper.md", `${declared}@⟦zakharova2016economic⟧`, { "one.bib": bib }, ["not-declared"]],
    ["a key of another file is not declared", "paper.md", `${declared}@⟦roe2002⟧`, { "one.bib": bib, "two.bib": "@book{roe2002, title={T}}" }, ["not-declared"]],
    ["a corpus key is fine where nothing is declared", "paper.md", "@zakharova2016economic", {}, []],
    ["a declared document without problems", "paper.md", `${declared}@doe2001`, { "one.bib": bib }, []],
    ["a key that BibTeX finds, as case means nothing to it", "paper.tex", "\\cite{DOE2001}\\bibliography{one}", { "one.bib": bib }, []],
    ["a key that differs in its case from what biber reads", "paper.tex", "\\usepackage{biblatex}\\addbibresource{one.bib}\\cite{⟦DOE2001⟧}", { "one.bib": bib }, ["unknown-key"]],
    ["a key that differs in its case in Markdown", "paper.md", "[@⟦DOE2001⟧]", { "one.bib": bib }, ["unknown-key"]],
    ["a bibliography that TeX brings along", "paper.tex", "\\bibliography{IEEEabrv,one}\\addbibresource{biblatex-examples.bib}\\cite{doe2001,sigfridsson}", { "one.bib": bib }, []],
    ["a key of another file that TeX may find in a bibliography it brings along", "paper.tex", "\\addbibresource{biblatex-examples.bib}\\cite{sigfridsson}", { "more.bib": "@book{sigfridsson, title={A}, author={B}, year=1}" }, []],
    ["a bibliography that the document writes under its own name", "paper.tex", "\\begin{filecontents}[force]{\\jobname.bib}\n@misc{own, title={Own}}\n\\end{filecontents}\n\\addbibresource{\\jobname.bib}\\cite{own}", { "one.bib": bib }, []],
    ["a key that a written bibliography lacks which has been read", "paper.tex", "\\begin{filecontents}{one.bib}\n\\end{filecontents}\n\\addbibresource{one.bib}\\cite{⟦nobody⟧}", { "one.bib": bib }, ["unknown-key"]],
    ["a bibliography that the document writes itself", "paper.tex", "\\begin{filecontents}[overwrite]{own.bib}\n@misc{own, title={Own}}\n\\end{filecontents}\n\\bibliography{own,⟦none⟧}\\cite{own}", {}, ["missing-bibliography"]],
    ["a bibliography that TeX brings along, named in Markdown", "paper.md", "---\nbibliography: ⟦xampl.bib⟧\n---\n", {}, ["missing-bibliography"]],
    ["a bibliography that a cell of code writes", "paper.Rmd", "---\nbibliography: [one.bib, packages.bib]\n---\n@R-base [@doe2001]\n\n```{r}\nknitr::write_bib('base', file = 'packages.bib')\n```\n", { "one.bib": bib }, []],
    ["a bibliography that a child document writes", "a.Rmd", "---\nbibliography: [one.bib, packages.bib, ⟦none.bib⟧]\n---\n```{r, child='_common.Rmd'}\n```\n[@R-base]", { "one.bib": bib, "_common.Rmd": "```{r}\nwrite_bib('base', 'packages.bib')\n```\n" }, ["missing-bibliography"]],
    ["a bibliography that code only shows", "paper.qmd", "---\nbibliography: ⟦packages.bib⟧\n---\n```r\nknitr::write_bib('base', 'packages.bib')\n```\n", {}, ["missing-bibliography"]],
    ["a key, where code names a bibliography that is not declared", "paper.qmd", `${declared}@⟦x⟧\n\n\`\`\`{python}\nopen("other.bib")\n\`\`\`\n`, { "one.bib": bib }, ["unknown-key"]],
    ["a bibliography that a chunk of code writes", "paper.Rnw", "\\cite{R:MASS}\n<<bib>>=\nwrite(x, file = \"paper-R.bib\")\n@\n\\bibliography{one,paper-R}", { "one.bib": bib }, []],
    ["a bibliography that another chapter writes", "01-one.Rmd", "@R-base [@doe2001]", { "_bookdown.yml": "", "index.Rmd": "---\nbibliography: [one.bib, packages.bib]\n---\n", "09-end.Rmd": "```{r}\nwrite_bib('base', \"packages.bib\")\n```\n", "one.bib": bib }, []],
    ["a key that no bibliography of the book has", "01-one.Rmd", "@⟦x⟧ [@doe2001; @⟦two⟧]", { "_bookdown.yml": "", "index.Rmd": "---\nbibliography: one.bib\n---\n", "one.bib": bib, "two.bib": "@misc{two, title={T}}" }, ["unknown-key", "not-declared"]],
    ["a project's bibliography that a document writes", "_quarto.yml", "bibliography: [packages.bib, ⟦none.bib⟧]\n", { "a/paper.qmd": "```{r}\nwrite_bib('base', 'packages.bib')\n```\n" }, ["missing-bibliography"]],
    ["a bibliography whose path code computes", "paper.Rmd", "---\nbibliography:\n- one.bib\n- '`r here::here(\"refs.bib\")`'\n- ⟦none.bib⟧\n---\n[@x; @doe2001]", { "one.bib": bib }, ["missing-bibliography"]],
    ["a bibliography whose path an expression computes", "paper.Rmd", "---\nbibliography: !expr file.path('a', 'refs.bib')\n---\n[@x]", { "one.bib": bib }, []],
    ["labels of pandoc-crossref", "paper.md", `${declared}@fig:plot [@Eq:one; @tbl:a] @⟦figure:x⟧`, { "one.bib": bib }, ["unknown-key"]],
    ["identifiers that are looked up when the document is built", "paper.md", `${declared}[@doi:10.1000/xyz; @10.1093/nar/22.22.4673] @pmid:123 [@https://doi.org/10.1/x] {cite}\`10.1093/nar/22.22.4673\` @⟦10.1⟧`, { "one.bib": bib }, ["unknown-key"]],
    ["a bibliography on the web", "paper.md", "---\nbibliography: https://example.org/refs.bib\n---\n[@x]", { "one.bib": bib }, []],
    ["a bibliography that biber fetches", "paper.tex", "\\addbibresource[location=remote]{https://example.org/refs.bib}\\cite{x}", {}, []],
    ["a key, where the class brings biblatex and nothing else is there", "paper.tex", "\\documentclass{thesis}\\defbibheading{bibliography}{}\\cite{x}\\printbibliography", {}, []],
    ["a key, where the class brings biblatex and the workspace has the sources", "paper.tex", "\\documentclass{thesis}\\cite{doe2001,⟦x⟧}\\printbibliography", { "one.bib": bib }, ["unknown-key"]],
    ["a key, where biblatex is loaded and nothing is named", "paper.tex", "\\usepackage{biblatex}\\cite{⟦x⟧}\\printbibliography", {}, ["unknown-key"]],
    ["a bibliography that one branch of a condition declares", "paper.tex", "\\ifthenelse{\\boolean{draft}}{%\n\\bibliography{one}%\n}{%\n\\bibliography{other}}\\cite{doe2001}\n\\IfFileExists{more.bib}{\\bibliography{more}}{}", { "one.bib": bib }, []],
    ["a bibliography in a group of its own", "paper.tex", "{\\small\n\\bibliography{⟦none⟧}}", {}, ["missing-bibliography"]],
    ["a template of Pandoc", "default.latex", "\\nocite{$for(nocite-ids)$$it$$sep$, $endfor$}\n\\bibliography{$for(bibliography)$$bibliography$$sep$,$endfor$}\\addbibresource{$bibliography$}", {}, []],
    ["names that a manual leaves to the writer", "paper.tex", "\\bibliography{one,...}\\cite{<key>}\\cite{⟦x⟧}", { "one.bib": bib }, ["unknown-key"]],
    ["a bibliography that is not where it is declared", "paper.md", "---\nbibliography: ⟦../inst/two.bib⟧\n---\n[@roe2002; @⟦none⟧]", { "lib/two.bib": "@book{roe2002, title={T}}" }, ["missing-bibliography", "unknown-key"]],
    ["\\nocite{*} is no key", "paper.tex", "\\nocite{*}\\cite{doe2001}\\bibliography{one}", { "one.bib": bib }, []],
    ["front matter's own references are known", "paper.md", "---\nreferences:\n- id: own\n  type: book\n---\n@own", {}, []],
  ];
  for (const [when, file, marked, more, codes] of cases) {
    it(when, async () => {
      const { text, ranges } = readMarks(marked);
      assert.deepEqual(await problemsIn({ ...more, [file]: text }, file), ranges.map(({ start, end }, index) => `${codes[index] ?? "?"}: ${text.slice(start, end)}`));
    });
  }

  it("names the nearest keys", async () => {
    const { service, workspace } = serviceFor({ "paper.md": "[@doe2010]", "one.bib": bib });
    const [problem] = await service.problems(workspace.document("paper.md"));
    assert.equal(problem?.message, "No source has the key “doe2010”. Did you mean “doe2001”?");
  });

  it("are as loud as the settings say", async () => {
    const { service, workspace } = serviceFor({ "paper.md": "[@x]" }, { settings: { diagnostics: { ...defaultSettings.diagnostics, "unknown-key": "error" } } });
    assert.deepEqual((await service.problems(workspace.document("paper.md"))).map(({ severity }) => severity), ["error"]);
    assert.deepEqual(await problemsIn({ "paper.md": "[@x]" }, "paper.md", { diagnostics: { ...defaultSettings.diagnostics, "unknown-key": "off" } }), []);
  });
});

describe("problems of a bibliography", () => {
  const cases: readonly (readonly [file: string, text: string, problems: readonly string[]])[] = [
    ["one.bib", bib, []],
    ["one.bib", "@article{x, title={T}, author={A}, year=2000}", ["missing-field: x"]],
    ["one.bib", "@misc{x}", []],
    ["one.bib", `${bib}${bib}`, ["duplicate-key: doe2001"]],
    ["one.bib", "@book{a, title={T}, crossref={a}}", ["circular: {a}", "missing-field: a"]],
    ["items.json", "[{\"id\":\"a\",\"type\":\"book\",\"author\":[{\"family\":\"A\"}]}]", ["missing-field: a"]],
    ["other.json", "[{\"id\":\"a\"}]", []],
  ];
  for (const [file, text, expected] of cases) {
    it(JSON.stringify(text), async () => assert.deepEqual([...await problemsIn({ [file]: text }, file)].sort(), expected));
  }

  it("name what no document cites, where the writer wants to know", async () => {
    const settings = { diagnostics: { ...defaultSettings.diagnostics, unused: "information" } } as const;
    const two = `${bib}@book{roe2002, title={Two}, author={Roe, R.}, year=2002}`;
    assert.deepEqual(await problemsIn({ "one.bib": two, "paper.md": "@doe2001" }, "one.bib", settings), ["unused: roe2002"]);
    assert.deepEqual(await problemsIn({ "one.bib": two, "paper.md": "---\nnocite: '@*'\n---\n" }, "one.bib", settings), []);
    assert.deepEqual(await problemsIn({ "one.bib": two }, "one.bib", settings), []);
    assert.deepEqual(await problemsIn({ "one.bib": two, "paper.md": "@doe2001" }, "one.bib"), []);
  });

  it("say that a file is not UTF-8", async () => {
    const { service, workspace } = serviceFor({ "one.bib": Uint8Array.from([...new TextEncoder().encode("@book{x, title={M"), 0xfc, ...new TextEncoder().encode("ller}, author={A}, year=2000}")]) });
    const problems = await service.bibliographyProblems(workspace.uri("one.bib"));
    assert.deepEqual(problems?.map(({ code, severity }) => `${code} ${severity}`), ["syntax information"]);
  });
});

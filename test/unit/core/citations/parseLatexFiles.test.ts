import assert from "node:assert/strict";
import { parseLatex } from "../../../../src/core/citations/latex/parseLatex";
import { readMarks } from "../../../support/marks";

const parse = (text: string): ReturnType<typeof parseLatex> => parseLatex(text, { citationCommands: [] });

describe("LaTeX bibliography declarations", () => {
  const rows = [
    String.raw`\bibliography{⟦a⟧, ⟦b.bib⟧ ,⟦../c/d⟧}`,
    "\\bibliography{%\n  ⟦a⟧,% one\n  ⟦b⟧,\n}",
    String.raw`\addbibresource{⟦refs.bib⟧} \addbibresource[datatype=ris]{⟦a.ris⟧} \addglobalbib{⟦b.bib⟧} \addsectionbib{⟦c d.bib⟧}`,
    String.raw`\addbibresource[location=remote]{http://x.org/a.bib} \addbibresource{https://x.org/b.bib}`,
    String.raw`\nobibliography{⟦a⟧} \nobibliography* \defaultbibliography{⟦b⟧} \putbib[⟦c⟧,⟦d⟧] \putbib`,
    String.raw`\begin{refsection}[⟦a.bib⟧] \end{refsection} \newrefsection[⟦b.bib⟧] \begin{refsection}`,
    String.raw`\addbibresource[label=own]{⟦a.bib⟧} \begin{refsection}[own] \end{refsection} \newrefsection[own,⟦b.bib⟧]`,
    String.raw`\newcites{sec}{S} \bibliographysec{⟦a⟧} \bibliographyfoo{b} \bibliographystyle{c}`,
    String.raw`\bibliography{"⟦my refs⟧",⟦b⟧} \addbibresource{"⟦x.bib⟧"} \addbibresource{ ⟦y.bib⟧ }`,
    String.raw`% \bibliography{a}` + "\n" + String.raw`\newcommand{\x}{\bibliography{b}} \addbibresource{\jobname.bib} \bibliography{\x,⟦c⟧} \bibliography{#1}`,
    String.raw`\bibliography{a \cite{b}`,
  ];
  for (const marked of rows) {
    it(marked, () => {
      const { text, ranges } = readMarks(marked);
      assert.deepEqual(parse(text).declarations, ranges.map((range) => ({ kind: "tex", path: text.slice(range.start, range.end), range })));
    });
  }

  it("undoes escapes in names", () => {
    assert.deepEqual(parse(String.raw`\addbibresource{my\_refs.bib}`).declarations.map(({ path }) => path), ["my_refs.bib"]);
  });
});

describe("LaTeX links", () => {
  const rows: readonly (readonly [marked: string, expected: readonly string[]])[] = [
    [String.raw`\input{⟦a⟧} \include{⟦b/c⟧} \subfile{⟦d.tex⟧} \subfileinclude{⟦e⟧} \InputIfFileExists{⟦f⟧}{}{}`, ["include a", "include b/c", "include d.tex", "include e", "include f"]],
    ["\\input ⟦a⟧\n\\input ⟦b.tex⟧ x \\input{ ⟦c⟧ }\\input \"⟦d e⟧\" \\input%\n ⟦f⟧\\relax", ["include a", "include b.tex", "include c", "include d e", "include f"]],
    [String.raw`\import{a/}{⟦b⟧} \subimport*{c}{⟦d⟧} \includefrom{e}{⟦f⟧} \subincludefrom{g}{⟦h⟧} \import{i}`, ["include b in a/", "include d in c", "include f in e", "include h in g"]],
    ["% !TEX root = ⟦../main.tex⟧\n%!TeX root=⟦b c.tex⟧ \n%% !tex ROOT = ⟦d⟧\n% !TEX program = x\n% TEX root = e\n% !TEX root =", ["root ../main.tex", "root b c.tex", "root d"]],
    ["% !Rnw root = ⟦main.Rnw⟧\n\\SweaveInput{⟦a.Rnw⟧}", ["root main.Rnw", "include a.Rnw"]],
    [String.raw`\documentclass[⟦../main⟧]{subfiles} \documentclass[a4paper]{article} \documentclass{subfiles}`, ["root ../main"]],
    ["% \\input{a}\n\\newcommand{\\x}{\\input{b}} \\def\\y{\\input c } \\input{\\jobname} \\input{#1} \\input \\x \\verb|\\input{d}| \\input", []],
    ["\\input{⟦a⟧}\n\\end{document}\n\\input{b}", ["include a"]],
  ];
  for (const [marked, expected] of rows) {
    it(marked, () => {
      const { text, ranges } = readMarks(marked);
      const { links } = parse(text);
      assert.deepEqual(links.map(({ kind, path, directory }) => `${kind} ${path}${directory === undefined ? "" : ` in ${directory}`}`), expected);
      assert.deepEqual(links.map(({ range }) => range), ranges);
    });
  }
});

describe("LaTeX thebibliography", () => {
  const rows: readonly (readonly [marked: string, expected: readonly string[]])[] = [
    ["\\begin{thebibliography}{9}\n⟦\\bibitem{⟦a⟧} D. Knuth, {\\em The Art}. % x\n \\newblock 1968.⟧\n\n⟦\\bibitem[M\\\"u(2001)]{ ⟦b c⟧ } M\\\"uller \\& Co⟧\n\\end{thebibliography} after",
      ["a: D. Knuth, The Art. 1968.", "b c: Müller & Co"]],
    ["⟦\\bibitem{⟦a⟧}⟧ ⟦\\bibitem[{[1]}]{⟦__proto__⟧} Text⟧", ["a: ", "__proto__: Text"]],
    ["\\bibitem{a,b} x \\bibitem{} y \\bibitem x \\bibitem{c \\newcommand{\\x}{\\bibitem{d} z}", []],
    // harvard and amsrefs
    ["⟦\\harvarditem[Knuth]{Knuth and B}{1984}{⟦a⟧} D. Knuth⟧\n⟦\\harvarditem{L}{1994}{⟦b⟧} L⟧", ["a: D. Knuth", "b: L"]],
    ["⟦\\bib{⟦a⟧}{article}{\n  author={Kn},\n  subtitle={No},\n  title={On {\\em the} $X$},\n}⟧ ⟦\\bib*{⟦b⟧}{book}{date={2000}}⟧ \\bib{c}{book} \\bib", ["a: On the X", "b: "]],
    ["% \\bibitem{a} x\n\\begin{verbatim}\\bibitem{b}\\end{verbatim}", []],
  ];
  for (const [marked, expected] of rows) {
    it(marked, () => {
      const { text, ranges } = readMarks(marked);
      const { inlineSources } = parse(text);
      const items = inlineSources.flatMap((source) => "item" in source ? [source.item] : []);
      assert.deepEqual(items.map(({ id, title }) => `${id}: ${title ?? ""}`), expected);
      assert.deepEqual(inlineSources.flatMap(({ range, keyRange }) => [range, keyRange]), ranges);
      assert.ok(items.every(({ type }) => type === "document"));
    });
  }

  it("has nothing of what Markdown has", () => {
    const { language, settings, frontMatter } = parse("---\nbibliography: a\n---\n[@b]");
    assert.deepEqual({ language, settings, frontMatter }, { language: "latex", settings: {}, frontMatter: undefined });
  });
});

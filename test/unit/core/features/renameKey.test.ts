import assert from "node:assert/strict";
import { readMarks } from "../../../support/marks";
import { serviceFor } from "../../../support/service";

type Files = Readonly<Record<string, string>>;

/** The files after the key at `‸` got a new name, or why it did not. */
async function rename(marked: Files, newKey: string): Promise<Files | string> {
  const read = Object.entries(marked).map(([path, text]) => ({ path, ...readMarks(text) }));
  const { service, workspace } = serviceFor(Object.fromEntries(read.map(({ path, text }) => [path, text])));
  const at = read.find(({ cursor }) => cursor >= 0);
  assert.ok(at);
  const answer = await service.rename(workspace.document(at.path), at.cursor, newKey);
  if ("reason" in answer) return answer.reason;
  return Object.fromEntries(read.map(({ path, text }) => {
    const edits = answer.edits.filter(({ uri }) => uri === workspace.uri(path)).sort((a, b) => b.range.start - a.range.start);
    return [path, edits.reduce((changed, { range, newText }) => changed.slice(0, range.start) + newText + changed.slice(range.end), text)];
  }));
}

describe("renaming a key", () => {
  const done: readonly (readonly [when: string, files: Files, newKey: string, expected: Files])[] = [
    ["in documents and the bibliography at once",
      { "a.md": "@o‸ne [see @one, p. 3; -@one] `@one`", "b.tex": "\\citep[3]{two, one} % one", "r.bib": "@book{one, title={one}}\n@book{two, title={Two}}" }, "uno",
      { "a.md": "@uno [see @uno, p. 3; -@uno] `@one`", "b.tex": "\\citep[3]{two, uno} % one", "r.bib": "@book{uno, title={one}}\n@book{two, title={Two}}" }],
    ["from the entry", { "a.md": "@one", "r.bib": "@book{on‸e, title={One}}" }, "uno", { "a.md": "@uno", "r.bib": "@book{uno, title={One}}" }],
    ["with braces where Markdown needs them", { "a.md": "@o‸ne @{one}", "r.json": "[{\"id\":\"one\",\"type\":\"book\",\"title\":\"One\"}]" }, "uno dos", { "a.md": "@{uno dos} @{uno dos}", "r.json": "[{\"id\":\"uno dos\",\"type\":\"book\",\"title\":\"One\"}]" }],
    ["with quotes where CSL-JSON has a number", { "a.md": "@1‸2", "r.json": "[{\"id\":12,\"type\":\"book\",\"title\":\"One\"}]" }, "uno", { "a.md": "@uno", "r.json": "[{\"id\":\"uno\",\"type\":\"book\",\"title\":\"One\"}]" }],
    ["where it is mentioned or not cited in the text", { "a.tex": "\\defcitealias{o‸ne}{One}\\shortcites{two,one}\\citetalias{one}", "b.md": "---\nnocite: |\n  @one, @two\n---\n", "r.bib": "@book{one, title={One}}\n@book{two, title={Two}}" }, "uno",
      { "a.tex": "\\defcitealias{uno}{One}\\shortcites{two,uno}\\citetalias{uno}", "b.md": "---\nnocite: |\n  @uno, @two\n---\n", "r.bib": "@book{uno, title={One}}\n@book{two, title={Two}}" }],
    ["in every syntax of Markdown",
      { "a.md": "{cite:p}`two, o‸ne` {cite:t}`one` [@two; see -@{one}, p. 3]\n\n| [@one] |\n|---|\n| x |\n\nText[^1] ^[@one]\n\n[^1]: @one\n\n> - [@one]\n", "r.bib": "@book{one, title={One}}\n@book{two, title={Two}}" }, "uno",
      { "a.md": "{cite:p}`two, uno` {cite:t}`uno` [@two; see -@{uno}, p. 3]\n\n| [@uno] |\n|---|\n| x |\n\nText[^1] ^[@uno]\n\n[^1]: @uno\n\n> - [@uno]\n", "r.bib": "@book{uno, title={One}}\n@book{two, title={Two}}" }],
    ["in every syntax of LaTeX",
      { "a.tex": "\\cite{%\n  two,% one\n  o‸ne\n}\\cites(see)[3]{one}[4]{two}\\nocite{one}\\citep*[see][]{ one }\\footnote{\\textcite{one}}", "r.bib": "@book{one, title={One}}\n@book{two, title={Two}}" }, "uno",
      { "a.tex": "\\cite{%\n  two,% one\n  uno\n}\\cites(see)[3]{uno}[4]{two}\\nocite{uno}\\citep*[see][]{ uno }\\footnote{\\textcite{uno}}", "r.bib": "@book{uno, title={One}}\n@book{two, title={Two}}" }],
    ["in Quarto and R Markdown", { "a.qmd": "@o‸ne `r x`", "b.Rmd": "[@one]\n\n```{r}\n\"@one\"\n```\n", "r.yaml": "references:\n- id: one\n  type: book\n  title: One\n" }, "uno", { "a.qmd": "@uno `r x`", "b.Rmd": "[@uno]\n\n```{r}\n\"@one\"\n```\n", "r.yaml": "references:\n- id: uno\n  type: book\n  title: One\n" }],
    ["in tagged bibliographies", { "a.md": "[@o‸ne]", "r.ris": "TY  - BOOK\nID  - one\nTI  - One\nER  - \n" }, "uno", { "a.md": "[@uno]", "r.ris": "TY  - BOOK\nID  - uno\nTI  - One\nER  - \n" }],
    ["from front matter", { "b.md": "---\nnocite: \"@o‸ne\"\n---\n", "r.bib": "@book{one, title={One}}" }, "uno", { "b.md": "---\nnocite: \"@uno\"\n---\n", "r.bib": "@book{uno, title={One}}" }],
    ["of the second of two entries alone", { "a.md": "@one", "r.bib": "@book{one, title={One}}\n@book{o‸ne, title={Uno}}\n@inbook{two, crossref={one}}" }, "uno",
      { "a.md": "@one", "r.bib": "@book{one, title={One}}\n@book{uno, title={Uno}}\n@inbook{two, crossref={one}}" }],
    ["in crossrefs", { "r.bib": "@book{o‸ne, title={One}}\n@inbook{two, crossref = \"one\"}" }, "uno", { "r.bib": "@book{uno, title={One}}\n@inbook{two, crossref = \"uno\"}" }],
    ["not of a macro", { "r.bib": "@string{one = {two}}\n@book{o‸ne, title={One}}\n@book{two, title={Two}}\n@inbook{x, crossref = one}" }, "uno", { "r.bib": "@string{one = {two}}\n@book{uno, title={One}}\n@book{two, title={Two}}\n@inbook{x, crossref = one}" }],
    ["with spaces in RIS", { "a.md": "@o‸ne", "r.ris": "TY  - BOOK\nID  - one\nTI  - One\nER  - \n" }, "uno \"dos\"", { "a.md": "@{uno \"dos\"}", "r.ris": "TY  - BOOK\nID  - uno \"dos\"\nTI  - One\nER  - \n" }],
    ["in single quotation marks", { "a.md": "@o‸ne", "r.yaml": "references:\n- id: 'one'\n  type: book\n  title: One\n" }, "u'no", { "a.md": "@{u'no}", "r.yaml": "references:\n- id: 'u''no'\n  type: book\n  title: One\n" }],
    ["beside a no-break space", { "a.tex": "\\cite{o‸ne\u00a0,two}", "r.bib": "@book{one, title={One}}" }, "uno", { "a.tex": "\\cite{uno\u00a0,two}", "r.bib": "@book{uno, title={One}}" }],
    ["of an alias alone", { "a.md": "@o‸ld @one", "r.bib": "@book{one, ids={other, old}, title={One}}" }, "ancient", { "a.md": "@ancient @one", "r.bib": "@book{one, ids={other, ancient}, title={One}}" }],
    ["only where it means this entry",
      { "a.md": "---\nbibliography: r.bib\n---\n@o‸ne", "b.md": "---\nbibliography: s.bib\n---\n@one", "r.bib": "@book{one, title={One}}", "s.bib": "@book{one, title={Uno}}" }, "uno",
      { "a.md": "---\nbibliography: r.bib\n---\n@uno", "b.md": "---\nbibliography: s.bib\n---\n@one", "r.bib": "@book{uno, title={One}}", "s.bib": "@book{one, title={Uno}}" }],
    ["of the document's own references", { "a.md": "---\nreferences:\n- id: one\n  type: book\n---\n@o‸ne" }, "uno", { "a.md": "---\nreferences:\n- id: uno\n  type: book\n---\n@uno" }],
    ["of a \\bibitem", { "a.tex": "\\cite{o‸ne}\\begin{thebibliography}{9}\\bibitem{one} X\\end{thebibliography}" }, "uno", { "a.tex": "\\cite{uno}\\begin{thebibliography}{9}\\bibitem{uno} X\\end{thebibliography}" }],
  ];
  for (const [when, files, newKey, expected] of done) it(when, async () => assert.deepEqual(await rename(files, newKey), expected));

  const bib = "@book{one, title={One}}\n@book{two, title={Two}}";
  const refused: readonly (readonly [reason: string, files: Files, newKey: string])[] = [
    ["no-key", { "a.md": "wo‸rd", "r.bib": bib }, "uno"],
    ["unknown-key", { "a.md": "@no‸ne", "r.bib": bib }, "uno"],
    ["read-only", { "a.md": "@zakharova‸2016economic" }, "uno"],
    ["empty", { "a.md": "@o‸ne", "r.bib": bib }, " "],
    ["taken", { "a.md": "@o‸ne", "r.bib": bib }, "two"],
    ["taken", { "a.md": "@o‸ne", "r.bib": bib, "s.bib": "@book{uno, title={X}}" }, "uno"],
    ["invalid", { "a.md": "@o‸ne", "r.bib": bib }, "u no"],
    ["invalid", { "a.md": "@o‸ne", "r.bib": bib }, "u,no"],
    ["invalid", { "a.tex": "\\cite{o‸ne}", "r.json": "[{\"id\":\"one\",\"type\":\"book\",\"title\":\"One\"}]" }, "u%no"],
    ["invalid", { "a.md": "@o‸ne", "r.json": "[{\"id\":\"one\",\"type\":\"book\",\"title\":\"One\"}]" }, "u}no"],
  ];
  for (const [reason, files, newKey] of refused) it(`is refused: ${reason} (${newKey})`, async () => assert.equal(await rename(files, newKey), reason));
});

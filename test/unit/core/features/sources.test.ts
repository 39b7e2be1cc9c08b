import assert from "node:assert/strict";
import { readMarks } from "../../../support/marks";
import { serviceFor } from "../../../support/service";

const files = {
  "a.bib": "@book{doe2001, ids={old}, title={One}}\n\n@book{roe2002, title={Two}}",
  "b.bib": "@book{doe2001, title={Hidden}}\n@book{only, title={Only}}",
  "paper.md": "---\nbibliography: a.bib\n---\n",
};

describe("The source at a place", () => {
  const cases: readonly (readonly [name: string, text: string, expected: string])[] = [
    ["paper.md", "---\nbibliography: a.bib\n---\n@doe‸2001", "doe2001 in a.bib"],
    ["paper.md", "---\nbibliography: a.bib\n---\n@old‸", "old in a.bib"],
    ["paper.md", "---\nbibliography: a.bib\n---\n[@nob‸ody]", "nobody unknown"],
    ["paper.md", "@doe2001 text‸", "nothing"],
    ["paper.tex", "\\addbibresource{a.bib}\\cite{doe2001,roe‸2002}", "roe2002 in a.bib"],
    ["a.bib", "@book{doe2001, title={O‸ne}}", "doe2001 in a.bib, entry"],
    ["a.bib", "@book{doe2001, title={One}}\n\n‸% text", "nothing"],
    ["notes.txt", "@doe‸2001", "nothing"],
  ];
  for (const [name, marked, expected] of cases) {
    it(`${name}: ${marked.replaceAll("\n", "⏎")}`, async () => {
      const { text, cursor } = readMarks(marked);
      const { service, workspace } = serviceFor({ ...files, [name]: text });
      const found = await service.sourceAt(workspace.document(name), cursor);
      const shown = found === undefined ? "nothing" : `${found.key} ${found.source === undefined ? "unknown" : `in ${found.source.part.name}`}${found.isEntry ? ", entry" : ""}`;
      assert.equal(shown, expected);
    });
  }
});

describe("A source by its place", () => {
  const cases: readonly (readonly [uri: string, key: string, title: string | undefined])[] = [
    ["file:///paper/a.bib", "doe2001", "One"],
    ["file:///paper/b.bib", "doe2001", "Hidden"],
    ["file:///paper/b.bib", "only", "Only"],
    ["sourcebook:/Reference%20corpus.json", "zakharova2016economic", "Economic Cooperation between Russia and North Korea: New Goals and New Approaches"],
    ["file:///paper/b.bib", "constructor", undefined],
    ["file:///paper/c.bib", "doe2001", undefined],
  ];
  for (const [uri, key, title] of cases) {
    it(`${key} in ${uri}`, async () => {
      const { service } = serviceFor(files, { settings: { bibliographies: ["a.bib"] } });
      assert.equal((await service.sourceIn(uri, key))?.entry.summary.title, title);
    });
  }

  it("knows where it is cited", async () => {
    const { service } = serviceFor({ ...files, "one.md": "@roe2002 @roe2002", "two.tex": "\\cite{roe2002} \\cite{only}" });
    const source = await service.sourceIn("file:///paper/a.bib", "roe2002");
    assert.deepEqual(source && (await service.citations(source)).map(({ uri, range }) => [uri, range.start]), [["file:///paper/one.md", 1], ["file:///paper/one.md", 10], ["file:///paper/two.tex", 6]]);
  });
});

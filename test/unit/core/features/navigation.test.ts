import assert from "node:assert/strict";
import type { Location } from "../../../../src/core/model/location";
import { readMarks } from "../../../support/marks";
import { neverCancelled, serviceFor } from "../../../support/service";

type Files = Readonly<Record<string, string>>;

/** A workspace of marked files: the cursor stands in one of them, the ranges are what is expected. */
function readFiles(marked: Files) {
  const read = Object.entries(marked).map(([path, text]) => ({ path, ...readMarks(text) }));
  const { service, workspace } = serviceFor(Object.fromEntries(read.map(({ path, text }) => [path, text])));
  const at = read.find(({ cursor }) => cursor >= 0);
  assert.ok(at, "No file has a cursor");
  const expected = read.flatMap(({ path, ranges }) => ranges.map(({ start, end }) => `${path} ${String(start)}-${String(end)}`)).sort();
  const told = (places: readonly Location[] | undefined): readonly string[] =>
    (places ?? []).map(({ uri, range: { start, end } }) => `${uri.replace(`${workspace.uri("")}/`, "")} ${String(start)}-${String(end)}`).sort();
  return { service, workspace, document: workspace.document(at.path), offset: at.cursor, expected, told };
}

describe("definition", () => {
  const cases: readonly (readonly [when: string, files: Files])[] = [
    ["from Markdown", { "paper.md": "@o‸ne", "a.bib": "@book{⟦one⟧, title={One}}" }],
    ["from LaTeX", { "paper.tex": "\\cite{two, one‸}", "a.bib": "@book{⟦one⟧, title={One}}" }],
    ["by an alias", { "paper.md": "@o‸ld", "a.bib": "@book{⟦one⟧, ids={old}, title={One}}" }],
    ["to every definition", { "paper.md": "@o‸ne", "a.bib": "@book{⟦one⟧, title={One}}", "b.bib": "@book{⟦one⟧, title={Uno}}" }],
    ["into CSL-JSON", { "paper.md": "@o‸ne", "a.json": "[{\"id\": \"⟦one⟧\", \"type\": \"book\", \"title\": \"One\"}]" }],
    ["into the document's own references", { "paper.md": "---\nreferences:\n- id: ⟦one⟧\n  type: book\n---\n@o‸ne" }],
    ["from a crossref", { "a.bib": "@inbook{one, crossref={tw‸o}}\n@book{⟦two⟧, title={Two}}" }],
    ["from a macro", { "a.bib": "@string{⟦aer⟧ = {American Economic Review}}\n@article{one, journal = AE‸R # { x}}" }],
    ["nowhere from an unknown key", { "paper.md": "@no‸ne", "a.bib": "@book{one, title={One}}" }],
    ["nowhere from plain text", { "paper.md": "wo‸rd", "a.bib": "@book{word, title={One}}" }],
  ];
  for (const [when, files] of cases) {
    it(when, async () => {
      const { service, document, offset, expected, told } = readFiles(files);
      assert.deepEqual(told((await service.definition(document, offset, neverCancelled))?.targets), expected);
    });
  }
});

describe("references", () => {
  const cases: readonly (readonly [when: string, files: Files])[] = [
    ["from a citation, in all documents", { "a.md": "@⟦o‸ne⟧ and [@⟦one⟧]", "b.md": "@⟦one⟧ @two", "c.tex": "\\cite{two,⟦one⟧}", "r.bib": "@book{⟦one⟧, title={One}}" }],
    ["from an entry", { "a.md": "[@⟦one⟧]", "r.bib": "@book{⟦on‸e⟧, title={One}}" }],
    ["with uses in the bibliography", { "a.md": "@⟦one⟧", "r.bib": "@book{⟦o‸ne⟧, title={one}}\n@inbook{two, crossref = {⟦one⟧}, note={one}}" }],
    ["not where the key means another entry", { "a.md": "---\nbibliography: r.bib\n---\n@⟦o‸ne⟧", "b.md": "---\nbibliography: s.bib\n---\n@one", "r.bib": "@book{⟦one⟧, title={One}}", "s.bib": "@book{one, title={Uno}}" }],
    ["of an alias", { "a.md": "@⟦o‸ld⟧ @⟦one⟧", "r.bib": "@book{⟦one⟧, ids={⟦old⟧}, title={One}}" }],
    ["not in code", { "a.md": "@⟦o‸ne⟧ `@one`", "r.bib": "@book{⟦one⟧, title={One}}" }],
  ];
  for (const [when, files] of cases) {
    it(when, async () => {
      const { service, document, offset, expected, told } = readFiles(files);
      assert.deepEqual(told(await service.references(document, offset, true, neverCancelled)), expected);
    });
  }

  it("without the entry itself where that is not wanted", async () => {
    const { service, document, offset, expected, told } = readFiles({ "a.md": "@⟦o‸ne⟧", "r.bib": "@book{one, title={One}}" });
    assert.deepEqual(told(await service.references(document, offset, false, neverCancelled)), expected);
  });
});

describe("highlights", () => {
  it("are all citations of the same source in the document", async () => {
    const { service, document, offset, expected, told } = readFiles({ "a.md": "@⟦o‸ne⟧ [@⟦one⟧; @two; @⟦old⟧]", "r.bib": "@book{one, ids={old}, title={One}}" });
    const ranges = await service.highlights(document, offset);
    assert.deepEqual(told(ranges?.map((range) => ({ uri: document.uri, range }))), expected);
  });

  it("of a bibliography are a key and where other entries name it", async () => {
    const { service, document, offset, expected, told } = readFiles({ "a.bib": "@inbook{two, crossref={⟦on‸e⟧}}\n@book{⟦one⟧, ids={⟦old⟧}, title={one}}\n@inbook{three, xref={⟦old⟧}}" });
    assert.deepEqual(told((await service.highlights(document, offset))?.map((range) => ({ uri: document.uri, range }))), expected);
  });

  it("are keys that are named only, too", async () => {
    const { service, document, offset, expected, told } = readFiles({ "a.tex": "\\defcitealias{⟦o‸ne⟧}{One} \\cite{⟦one⟧,two} \\nocite{⟦one⟧}", "r.bib": "@book{one, title={One}}" });
    assert.deepEqual(told((await service.highlights(document, offset))?.map((range) => ({ uri: document.uri, range }))), expected);
  });

  it("of a source that the document defines are its key and its citations", async () => {
    const { service, document, offset, expected, told } = readFiles({ "a.md": "---\nnocite: '@⟦one⟧'\nreferences:\n- id: ⟦o‸ne⟧\n  type: book\n---\n[@⟦one⟧]" });
    assert.deepEqual(told((await service.highlights(document, offset))?.map((range) => ({ uri: document.uri, range }))), expected);
  });

  it("work for unknown keys", async () => {
    const { service, document, offset, expected, told } = readFiles({ "a.md": "@⟦x‸x⟧ [@⟦xx⟧]" });
    assert.deepEqual(told((await service.highlights(document, offset))?.map((range) => ({ uri: document.uri, range }))), expected);
  });
});

describe("document links", () => {
  it("lead from declarations to files that are there", async () => {
    const { service, workspace } = serviceFor({ "a.md": "---\nbibliography: [r, none.bib]\n---\n", "r.bib": "" });
    assert.deepEqual(await service.links(workspace.document("a.md")), [{ range: { start: 19, end: 20 }, target: workspace.uri("r.bib") }]);
  });
});

describe("symbols", () => {
  it("of a bibliography are its entries in file order", async () => {
    const { service, workspace } = serviceFor({ "r.bib": "@book{b, title={B}}\n@book{a, title={A}}", "package.json": "{}" });
    assert.deepEqual((await service.documentSymbols(workspace.document("r.bib")))?.map(({ key }) => key), ["b", "a"]);
    assert.equal(await service.documentSymbols(workspace.document("package.json")), undefined);
  });

  it("fold with other blocks and groups of macros", async () => {
    const bibtex = "⟦@string{a = {A}}\n@string{b = {B}}⟧\n⟦@comment{\n@book{c}\n}⟧\n⟦@book{b,\n title={B}}⟧\n⟦@string{c = {C}}⟧\n⟦@xdata{d,\n x=1}⟧ text";
    for (const [path, text] of [["r.bib", bibtex], ["r.json", "[⟦{\"id\": \"a\", \"type\": \"book\", \"title\": \"A\"}⟧]"]] as const) {
      const { text: plain, ranges } = readMarks(text);
      const { service, workspace } = serviceFor({ [path]: plain });
      assert.deepEqual(await service.folds(workspace.document(path)), ranges);
    }
  });

  it("of the workspace match like completion", async () => {
    const { service } = serviceFor({ "r.bib": "@book{b, title={Rivers}}", "s.bib": "@book{a, title={Dams and rivers}}\n@book{rivers, title={X}}" });
    assert.deepEqual((await service.workspaceSymbols("river")).map(({ key }) => key), ["rivers", "b", "a"]);
  });
});

import assert from "node:assert/strict";
import type { DocumentReferences } from "../../../../src/core/features/formatDocument";
import { plainEngine, type EngineLog } from "../../../support/plainEngine";
import { serviceFor, type ServiceOptions } from "../../../support/service";

type Files = Readonly<Record<string, string>>;

const bib = `@book{doe, title={Walls}, author={Doe, Jane}, year={2001}}
@book{roe, title={Doors}, author={Roe, Rich}, year={2002}, ids={richard}}
@book{fig-1, title={Figures}}`;

function open(files: Files, options: ServiceOptions = {}): ReturnType<typeof serviceFor> & { readonly log: EngineLog } {
  const log: EngineLog = { documents: [] };
  return { ...serviceFor(files, { loadEngine: () => Promise.resolve(plainEngine(log)), ...options }), log };
}

async function format(files: Files, path = Object.keys(files)[0] ?? "", options: ServiceOptions = {}): Promise<DocumentReferences & { readonly shown: string }> {
  const { service, workspace } = open(files, options);
  const formatted = await service.formatDocument(workspace.document(path), "text");
  assert.ok(formatted);
  const text = workspace.document(path).getText();
  return { ...formatted, shown: formatted.citations.map(({ cluster: { range }, text: citation }) => `${text.slice(range.start, range.end)} → ${citation}`).join(" | ") };
}

describe("formatting a document's citations", () => {
  const cases: readonly (readonly [text: string, shown: string, references: string])[] = [
    ["[see @doe, p. 3; -@roe] and @doe", "[see @doe, p. 3; -@roe] → <see doe page 3; -roe> | @doe → <+doe>", "doe, roe"],
    ["@roe [p. 3], @doe", "@roe [p. 3] → <+roe page 3> | @doe → <+doe>", "roe, doe"],
    ["[@nobody; @doe]", "[@nobody; @doe] → <nobody?; doe>", "doe"],
    ["[@richard] [@roe]", "[@richard] → <richard> | [@roe] → <richard>", "richard"],
    ["@fig-1 and @fig-2", "@fig-1 → <+fig-1>", "fig-1"],
    ["---\nnocite: '@roe'\n---\n\n[@doe]", "roe →  | [@doe] → <doe>", "roe, doe"],
    ["---\nnocite: '@*'\n---\n\n[@roe]", "[@roe] → <roe>", "roe, doe, fig-1"],
    ["{cite:t}`doe` {cite:p}`roe`", "{cite:t}`doe` → <+doe> | {cite:p}`roe` → <roe>", "doe, roe"],
    ["`[@doe]` $[@roe]$ <!-- @doe -->", "", ""],
  ];
  for (const [text, shown, references] of cases) {
    it(JSON.stringify(text), async () => {
      const formatted = await format({ "a.md": text, "a.bib": bib });
      assert.equal(formatted.shown, shown);
      assert.equal(formatted.references.map(({ key }) => key).join(", "), references);
    });
  }

  it("LaTeX as well, \\nocite{*} included", async () => {
    const formatted = await format({ "a.tex": "\\nocite{*} \\citep[see][p.~3]{doe,nobody} \\citet{roe}", "a.bib": bib });
    assert.equal(formatted.shown, "\\citep[see][p.~3]{doe,nobody} → <see doe; nobody? page 3> | \\citet{roe} → <+roe>");
    assert.deepEqual(formatted.references.map(({ key }) => key), ["doe", "roe", "fig-1"]);
  });

  it("tells known from unknown keys", async () => {
    const { citations: [citation] } = await format({ "a.md": "[@nobody; @doe; @__proto__]", "a.bib": bib });
    assert.deepEqual([citation?.keys, citation?.unknownKeys], [["doe"], ["nobody", "__proto__"]]);
  });

  it("says nothing of documents without citations in their language", async () => {
    const { service, workspace } = open({ "a.txt": "@doe" });
    assert.equal(await service.formatDocument(workspace.document("a.txt"), "text"), undefined);
  });

  const styles: readonly (readonly [what: string, files: Files, style: string, problem?: string])[] = [
    ["the settings'", { "a.md": "@doe" }, "vancouver"],
    ["the document's over the settings'", { "a.md": "---\ncsl: ieee\n---\n@doe" }, "ieee"],
    ["the address of a style", { "a.md": "---\ncsl: https://www.zotero.org/styles/ieee\n---\n@doe" }, "vancouver", "There is no style “https://www.zotero.org/styles/ieee”."],
    ["the project's", { "a.md": "@doe", "_quarto.yml": "csl: ieee" }, "ieee"],
    ["a file's beside the project's", { "book/part/a.md": "@doe", "book/_quarto.yml": "csl: own.csl", "book/own.csl": "<style/>" }, "<style/>"],
    ["that of a bookdown book's first chapter", { "02-a.Rmd": "@doe", "index.Rmd": "---\ncsl: ieee\n---\n", "_bookdown.yml": "" }, "ieee"],
    ["that of a Pandoc defaults file in the settings over the document's", { "a.md": "---\ncsl: notes\n---\n@doe", "defaults.yaml": "csl: ieee\nbibliography: a.bib" }, "ieee"],
    ["that of a Pandoc defaults file's metadata", { "a.md": "@doe", "defaults.yaml": "metadata:\n  csl: ieee" }, "ieee"],
    ["the document's over the project's", { "a.md": "---\ncsl: notes\n---\n@doe", "_quarto.yml": "csl: ieee" }, "notes"],
    ["a file's", { "a.md": "---\ncsl: my/own.csl\n---\n@doe", "my/own.csl": "<style/>" }, "<style/>"],
    ["the settings' where there is no such style", { "a.md": "---\ncsl: no-such\n---\n@doe" }, "vancouver", "There is no style “no-such”."],
    ["the settings' where there is no such file", { "a.md": "---\ncsl: none.csl\n---\n@doe" }, "vancouver", "There is no style file “none.csl”. Correct the path, or name a style by its id."],
    ["what is near to LaTeX's", { "a.tex": "\\bibliographystyle{ieeetr}\\cite{doe}" }, "ieee"],
    ["what is near to the style of the root", { "part.tex": "\\cite{doe}", "main.tex": "\\bibliographystyle{IEEEtran}\\input{part}" }, "ieee"],
    ["the settings' where nothing is near", { "a.tex": "\\bibliographystyle{my}\\cite{doe}" }, "vancouver"],
    ["the settings' where the near one is not to be had", { "a.tex": "\\bibliographystyle{nature}\\cite{doe}" }, "vancouver"],
  ];
  for (const [what, files, expected, problem] of styles) {
    it(`takes the style: ${what}`, async () => {
      const { service, workspace, log } = open({ ...files, "a.bib": bib }, { settings: { style: "vancouver", ..."defaults.yaml" in files && { bibliographies: ["defaults.yaml", "a.bib"] } } });
      const formatted = await service.formatDocument(workspace.document(Object.keys(files)[0] ?? ""), "text");
      const style = log.documents[0]?.style.style;
      assert.equal(style && ("id" in style ? style.id : style.xml), expected);
      assert.equal(formatted?.styleProblem, problem);
    });
  }

  const lists: readonly (readonly [what: string, files: Files, expected: object])[] = [
    ["the document", { "a.md": "---\nreference-section-title: Own\nlang: de\n---\n@doe", "_quarto.yml": "reference-section-title: Sources\nlang: fr" }, { referenceSectionTitle: "Own", locale: "de" }],
    ["the project", { "a.md": "@doe", "_quarto.yml": "reference-section-title: Sources\nlang: fr" }, { referenceSectionTitle: "Sources", locale: "fr" }],
    ["the project, which wants none", { "a.md": "No citation", "_metadata.yml": "suppress-bibliography: true" }, { hasNoReferenceList: true }],
    ["a Pandoc defaults file in the settings", { "a.md": "@doe", "defaults.yaml": "metadata:\n  reference-section-title: Sources" }, { referenceSectionTitle: "Sources" }],
    ["nobody", { "a.md": "@doe", "_quarto.yml": "reference-section-title: [a]\nsuppress-bibliography: false" }, {}],
  ];
  for (const [what, files, expected] of lists) {
    it(`knows what is said about the list of references: ${what}`, async () => {
      const { service, workspace } = open({ ...files, "a.bib": bib }, { settings: { ..."defaults.yaml" in files && { bibliographies: ["defaults.yaml", "a.bib"] } } });
      assert.deepEqual((await service.formatDocument(workspace.document("a.md"), "text"))?.settings, expected);
    });
  }

  it("takes the style that the writer has named over a guess", async () => {
    const { service, workspace, log } = open({ "a.tex": "\\bibliographystyle{ieeetr}\\cite{doe}", "a.bib": bib }, { settings: { style: "vancouver", isStyleChosen: true } });
    await service.formatDocument(workspace.document("a.tex"), "text");
    assert.deepEqual(log.documents[0]?.style.style, { id: "vancouver" });
  });

  it("formats again only what has changed", async () => {
    const { service, workspace, log } = open({ "a.md": "As [@doe] says.", "a.bib": bib });
    const formatted = (): ReturnType<typeof service.formatDocument> => service.formatDocument(workspace.document("a.md"), "html");
    await formatted();
    workspace.edit("a.md", "More text. As [@doe] says.");
    const moved = await formatted();
    assert.equal(log.documents.length, 1);
    assert.deepEqual(moved?.citations[0]?.cluster.range, { start: 14, end: 20 });
    workspace.edit("a.md", "As [@doe; @roe] says.");
    await formatted();
    workspace.edit("a.bib", bib.replace("Walls", "Roofs"));
    assert.equal((await formatted())?.references[0]?.text, "doe: Roofs");
    assert.equal(log.documents.length, 3);
  });

  it("gives a citation of chosen sources, and what a document cites in another format", async () => {
    const { service, workspace } = open({ "a.md": "[@roe] [@nobody; @doe] [@roe]", "a.bib": bib });
    const document = workspace.document("a.md");
    const cited = await service.cited(document);
    assert.ok(cited);
    assert.equal(await service.exported(cited, "ris"), "ris: roe, doe\n");
    assert.equal(await service.citation(cited, "text", document), "<roe; doe>");
  });
});

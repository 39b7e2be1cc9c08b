import assert from "node:assert/strict";
import type { ReferenceEngine } from "../../../../src/core/ports";
import { serviceFor } from "../../../support/service";

type Files = Readonly<Record<string, string>>;

/** An engine that writes the formats as plainly as can be. */
const plainEngine: ReferenceEngine = {
  toCslItems: (entries) => Promise.resolve(entries.map(({ key, summary }) => ({ id: key, type: summary.type }))),
  formatBibliography: () => Promise.resolve([]),
  listStyles: () => Promise.resolve([]),
  formatDocument: () => Promise.resolve({ citations: [], references: [] }),
  convert: (items, target) => Promise.resolve(target === "csl-json" ? `${JSON.stringify(items, undefined, 2)}\n`
    : target === "csl-yaml" ? `---\nreferences:\n${items.map(({ id, type }) => `- id: ${id}\n  type: ${type}\n`).join("")}---\n`
      : target === "ris" ? items.map(({ id }) => `TY  - BOOK\nID  - ${id}\nER  - \n`).join("\n")
        : items.map(({ id }) => `@${target}{${id}}\n`).join("\n")),
};

/** The files after a source was added to the bibliography of `document`, or why it was not. */
async function addTo(files: Files, document: string, key = "zakharova2016economic"): Promise<Files | string> {
  const { service, workspace } = serviceFor(files, { loadEngine: () => Promise.resolve(plainEngine), settings: { corpus: "always" } });
  const found = (await service.library()).library.get(key);
  assert.ok(found);
  const answer = await service.addToBibliography(workspace.document(document), [found]);
  if ("reason" in answer) return answer.reason;
  const changed = Object.fromEntries(Object.entries(files).map(([path, text]) => {
    const edits = answer.edits.filter(({ uri }) => uri === workspace.uri(path));
    return [path, edits.reduceRight((after, { range, newText }) => after.slice(0, range.start) + newText + after.slice(range.end), text)];
  }));
  const made = answer.newFiles.map(({ uri, text }) => [uri.replace(`${workspace.uri("")}/`, ""), text]);
  return { ...changed, ...Object.fromEntries(made) as Files };
}

describe("adding a source to a document's bibliography", () => {
  const cases: readonly (readonly [when: string, document: string, before: Files, after: Files])[] = [
    ["makes and declares a file where there is none", "a.md", { "a.md": "Text\n" },
      { "a.md": "---\nbibliography: references.bib\n---\n\nText\n", "references.bib": "@biblatex{zakharova2016economic}\n" }],
    ["makes a BibTeX file for LaTeX without biblatex", "a.tex", { "a.tex": "\\begin{document}\n\\end{document}\n" },
      { "a.tex": "\\begin{document}\n\\bibliography{references}\n\\end{document}\n", "references.bib": "@bibtex{zakharova2016economic}\n" }],
    ["appends to the declared file", "a.md", { "a.md": "---\nbibliography: r.bib\n---\n", "other.bib": "", "r.bib": "@book{one, title={One}}\n" },
      { "a.md": "---\nbibliography: r.bib\n---\n", "other.bib": "", "r.bib": "@book{one, title={One}}\n\n@biblatex{zakharova2016economic}\n" }],
    ["keeps to the file's dialect", "a.md", { "a.md": "---\nbibliography: r.bib\n---\n", "r.bib": "@article{one, journal={J}, year=2000}" },
      { "a.md": "---\nbibliography: r.bib\n---\n", "r.bib": "@article{one, journal={J}, year=2000}\n\n@bibtex{zakharova2016economic}\n" }],
    ["keeps to the file's line ends", "a.md", { "a.md": "", "r.bib": "@book{one, title={One}}\r\n" },
      { "a.md": "", "r.bib": "@book{one, title={One}}\r\n\r\n@biblatex{zakharova2016economic}\r\n" }],
    ["goes into an empty file", "a.md", { "a.md": "---\nbibliography: r.bib\n---\n", "r.bib": "" },
      { "a.md": "---\nbibliography: r.bib\n---\n", "r.bib": "@biblatex{zakharova2016economic}\n" }],
    ["goes into CSL-JSON", "a.md", { "a.md": "", "r.json": "[\n  {\n    \"id\": \"one\",\n    \"type\": \"book\",\n    \"title\": \"One\"\n  }\n]\n" },
      { "a.md": "", "r.json": "[\n  {\n    \"id\": \"one\",\n    \"type\": \"book\",\n    \"title\": \"One\"\n  },\n  {\n    \"id\": \"zakharova2016economic\",\n    \"type\": \"article-journal\"\n  }\n]\n" }],
    ["goes into an empty CSL-JSON list", "a.md", { "a.md": "---\nbibliography: r.json\n---\n", "r.json": "[]" },
      { "a.md": "---\nbibliography: r.json\n---\n", "r.json": "[\n  {\n    \"id\": \"zakharova2016economic\",\n    \"type\": \"article-journal\"\n  }\n]" }],
    ["goes behind the last item of CSL-JSON, not into another list of the file", "a.md", { "a.md": "---\nbibliography: r.json\n---\n", "r.json": "{\"items\": [{\"id\": \"one\", \"type\": \"book\", \"title\": \"A ]\"}], \"collections\": [{\"x\": 1}]}" },
      { "a.md": "---\nbibliography: r.json\n---\n", "r.json": "{\"items\": [{\"id\": \"one\", \"type\": \"book\", \"title\": \"A ]\"},\n  {\n    \"id\": \"zakharova2016economic\",\n    \"type\": \"article-journal\"\n  }\n], \"collections\": [{\"x\": 1}]}" }],
    ["goes behind the last item of YAML, before what follows the list", "a.md", { "a.md": "---\nbibliography: r.yaml\n---\n", "r.yaml": "references:\n  - id: one\n    type: book # mine\nother:\n  - type: x\n" },
      { "a.md": "---\nbibliography: r.yaml\n---\n", "r.yaml": "references:\n  - id: one\n    type: book # mine\n  - id: zakharova2016economic\n    type: article-journal\nother:\n  - type: x\n" }],
    ["goes into an empty list in YAML", "a.md", { "a.md": "---\nbibliography: r.yaml\n---\n", "r.yaml": "references: []\n" },
      { "a.md": "---\nbibliography: r.yaml\n---\n", "r.yaml": "references:\n- id: zakharova2016economic\n  type: article-journal\n" }],
    ["leaves the blank behind the last tag of RIS", "a.md", { "a.md": "---\nbibliography: r.ris\n---\n", "r.ris": "TY  - BOOK\nID  - one\nER  - \n\n" },
      { "a.md": "---\nbibliography: r.ris\n---\n", "r.ris": "TY  - BOOK\nID  - one\nER  - \n\nTY  - BOOK\nID  - zakharova2016economic\nER  - \n\n" }],
  ];
  for (const [when, document, before, after] of cases) it(when, async () => assert.deepEqual(await addTo(before, document), after));

  it("copies an entry of the same format letter by letter", async () => {
    const other = "@book{two,\n\ttitle = \"Two\", % mine\n\tyear = 2002 }\n";
    assert.deepEqual(await addTo({ "a.md": "---\nbibliography: r.bib\n---\n", "r.bib": "@book{one, title={One}}\n", "s.bib": other }, "a.md", "two"), {
      "a.md": "---\nbibliography: r.bib\n---\n", "r.bib": `@book{one, title={One}}\n\n${other}`, "s.bib": other,
    });
  });

  it("converts an entry that takes something from elsewhere", async () => {
    const other = "@string{p={Press}}\n@book{two, title={Two}, publisher=p}\n";
    const after = await addTo({ "a.md": "---\nbibliography: r.bib\n---\n", "r.bib": "", "s.bib": other }, "a.md", "two");
    assert.equal(typeof after === "string" ? after : after["r.bib"], "@biblatex{two}\n");
  });

  const refused: readonly (readonly [when: string, path: string, text: string])[] = [
    ["in YAML whose list is in brackets", "r.yaml", "references: [{id: one, type: book, title: T}]\n"],
    ["in YAML whose last value would lose its line ends", "r.yaml", "references:\n- id: one\n  type: book\n  abstract: |+\n    kept\n\n\n"],
    ["in JSON with something else in its list", "r.json", "[1]"],
  ];
  for (const [when, path, text] of refused) it(`is refused ${when}`, async () => assert.equal(await addTo({ "a.md": `---\nbibliography: ${path}\n---\n`, [path]: text }, "a.md"), "cannot-append"));

  it("does nothing where the bibliography has the key", async () => {
    assert.equal(await addTo({ "a.md": "", "r.bib": "@misc{zakharova2016economic, title={Mine}}" }, "a.md"), "nothing-to-add");
  });
});

import assert from "node:assert/strict";
import { defaultSettings } from "../../../../src/core/model/settings";
import type { QuickFix } from "../../../../src/core/features/quickFixes/quickFix";
import { serviceFor } from "../../../support/service";

type Files = Readonly<Record<string, string>>;
const settings = { diagnostics: { ...defaultSettings.diagnostics, unused: "information" } } as const;

/** Every fix of a file: its kind, and the file that it changes after it, with `‸` where the writer goes on; the file's name before it where it is another. */
async function fixesOf(files: Files, file: string): Promise<readonly (readonly [kind: string, after: string])[]> {
  const { service, workspace } = serviceFor(files, { settings });
  const document = workspace.document(file);
  const problems = await service.problems(document);
  const fixes = await service.quickFixes(document, { start: 0, end: document.getText().length });
  assert.ok(fixes.every(({ problem }) => problems.some(({ range, code }) => code === problem.code && range.start === problem.range.start)));
  return fixes.map((fix) => [fix.kind, describeFix(fix, document.uri, (uri) => workspace.document(uri).getText())]);
}

function describeFix(fix: QuickFix, uri: string, textOf: (uri: string) => string): string {
  if (!("edits" in fix)) return fix.key;
  const [created] = fix.edits.newFiles;
  if (created !== undefined) return `${created.uri}|${created.text}`;
  const [first] = fix.edits.edits;
  assert.ok(first !== undefined && fix.edits.edits.every((edit) => edit.uri === first.uri));
  const inOrder = fix.edits.edits.toSorted((a, b) => a.range.start - b.range.start);
  const changed = inOrder.reduceRight((text, { range, newText }) => {
    const written = fix.cursor === undefined ? newText : `${newText.slice(0, fix.cursor)}‸${newText.slice(fix.cursor)}`;
    return text.slice(0, range.start) + written + text.slice(range.end);
  }, textOf(first.uri));
  return first.uri === uri ? changed : `${first.uri.slice(first.uri.lastIndexOf("/") + 1)}|${changed}`;
}

const bib = "@book{doe2001, title={One}, author={Doe, J.}, year=2001}\n";
const front = "---\nbibliography: one.bib\n---\n";

type Case = readonly [when: string, files: Files, file: string, fixes: readonly (readonly [kind: string, after: string])[]];

function check(cases: readonly Case[]): void {
  for (const [when, files, file, fixes] of cases) it(when, async () => assert.deepEqual(await fixesOf(files, file), fixes));
}

const stub = (key: string): string => `@misc{${key},\n  author = {‸},\n  title = {},\n  year = {},\n}\n`;

describe("quick fixes in documents", () => {
  check([
    ["an unknown key in Markdown", { "a.md": "[@doe2002]", "one.bib": bib }, "a.md", [["use-key", "[@doe2001]"], ["new-entry", `one.bib|${bib}\n${stub("doe2002")}`]]],
    ["an unknown key in LaTeX", { "a.tex": "\\cite{doe2001, doe201}", "one.bib": bib }, "a.tex", [["use-key", "\\cite{doe2001, doe2001}"], ["new-entry", `one.bib|${bib}\n${stub("doe201")}`]]],
    ["an unknown key, and no bibliography", { "a.tex": "\\cite{none}" }, "a.tex", []],
    ["a key that needs braces", { "a.md": "[@two2]", "r.json": "[{\"id\":\"two 2\",\"type\":\"book\",\"title\":\"T\"}]" }, "a.md", [["use-key", "[@{two 2}]"]]],
    ["a key that BibTeX cannot have", { "a.md": "[@{no ne}]", "one.bib": bib }, "a.md", []],
    ["a key that another bibliography has", { "a.md": `${front}@roe`, "one.bib": bib, "two.bib": "@misc{roe, title={T}}" }, "a.md", [["add-entry", "roe"], ["declare", "---\nbibliography: [one.bib, two.bib]\n---\n@roe"]]],
    ["a key of the corpus", { "a.md": `${front}@zakharova2016economic`, "one.bib": bib }, "a.md", [["add-entry", "zakharova2016economic"]]],
    ["a misspelt bibliography", { "a.md": "---\nbibliography: onne.bib\n---\n", "one.bib": bib }, "a.md", [["use-path", front], ["create-file", "file:///paper/onne.bib|"]]],
    ["a misspelt bibliography whose name means something in YAML", { "a.md": "---\nbibliography: on: e.bib\n---\n".replace("on: e", "onee"), "on #e.bib": bib }, "a.md", [["use-path", "---\nbibliography: \"on #e.bib\"\n---\n"], ["create-file", "file:///paper/onee.bib|"]]],
    ["a misspelt bibliography in quotation marks", { "a.md": "---\nbibliography: 'onee.bib'\n---\n", "on'e.bib": bib }, "a.md", [["use-path", "---\nbibliography: 'on''e.bib'\n---\n"], ["create-file", "file:///paper/onee.bib|"]]],
    ["a misspelt bibliography whose name means something in LaTeX", { "a.tex": "\\bibliography{onee}", "on,e.bib": bib }, "a.tex", [["create-file", "file:///paper/onee.bib|"]]],
    ["a misspelt bibliography in LaTeX", { "a.tex": "\\bibliography{onne}", "one.bib": bib }, "a.tex", [["use-path", "\\bibliography{one}"], ["create-file", "file:///paper/onne.bib|"]]],
    ["a missing bibliography in JSON", { "a.md": "---\nbibliography: new.json\n---\n" }, "a.md", [["create-file", "file:///paper/new.json|[]\n"]]],
    ["a misspelt bibliography whose name needs quotation marks, and one with what nobody sees in it", { "a.md": "---\nbibliography: ab.bib\n---\n", "a}b.bib": bib, "a\nb.bib": bib, "a#b.bib": bib }, "a.md", [
      ["use-path", "---\nbibliography: \"a#b.bib\"\n---\n"], ["use-path", "---\nbibliography: \"a}b.bib\"\n---\n"], ["create-file", "file:///paper/ab.bib|"],
    ]],
    ["a missing bibliography in another folder of the workspace", { "sub/a.md": "---\nbibliography: ../new.bib\n---\n" }, "sub/a.md", [["create-file", "file:///paper/new.bib|"]]],
    ["a missing bibliography outside of the workspace: nothing is written there", { "a.md": "---\nbibliography: ../../home/jane/new.yaml\n---\n" }, "a.md", []],
    ["a missing bibliography in YAML", { "a.md": "---\nbibliography: lib/new.yaml\n---\n" }, "a.md", [["create-file", "file:///paper/lib/new.yaml|references: []\n"]]],
    ["a bibliography of a kind that is not read", { "a.md": "---\nbibliography: new.docx\n---\n" }, "a.md", []],
    ["a misspelt bibliography of a project", { "_quarto.yml": "bibliography: onne.bib\n", "one.bib": bib }, "_quarto.yml", [["use-path", "bibliography: one.bib\n"], ["create-file", "file:///paper/onne.bib|"]]],
    ["a list of keys that is not closed", { "a.tex": "See \\cite{doe2001 and \\emph{more}.", "one.bib": bib }, "a.tex", [["close-list", "See \\cite{doe2001} and \\emph{more}."]]],
    ["nothing wrong", { "a.md": "@doe2001", "one.bib": bib }, "a.md", []],
  ]);
});

describe("quick fixes in bibliographies", () => {
  const twice = (first: string, second: string): Files => ({ "r.bib": `@misc{a,${first}\n}\n\n@misc{a,${second}\n}\n` });
  check([
    ["a duplicate that says the same", twice("\n  title = {A \\'e}", "\n  title = \"A é\","), "r.bib",
      [["merge", "@misc{a,\n  title = {A \\'e}\n}\n\n"], ["rename", "a"], ["remove-entry", "@misc{a,\n  title = {A \\'e}\n}\n\n"]]],
    ["a duplicate that says more", twice("\n  title = {A},\n  year  = 2000", "\n  title = {A},\n  note = {x} # y,\n  doi = \"10.1/x\""), "r.bib",
      [["merge", "@misc{a,\n  title = {A},\n  year  = 2000,\n  note  = {x} # y,\n  doi  = \"10.1/x\",\n}\n\n"], ["rename", "a"], ["remove-entry", "@misc{a,\n  title = {A},\n  year  = 2000\n}\n\n"]]],
    ["a duplicate that says otherwise", twice(" title={A}", " title={B}"), "r.bib", [["rename", "a"], ["remove-entry", "@misc{a, title={A}\n}\n\n"]]],
    ["a duplicate of another type", { "r.bib": "@misc{a, title={A}}\n@unpublished{a, title={A}}" }, "r.bib", [["rename", "a"], ["remove-entry", "@misc{a, title={A}}\n"]]],
    ["a duplicate in CSL-JSON", { "r.json": "[\n  {\n    \"id\": \"a\",\n    \"type\": \"book\",\n    \"title\": \"A\"\n  },\n  {\n    \"id\": \"a\",\n    \"type\": \"book\",\n    \"title\": \"A\",\n    \"DOI\": \"10.1/x\"\n  }\n]" }, "r.json",
      [["merge", "[\n  {\n    \"id\": \"a\",\n    \"type\": \"book\",\n    \"title\": \"A\",\n    \"DOI\": \"10.1/x\"\n  }\n]"], ["rename", "a"], ["remove-entry", "[\n  {\n    \"id\": \"a\",\n    \"type\": \"book\",\n    \"title\": \"A\"\n  }\n]"]]],
    ["a duplicate in YAML", { "r.yaml": "references:\n  - id: a\n    type: article-journal\n    title: A\n  - id: a\n    title: B\n  - id: c\n    title: C\n" }, "r.yaml",
      [["rename", "a"], ["remove-entry", "references:\n  - id: a\n    type: article-journal\n    title: A\n  - id: c\n    title: C\n"]]],
    ["a duplicate with a comment that would be lost", twice("\n  title = {A}", "\n  title = {A}, % mine"), "r.bib", [["rename", "a"], ["remove-entry", "@misc{a,\n  title = {A}\n}\n\n"]]],
    ["a duplicate with a field that it has twice", twice("\n  title = {A}", "\n  note = {x}, note = {y}"), "r.bib", [["rename", "a"], ["remove-entry", "@misc{a,\n  title = {A}\n}\n\n"]]],
    ["a duplicate with a macro that the first would not know", { "r.bib": "@misc{a, title={A}}\n@string{m={M}}\n@misc{a, note=m}\n" }, "r.bib", [["rename", "a"], ["remove-entry", "@misc{a, title={A}}\n@string{m={M}}\n"]]],
    ["a duplicate behind text on its line", { "r.bib": "@misc{a, title={A}}\nnote @misc{a, title={B}}\n@misc{c, title={C}}" }, "r.bib", [["rename", "a"], ["remove-entry", "@misc{a, title={A}}\nnote \n@misc{c, title={C}}"]]],
    ["a duplicate in CSL-JSON with a number that no program keeps", { "r.json": "[{\"id\":\"a\",\"type\":\"book\",\"title\":\"A\"},{\"id\":\"a\",\"title\":\"A\",\"x\":12345678901234567890}]" }, "r.json",
      [["merge", "[{\"id\":\"a\",\"type\":\"book\",\"title\":\"A\", \"x\": 12345678901234567890}]"], ["rename", "a"], ["remove-entry", "[{\"id\":\"a\",\"type\":\"book\",\"title\":\"A\"}]"]]],
    ["missing fields", { "r.bib": "@book{a,\n  title = {A},\n  year = 2000\n}" }, "r.bib", [["add-fields", "@book{a,\n  title = {A},\n  year = 2000,\n  author = {‸},\n}"]]],
    ["missing fields behind a comma", { "r.bib": "@book{a,\n\ttitle = {A},\n\tyear = 2000,\n}" }, "r.bib", [["add-fields", "@book{a,\n\ttitle = {A},\n\tyear = 2000,\n\tauthor = {‸},\n}"]]],
    ["missing fields before a brace", { "r.bib": "@book{a,\r\n  title={A},\r\n  year={2000}}" }, "r.bib", [["add-fields", "@book{a,\r\n  title={A},\r\n  year={2000},\r\n  author={‸},\r\n}"]]],
    ["missing fields in one line", { "r.bib": "@book{a, title={A}, year=2000}" }, "r.bib", [["add-fields", "@book{a, title={A}, year=2000, author={‸}}"]]],
    ["missing fields of an empty entry", { "r.bib": "@thesis{a,}" }, "r.bib", [["add-fields", "@thesis{a,\n  author = {‸},\n  title = {},\n  date = {},\n}"]]],
    ["a missing title in CSL-JSON", { "r.json": "[{\"id\": \"a\", \"type\": \"article-journal\"}]" }, "r.json", [["add-fields", "[{\"id\": \"a\", \"type\": \"article-journal\", \"title\": \"‸\"}]"]]],
    ["a missing title in YAML", { "r.yaml": "references:\n- id: a\n  type: article-journal\n  DOI: 10.1/x\n- id: b\n  title: B\n" }, "r.yaml", [["add-fields", "references:\n- id: a\n  type: article-journal\n  DOI: 10.1/x\n  title: \"‸\"\n- id: b\n  title: B\n"]]],
    ["an entry that is its own parent", { "r.bib": "@misc{a,\n  crossref = {a},\n  title = {A}\n}" }, "r.bib", [["remove-field", "@misc{a,\n  title = {A}\n}"]]],
    ["an unused entry", { "r.bib": `${bib}@misc{b, title={B}}\n`, "a.md": "@doe2001" }, "r.bib", [["remove-entry", bib]]],
    ["an unused item at the end of a list", { "r.json": "[{\"id\":\"a\",\"type\":\"article-journal\",\"title\":\"A\"}, {\"id\":\"b\",\"title\":\"B\"}]", "a.md": "[@a]" }, "r.json", [["remove-entry", "[{\"id\":\"a\",\"type\":\"article-journal\",\"title\":\"A\"}]"]]],
    ["an unused item in front", { "r.json": "[\n  {\"id\":\"b\",\"title\":\"B\"},\n  {\"id\":\"a\",\"type\":\"article-journal\",\"title\":\"A\"}\n]", "a.md": "[@a]" }, "r.json", [["remove-entry", "[\n  {\"id\":\"a\",\"type\":\"article-journal\",\"title\":\"A\"}\n]"]]],
    ["an unused record", { "r.ris": "TY  - BOOK\nID  - a\nTI  - A\nER  - \n\nTY  - BOOK\nID  - b\nTI  - B\nER  - \n", "a.md": "[@a]" }, "r.ris", [["remove-entry", "TY  - BOOK\nID  - a\nTI  - A\nER  - \n\n"]]],
  ]);
});

import assert from "node:assert/strict";
import { defaultSettings } from "../../../../src/core/model/settings";
import type { QuickFix } from "../../../../src/core/features/quickFixes";
import { serviceFor } from "../../../support/service";

type Files = Readonly<Record<string, string>>;
const settings = { diagnostics: { ...defaultSettings.diagnostics, unused: "information" } } as const;

/** Every fix of a file: its kind, and the file after it where it is an edit. */
async function fixesOf(files: Files, file: string): Promise<readonly (readonly [kind: string, after: string])[]> {
  const { service, workspace } = serviceFor(files, { settings });
  const document = workspace.document(file);
  const problems = await service.problems(document);
  const fixes = await service.quickFixes(document, { start: 0, end: document.getText().length });
  assert.ok(fixes.every(({ problem }) => problems.some(({ range, code }) => code === problem.code && range.start === problem.range.start)));
  return fixes.map((fix) => [fix.kind, describeFix(fix, document.uri, document.getText())]);
}

function describeFix(fix: QuickFix, uri: string, text: string): string {
  if (!("edits" in fix)) return fix.key;
  const [created] = fix.edits.newFiles;
  if (created !== undefined) return created.uri;
  return fix.edits.edits.filter((edit) => edit.uri === uri).reduceRight((changed, { range, newText }) => changed.slice(0, range.start) + newText + changed.slice(range.end), text);
}

describe("quick fixes", () => {
  const bib = "@book{doe2001, title={One}, author={Doe, J.}, year=2001}\n";
  const front = "---\nbibliography: one.bib\n---\n";
  const cases: readonly (readonly [when: string, files: Files, file: string, fixes: readonly (readonly [kind: string, after: string])[]])[] = [
    ["an unknown key in Markdown", { "a.md": "[@doe2002]", "one.bib": bib }, "a.md", [["use-key", "[@doe2001]"]]],
    ["an unknown key in LaTeX", { "a.tex": "\\cite{x, doe201}", "one.bib": bib }, "a.tex", [["use-key", "\\cite{x, doe2001}"]]],
    ["a key that needs braces", { "a.md": "[@two2]", "r.json": "[{\"id\":\"two 2\",\"type\":\"book\",\"title\":\"T\"}]" }, "a.md", [["use-key", "[@{two 2}]"]]],
    ["a key that another bibliography has", { "a.md": `${front}@roe`, "one.bib": bib, "two.bib": "@misc{roe, title={T}}" }, "a.md", [["add-entry", "roe"], ["declare", "---\nbibliography: [one.bib, two.bib]\n---\n@roe"]]],
    ["a key of the corpus", { "a.md": `${front}@zakharova2016economic`, "one.bib": bib }, "a.md", [["add-entry", "zakharova2016economic"]]],
    ["a misspelt bibliography", { "a.md": "---\nbibliography: onne.bib\n---\n", "one.bib": bib }, "a.md", [["use-path", front], ["create-file", "file:///paper/onne.bib"]]],
    ["a misspelt bibliography in LaTeX", { "a.tex": "\\bibliography{onne}", "one.bib": bib }, "a.tex", [["use-path", "\\bibliography{one}"], ["create-file", "file:///paper/onne.bib"]]],
    ["a duplicate", { "r.bib": "@misc{a, title={A}}\n\n@misc{a, title={B}}\n" }, "r.bib", [["rename", "a"], ["remove-entry", "@misc{a, title={A}}\n\n"]]],
    ["missing fields", { "r.bib": "@book{a,\n  title = {A},\n  year = 2000\n}" }, "r.bib", [["add-fields", "@book{a,\n  title = {A},\n  year = 2000,\n  author = {},\n}"]]],
    ["missing fields behind a comma", { "r.bib": "@book{a,\n\ttitle = {A},\n\tyear = 2000,\n}" }, "r.bib", [["add-fields", "@book{a,\n\ttitle = {A},\n\tyear = 2000,\n\tauthor = {},\n}"]]],
    ["missing fields in one line", { "r.bib": "@book{a, title={A}, year=2000}" }, "r.bib", [["add-fields", "@book{a, title={A}, year=2000,\n author = {},\n}"]]],
    ["an entry that is its own parent", { "r.bib": "@misc{a,\n  crossref = {a},\n  title = {A}\n}" }, "r.bib", [["remove-field", "@misc{a,\n  title = {A}\n}"]]],
    ["an unused entry", { "r.bib": `${bib}@misc{b, title={B}}\n`, "a.md": "@doe2001" }, "r.bib", [["remove-entry", bib]]],
    ["nothing wrong", { "a.md": "@doe2001", "one.bib": bib }, "a.md", []],
  ];
  for (const [when, files, file, fixes] of cases) it(when, async () => assert.deepEqual(await fixesOf(files, file), fixes));
});

import assert from "node:assert/strict";
import fc from "fast-check";
import type { DocumentLanguage, ParsedDocument } from "../../../../src/core/model/document";
import { awkwardDocument } from "../../../support/awkwardDocuments";
import { afterEdits, kindsOfLineEnds } from "../../../support/awkwardTexts";
import { serviceFor } from "../../../support/service";

const names: Readonly<Record<DocumentLanguage, string>> = { markdown: "a.md", latex: "a.tex" };

function open(language: DocumentLanguage, text: string): ReturnType<typeof serviceFor> & { readonly parsed: ParsedDocument } {
  const opened = serviceFor({ [names[language]]: "", "one.bib": "@book{a, title = {A}}\n@book{new, title = {New}}\n" });
  opened.workspace.edit(names[language], text);
  const parsed = opened.service.parse(opened.workspace.document(names[language]));
  assert.ok(parsed);
  return { ...opened, parsed };
}

const keysOf = ({ clusters }: ParsedDocument): readonly string[] => clusters.flatMap(({ citationItems }) => citationItems.map(({ key }) => key));

describe("inserting into any document", () => {
  for (const language of ["markdown", "latex"] as const) {
    it(`${language}: a citation takes nothing away`, () => {
      let count = 0;
      fc.assert(fc.property(awkwardDocument(language), fc.nat(), ({ text }, at) => {
        const { service, workspace } = open(language, text);
        const offset = at % (text.length + 1);
        const edit = service.insert(workspace.document(names[language]), { start: offset, end: offset }, ["new", "a"]);
        assert.equal(edit.range.start, edit.range.end, JSON.stringify([text, edit]));
        assert.equal(kindsOfLineEnds(edit.newText).size, 0);
        count += keysOf(open(language, afterEdits(text, [edit])).parsed).includes("new") ? 1 : 0;
      }), { numRuns: 200 });
      assert.ok(count > 100, `only ${count} are citations`);
    });

    it(`${language}: a list of references takes nothing away, keeps the line ends, and is not inserted twice`, async () => {
      let count = 0;
      await fc.assert(fc.asyncProperty(awkwardDocument(language), fc.nat(), async ({ text, lineEnd }, at) => {
        const { service, workspace, parsed } = open(language, text);
        const insertion = await service.insertBibliography(workspace.document(names[language]), at % (text.length + 1));
        assert.ok(insertion);
        if ("place" in insertion) return;
        assert.ok(insertion.edits.every(({ range }) => range.start === range.end), JSON.stringify([text, insertion]));
        const kinds = insertion.edits.flatMap(({ newText }) => [...kindsOfLineEnds(newText)]);
        if (lineEnd !== undefined && kindsOfLineEnds(text).size > 0) assert.ok(kinds.every((kind) => kind === lineEnd), JSON.stringify([text, insertion]));
        const now = open(language, afterEdits(text, insertion.edits));
        count += now.parsed.referenceList === undefined ? 0 : 1;
        assert.deepEqual(keysOf(now.parsed), keysOf(parsed), JSON.stringify([text, insertion]));
      }), { numRuns: 200 });
      assert.ok(count > 100, `only ${count} have a list then`);
    });
  }
});

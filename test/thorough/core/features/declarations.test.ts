import assert from "node:assert/strict";
import fc from "fast-check";
import { parseLatex } from "../../../../src/core/citations/latex/parseLatex";
import { parseMarkdown } from "../../../../src/core/citations/markdown/parseMarkdown";
import { declareBibliography } from "../../../../src/core/features/declareBibliography";
import { declareStyle } from "../../../../src/core/features/declareStyle";
import type { DocumentLanguage, ParsedDocument } from "../../../../src/core/model/document";
import type { TextEdit } from "../../../../src/core/model/edit";
import { awkwardDocument } from "../../../support/awkwardDocuments";
import { afterEdits, kindsOfLineEnds } from "../../../support/awkwardTexts";

const parse = (language: DocumentLanguage, text: string): ParsedDocument => language === "markdown" ? parseMarkdown(text) : parseLatex(text, { citationCommands: [] });

/** What a document says besides what is declared. */
function facts(text: string, { clusters, mentions, inlineSources, headings, links, settings }: ParsedDocument): unknown {
  const written = ({ start, end }: { readonly start: number; readonly end: number }): string => text.slice(start, end);
  return [clusters.map(({ range }) => written(range)), mentions.map(({ keyRange }) => written(keyRange)), inlineSources.map(({ range }) => written(range)), headings.map(({ title }) => title), links.map(({ path }) => path), { ...settings, style: undefined }];
}

/** Every character of a text stands in another one, in the same order. */
function isContained(text: string, other: string): boolean {
  let place = 0;
  for (let index = 0; index < other.length && place < text.length; index++) if (text.charCodeAt(place) === other.charCodeAt(index)) place++;
  return place === text.length;
}

function assertLineEnds(text: string, lineEnd: string | undefined, { newText }: TextEdit): void {
  if (lineEnd !== undefined && kindsOfLineEnds(text).size > 0) assert.deepEqual([...kindsOfLineEnds(newText)].filter((kind) => kind !== lineEnd), [], JSON.stringify(newText));
}

describe("declaring in any document", () => {
  for (const language of ["markdown", "latex"] as const) {
    it(`${language}: a bibliography is added to those that are there, and nothing else changes`, () => {
      let count = 0;
      fc.assert(fc.property(awkwardDocument(language), fc.constantFrom("new.bib", "lib/new one.bib", "n'ew.bib"), ({ text, lineEnd }, path) => {
        const before = parse(language, text);
        const edit = declareBibliography(text, before, path);
        if (edit === undefined) return;
        count++;
        const after = afterEdits(text, [edit]);
        const now = parse(language, after);
        assert.ok(isContained(text.replace(/(?<=bibliography:[ \t]*)~/, ""), after), JSON.stringify([text, after]));
        assert.deepEqual(now.declarations.map((declared) => declared.path).sort(), [...before.declarations.map((declared) => declared.path), language === "latex" && now.declarations.at(-1)?.path === path.replace(".bib", "") ? path.replace(".bib", "") : path].sort(), JSON.stringify([text, after]));
        assert.deepEqual(facts(after, now), facts(text, before), JSON.stringify([text, after]));
        assert.equal(declareBibliography(after, now, path), undefined);
        assertLineEnds(text, lineEnd, edit);
      }), { numRuns: 400 });
      assert.ok(count > 200, `only ${count} could be declared in`);
    });
  }

  it("a style is named once, and nothing else changes", () => {
    let count = 0;
    fc.assert(fc.property(awkwardDocument("markdown"), ({ text, lineEnd }) => {
      const before = parse("markdown", text);
      const edit = declareStyle(text, before, "my style.csl");
      if (edit === undefined) return;
      count++;
      const after = afterEdits(text, [edit]);
      const now = parse("markdown", after);
      assert.equal(now.settings.style, "my style.csl", JSON.stringify([text, after]));
      assert.deepEqual(facts(after, now), facts(text, before), JSON.stringify([text, after]));
      assert.deepEqual(now.declarations.map(({ path }) => path), before.declarations.map(({ path }) => path));
      const again = declareStyle(after, now, "my style.csl");
      assert.equal(again === undefined ? after : afterEdits(after, [again]), after);
      assertLineEnds(text, lineEnd, edit);
    }), { numRuns: 400 });
    assert.ok(count > 200, `only ${count} could be named in`);
  });
});

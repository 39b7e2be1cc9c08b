import assert from "node:assert/strict";
import fc from "fast-check";
import { editBibtex, type EntrySplice } from "../../../../src/core/bibliography/bibtex/editBibtex";
import { carrySearchIndex, searchIndexOf } from "../../../../src/core/library/searchIndex";
import { finishNow } from "../../../../src/core/steps";
import { changeBetween } from "../../../../src/core/text/textChange";
import { bibtexBits as bits, bibtexFile as file, bibtexPieces as pieces, readBibtexText as read, searched, shown } from "../../../support/readBibtex";

/** Where an edit begins and how much it takes away, as shares of the text, and what it puts there. */
const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), removed: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(80)), added: fc.oneof(fc.constantFrom("", ...bits), fc.constantFrom(...pieces)) });

function edited(text: string, { at, removed, added }: { readonly at: number; readonly removed: number; readonly added: string }): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + added + text.slice(start + removed);
}

describe("An edited BibTeX file", () => {
  it("reads like one read anew, whatever the edit", () => {
    fc.assert(fc.property(file, fc.array(edit, { minLength: 1, maxLength: 4 }), (text, edits) => {
      let before = text;
      let bibliography = read(text);
      for (const next of edits) {
        const after = edited(before, next);
        const result = finishNow(editBibtex(bibliography, after));
        const anew = read(after);
        if (result !== undefined) {
          searched(searchIndexOf(bibliography));
          carrySearchIndex(bibliography, result.bibliography, result.splice);
          assert.deepEqual(shown(result.bibliography), shown(anew), JSON.stringify([before, after]));
          assert.deepEqual(searched(searchIndexOf(result.bibliography)), searched(searchIndexOf(anew)), JSON.stringify([before, after]));
        }
        bibliography = result?.bibliography ?? anew;
        before = after;
      }
    }), { numRuns: 100 });
  });

  it("is read around the edit alone", () => {
    const text = Array.from({ length: 50 }, (_, number) => `@book{k${number}, title = {Title ${number}}}\n`).join("");
    const splices = (after: string): EntrySplice | undefined => finishNow(editBibtex(read(text), after))?.splice;
    assert.deepEqual(splices(text.replace("Title 20", "Other 20")), { start: 20, oldEnd: 21, newEnd: 21, dependent: [] });
    assert.deepEqual(splices(text.replace("@book{k20", "@book{new,}\n@book{k20")), { start: 20, oldEnd: 21, newEnd: 22, dependent: [] });
  });

  it("differs where the texts do", () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom("a", "b") }), fc.string({ unit: fc.constantFrom("a", "b") }), (before, after) => {
      const { start, oldEnd, newEnd } = changeBetween(before, after);
      assert.ok(start <= oldEnd && start <= newEnd);
      assert.equal(before.slice(0, start) + after.slice(start, newEnd) + before.slice(oldEnd), after);
      if (before !== after) assert.ok(before[start] !== after[start] || oldEnd === start || newEnd === start);
    }));
  });
});

import assert from "node:assert/strict";
import fc from "fast-check";
import { BibtexBibliography } from "../../../../src/core/bibliography/bibtex/bibtexBibliography";
import { editBibtex, type EntrySplice } from "../../../../src/core/bibliography/bibtex/editBibtex";
import { parseBibtex } from "../../../../src/core/bibliography/bibtex/parseBibtex";
import { carrySearchIndex, searchIndexOf, type SearchIndex } from "../../../../src/core/library/searchIndex";
import type { Bibliography } from "../../../../src/core/model/bibliography";
import { finishNow } from "../../../../src/core/steps";
import { changeBetween } from "../../../../src/core/text/textChange";

const pieces = [
  "@article{k1,\n  title = {One},\n}\n", "@book{k2, title = {Two {nested}}, author = {Doe, J. and Roe, R.}}\n", "@misc{k1, year = 2001}\n", "@xdata{x, title = {Shared}}\n", "@misc{k3, xdata = {x}, ids = {old}}\n",
  "@inbook{k4, crossref = {k2}}\n", "@set{k5, entryset = {k4, k1}}\n", "@string{s = {Macro}}\n", "@misc{k6, title = s # { words}}\n", "@comment{@misc{no,}}\n", "@preamble{\"x\"}\n", "% @misc{k7,\n", "words @ text\n",
  "@misc(k8, title = \"x\")\n", "\n", "@article{k9,\n  title = {Open,\n  year = 2001\n", "@misc{k10, title = {a}}, year = 2001}\n", "me@host.org {x}\n",
];
const bits = ["{", "}", "@", "\"", ",", "=", "#", "%", "(", ")", "\n", " ", "k1", "@misc{k2,", "@comment{", "@string{s=", "title = {x}", "é", "x"];
const file = fc.array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...pieces) }, fc.constantFrom(...bits)), { maxLength: 12 }).map((all) => all.join(""));
/** Where an edit begins and how much it takes away, as shares of the text, and what it puts there. */
const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), removed: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(80)), added: fc.oneof(fc.constantFrom("", ...bits), fc.constantFrom(...pieces)) });

function edited(text: string, { at, removed, added }: { readonly at: number; readonly removed: number; readonly added: string }): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + added + text.slice(start + removed);
}

function read(text: string): BibtexBibliography {
  const bibliography = parseBibtex(text);
  assert.ok(bibliography instanceof BibtexBibliography);
  return bibliography;
}

function shown({ entries, problems, isCut }: Bibliography): unknown {
  const order = (all: typeof problems): readonly string[] => all.map((problem) => JSON.stringify(problem));
  return { isCut, problems: order(problems), entries: entries.map((entry) => [entry.key, entry.keyRange, entry.range, entry.summary, entry.format === "bibtex" && [entry.entryType, entry.aliases, entry.fields.map(({ name, value, valueRange }) => [name, value, valueRange])]]) };
}

/** What every search is made of: the folded fields of all entries in their order, their years and the keys they answer to. */
function searched(index: SearchIndex): unknown {
  finishNow(index.prepare());
  const keys = [...index.entries.flatMap((entry) => [entry.key, ...entry.format === "bibtex" ? entry.aliases : []]), "nobody"];
  return { fields: index.searchedText, years: index.years, keys: keys.map((key) => [key, index.get(key)?.range, index.definitions(key).map(({ range }) => range)]), count: index.keyCount };
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

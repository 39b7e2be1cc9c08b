import assert from "node:assert/strict";
import fc from "fast-check";
import type { BibliographySorting } from "../../../../../src/core/features/bibliographyEditing/sort/inOrder";
import { sortBibtex } from "../../../../../src/core/features/bibliographyEditing/sort/sortBibtex";
import { finishNow } from "../../../../../src/core/steps";
import { applyEdits, bibtexText, factsOf, withoutSpace } from "../../../../support/bibtexTexts";

function sort(text: string, sorting: BibliographySorting): string | { readonly reason: string; readonly key: string } {
  const answer = finishNow(sortBibtex(text, sorting));
  if (answer === undefined) return text;
  return "reason" in answer ? { reason: answer.reason, key: answer.key } : applyEdits(text, [answer]);
}

const four = [
  "@book{d, author={Zoe, A}, year=2001}", "@article{b, author={Müller, B}, title={Two}, year=1999}", "@book{C, author={Doe, D}, year=1999}", "@misc{a10, title={Alone}}",
];

describe("sorting BibTeX", () => {
  const orders: readonly (readonly [BibliographySorting, string])[] = [["key", "3120"], ["author", "3210"], ["type", "1203"], ["year", "2103"]];
  for (const [sorting, order] of orders) {
    it(`by ${sorting}`, () => assert.equal(sort(four.join("\n\n"), sorting), Array.from(order, (index) => four[Number(index)]).join("\n\n")));
  }

  const cases: readonly (readonly [what: string, before: string, after: string])[] = [
    ["numbers by value", "@a{k10}\n@a{k9}", "@a{k9}\n@a{k10}"],
    ["comments go with the entry below them", "@a{c}\n\n% about b\n@a{b} % behind b\n\n% of a\n\n@a{a}\n", "% of a\n\n@a{a}\n\n% about b\n@a{b} % behind b\n\n@a{c}\n"],
    ["@comment too", "@a{b}\n@comment{x}\n@a{a}", "@comment{x}\n@a{a}\n@a{b}"],
    ["@comment of several lines, behind an entry", "@a{b}@comment{\n\n}x\n@a{a}", "@a{a}\n@a{b}@comment{\n\n}x"],
    ["@comment with a blank line in it, at the head", "@comment{x\n\ny}\n@a{b}\n@a{a}", "@a{a}\n@comment{x\n\ny}\n@a{b}"],
    ["the head of the file stays", "% My sources\n\n% about b\n@a{b}\n@a{a}", "% My sources\n\n@a{a}\n% about b\n@a{b}"],
    ["what stands at its end stays", "@a{b}\n@a{a}\n\n@comment{jabref-meta: x}\n", "@a{a}\n@a{b}\n\n@comment{jabref-meta: x}\n"],
    ["what tells the encoding stays", "\uFEFF% Encoding: UTF-8\n@a{b}\n@a{a}", "\uFEFF% Encoding: UTF-8\n@a{a}\n@a{b}"],
    ["macros and preambles come first", "@a{b, x = m}\n@string{n = m}\n@preamble{\"p\"}\n@a{a, x = n}".replace("@a{b, x = m}", "@string{m = \"M\"}\n@a{b, x = m}"), "@string{m = \"M\"}\n@string{n = m}\n@preamble{\"p\"}\n@a{a, x = n}\n@a{b, x = m}"],
    ["parents stand behind their children", "@inbook{z, crossref={a}}\n@inbook{y, crossref={A}}\n@a{m}\n@book{a}", "@a{m}\n@inbook{y, crossref={A}}\n@inbook{z, crossref={a}}\n@book{a}"],
    ["parents that do not yet", "@book{a}\n@inbook{z, crossref={a}}\n@a{m}", "@a{m}\n@inbook{z, crossref={a}}\n@book{a}"],
    ["the first of one key stays the first", "@a{b, author={Z}}\n@a{B, author={A}}\n@a{a}", "@a{a}\n@a{b, author={Z}}\n@a{B, author={A}}"],
    ["two on one line", "@a{b}@a{a}% behind a\n", "@a{a}% behind a\n@a{b}\n"],
    ["no line end at the end", "@a{b}\n\n@a{a}", "@a{a}\n\n@a{b}"],
    ["entries with something out of place", "@a{b, x = 1 y = 2}\n@a{a, x = {1}}", "@a{a, x = {1}}\n@a{b, x = 1 y = 2}"],
    ["what is in order", "@a{a}\n@a{b}", "@a{a}\n@a{b}"],
    ["nothing", "", ""],
  ];
  for (const [what, before, after] of cases) it(what, () => assert.equal(sort(before, "key"), after));

  const refusals: readonly (readonly [reason: string, key: string, text: string])[] = [
    ["unclosed", "b", "@a{b, x = {1\n@a{a}"],
    ["unclosed", "@comment", "@a{b}\n@a{a}\n@comment{"],
    ["unclosed", "@comment", "@a{b}\n@comment(x)\n@a{a}"],
    ["no-key", "@a", "@a{b}\n@a{x = {1}}\n@a{a}"],
    ["circular", "b", "@a{b, crossref={a}}\n@a{a, crossref={b}}"],
    ["would-change", "b", "@a{b, x = m}\n@string{m = \"M\"}\n@a{a}"],
    ["would-change", "b", "@string{m = \"M\"}\n@a{b, x = m}\n@string{m = \"N\"}\n@a{a}"],
    ["would-run-on", "a", "@xdata{a}\n@preamble{\"p\"}\n,year = 2001"],
    ["would-run-on", "a", "@string{m = \"M\"}\n@xdata{a}\n@preamble{\"p\"}\n,year = 2001"],
  ];
  for (const [reason, key, text] of refusals) {
    it(`refuses ${JSON.stringify(text)}`, () => assert.deepEqual(sort(text, "key"), { reason, key }));
  }

  for (const [sorting] of orders) {
    it(`by ${sorting} moves whole entries and changes nothing else, and nothing the second time, whatever the text`, () => {
      fc.assert(fc.property(bibtexText, (text) => {
        const sorted = sort(text, sorting);
        if (typeof sorted !== "string") return;
        assert.deepEqual(Array.from(withoutSpace(sorted)).sort(), Array.from(withoutSpace(text)).sort());
        assert.deepEqual(factsOf(sorted).map((fact) => JSON.stringify(fact)).sort(), factsOf(text).map((fact) => JSON.stringify(fact)).sort());
        assert.equal(sort(sorted, sorting), sorted);
      }), { numRuns: 100 });
    });
  }
});

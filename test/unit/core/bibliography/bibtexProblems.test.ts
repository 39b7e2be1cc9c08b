import assert from "node:assert/strict";
import { parseBibtex } from "../../../../src/core/bibliography/bibtex/parseBibtex";
import { readMarks } from "../../../support/marks";
import { keysOf, messagesOf, shownEntries } from "../../../support/shownBibliography";

/** Ranges of the problems are marked, in their order; all are of the code `syntax` but for those in the other table. */
type Rows = readonly (readonly [marked: string, entries: string, message: string | RegExp])[];

const syntax: Rows = [
  // half-typed
  ["⟦@book⟧", "", "“@book” begins no entry: an opening brace, a key and a comma belong behind it."],
  ["⟦@article⟧\n\n@book{b}", "book b", /begins no entry/],
  ["⟦@misc⟧@book{b}", "book b", /begins no entry/],
  ["⟦@book{⟧", "", "This entry has no key. Write one behind the opening brace, with a comma behind it."],
  ["⟦@book{⟧\n\n@book{b}", "book b", /no key/],
  ["⟦@book{⟧@book{b, year = 1}", "book b year=1", /no key/],
  ["@book{⟦a⟧\n@book{b}", "book a | book b", /not closed/],
  ["@book{a⟦,⟧", "book a", "This entry is not closed: “}” is missing here."],
  ["@book{a, ⟦ti⟧\n}\n@book{b}", "book a | book b", /“ti” is out of place: a field is written name = {value}/],
  ["@book{a, ⟦title =⟧ }\n@book{b}", "book a | book b", "The field “title” has no value. Write one in braces, or take the field out."],
  ["@book{a, ⟦title =⟧\n  year = 1}", "book a year=1", /no value/],
  // keys
  ["⟦@book{⟧}", "", /no key/],
  ["⟦@book{⟧, title = {x}}\n@book{b}", "book b", /no key/],
  ["⟦@Book {⟧title = {x}}\n@book{b}", "book b", /no key/],
  ["@book{⟦a⟧ title = {x}}", "book a title=x", "A comma is missing behind the key “a”."],
  ["@book{⟦a⟧\n  title = {x}\n}", "book a title=x", /comma is missing behind the key/],
  ["@book{⟦Doe 2001⟧, year = 1}", "book Doe 2001 year=1", "The key “Doe 2001” has blanks in it, which LaTeX cannot cite."],
  // commas
  ["@book{a, title = {x} ⟦year⟧ = 1}", "book a title=x year=1", "A comma is missing before “year”."],
  ["@book{a, title = {x}\n  ⟦year⟧ = 1\n  ⟦note⟧ = \"y\"}", "book a title=x year=1 note=y", /missing before “year”.*missing before “note”/],
  ["@book{a,⟦,⟧ title = {x},⟦,⟧}", "book a title=x", /comma too many.*comma too many/],
  // values
  ["@book{a, ⟦title⟧ {x}, year = 1}", "book a year=1", /“title” is out of place/],
  ["@book{a, title = {x} ⟦{y}⟧, year = 1}", "book a title=x year=1", "“{y}” is out of place: a comma belongs behind a value."],
  ["@book{a, title = {x} ⟦#⟧ , year = 1}", "book a title=x year=1", "Nothing stands behind this “#”, which joins two pieces of a value."],
  ["@book{a, ⟦=⟧ {x}, year = 1}", "book a year=1", "“=” is out of place: the name of a field belongs here."],
  ["@book{a, month = ⟦janvier⟧}", "book a month=janvier", "“janvier” is neither a number nor a @string of this file. Put braces around it if it is text."],
  ["@book{a, title = ⟦Some bare words⟧, year = 1}", "book a title=Some bare words year=1", /neither a number nor a @string/],
  ["@book{a, note = ⟦n⟧ # {x}}\n@string{n = {x}}", "book a note=nx", "“n” is defined only below. Move its @string up."],
  ["@book{a, title = {x}, ⟦title⟧ = {y}}", "book a title=x title=y", "The field “title” is given twice: BibTeX takes the first, BibLaTeX and Pandoc take the last. Take one of them out."],
  // delimiters
  ["@book{a, title = ⟦{⟧x\n  ⟦year⟧ = 1\n}\n@book{b}", "book a title=x year=1 | book b", /value is not closed: a closing brace is missing/],
  ["@book{a, title = ⟦{⟧x,\n  year = 1\n}\n@book{b}", "book a title=x year=1 | book b", /value is not closed/],
  ["@book{a, title = ⟦{⟧{x},\n  year = 1\n}\n@book{b}", "book a title={x} year=1 | book b", /value is not closed/],
  ["@book{a, title = ⟦\"⟧x\n}\n@book{b}", "book a title=x | book b", /a closing quotation mark is missing/],
  ["@book{a, title = ⟦\"⟧x { y\",\n  year = 1\n}\n@book{b}", "book a title=x { y\" year=1 | book b", /a closing quotation mark is missing/],
  ["@book{a, title = {x}⟦}⟧,\n  year = 1\n}\n@book{b}", "book a title=x year=1 | book b", "There is one closing brace too many here. Take it out, or open it where it belongs."],
  ["@book{a, title = {x⟦}⟧\n\n@book{b}", "book a title=x | book b", /entry is not closed: “}”/],
  ["@book{a, title = {x}, year = ⟦1⟧ @book{b, year = 2}", "book a title=x year=1 | book b year=2", /entry is not closed/],
  ["@book(a, title = {x⟦}⟧\n\n@book(b, year = 2)", "book a title=x | book b year=2", /entry is not closed: “\)”/],
  ["@book{a, title = {x}\n⟦⟦)⟧⟧\n@book{b}", "book a title=x | book b", /out of place.*not closed/],
  // other blocks
  ["@string{⟦x =⟧ }\n@string{⟦y⟧}\n@book{b}", "book b", /no value.*out of place/],
  ["@string{x = ⟦{⟧⟦a⟧\n\n@book{b, note = x}", "book b note=a", /value is not closed.*entry is not closed/],
  ["⟦@preamble⟧{\"x\n\n@book{b}", "book b", "This @preamble is not closed: a closing brace is missing."],
  ["⟦@comment⟧{x\n\n@book{b}", "book b", "This @comment is not closed: a closing brace is missing."],
];

const others: readonly (readonly [marked: string, code: string, message: string])[] = [
  ["@book{a}\n@misc{⟦a⟧}", "duplicate-key", "The key “a” is taken by an entry above, which wins. Rename one of them."],
  ["@xdata{a}\n@misc{⟦a⟧}", "duplicate-key", "The key “a” is taken by an entry above, which wins. Rename one of them."],
  ["@book{a, crossref = ⟦{a}⟧}", "circular", "“a” takes fields from itself. Take this crossref out, or name another entry."],
  ["@book{a, crossref = {b}}\n@book{b, crossref = ⟦\"a\"⟧}", "circular", "“b” takes fields from “a”, which takes fields from it in turn. Take this crossref out, or name another entry."],
  ["@book{a, xdata = {x}}\n@xdata{x, xdata = {y}}\n@xdata{y, xdata = ⟦{z, x}⟧}", "circular", "“y” takes fields from “x”, which takes fields from it in turn. Take this xdata out, or name another entry."],
];

describe("Problems in BibTeX", () => {
  for (const [marked, entries, message] of syntax) {
    it(marked, () => {
      const { text, ranges } = readMarks(marked);
      const { problems } = parseBibtex(text);
      assert.equal(shownEntries(text), entries);
      assert.ok(problems.every(({ code }) => code === "syntax"));
      if (typeof message === "string") assert.equal(messagesOf(problems), message);
      else assert.match(messagesOf(problems), message);
      assert.deepEqual(problems.map(({ range }) => range), ranges);
    });
  }

  for (const [marked, code, message] of others) {
    it(marked, () => {
      const { text, ranges } = readMarks(marked);
      const { problems } = parseBibtex(text);
      assert.deepEqual(problems.map((problem) => ({ code: problem.code, range: problem.range, message: problem.message })), [{ code, range: ranges[0], message }]);
    });
  }

  it("are told with the key of their entry", () => {
    const [problem] = parseBibtex("@book{a, title = }").problems;
    assert.ok(problem?.code === "syntax" && problem.key === "a");
  });

  it("are no reason to lose a key", () => assert.deepEqual(keysOf(parseBibtex("@book{a}}}}}\n@book{b}}\n{\n@book{c}")), ["a", "b", "c"]));
});

import assert from "node:assert/strict";
import fc from "fast-check";
import { formatBibtex, type BibtexLayout } from "../../../../../src/core/features/bibliographyEditing/format/formatBibtex";
import { finishNow } from "../../../../../src/core/steps";
import { readMarks } from "../../../../support/marks";
import { applyEdits, bibtexText, factsOf, withoutSpace } from "../../../../support/bibtexTexts";

const asFile: BibtexLayout = { indent: undefined, isAligned: undefined };

function format(text: string, layout = asFile, range?: { readonly start: number; readonly end: number }): string {
  return applyEdits(text, finishNow(formatBibtex(text, layout, range)));
}

describe("formatting BibTeX", () => {
  const cases: readonly (readonly [what: string, before: string, after: string, layout?: Partial<BibtexLayout>])[] = [
    ["one field on a line", "@book{a,title={A},year=2001}", "@book{a,\n  title = {A},\n  year = 2001\n}"],
    ["a comma behind the last field as it is", "@book{a,title={A},}", "@book{a,\n  title = {A},\n}"],
    ["no fields", "@book { a , }\n@book{b}", "@book{a,}\n@book{b}"],
    ["leading commas", "@book{a\n  , title = {A}\n  , year = 2001\n}", "@book{a,\n  title = {A},\n  year = 2001\n}"],
    ["values stay", "@book{a,\ntitle={A  long\n   one  }  ,\nnote = \"x\"  #  jan}", "@book{a,\ntitle = {A  long\n   one  },\nnote = \"x\"  #  jan\n}"],
    ["names and types stay", "@BOOK{a,\n TITLE={A}}", "@BOOK{a,\n TITLE = {A}\n}"],
    ["the file's indentation", "@book{a,\n\ttitle={A},\n\tyear=2001}\n@book{b, title={B}}", "@book{a,\n\ttitle = {A},\n\tyear = 2001\n}\n@book{b,\n\ttitle = {B}\n}"],
    ["an indentation of one's own", "@book{a,\n\ttitle={A}}", "@book{a,\n    title = {A}\n}", { indent: "    " }],
    ["aligned as the file is", "@book{a,\n  title = {A},\n  year  = 2001\n}\n@book{b, author={B}, year=1}", "@book{a,\n  title = {A},\n  year  = 2001\n}\n@book{b,\n  author = {B},\n  year   = 1\n}"],
    ["aligned", "@book{a, title={A}, publisher={P}}", "@book{a,\n  title     = {A},\n  publisher = {P}\n}", { isAligned: true }],
    ["not aligned", "@book{a,\n  title     = {A},\n  publisher = {P}\n}", "@book{a,\n  title = {A},\n  publisher = {P}\n}", { isAligned: false }],
    ["Windows line ends", "@book{a,\r\ntitle={A}, year=1}\r\n", "@book{a,\r\ntitle = {A},\r\nyear = 1\r\n}\r\n"],
    ["parentheses", "@book(a, title={A (b)})", "@book(a,\n  title = {A (b)}\n)"],
    ["macros", "@string { x = \"X\" }@string{y={Y}}\n@STRING(z = x # y)", "@string{x = \"X\"}\n@string{y = {Y}}\n@STRING(z = x # y)"],
    ["macros below each other", "@string{ab  = {A}}\n@string{abcd={B}}", "@string{ab  = {A}}\n@string{abcd = {B}}"],
    ["values below each other", "@book{a,\n  title =     {A},\n  publisher = {P} }\n@book{b,title={B}}", "@book{a,\n  title =     {A},\n  publisher = {P}\n}\n@book{b,\n  title={B}\n}"],
    ["comments between fields", "@book{a, % one\n% two\n    title={A}, % three\n  year=1 % four\n}", "@book{a, % one\n    % two\n    title = {A}, % three\n    year = 1 % four\n}"],
    ["blocks on lines of their own", "@book{a}@book{b}   \n\n\n\n  @book{c}", "@book{a}\n\n@book{b}\n\n@book{c}"],
    ["text between entries", "Text  \n\n\n  more\n  @book{a}  tail\n  % @book{b, c = 1}\n@comment{ x   }\n@preamble{ \"x\" }", "Text  \n\n\n  more\n@book{a}  tail\n  % @book{b, c = 1}\n@comment{ x   }\n@preamble{ \"x\" }"],
    ["what follows text on its line", "see @book{a, title = {A},year=1}", "see @book{a, title = {A},year=1}"],
    ["a byte order mark", "\uFEFF@book{a,x=1}", "\uFEFF@book{a,\n  x = 1\n}"],
    ["a comma too few", "@book{a, x = 1 y = 2}\n@book{b,x=1}", "@book{a, x = 1 y = 2}\n@book{b,\n  x = 1\n}"],
    ["a comma too many", "@book{a,, x=1}", "@book{a,, x=1}"],
    ["an entry that is not closed", "@book{a, x={1\n\n@book{b,x=1}", "@book{a, x={1\n\n@book{b,\n  x = 1\n}"],
    ["no key", "@book{x={1}, y=1}", "@book{x={1}, y=1}"],
    ["a brace too many", "@book{a, x = {1}}, y = 2}\n@book{b,x=1}", "@book{a, x = {1}}, y = 2}\n@book{b,\n  x = 1\n}"],
    ["a comment that is not closed", "@book{a,x=1}\n@comment{ @book{b,x=1}", "@book{a,\n  x = 1\n}\n@comment{ @book{b,x=1}"],
    ["a comment before a comma", "@book{a, x=1 % c\n, y=2}", "@book{a, x=1 % c\n, y=2}"],
    ["spaces that are none", "@book{a,\u00a0x=1}", "@book{a,\u00a0x = 1\n}"],
  ];
  for (const [what, before, after, layout] of cases) {
    it(what, () => {
      assert.equal(format(before, { ...asFile, ...layout }), after);
      assert.equal(format(after, { ...asFile, ...layout }), after);
    });
  }

  it("formats what touches a range alone", () => {
    const { text, ranges: [range] } = readMarks("@book{a,x=1}\n@book{b,⟦x=1⟧}\n@book{c,x=1}");
    assert.equal(format(text, asFile, range), "@book{a,x=1}\n@book{b,\n  x = 1\n}\n@book{c,x=1}");
  });

  for (const isAligned of [undefined, true, false]) {
    it(`changes nothing but white space, and nothing the second time, whatever the text (aligned: ${String(isAligned)})`, () => {
      fc.assert(fc.property(bibtexText, (text) => {
        const formatted = format(text, { indent: undefined, isAligned });
        assert.equal(withoutSpace(formatted), withoutSpace(text));
        assert.deepEqual(factsOf(formatted), factsOf(text));
        assert.equal(format(formatted, { indent: undefined, isAligned }), formatted);
      }), { numRuns: 100 });
    });
  }
});

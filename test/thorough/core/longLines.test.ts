import assert from "node:assert/strict";
import { parseBibliography } from "../../../src/core/bibliography/parseBibliography";
import { parseLatex } from "../../../src/core/citations/latex/parseLatex";
import { parseMarkdown } from "../../../src/core/citations/markdown/parseMarkdown";
import { toCslItem } from "../../../src/core/format/fromBibtex/toCslItem";
import { searchIndexOf } from "../../../src/core/library/searchIndex";

/** Regular expressions that repeat a group keep a place for each of its repetitions, and give up where there are some millions of these. */
const length = 8_000_000;

/** What one line holds over and over, behind what makes a reader look at it. */
const texts: readonly (readonly [ending: string, start: string, repeated: string, end?: string])[] = [
  [".md", "", "-"], [".md", "", "- "], [".md", "", "|-"], [".md", "", "+-"], [".md", "…", "a."], [".md", "@", "a"], [".md", "@", "a:"], [".md", "@{", "a"], [".md", "(@", "a-"],
  [".md", "[", "a"], [".md", "[a](", "b"], [".md", "[a](", "b "], [".md", "<a", " "], [".md", "<a b=", "c"], [".md", "<a", "a"], [".md", "<a@", "b"], [".md", "[@a", "é"], [".md", "{", "a"],
  [".md", "[a](b \"", "x"], [".md", "[a]: ", "x"], [".md", "[a]{", "- "], [".md", "[a]{.", "b"], [".md", "---\n", "\n"], [".md", "[@a, …", "b"],
  [".tex", "\\newcommand{\\a}", "*"], [".tex", "\\newcommand{\\a}[", "x"], [".tex", "\\NewDocumentCommand{\\a}{>{", "x"], [".tex", "\\DefineVerbatimEnvironment", "[]"],
  [".bib", "@book{k, title = {…", "x"], [".bib", "@book{k, author = {", "A "], [".bib", "@book{k, author = {", "A-"], [".bib", "@book{k, doi = {10.1000/", "x"], [".bib", "@book{k, url = {http://", "x"],
  [".bib", "@book{k, langid = {de", "-ab"], [".bib", "@book{k, year = {2001}, month = {", "a"], [".bib", "@book{k, date = {", "a"], [".bib", "@book{k, howpublished = {http://", "a"],
  [".bib", "@book{k, title = {", "\u0301"], [".bib", "@book{k, title = {‘a", "b"], [".bib", "@book{k, editor = {", "."],
  [".ris", "TY  - JOUR\nTI  - t\nUR  - http://", "x", "\nER  - \n"],
  [".yaml", "references:\n- id: a\n  title: \"", "\n", "\"\n"], [".yaml", "references:\n- \"", "x", "\": a\n"], [".yaml", "\"", "x", "\":\n  type: book\n"],
];

/** In texts of one byte a character V8 looks for other characters than in texts of two. */
const letters: readonly (readonly [kind: string, sign: string])[] = [["Latin letters", ""], ["others", "–"]];

describe("A line of eight million signs gives up no reader:", () => {
  for (const [ending, start, repeated, end = ending === ".bib" ? "}}\n" : "\n"] of texts) for (const [kind, sign] of letters) {
    it(`${ending}, ${JSON.stringify(start + repeated + repeated)}, ${kind}`, () => {
      const text = start + repeated.repeat(length / repeated.length) + sign + end;
      if (ending === ".md") assert.ok(parseMarkdown(text).problems.length < 10);
      else if (ending === ".tex") assert.ok(parseLatex(text, { citationCommands: [] }).problems.length < 10);
      else readWhole(ending, text);
    });
  }
});

function readWhole(ending: string, text: string): void {
  const bibliography = parseBibliography(`a${ending}`, text) ?? assert.fail();
  assert.ok(bibliography.problems.length < 10);
  for (const entry of bibliography.entries) assert.equal(toCslItem(entry).id, entry.key);
  assert.ok(searchIndexOf(bibliography).searchedText.length < 10 * text.length);
}

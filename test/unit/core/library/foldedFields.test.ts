import assert from "node:assert/strict";
import fc from "fast-check";
import { parseBibtex } from "../../../../src/core/bibliography/bibtex/parseBibtex";
import { fieldEnd } from "../../../../src/core/library/search/foldedFields";
import { fieldCount, Haystack } from "../../../../src/core/library/search/haystack";
import { initialsIn } from "../../../../src/core/library/search/initials";
import { foldForSearch } from "../../../../src/core/text/fold";

/** What values are made of: plain words, LaTeX that stands alone and LaTeX that does not, other scripts, white space of all kinds. */
const pieces = [
  "Words", "of", "a", "X", "{DNA}", "{", "}", "caf{\\'e}", "G\\\"odel", "{\\TeX}", "\\TeX", "\\emph{one two}", "\\&", "\\'", "\\'~", "\\,", "{\\,}", "$x_1$", "$", "`", "'", "``", "''", "O'Brien",
  "é", "Müller", "Жебин", "Ärger", "e\u0301", "\u0301", "–", "--", "-", "x-ray", "~", "\u00a0", "\u3000", " ", "  ", "\n", "\t", "_", "^", "2001", "\"\"", "ﷺ", "ﬁ", "\\", "(", "\\(", "\\o", "{\\o}", "{\\`a}", "%", "#",
  "{{", "}}", "{\\TeX", "\\TeX's", "{{\\TeX}'s", "\\TeX-based", "\\kern-1", "\\kern-1pt", "pt", "\\enquote{", "{\\em", "\\v'", "\\v-", "\\c.", "\\frac{", "\\textcolor{red}", "\\}", "\\{", "{\\}}",
];
const names = ["Doe, Jane", "Jane Doe", "van der Berg, J.", "Jane van der Berg", "others", "Others", "Doe", "and", "AND", ",", "~", "{and}", "{Big Institute and Co}", "family=Doe, given=Jane", "et al.", "et al., X", "Doe, Jr., J.", "O'Brien", "Müller", "M{\\\"u}ller, {\\\"O}.", "J.-P. Doe", "-", "--", "Doe~Roe", "\u00a0", "\n  ", "É. Zola", "{", "}", ".", "3rd Earl"];
const value = fc.array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom("", " ", " ", "\n")), { maxLength: 5 }).map((all) => all.flat().join(""));
const people = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(" and ", " and\n", " ", ", ", "")), { maxLength: 5 }).map((all) => all.flat().join(""));
const delimited = (content: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.tuple(content, fc.nat(5)).map(([text, kind]) => kind === 0 ? `"${text}"` : kind === 1 ? `{${text}} # jan` : `{${text}}`);
const field = fc.oneof(
  fc.tuple(fc.constantFrom("author", "editor"), delimited(people)),
  fc.tuple(fc.constantFrom("title", "Title", "subtitle", "journal", "booktitle", "journaltitle", "maintitle", "ids"), delimited(value)),
  fc.tuple(fc.constantFrom("year", "date"), fc.constantFrom("2001", "{1998}", "{0044}", "{ 2001 }", "\"2001-05/2002\"", "{in press}", "jan", "{c. 1850}")),
  fc.constant(["crossref", "{k0}"]),
);
const entry = fc.tuple(fc.constantFrom("article", "book", "misc", "inproceedings"), fc.constantFrom("k0", "k1", "Doe:2001", "O'Brien", "жук", "a b"), fc.array(field, { maxLength: 6 }))
  .map(([type, key, fields]) => `@${type}{${key},\n${fields.map(([name, text]) => `  ${name} = ${text},\n`).join("")}}\n`);

describe("The folded fields of entries", () => {
  it("are those of their summaries", () => {
    fc.assert(fc.property(fc.array(entry, { minLength: 1, maxLength: 4 }), (entries) => {
      const bibliography = parseBibtex(entries.join("\n"));
      const haystack = new Haystack(bibliography.entries);
      const section = haystack.section(0);
      bibliography.entries.forEach(({ key, summary }, index) => {
        const expected = [key, summary.people.join(" "), summary.title, summary.year, summary.container].map(foldForSearch);
        expected.forEach((text, number) => {
          const at = index * fieldCount + number;
          const written = section.text.slice(section.fieldStarts[at], section.fieldStarts[at + 1]);
          assert.equal(written, text + fieldEnd, JSON.stringify(entries));
          assert.equal(initialsIn(text) & ~(section.initials[at] ?? 0), 0);
        });
        assert.equal(haystack.years[index], Number.parseInt(summary.year, 10) || 0);
      });
    }), { numRuns: 100 });
  });
});

import assert from "node:assert/strict";
import fc from "fast-check";
import { parseBibtex } from "../../../../src/core/bibliography/bibtex/parseBibtex";
import { entryValues, valuesOf } from "../../../../src/core/bibliography/entryValues";

const names = ["author", "editor", "year", "title"];
const others = ["keywords", "langid"];

/** The values of each entry of a file: read one by one, and all at once. */
function bothWays(text: string): readonly [oneByOne: readonly unknown[], atOnce: readonly unknown[]] {
  const entries = parseBibtex(text).entries.flatMap((entry) => entry.format === "bibtex" ? [entry] : []);
  return [
    entries.map((entry) => [...names, ...others].map(entryValues(entry))),
    entries.map((entry) => [...valuesOf(entry, names), ...valuesOf(entry, others)]),
  ];
}

describe("Values of fields", () => {
  const cases: readonly (readonly [text: string, expected: readonly string[]])[] = [
    ["@book{a, author = {Doe, J.}, year = 2001}", ["Doe, J.", "", "2001", "", "", ""]],
    ["@string{d = {Doe}} @book{a, author = d # {, J.}, title = \"A {T}\"}", ["Doe, J.", "", "", "A {T}", "", ""]],
    ["@book(a, author = {Doe, J.})", ["Doe, J.", "", "", "", "", ""]],
    ["@book{a, crossref = {b}}\n@book{b, author = {Doe, J.}, year = 2001}", ["Doe, J.", "", "2001", "", "", ""]],
    ["@book{a, Keywords = {x}, title = {T}}\n@book{b, title = {keywords}}", ["", "", "", "T", "x", ""]],
    ["@book{a, year = 2000, author = {Doe}, year = 2001}", ["Doe", "", "2001", "", "", ""]],
    ["@book{a, author = {Doe, year = 2001,\n@book{b, title = {B}}", ["Doe, year = 2001", "", "", "", "", ""]],
  ];
  for (const [text, expected] of cases) {
    it(text, () => {
      const [oneByOne, atOnce] = bothWays(text);
      assert.deepEqual(atOnce, oneByOne);
      assert.deepEqual(atOnce[0], expected);
    });
  }

  it("are the same read one by one and all at once, whatever the file holds", () => {
    const piece = fc.constantFrom("@book{k,", "author", "year", "title", "editor", " = ", "{Doe}", "\"T\"", "2001", ",", "}", "{", "\n", "#", "crossref", "{k}", "KeyWords", "langid", "%", "@string{x={y}}", "x");
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join("")), (text) => {
      const [oneByOne, atOnce] = bothWays(text);
      assert.deepEqual(atOnce, oneByOne);
    }), { numRuns: 200 });
  });
});

import assert from "node:assert/strict";
import fc from "fast-check";
import { parseName, splitNames } from "../../../../src/core/bibliography/bibtex/names";

describe("Names in BibTeX", () => {
  const lists: readonly (readonly [list: string, names: readonly string[]])[] = [
    ["", []],
    ["Doe, Jane", ["Doe, Jane"]],
    ["Jane Doe and\n  John Roe AND  X Y", ["Jane Doe", "John Roe", "X Y"]],
    ["{Barnes and Noble} and Alexander Anderson", ["{Barnes and Noble}", "Alexander Anderson"]],
    ["A and and B and", ["A", "B"]],
    ["Doe, J. and others", ["Doe, J.", "others"]],
    ["Anand and Land", ["Anand", "Land"]],
    ["A } and { and B", ["A }", "{ and B"]],
  ];
  for (const [list, names] of lists) it(`are split: ${list}`, () => assert.deepEqual(splitNames(list), names));

  /** given | prefix | family | suffix */
  const rows: readonly (readonly [name: string, parts: string])[] = [
    ["Doe", "||Doe|"],
    ["Jane Q. Doe", "Jane Q.||Doe|"],
    ["Doe, Jane Q.", "Jane Q.||Doe|"],
    ["Ludwig van Beethoven", "Ludwig|van|Beethoven|"],
    ["van Beethoven, Ludwig", "Ludwig|van|Beethoven|"],
    ["Charles Louis Xavier Joseph de la Vallée Poussin", "Charles Louis Xavier Joseph|de la|Vallée Poussin|"],
    ["de la Vallée Poussin, Charles", "Charles|de la|Vallée Poussin|"],
    ["King, Jr., Martin Luther", "Martin Luther||King|Jr."],
    ["von Berlichingen zu Hornberg, Johann", "Johann|von Berlichingen zu|Hornberg|"],
    ["Jean de La Fontaine", "Jean|de|La Fontaine|"],
    ["jean de la fontaine", "|jean de la|fontaine|"],
    ["{van} Berg", "{van}||Berg|"],
    ["J.~van~der Berg", "J.|van der|Berg|"],
    ["{World Health Organization}", "||{World Health Organization}|"],
    ["{\\'E}douard Masterly", "{\\'E}douard||Masterly|"],
    ["Jean {\\'e}douard Masterly", "Jean|{\\'e}douard|Masterly|"],
    ["\\'Emile Zola", "\\'Emile||Zola|"],
    ["\\o{}ivind \\O{}degaard", "|\\o{}ivind|\\O{}degaard|"],
    ["{\\relax van} Berg", "|{\\relax van}|Berg|"],
    ["(Eric) Dubois", "(Eric)||Dubois|"],
    ["Doe,", "||Doe|"],
    [", Jane", "Jane|||"],
    ["", "|||"],
    // BibLaTeX's extended format
    ["given=Jane, family=Doe", "Jane||Doe|"],
    ["family=Gogh, given=Vincent, prefix=van, useprefix=true", "Vincent|van|Gogh|"],
    ["family=Gogh, prefix=van, useprefix=false", "||Gogh|"],
    ["\"family={Doe, Inc.}\", given = J.", "J.||{Doe, Inc.}|"],
    ["family=King, suffix=Jr., given-i=M", "||King|Jr."],
  ];
  for (const [name, parts] of rows) {
    it(name, () => {
      const { given, prefix, family, suffix } = parseName(name);
      assert.equal([given, prefix, family, suffix].join("|"), parts);
    });
  }

  it("of any kind have parts", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom("{", "}", "\\'", "a", "Doe", ",", " ", "~", "and", "family=", "\"", "\\"), { maxLength: 20 }), (all) => {
      for (const name of splitNames(all.join(""))) assert.equal(typeof parseName(name).family, "string");
    }), { numRuns: 200 });
  });
});

import assert from "node:assert/strict";
import fc from "fast-check";
import { editDistance } from "../../../../src/core/text/editDistance";

describe("Edit distance", () => {
  const rows: readonly (readonly [a: string, b: string, most: number, distance: number])[] = [
    ["", "", 2, 0], ["a", "a", 0, 0], ["doe2001", "doe2010", 2, 1], ["doe", "deo", 2, 1], ["doe", "do", 2, 1], ["doe", "does", 2, 1], ["doe", "doa", 2, 1], ["kitten", "sitting", 5, 3], ["kitten", "sitting", 2, Infinity],
    ["", "abc", 3, 3], ["", "abc", 2, Infinity], ["ca", "abc", 5, 3], ["a".repeat(300), "a".repeat(299), 2, Infinity],
  ];
  for (const [a, b, most, distance] of rows) it(`${a.slice(0, 10)} and ${b.slice(0, 10)}, at most ${most}`, () => assert.equal(editDistance(a, b, most), distance));

  it("is the same both ways and exact below its limit", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
    fc.assert(fc.property(word, word, fc.nat(8), (a, b, most) => {
      const exact = editDistance(a, b, 100);
      assert.equal(exact, editDistance(b, a, 100));
      assert.equal(editDistance(a, b, most), exact <= most ? exact : Infinity);
    }), { numRuns: 200 });
  });
});

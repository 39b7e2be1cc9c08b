import assert from "node:assert/strict";
import fc from "fast-check";
import { LineIndex } from "../../../src/cli/positions";
import { readMarks } from "../../support/marks";

describe("LineIndex", () => {
  const cases: readonly [marked: string, place: string][] = [
    ["‸", "0:0"],
    ["ab‸", "0:2"],
    ["a\n‸b", "1:0"],
    ["a‸\nb", "0:1"],
    ["a\r\n‸b", "1:0"],
    ["a\r‸b", "1:0"],
    ["a\n\r‸b", "2:0"],
    ["a\r\n\r\nb‸", "2:1"],
    ["a\n‸", "1:0"],
    ["😀‸b", "0:2"],
    ["a\u2028b‸", "0:3"],
  ];
  for (const [marked, place] of cases) {
    it(`${JSON.stringify(marked)} at ${place}`, () => {
      const { text, cursor } = readMarks(marked);
      const { line, character } = new LineIndex(text).positionAt(cursor);
      assert.equal(`${line}:${character}`, place);
    });
  }

  it("every offset lies in its line", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "\n", "\r", "é") });
    fc.assert(fc.property(text, (value) => {
      const index = new LineIndex(value);
      const lines = value.split(/\r\n|\n|\r/);
      for (let offset = 0; offset <= value.length; offset++) {
        const { line, character } = index.positionAt(offset);
        // between \r and \n the line end itself is counted
        assert.ok(character <= (lines[line] ?? "").length + 1);
        const before = value.slice(0, offset - character);
        assert.equal(before.split(/\r\n|\n|\r/).length - 1, line);
      }
    }), { numRuns: 50 });
  });
});

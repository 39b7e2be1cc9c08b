import assert from "node:assert/strict";
import { readMarks } from "../../support/marks";

describe("readMarks", () => {
  const cases: [string, ReturnType<typeof readMarks>][] = [
    ["plain", { text: "plain", cursor: -1, ranges: [] }],
    ["a‸b", { text: "ab", cursor: 1, ranges: [] }],
    ["⟦a⟧ ⟦b‸⟧", { text: "a b", cursor: 3, ranges: [{ start: 0, end: 1 }, { start: 2, end: 3 }] }],
    ["⟦a⟦b⟧⟧", { text: "ab", cursor: -1, ranges: [{ start: 0, end: 2 }, { start: 1, end: 2 }] }],
  ];
  for (const [marked, expected] of cases) {
    it(marked, () => assert.deepEqual(readMarks(marked), expected));
  }

  it("refuses unbalanced marks", () => {
    assert.throws(() => readMarks("⟦a"));
    assert.throws(() => readMarks("a⟧"));
  });
});

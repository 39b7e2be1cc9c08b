import assert from "node:assert/strict";
import { ProblemList } from "../../../../src/core/bibliography/problems";

describe("A list of problems", () => {
  it("says at its end how many more there are, as severe as the worst of them", () => {
    const list = new ProblemList(2);
    for (const [start, severity] of [[3, "warning"], [1, "error"], [5, "information"], [7, "error"]] as const) list.addSyntax(start, start + 1, `at ${String(start)}`, undefined, severity);
    assert.deepEqual(list.sorted().map(({ range, severity, message }) => [range.start, severity, message]), [
      [1, "error", "at 1"], [3, "warning", "at 3"],
      [5, "error", "There are 2 more problems in this file. Mend those that are listed, and the others are listed."],
    ]);
  });

  it("takes back what was left out first", () => {
    const list = new ProblemList(2);
    for (let start = 0; start < 4; start++) list.addSyntax(start, start + 1, String(start), undefined);
    assert.equal(list.length, 4);
    list.takeBack(3);
    assert.deepEqual(list.all.map(({ message }) => message), ["0", "1", "There is 1 more problem in this file. Mend those that are listed, and the others are listed."]);
    list.takeBack(1);
    assert.deepEqual(list.all.map(({ message }) => message), ["0"]);
  });
});

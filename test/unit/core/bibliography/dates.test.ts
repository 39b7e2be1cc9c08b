import assert from "node:assert/strict";
import { yearOf } from "../../../../src/core/bibliography/dates";

describe("The year of a date", () => {
  const rows: readonly (readonly [date: string, year: string])[] = [
    ["", ""], ["2001", "2001"], [" 2001 ", "2001"], ["2001-05-03", "2001"], ["2001-05/2003", "2001"], ["/2003", "2003"], ["2001/", "2001"], ["2001/..", "2001"], ["../2001", "2001"],
    ["2001~", "2001"], ["2001?", "2001"], ["2001%", "2001"], ["2001-21", "2001"], ["2004-02-01T10:00:00", "2004"], ["199X", "199X"], ["19XX", "19XX"], ["199u", "199u"], ["-0044", "-44"], ["-0044-03-15", "-44"],
    ["y-12000", "-12000"], ["0033", "33"], ["20010503", "2001"], ["May 2001", "2001"], ["c. 1850", "1850"], ["[1850]", "1850"], ["1850a", "1850"], ["2001--2003", "2001"], ["2001, May", "2001"], ["3 May 2001", "2001"],
    ["198?", "198?"], ["19xx", "19xx"], ["in press", "in press"], ["forthcoming", "forthcoming"], ["c. 850", "850"], ["12", "12"],
  ];
  for (const [date, year] of rows) it(JSON.stringify(date), () => assert.equal(yearOf(date), year));

  it("of a text without end is short", () => assert.ok(yearOf("9".repeat(100_000)).length <= 200));
});

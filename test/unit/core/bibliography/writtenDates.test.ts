import assert from "node:assert/strict";
import { combineDates, readDate } from "../../../../src/core/bibliography/writtenDates";

describe("readDate", () => {
  const rows: readonly (readonly [written: string, shown: string])[] = [
    ["2001", "2001"], ["2001///", "2001"], ["2001/09/01/", "2001-9-1"], ["2001/9", "2001-9"], ["2001/09//Spring", "2001-9"], ["2001///Spring", "2001 season 1"],
    ["2001-09-01", "2001-9-1"], ["2001-09-01T10:00:00Z", "2001-9-1"], ["20010901", "2001-9-1"], ["2001 9 1", "2001-9-1"],
    ["September 1, 2001", "2001-9-1"], ["1 Sep 2001", "2001-9-1"], ["1-Sep-2001", "2001-9-1"], ["Sept. 2001", "2001-9"], ["2001 Sep", "2001-9"],
    ["25.9.2001", "2001-9-25"], ["9/25/2001", "2001-9-25"], ["25/9/2001", "2001-9-25"], ["1.2.2001", "2001-2-1"], ["1/2/2001", "2001-1-2"],
    ["2001 Jan-Feb", "2001-1/2001-2"], ["Jan-Feb 2001", "2001-1/2001-2"], ["2001 Jan 15-21", "2001-1-15/2001-1-21"], ["15-21 Sep 2001", "2001-9-15/2001-9-21"],
    ["2000 Dec-2001 Jan", "2000-12/2001-1"], ["1998-99", "1998/1999"], ["1998-2001", "1998/2001"], ["1998–2001", "1998/2001"], ["2001-12", "2001-12"],
    ["Spring 2001", "2001 season 1"], ["2001 Winter", "2001 season 4"], ["ca. 1850", "1850 circa"], ["[1998?]", "1998 circa"], ["c1998", "1998"],
    ["2001/00/00", "2001"], ["2001/13/40", "2001"], ["in press", "“in press”"], ["n.d.", "“n.d.”"], ["Sep 12", "“Sep 12”"], ["", ""],
  ];
  for (const [written, shown] of rows) it(`${JSON.stringify(written)} is ${shown}`, () => assert.equal(show(readDate(written)), shown));
});

describe("combineDates", () => {
  const rows: readonly (readonly [fields: readonly string[], shown: string])[] = [
    [["2001", "2001/09/01"], "2001-9-1"],
    [["2001", "SEP 12"], "2001-9-12"],
    [["2001", "2002/09/01"], "2001"],
    [["2001/05", "2001/09/01"], "2001-5"],
    [["in press", "2001"], "2001"],
    [["in press"], "“in press”"],
    [[], ""],
  ];
  for (const [fields, shown] of rows) it(`${fields.join(" + ")} is ${shown}`, () => assert.equal(show(combineDates(fields)), shown));
});

function show(date: ReturnType<typeof readDate>): string {
  if (date === undefined) return "";
  if (date.literal !== undefined) return `“${date.literal}”`;
  const parts = (date["date-parts"] ?? []).map((part) => part.join("-")).join("/");
  return `${parts}${date.season === undefined ? "" : ` season ${date.season}`}${date.circa === true ? " circa" : ""}`;
}

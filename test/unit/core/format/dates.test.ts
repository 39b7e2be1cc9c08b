import assert from "node:assert/strict";
import { variablesOf } from "./support";

const plain = (...parts: number[][]): object => ({ "date-parts": parts });

const cases: readonly (readonly [fields: string, issued: unknown])[] = [
  // EDTF
  ["date = {2016}", plain([2016])],
  ["date = {2016-05-02}", plain([2016, 5, 2])],
  ["date = {2016-05/2017-06-03}", plain([2016, 5], [2017, 6, 3])],
  ["date = {2016/}", plain([2016], [0])],
  ["date = {2016/..}", plain([2016], [0])],
  ["date = {/2016}", { literal: "–2016" }],
  ["date = {2016-21}", { "date-parts": [[2016]], season: 1 }],
  ["date = {199X}", plain([1990], [1999])],
  ["date = {1850~}", { "date-parts": [[1850]], circa: true }],
  ["date = {1850?/1860}", { "date-parts": [[1850], [1860]], circa: true }],
  ["date = {-0044}", plain([-45])],
  ["date = {y-12000}", plain([-12001])],
  ["date = {2001-05-06T10:11:12Z}", plain([2001, 5, 6])],
  ["date = {2016-XX-XX}", plain([2016])],
  ["date = {2001}, year = 1999", plain([2001])],
  // BibTeX
  ["year = 2001", plain([2001])],
  ["year = 2001, month = may", plain([2001, 5])],
  ["year = 2001, month = {05}, day = 3", plain([2001, 5, 3])],
  ["year = 2001, month = {1~} # jan", plain([2001, 1, 1])],
  ["year = 2001, month = {Sept.}", plain([2001, 9])],
  ["year = 2001, month = {June/July}", plain([2001, 6], [2001, 7])],
  ["year = 2001, month = oct # {~10--12}", plain([2001, 10, 10], [2001, 10, 12])],
  ["year = 2001, month = {Spring}", { "date-parts": [[2001]], season: 1 }],
  ["year = 2001, month = {май}", plain([2001, 5])],
  ["year = {c. 1850}", { "date-parts": [[1850]], circa: true }],
  ["year = {[1850?]}", { "date-parts": [[1850]], circa: true }],
  ["year = {1999/2000}", plain([1999], [2000])],
  ["year = {1990--95}", plain([1990], [1995])],
  ["year = {44 BC}", plain([-44])],
  ["year = {in press}", { literal: "in press" }],
  ["year = {2001a}", { literal: "2001a" }],
  // what BibLaTeX does not allow and people write all the same
  ["date = {May 2001}", plain([2001, 5])],
  ["date = {May 2nd, 2020}", plain([2020, 5, 2])],
  ["date = {2.5.2020}", plain([2020, 5, 2])],
  ["date = {2016-13-45}", { literal: "2016-13-45" }],
];

describe("dates of entries", () => {
  for (const [fields, issued] of cases) it(fields, () => assert.deepEqual(variablesOf("misc", fields)["issued"], issued));

  it("date of access, of the event, of the original", () => {
    assert.deepEqual(variablesOf("misc", "urldate = {2020-01-02}, eventdate = {2001-05-06/2001-05-08}, origdate = {1850}"), {
      "event-date": plain([2001, 5, 6], [2001, 5, 8]), "original-date": plain([1850]), accessed: plain([2020, 1, 2]),
    });
  });

  it("a note that says only when a source was seen is that date", () => {
    assert.deepEqual(variablesOf("misc", "note = {[Online; accessed 3-May-2020]}"), { accessed: plain([2020, 5, 3]) });
    assert.deepEqual(variablesOf("misc", "note = {Accessed by many}"), { note: "Accessed by many" });
  });
});

import assert from "node:assert/strict";
import { InlineReader } from "../../../../src/core/citations/markdown/markdownInlines";
import { markdownText } from "../../../../src/core/citations/markdown/markdownText";

describe("A paragraph longer than anybody writes", () => {
  it("is read up to so many signs, and passed over behind them", () => {
    const text = "[@a ".repeat(10);
    const source = markdownText(text, 0, text.length);
    const read = new InlineReader(source, { isInList: false, isInDiv: false, isWhole: false }, undefined, undefined, 6).read(0);
    assert.deepEqual([read.marks.length, read.end], [6, text.length]);
  });
});

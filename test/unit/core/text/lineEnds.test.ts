import assert from "node:assert/strict";
import fc from "fast-check";
import { endOfLine, lineEndOf, startOfLine, withEvenLineEnds } from "../../../../src/core/text/lineEnds";
import { readMarks } from "../../../support/marks";

const even = (text: string): string => Buffer.from(withEvenLineEnds(Buffer.from(text, "latin1"))).toString("latin1");

describe("the line end of a text", () => {
  const rows: readonly (readonly [text: string, expected: string])[] = [["", "\n"], ["a", "\n"], ["a\n", "\n"], ["a\r\nb\n", "\r\n"], ["a\rb\r", "\r"], ["a\rb\n", "\n"]];
  for (const [text, expected] of rows) it(JSON.stringify(text), () => assert.equal(lineEndOf(text), expected));
});

describe("a line", () => {
  const rows: readonly (readonly [marked: string, line: string])[] = [["‸", ""], ["a\nb‸c\nd", "bc"], ["a\n‸\nb", ""], ["a\r\nb‸\r\nc", "b"], ["a\rb‸\rc", "b"], ["‸\na", ""], ["a\nb‸", "b"]];
  for (const [marked, line] of rows) {
    it(JSON.stringify(marked), () => {
      const { text, cursor } = readMarks(marked);
      assert.equal(text.slice(startOfLine(text, cursor), endOfLine(text, cursor)), line);
    });
  }

  it("is not over between the two signs of a line end", () => assert.equal(startOfLine("ab\r\nc", 3), 0));
});

describe("withEvenLineEnds", () => {
  const rows: readonly (readonly [text: string, expected: string])[] = [
    ["", ""],
    ["a", "a"],
    ["a\nb\n", "a\nb\n"],
    ["a\r\nb\r\n", "a\r\nb\r\n"],
    ["a\nb\nc\r\n", "a\nb\nc\n"],
    ["a\r\nb\r\nc\n", "a\r\nb\r\nc\r\n"],
    ["a\r\nb\n", "a\nb\n"],
    ["a\rb\r", "a\r\nb\r\n"],
    ["\r\r\n\n", "\r\n\r\n\r\n"],
    ["\xff\xfea\0\r\0\n\0\n\0", "\xff\xfea\0\r\0\n\0\n\0"],
  ];
  for (const [text, expected] of rows) it(JSON.stringify(text), () => assert.equal(even(text), expected));

  it("changes nothing but line ends", () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom("a", "\r", "\n", "\xe9") }), (text) => {
      assert.deepEqual(even(text).split(/\r\n|\n/), text.split(/\r\n|\r|\n/));
      assert.equal(even(even(text)), even(text));
    }));
  });
});

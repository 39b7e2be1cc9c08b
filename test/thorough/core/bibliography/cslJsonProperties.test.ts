import assert from "node:assert/strict";
import fc from "fast-check";
import { looksLikeCslJson, parseCslJson } from "../../../../src/core/bibliography/cslJson/parseCslJson";
import { keysOf } from "../../../support/shownBibliography";

const parts = [
  "{", "}", "[", "]", ",", ":", "\"", "\"id\"", "\"id\":", "\"type\"", "\"a\"", "\"items\":", "\"title\": \"T\"", "\"author\": [{\"family\": \"Doe\"}]", "1", "null", "true", "//", "/*", "*/", "\\", "\\u", "{\"id\": \"k\"}",
  "\"__proto__\":", "é", "\0", "\n", "\r\n", " ",
];
const anyText = fc.oneof(fc.array(fc.constantFrom(...parts), { maxLength: 40 }).map((all) => all.join("")), fc.json(), fc.string({ unit: "binary", maxLength: 60 }));

describe("JSON of any kind", () => {
  it("gives ranges inside the text, in order", () => {
    fc.assert(fc.property(anyText, fc.constantFrom("", "[", "{\"items\": ["), (rest, start) => {
      const text = start + rest;
      const { entries, problems } = parseCslJson(text);
      let end = 0;
      for (const { key, keyRange, range, summary } of entries) {
        assert.ok(range.start >= end && range.start <= keyRange.start && keyRange.start <= keyRange.end && keyRange.end <= range.end && range.end <= text.length);
        end = range.end;
        if (!key.includes("\\") && !text.slice(keyRange.start, keyRange.end).includes("\\")) assert.equal(text.slice(keyRange.start, keyRange.end), key);
        assert.equal(typeof summary.title, "string");
      }
      assert.ok(problems.every(({ range }, index) => range.start >= (problems[index - 1]?.range.start ?? 0) && range.start <= range.end && range.end <= text.length));
      assert.equal(typeof looksLikeCslJson(text), "boolean");
    }), { numRuns: 300 });
  });

  it("keeps sound items whatever one of them has become", () => {
    const cut = fc.tuple(fc.nat(60), fc.nat(60), fc.constantFrom("", "\"", "{", "}", "[", ",", "null", "\n"));
    fc.assert(fc.property(cut, ([from, length, inserted]) => {
      const broken = "{\"id\": \"bad\", \"type\": \"book\", \"author\": [{\"family\": \"Doe\"}]}";
      const damaged = broken.slice(0, from) + inserted + broken.slice(from + length);
      const keys = keysOf(parseCslJson(`[\n{"id": "a", "title": "T"},\n${damaged},\n{"id": "b", "title": "T"},\n{"id": "c"}\n]`));
      for (const key of ["a", "b", "c"]) assert.ok(keys.includes(key), `${key} in ${damaged}`);
    }), { numRuns: 300 });
  });

  it("keeps what stands before the cut", () => {
    const text = JSON.stringify(Array.from({ length: 5 }, (_, index) => ({ id: `k${index}`, type: "book", author: [{ family: "Doe" }], title: "T" })));
    const ends = [...text.matchAll(/"title":"T"\}/g)].map(({ index }) => index + 12);
    fc.assert(fc.property(fc.nat(text.length), (cut) => {
      const keys = keysOf(parseCslJson(text.slice(0, cut)));
      const whole = ends.filter((end) => end <= cut).length;
      assert.deepEqual(keys.slice(0, whole), ["k0", "k1", "k2", "k3", "k4"].slice(0, whole));
    }), { numRuns: 100 });
  });

  const awkward: readonly (readonly [name: string, text: string])[] = [
    ["brackets", "[".repeat(100_000)], ["braces", "{".repeat(100_000)], ["closing brackets", "]".repeat(100_000)], ["objects", `[${"{".repeat(5000)}`], ["items in items", "[{\"id\":\"a\",\"x\":".repeat(1000)],
    ["open items", "[{\"id\":\"a\",".repeat(1000)], ["lists in items", `[${"{\"a\":1,\"x\":[".repeat(5000)}`], ["quotation marks", `[${"\"".repeat(100_000)}`], ["deep values", `[{"id":"a","x":${"[".repeat(100_000)}}]`],
    ["one long line", `[{"id":"a","title":"${"x ".repeat(200_000)}"}]`], ["backslashes", `[{"id":"${"\\".repeat(100_001)}"}]`], ["open comments", `[${"/*".repeat(50_000)}`],
  ];
  for (const [name, text] of awkward) {
    it(`survives many ${name}`, () => {
      const { entries, problems } = parseCslJson(text);
      assert.ok(problems.length >= 0 && entries.every(({ summary }) => typeof summary.title === "string"));
      assert.equal(looksLikeCslJson(text), name === "one long line" ? looksLikeCslJson(text) : false);
    });
  }
});

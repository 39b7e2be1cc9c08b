import assert from "node:assert/strict";
import { linked, markUnknown } from "../../../../../src/core/features/preview/citationLinks";
import type { RenderedCitation } from "../../../../../src/core/features/formatDocument";

describe("links of citations", () => {
  const cases: readonly (readonly [citation: string, html: string, expected: string])[] = [
    ["doe", "(Doe, 2001)", "«ref-doe:(Doe, 2001)»"],
    ["a b", "(Lee, 2004)", "«ref-a%20b:(Lee, 2004)»"],
    ["doe,roe", "(Doe, 2001; Roe, 2002)", "«ref-doe:(Doe, 2001; Roe, 2002)»"],
    ["doe,roe: see |roe=Roe, 2002|; |doe=Doe, 2001|.", "", "see «ref-roe:Roe, 2002»; «ref-doe:Doe, 2001»."],
    ["doe,roe: ||doe=<a href=\"https://x.org\">x</a>|", "", "<a href=\"https://x.org\">x</a>"],
    ["doe,roe:x", "x", "«ref-doe:x»"],
    ["doe", "See <a href=\"https://x.org\">x</a>", "See <a href=\"https://x.org\">x</a>"],
    ["", "(Doe, 2001)", "(Doe, 2001)"],
    ["doe", "", ""],
  ];
  for (const [citation, html, expected] of cases) {
    it(`${citation} in ${html}`, () => {
      const [, keys = "", written] = /^([^:]*)(?::(.*))?$/.exec(citation) ?? [];
      const pieces = written?.trimStart().split("|").filter((piece) => piece !== "").map((piece) => {
        const [, key, text = piece] = /^(\w+)=(?!")(.*)$/.exec(piece) ?? [];
        return key === undefined ? { text } : { key, text };
      });
      const own = linked(html, { keys: keys === "" ? [] : keys.split(","), ...pieces !== undefined && { pieces } });
      assert.equal(own.replace(/<a href="#([^"]*)">(.*?)<\/a>/g, (whole, target: string, text: string) => target.startsWith("ref-") ? `«${target}:${text}»` : whole), expected);
    });
  }

  const unknown = (unknownKeys: readonly string[], html: string): ReturnType<typeof markUnknown> =>
    markUnknown(html, { unknownKeys, text: html, isNote: false, keys: [], cluster: { syntax: "bracketed", range: { start: 0, end: 0 }, citationItems: [] } } satisfies RenderedCitation);

  it("unknown keys are marked where they stand, otherwise the whole", () => {
    assert.deepEqual(unknown(["x"], "(Doe; <b>x?</b>)"), { html: "(Doe; <b class=\"sourcebook-unknown\" title=\"No source has the key “x”.\">x?</b>)", rest: "", title: "" });
    assert.deepEqual(unknown(["$&"], "<b>$&amp;?</b>").html, "<b class=\"sourcebook-unknown\" title=\"No source has the key “$&amp;”.\">$&amp;?</b>");
    assert.deepEqual(unknown(["x", "y"], "<b>x?</b>").rest, " sourcebook-unknown");
    assert.deepEqual(unknown([], "<b>x?</b>"), { html: "<b>x?</b>", rest: "", title: "" });
  });
});

import assert from "node:assert/strict";
import { linked, markUnknown } from "../../../../../src/core/features/preview/citationLinks";
import type { RenderedCitation } from "../../../../../src/core/features/formatDocument";
import type { SourceSummary } from "../../../../../src/core/model/bibliography";

const people: Readonly<Record<string, readonly [person: string, year: string]>> = { doe: ["Doe", "2001"], doe2: ["Doe", "2002"], roe: ["Roe & Co", "2003"], "a b": ["Lee", "2004"], nobody: ["", ""] };

function summaryOf(key: string): SourceSummary | undefined {
  const [person, year] = people[key] ?? [];
  return person === undefined || year === undefined ? undefined : { type: "book", title: "", people: person === "" ? [] : [person], year, container: "" };
}

describe("links of citations", () => {
  const cases: readonly (readonly [keys: string, html: string, expected: string])[] = [
    ["doe", "(Doe, 2001)", "«ref-doe:(Doe, 2001)»"],
    ["a b", "(Lee, 2004)", "«ref-a%20b:(Lee, 2004)»"],
    ["doe,doe2", "(Doe, 2001; Doe, 2002)", "«ref-doe:(Doe, 2001»; «ref-doe2:Doe, 2002)»"],
    ["doe,roe", "(Roe &amp; Co, 2003; see Doe, 2001)", "«ref-roe:(Roe &amp; Co, 2003»; «ref-doe:see Doe, 2001)»"],
    ["doe,doe2", "(Doe, 2001, 2002)", "«ref-doe:(Doe, 2001, 2002)»"],
    ["doe,roe", "[1], [2]", "«ref-doe:[1], [2]»"],
    ["doe,doe", "(Doe, 2001; Doe, 2001)", "«ref-doe:(Doe, 2001; Doe, 2001)»"],
    ["nobody,doe", "(2001; Doe, 2001)", "«ref-nobody:(2001; Doe, 2001)»"],
    ["constructor,doe", "(x; Doe, 2001)", "«ref-constructor:(x; Doe, 2001)»"],
    ["doe", "See <a href=\"https://x.org\">x</a>", "See <a href=\"https://x.org\">x</a>"],
    ["", "(Doe, 2001)", "(Doe, 2001)"],
    ["doe", "", ""],
  ];
  for (const [keys, html, expected] of cases) {
    it(`${keys} in ${html}`, () => {
      const own = linked(html, keys === "" ? [] : keys.split(","), (key) => Object.hasOwn(people, key) ? summaryOf(key) : undefined);
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

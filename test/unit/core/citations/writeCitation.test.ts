import assert from "node:assert/strict";
import fc from "fast-check";
import { parseMarkdown } from "../../../../src/core/citations/markdown/parseMarkdown";
import { keysForSlot, markdownKey, newCitation } from "../../../../src/core/citations/writeCitation";
import type { KeySlotSyntax } from "../../../../src/core/model/citation";

describe("keys as they are written in Markdown", () => {
  const rows: readonly (readonly [key: string, written: string])[] = [
    ["doe2001", "doe2001"], ["Doe:2001-a", "Doe:2001-a"], ["дом", "дом"], ["a//b", "a//b"], ["https://x.org/y", "https://x.org/y"],
    ["doe.", "{doe.}"], ["a..b", "{a..b}"], ["a b", "{a b}"], ["a;b", "{a;b}"], ["-a", "{-a}"], ["a'b", "{a'b}"], ["a{b}c", "{a{b}c}"], ["a}<script>", "{a<script>}"], ["}{", "{}"], ["a\n\n# b\u001b", "{a # b}"], ["", "{}"], ["__proto__", "__proto__"],
  ];
  for (const [key, written] of rows) it(key, () => assert.equal(markdownKey(key), written));

  it("are read back", () => {
    const character = fc.constantFrom(..."ab1_д:.#$%&-+?<>~/ ;,'\"@*\\`|=!()".split(""));
    fc.assert(fc.property(fc.array(character, { minLength: 1, maxLength: 8 }), (characters) => {
      const key = characters.join("");
      const items = parseMarkdown(newCitation("markdown", [key, "last"])).clusters.flatMap(({ citationItems }) => citationItems);
      assert.deepEqual(items.map((item) => [item.key, item.mode, item.suffix]), [[key, "normal", ""], ["last", "normal", ""]]);
    }), { numRuns: 100 });
  });
});

describe("new citations", () => {
  const slots: readonly (readonly [syntax: KeySlotSyntax, keys: readonly string[], written: string])[] = [
    ["bare", ["a"], "a"],
    ["bare", ["a", "b c"], "a; @{b c}"],
    ["braced", ["a", "b c"], "a}; @{b c"],
    ["braced", ["a}] <b>", "c"], "a] <b>}; @{c"],
    ["list", ["a}\\immediate\\write18{rm}%", "b`\nc"], "aimmediatewrite18rm,b c"],
    ["list", ["a", "b"], "a,b"],
    ["needs-at", ["a", "b."], "@a; @{b.}"],
  ];
  for (const [syntax, keys, written] of slots) it(`${keys.join(" and ")} in a place that is ${syntax}`, () => assert.equal(keysForSlot(syntax, keys), written));

  it("are in the document's syntax", () => {
    assert.equal(newCitation("markdown", ["a", "b"]), "[@a; @b]");
    assert.equal(newCitation("latex", ["a", "b"]), "\\cite{a,b}");
    assert.equal(newCitation(undefined, ["a", "b"]), "a, b");
  });
});

import assert from "node:assert/strict";
import { parseYaml } from "../../../../src/core/bibliography/yaml/parseYaml";
import type { CslItem } from "../../../../src/core/model/cslItem";
import { itemIn } from "./itemIn";
import { keysOf, shownProblems } from "../../../support/shownBibliography";

/** The item with these lines, without its id. */
function itemOf(lines: string): Partial<CslItem> {
  return itemIn(parseYaml(`references:\n- id: a\n  type: book\n${lines.replace(/^/gm, "  ")}\n`));
}

describe("parseCslYaml", () => {
  describe("fields", () => {
    const rows: readonly (readonly [lines: string, item: Partial<CslItem>])[] = [
      ["volume: 12\nedition: 1.10\nissue: '03'\nISBN: 0888441088", { volume: "12", edition: "1.10", issue: "03", ISBN: "0888441088" }],
      ["title: 1984\nnote: true\nnumber:\nsection: ~", { title: "1984", note: "true" }],
      ["keyword: [one, two]\nabstract: |\n  First.\n\n  *Second*.", { keyword: "one, two", abstract: "First.\n\n<i>Second</i>." }],
      ["title: >-\n  A long\n  title\ncontainer-title: A plain\n  one", { title: "A long title", "container-title": "A plain one" }],
      ["title: \"On *E. coli* and **H~2~O**, x^2^ [iPhone]{.nocase} [Small]{.smallcaps}\"", {
        title: "On <i>E. coli</i> and <b>H<sub>2</sub>O</b>, x<sup>2</sup> <span class=\"nocase\">iPhone</span> <span style=\"font-variant:small-caps;\">Small</span>",
      }],
      ["title: <span class=\"nocase\">kept</span> <i>too</i>", { title: "<span class=\"nocase\">kept</span> <i>too</i>" }],
      ["title: A_b_c \\@d it's \"quoted\" -- well ...", { title: "A_b_c @d it’s “quoted” – well …" }],
      ["URL: https://x.org/a_b_c?y=~z/\nDOI: 10.1000/a\\_b*c", { URL: "https://x.org/a_b_c?y=~z/", DOI: "10.1000/a_b*c" }],
      ["doi: 10.1000/a\nurl: https://x.org", { DOI: "10.1000/a", URL: "https://x.org" }],
      ["author:\n- family: Doe\n  given: [J., K.]\n- literal: The Group\n- name: Named\n- Plain Text", {
        author: [{ family: "Doe", given: "J. K." }, { literal: "The Group" }, { literal: "Named" }, { literal: "Plain Text" }],
      }],
      ["author: {family: van der Doe, given: Jane de}", { author: [{ family: "Doe", given: "Jane", "non-dropping-particle": "van der", "dropping-particle": "de" }] }],
      ["author: {family: de Doe, given: Jane, dropping-particle: von}", { author: [{ family: "de Doe", given: "Jane", "dropping-particle": "von" }] }],
      ["author: One Person", { author: [{ literal: "One Person" }] }],
      ["issued: 2001", { issued: { "date-parts": [[2001]] } }],
      ["issued: 2001-05-04", { issued: { "date-parts": [[2001, 5, 4]] } }],
      ["issued: 2001-05/2002-06", { issued: { "date-parts": [[2001, 5], [2002, 6]] } }],
      ["issued: \"1850~\"", { issued: { "date-parts": [[1850]], circa: true } }],
      ["issued: 2001-21", { issued: { "date-parts": [[2001]], season: 1 } }],
      ["issued: 1999/..", { issued: { "date-parts": [[1999]] } }],
      ["issued: -0044", { issued: { "date-parts": [[-45]] } }],
      ["issued: May 2001", { issued: { "date-parts": [[2001, 5]] } }],
      ["issued: in press", { issued: { literal: "in press" } }],
      ["issued: {year: 2001, month: 5, day: 4}", { issued: { "date-parts": [[2001, 5, 4]] } }],
      ["issued:\n- year: 2001\n- year: 2003", { issued: { "date-parts": [[2001], [2003]] } }],
      ["issued: {date-parts: [[2001, '5']], circa: true}", { issued: { "date-parts": [[2001, 5]], circa: true } }],
      ["issued: {literal: spring 2003}", { issued: { literal: "spring 2003" } }],
      ["issued: {year: 2003, season: 1}", { issued: { "date-parts": [[2003]], season: 1 } }],
      ["__proto__: x\nconstructor: y", { ["__proto__"]: "x", constructor: "y" }],
    ];
    for (const [lines, expected] of rows) {
      it(JSON.stringify(lines), () => assert.deepEqual(itemOf(lines), Object.fromEntries([["type", "book"], ...Object.entries(expected)])));
    }
  });

  describe("shapes and damage", () => {
    const rows: readonly (readonly [text: string, keys: string, problems: string])[] = [
      ["references:\n- id: a\n  title: A\n- id: b\n", "a b", ""],
      ["---\nreferences:\n  - id: a\n  - title: B\n    id: \"b\"\n  -\n    id: 'c'\nnocite: x\n...\n", "a b c", ""],
      ["- id: a\n- id: b", "a b", ""],
      ["\ufeff- id: a\r\n  title: A\r\n- id: b\r\n", "a b", ""],
      ["- id: a\r  title: A\r- id: b", "a b", ""],
      ["references: [{id: a, title: A}, {title: '}', id: b}]", "a b", ""],
      ["references:\n  [\n    {id: a},\n    {id: \"b\"},\n  ]\n", "a b", ""],
      ["[{\"id\": \"a\"}, {\"id\": \"b\"}]", "a b", ""],
      ["- id: &x a\n- id: *x\n- {id: c}", "a a c", "duplicate-key: -"],
      ["- id: &x a\n  publisher: &p House\n- id: b\n  publisher: *p\n", "a b", ""],
      ["- id: 2001\n- id: 1e3\n- id: a:b # comment\n- id: a\\_b\n", "2001 1e3 a:b a_b", ""],
      ["- id: a\n  title: \"open\n- id: b\n", "a b", "syntax: n"],
      ["- id: a\n  title: A: b\n- id: b\n", "a b", "syntax: A"],
      ["- id: a\n\ttitle: A\n- id: b\n", "a b", "syntax: title"],
      ["- id: a\n title: A\n- id: b\n", "a b", "syntax:  "],
      ["- id: a\n  title: [A\n- id: b\n", "a b", "syntax: A"],
      ["- id: a\ngarbage between\n- id: b\ntitle: dedented\n- id: c\n", "a b c", "syntax: garbage between | syntax: title: dedented"],
      ["- id: a\n- title: B\n- just text\n- id: c\n", "a c", "syntax: - | syntax: -"],
      ["- id: a\n  title: A\n  title: B\n- id: b\n", "a b", "syntax: title"],
      ["- id: a\n- id: a\n", "a a", "duplicate-key: a"],
      ["- id: __proto__\n- id: constructor\n", "__proto__ constructor", ""],
      ["author:\n  - name: X\nreferences:\n- id: a\n- id: b\n", "a b", ""],
      ["references: []\n", "", ""],
      ["references:\n", "", ""],
      [`- id: a\n  a: &a [1, 1]\n${Array.from("bcdefghi", (name, level) => `  ${name}: &${name} [${Array(10).fill(`*${"abcdefgh".charAt(level)}`).join(", ")}]\n`).join("")}- id: b`, "a b", "syntax: -"],
      ["- &a {id: a, title: A}\n- {<<: *a, id: b}\n- {<<: [*a, {title: C}], id: c}\n- id: d\n  x: &x [*x]\n- id: e\n", "a b c d e", "syntax: -"],
      ["just text", "", "syntax: j"],
      ["", "", ""],
    ];
    for (const [text, keys, problems] of rows) {
      it(JSON.stringify(text), () => {
        const bibliography = parseYaml(text);
        assert.equal(keysOf(bibliography).join(" "), keys);
        assert.equal(shownProblems(text, bibliography), problems);
      });
    }
  });

  it("resolves anchors of other items", () => {
    const [, entry] = parseYaml("- id: a\n  publisher: &p House\n  author: &doe\n  - family: Doe\n- id: b\n  publisher: *p\n  author: *doe\n").entries;
    assert.ok(entry?.format === "csl-json");
    assert.deepEqual(entry.item, { id: "b", type: "document", publisher: "House", author: [{ family: "Doe" }] });
  });

  it("keeps what can be read of a broken item", () => {
    const [entry] = parseYaml("- id: a\n  type: book\n  title: A\n  note: B: c\n- id: b").entries;
    assert.deepEqual(entry?.summary, { type: "book", title: "A", people: [], year: "", container: "" });
  });

  it("says where keys stand", () => {
    const text = "references:\n- id: \"a b\"\n  title: A\n- {type: book, id: c}\n";
    assert.deepEqual(parseYaml(text).entries.map(({ keyRange, range }) => [text.slice(keyRange.start, keyRange.end), text.slice(range.start, range.end)]), [
      ["a b", "- id: \"a b\"\n  title: A"], ["c", "- {type: book, id: c}"],
    ]);
  });
});

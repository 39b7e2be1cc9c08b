import assert from "node:assert/strict";
import { parseCslJson } from "../../../../src/core/bibliography/cslJson/parseCslJson";
import type { CslItem } from "../../../../src/core/model/cslItem";
import { readMarks } from "../../../support/marks";
import { keysOf, messagesOf } from "../../../support/shownBibliography";

function itemsOf(text: string): readonly CslItem[] {
  return parseCslJson(text).entries.flatMap((entry) => entry.format === "csl-json" ? [entry.item] : []);
}

describe("Sound CSL-JSON", () => {
  const rows: readonly (readonly [json: string, keys: readonly string[]])[] = [
    ["", []], [" \n", []], ["[]", []], ["{\"items\": []}", []],
    ["[{\"id\": \"a\", \"type\": \"book\"}, {\"type\": \"book\", \"id\": \"b\"}]", ["a", "b"]],
    ["\uFEFF\r\n[\r\n  {\"id\":\"a\"}\r\n]\r\n", ["a"]],
    ["{\"items\": [{\"id\": \"a\"}]}", ["a"]],
    ["{\"references\": [{\"id\": \"a\"}]}", ["a"]],
    // Better BibTeX's “Better CSL JSON” and its like
    ["{\"config\": {\"id\": \"x\", \"items\": [{\"id\": \"no\"}]}, \"items\": [{\"id\": \"a\", \"citation-key\": \"k\"}], \"version\": {\"items\": 3}}", ["a"]],
    ["[{\"citation-key\": \"k\", \"type\": \"book\"}]", ["k"]],
    // numbers become text
    ["[{\"id\": 2}, {\"id\": -3}, {\"id\": 1.5}, {\"id\": \"4\"}]", ["2", "-3", "1.5", "4"]],
    ["[{\"id\": \"\\u0041\\\"\\\\b\"}, {\"id\": \"a b\"}, {\"id\": \"ключ\"}, {\"id\": \"__proto__\"}, {\"id\": \"constructor\"}]", ["A\"\\b", "a b", "ключ", "__proto__", "constructor"]],
    ["[{\"id\": \"a\", \"title\": \"{ [ ] } // \\\" \", \"custom\": {\"id\": \"no\", \"x\": [[{}]]}}]", ["a"]],
    // of a name given twice the last counts, as for JSON's own readers
    ["[{\"id\": \"a\", \"id\": \"b\"}]", ["b"]],
  ];
  for (const [json, keys] of rows) {
    it(json, () => {
      const bibliography = parseCslJson(json);
      assert.deepEqual(keysOf(bibliography), keys);
      assert.deepEqual(bibliography.problems, []);
      assert.deepEqual(itemsOf(json).map(({ id }) => id), keys);
    });
  }

  it("has ranges of items and of keys inside their quotation marks", () => {
    const { text, ranges } = readMarks("[ ⟦{ \"id\": \"⟦a\\u0041⟧\" }⟧,\n ⟦{\"id\":⟦ 7⟧ }⟧ ]".replace("⟦ 7⟧", " ⟦7⟧"));
    assert.deepEqual(parseCslJson(text).entries.flatMap(({ range, keyRange }) => [range, keyRange]), ranges);
  });

  it("keeps variables that CSL does not know, also those of any object", () => {
    const [item] = itemsOf("[{\"id\": \"a\", \"type\": \"book\", \"x-y\": [1], \"__proto__\": {\"title\": \"no\"}, \"constructor\": \"c\"}]");
    assert.deepEqual(Object.entries(item ?? {}), [["id", "a"], ["type", "book"], ["x-y", [1]], ["__proto__", { title: "no" }], ["constructor", "c"]]);
    assert.equal(item?.title, undefined);
  });

  it("is read generously", () => {
    const json = "[{\"id\": 1, \"volume\": 3, \"DOI\": 5, \"title\": 1984, \"URL\": null, \"issued\": \"2001-05\", \"accessed\": 2002, \"author\": [{\"literal\": \"WHO\"}]}]";
    assert.deepEqual(itemsOf(json), [{ id: "1", type: "document", volume: 3, DOI: "5", title: "1984", issued: { raw: "2001-05" }, accessed: { "date-parts": [[2002]] }, author: [{ literal: "WHO" }] }]);
  });
});

describe("Problems in CSL-JSON", () => {
  const rows: readonly (readonly [marked: string, keys: string, message: string | RegExp])[] = [
    // what costs the item
    ["[⟦{⟧\"type\": \"book\"}, {\"id\": \"b\"}]", "b", "This item has no “id”, so that it cannot be cited. Give it one that is text or a number."],
    ["[⟦{⟧\"id\": null}, ⟦{⟧\"id\": \" \"}, ⟦{⟧\"id\": {\"id\": 1}}, ⟦{⟧\"id\": true}, {\"id\": \"b\"}]", "b", /no “id”/],
    ["[⟦\"a\"⟧, ⟦1⟧, ⟦null⟧, {\"id\": \"b\"}, ⟦[1]⟧]", "b", /no item: an object/],
    [`[⟦{⟧"id": "a", "x": ${"[".repeat(101)}${"]".repeat(101)}}, {"id": "b"}]`, "b", "This item nests too deeply to be one."],
    ["⟦{⟧\"name\": \"x\", \"version\": 1}", "", "This is no bibliography in CSL-JSON, which is a list of items: [ { \"id\": \"…\", \"type\": \"…\" } ]."],
    ["⟦3⟧", "", /no bibliography/],
    // what costs a variable
    ["[{\"id\": \"a\", \"title\": ⟦{\"x\": 1}⟧, \"author\": ⟦\"Doe\"⟧, \"issued\": ⟦[2001]⟧}]", "a", /“title” must be text or a number; it is left out\..*“author” must be a list of names.*“issued” must be a date/],
    ["[{\"id\": \"a\", \"editor\": ⟦[{\"family\": 3}]⟧}]", "a", /“editor” must be a list of names/],
    ["[{\"id\": \"a\", \"type\": ⟦7⟧}]", "a", "“type” is no text; the item counts as a document."],
    // slips of the pen
    ["[{\"id\": \"a\"} ⟦{⟧\"id\": \"b\"}]", "a b", "A comma is missing before this item."],
    ["[{\"id\": \"a\",⟦}⟧, {\"id\": \"b\"}⟦,⟧]", "a b", /“a” is not valid JSON here.*comma too many/],
    ["[⟦,⟧{\"id\": \"a\"},⟦,⟧{\"id\": \"b\"}]", "a b", "There is a comma too many here. | There is a comma too many here."],
    ["[{\"id\": \"a\" ⟦\"type\"⟧: \"book\"}, {\"id\": \"b\"}]", "a b", /not valid JSON here: comma expected/],
    ["[⟦// { one⟧\n{\"id\": \"a\"}, ⟦/* [ two */⟧ {\"id\": \"b\"}]", "a b", /JSON has no comments/],
    ["[{\"id\": \"a\", ⟦// it's {⟧\n \"type\": \"book\"}, {\"id\": \"b\"}]", "a b", /invalid comment/],
    ["[{\"id\": \"a\", ⟦/* open\n \"type\": \"book\"}⟧, {\"id\": \"b\"}]", "a b", /not valid JSON here/],
    // brackets
    ["[{\"id\": \"a\", \"title\": ⟦\"Foo⟧\n,\"type\": \"book\"},\n{\"id\": \"b\"}]", "a b", /unexpected end of string/],
    ["[{\"id\": \"a\", \"type\": \"book⟦\"⟧,\n{\"id\": \"b\"}]", "a b", /close brace expected/],
    ["[{\"id\": \"a\"}⟦}⟧, {\"id\": \"b\"}]", "a b", /no item/],
    ["[{\"id\": \"a\"}⟦]⟧, {\"id\": \"b\"}]", "a b", "The list of items ends here, but more items follow. Take this bracket out."],
    ["[{\"id\": \"a\"}⟦]⟧\n[{\"id\": \"b\"}]", "a b", /more items follow/],
    // a file that is cut
    ["[{\"id\": \"a\"}, {\"id\": \"b\"}⟦,⟧", "a b", "The list of items is not closed: “]” is missing here."],
    ["[{\"id\": \"a\"}, {\"id\": \"b\", \"title\": ⟦\"Fo⟦o⟧⟧", "a b", /unexpected end of string.*not closed/],
    ["{\"items\": [{\"id\": \"a\"}, ⟦{⟧\"typ⟦e⟧", "a", /no “id”.*not closed/],
  ];
  for (const [marked, keys, message] of rows) {
    it(marked.slice(0, 100), () => {
      const { text, ranges } = readMarks(marked);
      const bibliography = parseCslJson(text);
      const { problems } = bibliography;
      assert.equal(keysOf(bibliography).join(" "), keys);
      assert.ok(problems.every(({ code }) => code === "syntax"));
      if (typeof message === "string") assert.equal(messagesOf(problems), message);
      else assert.match(messagesOf(problems), message);
      assert.deepEqual(problems.map(({ range }) => range), ranges);
    });
  }

  it("include keys given twice", () => {
    const { text, ranges } = readMarks("[{\"id\": 1}, {\"id\": \"⟦1⟧\"}]");
    const [problem] = parseCslJson(text).problems;
    assert.ok(problem?.code === "duplicate-key" && problem.key === "1");
    assert.deepEqual(problem.range, ranges[0]);
  });

  it("leave of an item what can be read", () => {
    assert.deepEqual(itemsOf("[{\"id\": \"a\", \"title\": \"T\" \"type\": \"book\", \"note\": }]"), [{ id: "a", type: "book", title: "T" }]);
  });
});

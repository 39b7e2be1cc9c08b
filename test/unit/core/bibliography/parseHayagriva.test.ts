import assert from "node:assert/strict";
import { parseYaml } from "../../../../src/core/bibliography/yaml/parseYaml";
import type { CslItem } from "../../../../src/core/model/cslItem";
import { itemIn } from "./itemIn";
import { keysOf, shownProblems } from "../../../support/shownBibliography";

/** The item with these lines, without its id. */
function itemOf(lines: string): Partial<CslItem> {
  return itemIn(parseYaml(`a:\n${lines.replace(/^/gm, "  ")}\n`));
}

describe("parseHayagriva", () => {
  describe("fields", () => {
    const doe = { author: [{ family: "Doe", given: "Jane" }] };
    const rows: readonly (readonly [lines: string, item: Partial<CslItem>])[] = [
      ["type: Article\ntitle: A\nauthor: Doe, Jane\ndate: 2001-05-04\npage-range: 1-9\nserial-number: {doi: 10.1000/a}\nparent:\n  title: Order\n  volume: 3\n  issue: 4\n  serial-number: {issn: 1234-5678}", {
        type: "article-journal", title: "A", "container-title": "Order", ...doe, issued: { "date-parts": [[2001, 5, 4]] }, volume: "3", issue: "4", page: "1-9", DOI: "10.1000/a", ISSN: "1234-5678",
      }],
      ["type: article\ntitle: A\nparent: {type: newspaper, title: The Post, location: Oslo}", { type: "article-newspaper", title: "A", "container-title": "The Post", "publisher-place": "Oslo" }],
      ["type: Article\ntitle: A\nparent:\n- type: Proceedings\n  title: Proc\n  publisher: {name: House, location: Rome}\n- type: Conference\n  title: Third Workshop\n  date: 2001", {
        type: "paper-conference", title: "A", "container-title": "Proc", "event-title": "Third Workshop", issued: { "date-parts": [[2001]] }, "event-date": { "date-parts": [[2001]] }, publisher: "House", "publisher-place": "Rome",
      }],
      ["type: Article\ntitle: A\nparent: {type: Blog, title: B}", { type: "post-weblog", title: "A", "container-title": "B" }],
      ["type: Article\ntitle: A\nparent: {type: Repository, title: arXiv}\nserial-number: 2003.13722", { type: "article", title: "A", "container-title": "arXiv", number: "2003.13722", source: "arXiv" }],
      ["type: Anthos\ntitle: A\nparent:\n  title: The Book\n  editor: [\"Roe, R.\", \"Poe, P.\"]\n  volume: 34\n  parent: {type: Anthology, title: The Series}", {
        type: "chapter", title: "A", "container-title": "The Book", "collection-title": "The Series", editor: [{ family: "Roe", given: "R." }, { family: "Poe", given: "P." }], volume: "34",
      }],
      ["type: Chapter\nparent:\n  title: The Book\n  author: Roe, R.\n  date: ~2003-06\n  page-total: 768", {
        type: "chapter", "container-title": "The Book", "container-author": [{ family: "Roe", given: "R." }], issued: { "date-parts": [[2003, 6]], circa: true },
      }],
      ["type: Book\ntitle: The Book\nvolume: 6\nedition: 1.10\nlocation: Oslo\npublisher: House\npage-total: 327\nparent: {type: Book, title: The Works, editor: \"Roe, R.\"}", {
        type: "book", title: "The Book", "collection-title": "The Works", "collection-editor": [{ family: "Roe", given: "R." }], volume: "6", edition: "1.10", "number-of-pages": "327", publisher: "House", "publisher-place": "Oslo",
      }],
      ["type: Thesis\ntitle: A\norganization: Uni\ngenre: Ph.D.", { type: "thesis", title: "A", publisher: "Uni", genre: "Ph.D." }],
      ["type: Web\ntitle: A\nurl: {value: 'https://example.org', date: 2020-05-03}", { type: "webpage", title: "A", URL: "https://example.org", accessed: { "date-parts": [[2020, 5, 3]] } }],
      ["title: A\nurl: https://example.org", { type: "webpage", title: "A", URL: "https://example.org" }],
      ["type: Video\ntitle: {value: \"The {iPhone} Film\", short: Film}\naffiliated:\n- role: Director\n  names: Roe, R.\n- role: cast-member\n  names: [\"Poe, P.\", \"Zoe, Z.\"]", {
        type: "motion_picture", title: "The <span class=\"nocase\">iPhone</span> Film", "title-short": "Film", director: [{ family: "Roe", given: "R." }], performer: [{ family: "Poe", given: "P." }, { family: "Zoe", given: "Z." }],
      }],
      ["type: Book\ntitle: {value: ZygOS, verbatim: true}\nauthor:\n- UNICEF\n- Luther King, Martin, Jr.\n- von der Leyen, Ursula\n- {name: Watkins, given-name: Gloria Jean, alias: bell hooks}", {
        type: "book", title: "<span class=\"nocase\">ZygOS</span>", author: [
          { literal: "UNICEF" }, { family: "Luther King", given: "Martin", suffix: "Jr." }, { family: "Leyen", given: "Ursula", "non-dropping-particle": "von der" }, { family: "Watkins", given: "Gloria Jean" },
        ],
      }],
      ["type: Nobodys\ntitle: A", { type: "document", title: "A" }],
    ];
    for (const [lines, item] of rows) it(JSON.stringify(lines), () => assert.deepEqual(itemOf(lines), item));
  });

  describe("shapes and damage", () => {
    const rows: readonly (readonly [text: string, keys: string, problems: string])[] = [
      ["a:\n  type: Book\n  title: A\n\nb:\n    type: Book\n", "a b", ""],
      ["\ufeff---\r\n\"a\":\r\n  type: Book\r\n'b c':\r\n  type: Book\r\n", "a b c", ""],
      ["a:\r  type: Book\rb:\r  type: Book", "a b", ""],
      ["a: {type: Book, title: A}\nb: {\n  type: Book\n}\nc: # comment\n  type: Book\n", "a b c", ""],
      ["DBLP:conf/x:\n  type: Book\n2001:\n  type: Book\n__proto__:\n  type: Book\n", "DBLP:conf/x 2001 __proto__", ""],
      ["a:\n  type: Book\n  title: \"open\nb:\n  type: Book\n", "a b", "syntax: n"],
      ["a:\n  type: Book\n  title: A: b\nb:\n  type: Book\n", "a b", "syntax: A"],
      ["a:\n  type: Book\n   title: A\nb:\n  type: Book\n", "a b", "syntax: B"],
      ["a:\n  type: Book\ngarbage\nb:\n  type: Book\n", "a b", "syntax: garbage"],
      ["a:\n  type: Book\ntitle: dedented\nb:\n  type: Book\n", "a b", "syntax: title: dedented"],
      ["a:\nb: # none\nc:\n  type: Book\n", "c", "syntax: a: | syntax: b: # none"],
      ["a:\n  type: Boook\nb:\n  type: BOOK\n", "a b", "syntax: a"],
      ["a:\n  type: Book\na:\n  type: Book\n", "a a", "duplicate-key: a"],
      ["a:\n  type: Book\n  title: A\n  title: B\n", "a", "syntax: title"],
      ["a: &a\n  type: Book\n  publisher: &p House\nb:\n  type: Book\n  publisher: *p\n", "a b", ""],
      ["setting: true\n", "", "syntax: s"],
    ];
    for (const [text, keys, problems] of rows) {
      it(JSON.stringify(text), () => {
        const bibliography = parseYaml(text);
        assert.equal(keysOf(bibliography).join(" "), keys);
        assert.equal(shownProblems(text, bibliography), problems);
      });
    }
  });
});

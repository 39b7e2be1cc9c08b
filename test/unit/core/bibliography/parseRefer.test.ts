import assert from "node:assert/strict";
import { parseRefer } from "../../../../src/core/bibliography/tagged/parseRefer";
import type { CslItem } from "../../../../src/core/model/cslItem";
import { itemIn } from "./itemIn";
import { keysOf, shownProblems } from "../../../support/shownBibliography";

/** The item of a record of lines between bars, without its id. */
function itemOf(lines: string): Partial<CslItem> {
  return itemIn(parseRefer(lines.split(" | ").join("\n")));
}

describe("parseRefer", () => {
  describe("fields", () => {
    const doe = { author: [{ family: "Doe", given: "Jane" }] };
    const rows: readonly (readonly [lines: string, item: Partial<CslItem>])[] = [
      ["%0 Journal Article | %A Doe, Jane | %T A | %J Order | %V 3 | %N 4 | %P 1--9 | %D 2001 | %8 May 3 | %R 10.1000/a | %@ 1234-5678", {
        type: "article-journal", title: "A", "container-title": "Order", ...doe, issued: { "date-parts": [[2001, 5, 3]] }, page: "1-9", volume: "3", issue: "4", DOI: "10.1000/a", ISSN: "1234-5678",
      }],
      ["%0 Book Section | %A Doe, Jane | %T A | %B The Book | %S The Series | %E Roe, R. | %I House | %C Oslo | %7 2", {
        type: "chapter", title: "A", "container-title": "The Book", "collection-title": "The Series", ...doe, editor: [{ family: "Roe", given: "R." }], publisher: "House", "publisher-place": "Oslo", edition: "2",
      }],
      ["%0 Book | %A Doe, Jane | %T The Book | %B The Series | %P XX, 327 | %@ 978-3-86490-311-3 | %6 2", {
        type: "book", title: "The Book", "collection-title": "The Series", ...doe, "number-of-pages": "XX, 327", "number-of-volumes": "2", ISBN: "978-3-86490-311-3",
      }],
      ["%0 Edited Book | %A Doe, Jane | %T The Book", { type: "book", title: "The Book", editor: doe.author }],
      ["%0 Conference Paper | %A Jane Doe | %A Yann van der Doe | %T A | %B Proceedings | %U https://doi.org/10.1000/a", {
        type: "paper-conference", title: "A", "container-title": "Proceedings", DOI: "10.1000/a", URL: "https://doi.org/10.1000/a",
        author: [{ family: "Doe", given: "Jane" }, { family: "Doe", given: "Yann", "non-dropping-particle": "van der" }],
      }],
      ["%0 Thesis | %A Doe, Jane | %T A | %I Uni | %9 Ph.D. | %G English | %M 12", { type: "thesis", title: "A", ...doe, publisher: "Uni", genre: "Ph.D.", language: "en" }],
      ["%0 Report | %A World Health Organization, | %T A | %N 12 | %K one; two | %K three | %X First | second | %Z Note", {
        type: "report", title: "A", author: [{ literal: "World Health Organization" }], number: "12", abstract: "First second", keyword: "one, two, three", note: "Note",
      }],
      ["%A Brian W. Kernighan | %T Typesetting Mathematics | %J Comm. ACM | %V 18 | %P 151-157 | %D March 1975", {
        type: "article-journal", title: "Typesetting Mathematics", "container-title": "Comm. ACM", author: [{ family: "Kernighan", given: "Brian W." }], issued: { "date-parts": [[1975, 3]] }, page: "151-157", volume: "18",
      }],
      ["%Q The Staff of the Library | %T A | %R CS-12 | %I Lab | %O Out of print", { type: "report", title: "A", author: [{ literal: "The Staff of the Library" }], number: "CS-12", publisher: "Lab", note: "Out of print" }],
      ["%A Jane Doe | %T A | %I House", { type: "book", title: "A", ...doe, publisher: "House" }],
    ];
    for (const [lines, item] of rows) it(lines, () => assert.deepEqual(itemOf(lines), item));
  });

  describe("lines", () => {
    const rows: readonly (readonly [text: string, keys: string, problems: string])[] = [
      ["%A Jane Doe\n%T One\n%D 2001\n\n%A Jane Doe\n%T Two\n%D 2001\n", "doe2001one doe2001two", ""],
      ["\ufeff%0 Book\r\n%F a\r\n\r\n%0 Book\r\n%F b\r\n", "a b", ""],
      ["%0 Book\r%F a\r\r%0 Book\r%F b", "a b", ""],
      ["%0 Book\n%F a\n%0 Book\n%F b", "a b", ""],
      ["%0 Book\n%F a\n%T One\n%X First.\n\nSecond.\n%K c\n\n%A Roe, R.\n%T Two\n", "a roetwo", ""],
      ["%0 Book\n%F a\n%X First.\n\nSecond.\n\n%K c\n\n%0 Book\n%F b", "a b", ""],
      ["%T One\n%L one\n\n%T Two\n%L call number 2", "one two", ""],
      ["%0 Book\n%F Oral\n%L hal-02498602\n%T One\n", "hal-02498602", ""],
      ["%0 Book\n%F two words\n%L QA76.9\n%T One\n", "one", ""],
      ["%0 Boook\n%F a\n", "a", "syntax: %0 Boook"],
      ["%0 Book\n%F a\n\n%0 Book\n%F a\n", "a a", "duplicate-key: a"],
      ["%0 Book\n%T 100%\n%%\n50 % of it\n", "100", ""],
      ["nothing", "", "syntax: n"],
    ];
    for (const [text, keys, problems] of rows) {
      it(JSON.stringify(text), () => {
        const bibliography = parseRefer(text);
        assert.equal(keysOf(bibliography).join(" "), keys);
        assert.equal(shownProblems(text, bibliography), problems);
      });
    }
  });
});

import assert from "node:assert/strict";
import fc from "fast-check";
import corpus from "../../../../data/corpus.json";
import { convertItems } from "../../../../src/core/format/convertItems";
import type { CslItem } from "../../../../src/core/model/cslItem";
import { itemsOf } from "./support";

const items = corpus as readonly CslItem[];

function throughBiblatex(item: object): unknown {
  return itemsOf(convertItems([item as CslItem], "biblatex"))[0];
}

const year = { "date-parts": [[2001]] };

/** Items that come back from BibLaTeX as they went. */
const roundTrips: readonly (readonly [what: string, item: object])[] = [
  ["special characters", { id: "a", type: "book", title: "& # % _ $ { } \\ ~ ^ ` '' -- --- < > “” ’ – — a\u00a0b Жебин é ½ {unbalanced" }],
  ["markup", { id: "a", type: "book", title: '<i>Homo</i> <b>x</b> 10<sup>th</sup> H<sub>2</sub>O <span class="nocase">aBc</span> <span style="font-variant:small-caps;">sc</span>' }],
  ["names", { id: "a", type: "book", author: [
    { family: "Berg", given: "J.", "non-dropping-particle": "van der" }, { family: "Berg", given: "J.", "dropping-particle": "von" }, { family: "King", given: "M. L.", suffix: "Jr." },
    { family: "García Márquez", given: "Gabriel" }, { family: "de la Cruz", given: "X, Y" }, { family: "Plato" }, { family: "Two Words" }, { given: "Madonna" },
    { family: "Barnes and Noble", given: "A and B" }, { family: "Gogh", given: "V", "non-dropping-particle": "Van" }, { literal: "Smith, Inc. and Sons" }, { literal: "others" },
    { family: "al-Assad", given: "B." }, { family: "O'Neil", given: "{x}" }, { literal: "others" },
  ] }],
  ["publisher and place", { id: "a", type: "book", publisher: "Farrar, Straus and Giroux", "publisher-place": "London and NY", issued: year }],
  ["other people", { id: "a", type: "book", editor: [{ family: "A" }], translator: [{ family: "B" }], "container-author": [{ family: "C" }], compiler: [{ family: "D" }], "collection-editor": [{ family: "E" }] }],
  ["a range, a season, an uncertain date", { id: "a", type: "book", issued: { "date-parts": [[2016, 5], [2017, 6, 3]] }, "original-date": { "date-parts": [[1850]], circa: true } }],
  ["a season", { id: "a", type: "article-journal", issued: { "date-parts": [[2016]], season: 3 } }],
  ["an open range", { id: "a", type: "book", issued: { "date-parts": [[2016, 5], [0]] } }],
  ["a year before Christ", { id: "a", type: "book", issued: { "date-parts": [[-45]] } }],
  ["a date in words", { id: "a", type: "book", issued: { literal: "in press" } }],
  ["a thesis", { id: "a", type: "thesis", title: "T", genre: "PhD thesis", publisher: "U", status: "in press", language: "pt-BR" }],
  ["an article", { id: "a", type: "article-journal", "container-title": "J", "volume-title": "Special", volume: "1", issue: "2", number: "e3", page: "4" }],
  ["a magazine", { id: "a", type: "article-magazine", "container-title": "M" }],
  ["a book in a series", { id: "a", type: "book", "collection-title": "S", "collection-number": "4", volume: "2", "number-of-volumes": "3", edition: "2nd", ISBN: "1-2" }],
  ["a volume", { id: "a", type: "book", title: "V", "container-title": "W", volume: "2" }],
  ["a part", { id: "a", type: "chapter", "container-title": "W", "volume-title": "V", page: "1-5, 7, e12-e15", "chapter-number": "3" }],
  ["a paper", { id: "a", type: "paper-conference", "container-title": "P", volume: "34", issue: "4", "event-title": "E", "event-date": { "date-parts": [[2001, 5, 6], [2001, 5, 8]] }, "event-place": "Paris" }],
  ["a paper in a series", { id: "a", type: "paper-conference", "collection-title": "LNCS", "collection-number": "123", issue: "4" }],
  ["a report", { id: "a", type: "report", "collection-title": "S", genre: "Paper", number: "12", publisher: "I and J", issued: year }],
  ["a report in a series", { id: "a", type: "report", "collection-title": "S", "collection-number": "71" }],
  ["a patent", { id: "a", type: "patent", genre: "U.S. patent", number: "US1", jurisdiction: "US" }],
  ["a page of the web", { id: "a", type: "webpage", URL: "http://a.b/%7Ec_d?e=f&g#h~i", publisher: "O", accessed: { "date-parts": [[2020, 1, 2]] }, DOI: "10.1000/a<b>_c%2", PMID: "12", PMCID: "PMC1" }],
  ["notes", { id: "a", type: "document", note: "N_1", annote: "50%", abstract: "A", keyword: "a, b", publisher: "P", number: "3", language: "x-klingon" }],
  ["other types", { id: "a", type: "software", title: "S", version: "1" }],
];

describe("convert", () => {
  it("gives the reference corpus back from BibLaTeX, whole", () => {
    const bib = convertItems(items, "biblatex");
    assert.deepEqual(itemsOf(bib), items);
    assert.equal(convertItems(itemsOf(bib), "biblatex"), bib);
  });

  it("writes BibLaTeX", () => {
    const [report] = items.filter(({ id }) => id === "lukin2017nuclear");
    assert.ok(report);
    assert.equal(convertItems([report], "biblatex"), [
      "@report{lukin2017nuclear,", "  author = {Lukin, A. and others},", "  title = {Nuclear Weapons and Russian–North Korean Relations},",
      "  institution = {Foreign Policy Research Institute},", "  location = {Philadelphia},", "  date = {2017},",
      "  url = {https://www.fpri.org/wp-content/uploads/2017/11/NuclearWeaponsRussiaDPRKDec2017.pdf},", "  urldate = {2020-05-02},", "  langid = {english}", "}", "",
    ].join("\n"));
  });

  it("writes BibTeX", () => {
    const article = { id: "a", type: "article-journal", title: "On Whales", author: [{ literal: "W & Co" }], "container-title": "J", issue: "2", page: "3-4", issued: { "date-parts": [[2001, 5, 6]] } };
    const thesis = { id: "b", type: "thesis", title: "on whales", genre: "Master's thesis", publisher: "U", "publisher-place": "P" };
    assert.equal(convertItems([article, thesis], "bibtex"), [
      "@article{a,", "  author = {{W \\& Co}},", "  title = {{On Whales}},", "  journal = {J},", "  number = {2},", "  pages = {3--4},", "  year = {2001},", "  month = may,", "  day = {6}", "}", "",
      "@mastersthesis{b,", "  title = {on whales},", "  school = {U},", "  address = {P}", "}", "",
    ].join("\n"));
  });

  for (const [what, item] of roundTrips) it(`comes back from BibLaTeX: ${what}`, () => assert.deepEqual(throughBiblatex(item), item));

  it("comes back from BibLaTeX: any text", () => {
    const piece = fc.constantFrom(...Array.from("abXY 1.,;:!?'\"`~^_$%&#{}\\()[]@/|*+=-–—“”’éйıß½\u00a0"), "and", " and ", "others", "\\emph{");
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("").replace(/\s+/g, (space) => space.includes("\u00a0") ? "\u00a0" : " ").trim()).filter((value) => value !== "");
    const name = text.map((value) => value.replaceAll("\u00a0", " ").trim()).filter((value) => value !== "" && !/^(?:others|et\.? al\.?)$/i.test(value));
    fc.assert(fc.property(text, text, name, name, (title, publisher, family, given) => {
      const item = { id: "a", type: "book", title, author: [{ family, given }, { literal: family }, { family: "Z" }], publisher, issued: year };
      assert.deepEqual(throughBiblatex(item), item);
    }));
  });

  it("keeps keys but for what BibTeX cannot read in one", () => {
    const ids = ["http://zotero.org/users/1/items/A", "_a:b.c-d+e", "doe 2001", "doe_2001", "a,b{c}", "", "Ж", "doe\t2001", "__proto__"];
    const keys = itemsOf(convertItems(ids.map((id) => ({ id, type: "book" })), "biblatex")).map(({ id }) => id);
    assert.deepEqual(keys, ["http://zotero.org/users/1/items/A", "_a:b.c-d+e", "doe_2001-2", "doe_2001", "a_b_c", "source", "Ж", "doe_2001-3", "__proto__"]);
  });

  it("leaves out what is of the wrong type", () => {
    const item = { id: "a", type: "book", title: { x: 1 }, author: "A", issued: "2001-05", page: 5, volume: null, keyword: ["x"], custom: { y: 2 } };
    assert.deepEqual(throughBiblatex(item), { id: "a", type: "book", page: "5", issued: { "date-parts": [[2001, 5]] } });
  });

  it("writes CSL-JSON as it is", () => {
    assert.equal(convertItems(items, "csl-json"), `${JSON.stringify(items, undefined, 2)}\n`);
    assert.equal(convertItems([], "csl-json"), "[]\n");
  });

  it("writes CSL-YAML with Markdown for markup, as Pandoc reads it", () => {
    const item = { id: "no", type: "book", title: "1. A *b* <i>Homo</i> a_b _c_ 10<sup>th</sup> @d e@f [g] <h", author: [{ family: "O'Neil" }], URL: "http://a_b/*", issued: { "date-parts": [[2001, 5]] } };
    assert.equal(convertItems([item], "csl-yaml"), [
      "references:", '  - id: "no"', "    type: book", "    title: 1\\. A \\*b\\* *Homo* a_b \\_c\\_ 10^th^ \\@d e@f \\[g\\] \\<h", "    author:", "      - family: O'Neil", "    URL: http://a_b/*",
      "    issued:", "      date-parts:", "        - - 2001", "          - 5", "",
    ].join("\n"));
  });

  it("writes RIS", () => {
    const item = {
      id: "a", type: "chapter", title: "On <i>Whales</i>", author: [{ family: "Berg", given: "J.", "non-dropping-particle": "van", suffix: "Jr." }, { literal: "W" }], editor: [{ family: "E", given: "F" }],
      "container-title": "B", page: "3-4", issued: { "date-parts": [[2001, 5]] }, accessed: { "date-parts": [[2020, 1, 2]] }, keyword: "a, b", DOI: "10.1000/a",
    };
    assert.equal(convertItems([item], "ris"), [
      "TY  - CHAP", "ID  - a", "AU  - van Berg, J., Jr.", "AU  - W", "ED  - E, F", "TI  - On Whales", "T2  - B", "DO  - 10.1000/a", "SP  - 3", "EP  - 4", "PY  - 2001", "DA  - 2001/05//",
      "Y2  - 2020/01/02/", "KW  - a", "KW  - b", "ER  - ", "",
    ].join("\n"));
  });
});

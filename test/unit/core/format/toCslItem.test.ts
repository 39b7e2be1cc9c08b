import assert from "node:assert/strict";
import fc from "fast-check";
import { itemsOf, variablesOf } from "./support";

const cases: readonly (readonly [type: string, fields: string, variables: Readonly<Record<string, unknown>>])[] = [
  // titles
  ["book", "title = {Title}, subtitle = {Sub}, titleaddon = {Addition}", { title: "Title: Sub. Addition" }],
  ["book", "title = {Why?}, subtitle = {Because}", { title: "Why? Because" }],
  ["book", "title = {{Whole Title in Braces}}", { title: "Whole Title in Braces" }],
  ["book", "title = {On {Whales}}, shorttitle = {{Whales}}", { title: 'On <span class="nocase">Whales</span>', "title-short": "Whales" }],
  ["book", "title = {Volume}, maintitle = {Work}, volume = 2", { title: "Volume", "container-title": "Work", volume: "2" }],
  ["incollection", "title = {Part}, booktitle = {Book}, booksubtitle = {Sub}", { title: "Part", "container-title": "Book: Sub" }],
  ["book", "maintitle = {Work}", { title: "Work" }],
  ["incollection", "title = {Part}, booktitle = {Book}, maintitle = {Work}", { title: "Part", "container-title": "Work", "volume-title": "Book" }],
  ["proceedings", "title = {Proceedings}, booktitle = {Proceedings}", { title: "Proceedings" }],
  ["article", "journaltitle = {Journal}, journalsubtitle = {Sub}, issuetitle = {Special}, shortjournal = {J.}", {
    "container-title": "Journal: Sub", "volume-title": "Special", "container-title-short": "J.",
  }],
  ["article", "journal = {J. of \\emph{X} \\& Y}", { "container-title": "J. of <i>X</i> & Y" }],
  ["article", "shortjournal = {J.}", { "container-title": "J." }],
  ["article", "series = {3}", { "collection-title": "3rd series" }],
  ["article", "series = {newseries}", { "collection-title": "New series" }],
  ["inproceedings", "eventtitle = {Conference}, venue = {Paris}", { "event-title": "Conference", "event-place": "Paris" }],
  // numbers
  ["article", "volume = 1, number = 2, pages = {3--5, 7 -- 9}", { volume: "1", issue: "2", page: "3-5, 7-9" }],
  ["article", "issue = {Spring}, eid = {e12}", { number: "e12", issue: "Spring" }],
  ["article", "number = 2, issue = {Spring}", { issue: "2, Spring" }],
  ["techreport", "number = {TR-1}, series = {Series}", { "collection-title": "Series", number: "TR-1" }],
  ["report", "number = 71, series = {Briefing}", { "collection-title": "Briefing", "collection-number": "71" }],
  ["report", "number = 71, series = {Briefing}, type = {Paper}", { "collection-title": "Briefing", genre: "Paper", number: "71" }],
  ["book", "number = 4, series = {Series}", { "collection-title": "Series", "collection-number": "4" }],
  ["book", "number = 4", { number: "4" }],
  ["inproceedings", "number = 123, series = {LNCS}", { "collection-title": "LNCS", "collection-number": "123" }],
  ["inproceedings", "number = 4, volume = 34", { volume: "34", issue: "4" }],
  ["patent", "number = {US1}, location = {US}, type = {patentus}", { genre: "U.S. patent", number: "US1", jurisdiction: "US" }],
  ["book", "edition = {2nd}, volumes = 3, pagetotal = 100, part = 2, chapter = 5, version = {1.2}", {
    edition: "2nd", version: "1.2", "chapter-number": "5", "part-number": "2", "number-of-pages": "100", "number-of-volumes": "3",
  }],
  // who published it, and where
  ["book", "publisher = {Farrar, Straus and Giroux}, address = {New York}", { publisher: "Farrar, Straus and Giroux", "publisher-place": "New York" }],
  ["book", "publisher = {Belknap and Harvard}, location = {London and New York}", { publisher: "Belknap; Harvard", "publisher-place": "London; New York" }],
  ["book", "publisher = {{Farrar, Straus and Giroux}}, location = {New York}", { publisher: "Farrar, Straus and Giroux", "publisher-place": "New York" }],
  ["phdthesis", "school = {Uni}", { publisher: "Uni", genre: "PhD thesis" }],
  ["mastersthesis", "institution = {Uni}, type = {Diplomarbeit}", { publisher: "Uni", genre: "Diplomarbeit" }],
  ["thesis", "institution = {Uni}, type = {mathesis}", { publisher: "Uni", genre: "Master's thesis" }],
  ["techreport", "institution = {Institute}, type = {resreport}", { publisher: "Institute", genre: "research report" }],
  ["manual", "organization = {Acme}", { publisher: "Acme" }],
  ["misc", "howpublished = {\\url{http://a.b/c_d}}", { URL: "http://a.b/c_d" }],
  ["misc", "howpublished = {Available at: \\url{http://a.b/}}", { URL: "http://a.b/" }],
  ["misc", "howpublished = {Privately printed}", { publisher: "Privately printed" }],
  ["online", "pubstate = {inpress}", { status: "in press" }],
  // identifiers
  ["misc", "doi = {https://doi.org/10.1000/a_b}, isbn = {1-2}, issn = {3-4}", { DOI: "10.1000/a_b", ISBN: "1-2", ISSN: "3-4" }],
  ["misc", "doi = {10.1000/a\\_b{\\_}c}, url = {\\url{http://a.b/~c\\%20d\\#e}}", { DOI: "10.1000/a_b_c", URL: "http://a.b/~c%20d#e" }],
  ["misc", "url = {http://a.b/$\\sim$c}", { URL: "http://a.b/~c" }],
  ["misc", "eprint = {1234.5678}, archiveprefix = {arXiv}", { URL: "https://arxiv.org/abs/1234.5678" }],
  ["misc", "eprint = {12}, eprinttype = {pubmed}, url = {http://a.b}", { PMID: "12", URL: "http://a.b" }],
  // the rest
  ["misc", "langid = {russian}", { language: "ru" }],
  ["misc", "langid = {ngerman}, language = {French and Latin}", { language: "fr" }],
  ["misc", "language = {pt-BR}", { language: "pt-BR" }],
  ["misc", "language = {Klingon}", { language: "Klingon" }],
  ["misc", "keywords = {a,b , c; d}, abstract = {50\\% of\n it}, annote = {Good}", { keyword: "a, b, c; d", annote: "Good", abstract: "50% of it" }],
  ["misc", "note = {N.}, addendum = {A}", { note: "N. A" }],
  ["misc", "title = {}, author = { }, note = {{}}", {}],
];

describe("toCslItem", () => {
  for (const [type, fields, variables] of cases) it(`${type}: ${fields.replace(/\n/g, " ")}`, () => assert.deepEqual(variablesOf(type, fields), variables));

  it("takes the key for the id, whatever it is, and the type of the summary", () => {
    const items = itemsOf("@article{__proto__, title = {A}}\n@proceedings{constructor, title = {B}}\n@article{x, entrysubtype = {newspaper}}");
    assert.deepEqual(items.map(({ id, type }) => [id, type]), [["__proto__", "article-journal"], ["constructor", "book"], ["x", "article-newspaper"]]);
  });

  it("takes inherited fields", () => {
    const [part] = itemsOf("@incollection{part, title = {Part}, crossref = {whole}}\n@collection{whole, title = {Whole}, subtitle = {All}, date = {2001}, editor = {A, B}}");
    assert.deepEqual(part, {
      id: "part", type: "chapter", title: "Part", editor: [{ family: "A", given: "B" }], "container-title": "Whole: All", issued: { "date-parts": [[2001]] },
    });
  });

  it("never throws", () => {
    const name = fc.constantFrom("title", "author", "date", "year", "month", "pages", "url", "howpublished", "note", "options", "langid", "number", "series", "__proto__", "type");
    const value = fc.array(fc.constantFrom("\\emph{", "{", "}", "and", " ", "a", ",", "\\", "$", "/", "2001", "--", "http://", "others", "="), { maxLength: 12 }).map((pieces) => pieces.join(""));
    fc.assert(fc.property(fc.constantFrom("article", "book", "set", "constructor", "report"), fc.array(fc.tuple(name, value), { maxLength: 6 }), (type, fields) => {
      itemsOf(`@${type}{k,\n${fields.map(([field, text]) => `${field} = {${text}},`).join("\n")}\n}`);
    }));
  });
});

import assert from "node:assert/strict";
import { parseRis } from "../../../../src/core/bibliography/tagged/parseRis";
import type { CslItem } from "../../../../src/core/model/cslItem";
import { itemIn } from "./itemIn";
import { keysOf, messagesOf, shownProblems } from "../../../support/shownBibliography";

/** The item of a record of lines between bars, without its id. */
function itemOf(lines: string): Partial<CslItem> {
  return itemIn(parseRis(`${lines.split(" | ").join("\n")}\nER  - \n`));
}

describe("parseRis", () => {
  describe("types", () => {
    const types: Readonly<Record<string, string>> = {
      JOUR: "article-journal", BOOK: "book", CHAP: "chapter", CONF: "paper-conference", CPAPER: "paper-conference", THES: "thesis", RPRT: "report", ELEC: "webpage",
      NEWS: "article-newspaper", MGZN: "article-magazine", PAT: "patent", STAT: "legislation", CASE: "legal_case", COMP: "software", DATA: "dataset", GEN: "document",
      UNPB: "manuscript", EDBOOK: "book", VIDEO: "motion_picture", SLIDE: "speech", jour: "article-journal", NOBODYS: "document",
    };
    for (const [type, csl] of Object.entries(types)) {
      it(`${type} is ${csl}`, () => assert.equal(itemOf(`TY  - ${type} | TI  - T`).type, csl));
    }
  });

  describe("fields", () => {
    const rows: readonly (readonly [lines: string, item: Partial<CslItem>])[] = [
      ["TY  - JOUR | T1  - A | JF  - Journal of Order | JA  - J. Order | VL  - 12 | IS  - 3 | SP  - 1 | EP  - 9", {
        type: "article-journal", title: "A", "container-title": "Journal of Order", "container-title-short": "J. Order", volume: "12", issue: "3", page: "1-9",
      }],
      ["TY  - JOUR | TI  - A | T2  - Order | J2  - Ord. | SP  - 12-20", { type: "article-journal", title: "A", "container-title": "Order", "container-title-short": "Ord.", page: "12-20" }],
      ["TY  - JOUR | TI  - A | SP  - e123 | EP  - ", { type: "article-journal", title: "A", page: "e123" }],
      ["TY  - JOUR | TI  - A | VL  - 50(2)", { type: "article-journal", title: "A", volume: "50", issue: "2" }],
      ["TY  - JOUR | TI  - A | C7  - 1042", { type: "article-journal", title: "A", page: "1042" }],
      ["TY  - CHAP | TI  - A | BT  - The Book | T3  - The Series | ED  - Roe, R. | ET  - 2 | CY  - Oslo | PB  - House", {
        type: "chapter", title: "A", "container-title": "The Book", "collection-title": "The Series", editor: [{ family: "Roe", given: "R." }], edition: "2", "publisher-place": "Oslo", publisher: "House",
      }],
      ["TY  - CHAP | TI  - A | T2  - The Book | A2  - Roe, R. | A3  - Poe, P. | A4  - Zoe, Z.", {
        type: "chapter", title: "A", "container-title": "The Book", editor: [{ family: "Roe", given: "R." }], "collection-editor": [{ family: "Poe", given: "P." }], translator: [{ family: "Zoe", given: "Z." }],
      }],
      ["TY  - CHAP | BT  - The Book", { type: "chapter", title: "The Book" }],
      ["TY  - JOUR | TI  - A | A1  - Liu R.A. | A1  - Catarina Barata | A1  - Statistics Canada", {
        type: "article-journal", title: "A", author: [{ family: "Liu", given: "R.A." }, { family: "Barata", given: "Catarina" }, { literal: "Statistics Canada" }],
      }],
      ["TY  - BOOK | BT  - The Book | A2  - Roe, R. | SP  - 350", { type: "book", title: "The Book", editor: [{ family: "Roe", given: "R." }], "number-of-pages": "350" }],
      ["TY  - BOOK | TI  - The Book | T2  - The Series | A2  - Poe, P. | A3  - Roe, R. | IS  - 7", {
        type: "book", title: "The Book", "collection-title": "The Series", "collection-editor": [{ family: "Poe", given: "P." }], editor: [{ family: "Roe", given: "R." }], "collection-number": "7",
      }],
      ["TY  - EDBOOK | TI  - The Book | AU  - Roe, R.", { type: "book", title: "The Book", editor: [{ family: "Roe", given: "R." }] }],
      ["TY  - CONF | TI  - A | T2  - Third Workshop | C3  - Proceedings | C1  - Rome", {
        type: "paper-conference", title: "A", "container-title": "Proceedings", "event-title": "Third Workshop", "event-place": "Rome",
      }],
      ["TY  - THES | TI  - A | PB  - Uni | M3  - Ph.D. thesis | SP  - 200", { type: "thesis", title: "A", publisher: "Uni", genre: "Ph.D. thesis", "number-of-pages": "200" }],
      ["TY  - THES | TI  - A | VL  - M.A.", { type: "thesis", title: "A", genre: "M.A." }],
      ["TY  - RPRT | TI  - A | SN  - TR-12 | T2  - Reports", { type: "report", title: "A", number: "TR-12", "collection-title": "Reports" }],
      ["TY  - PAT | TI  - A | SN  - US123 | A2  - Office", { type: "patent", title: "A", number: "US123" }],
      ["TY  - MPCT | TI  - A | AU  - Roe, R.", { type: "motion_picture", title: "A", director: [{ family: "Roe", given: "R." }] }],
      ["TY  - JOUR | TI  - A | SN  - 1234-5678 (Print) | SN  - 8765-432X", { type: "article-journal", title: "A", ISSN: "1234-5678 8765-432X" }],
      ["TY  - BOOK | TI  - A | SN  - 978-3-16-148410-0", { type: "book", title: "A", ISBN: "978-3-16-148410-0" }],
      ["TY  - JOUR | TI  - A | DO  - https://doi.org/10.1000/a.b | UR  - https://example.org/a", { type: "article-journal", title: "A", DOI: "10.1000/a.b", URL: "https://example.org/a" }],
      ["TY  - JOUR | TI  - A | UR  - http://dx.doi.org/10.1371%2Fjournal.1", { type: "article-journal", title: "A", DOI: "10.1371/journal.1", URL: "http://dx.doi.org/10.1371%2Fjournal.1" }],
      ["TY  - JOUR | TI  - A | M3  - doi: 10.1000/a | UR  - <Go to ISI>://1", { type: "article-journal", title: "A", DOI: "10.1000/a" }],
      ["TY  - JOUR | TI  - A | KW  - one | two | KW  - three; four", { type: "article-journal", title: "A", keyword: "one, two, three, four" }],
      ["TY  - JOUR | TI  - A long | title &amp; more | AB  - First | second", { type: "article-journal", title: "A long title & more", abstract: "First second" }],
      ["TY  - JOUR | TI  - A | N1  - A | N1  - Cited By :44 | N1  - Read it", { type: "article-journal", title: "A", note: "Read it" }],
      ["TY  - JOUR | TI  - A | LA  - eng | DP  - PubMed | AN  - 1234567", { type: "article-journal", title: "A", language: "en", source: "PubMed", PMID: "1234567" }],
      ["TY  - JOUR | TI  - A | PY  - 2001 | DA  - SEP 12 | Y2  - 2020/05/03/", {
        type: "article-journal", title: "A", issued: { "date-parts": [[2001, 9, 12]] }, accessed: { "date-parts": [[2020, 5, 3]] },
      }],
      ["TY  - JOUR | TI  - A | PY  - 2013/02/15/received | PY  - 2013/04/18", { type: "article-journal", title: "A", issued: { "date-parts": [[2013, 4, 18]] } }],
      ["TY  - JOUR | TI  - A | PY  - 2013 | DA  - 2014/01/01", { type: "article-journal", title: "A", issued: { "date-parts": [[2013]] } }],
      ["TY  - JOUR | TI  - A | PY  - in press", { type: "article-journal", title: "A", issued: { literal: "in press" } }],
      ["TY  - JOUR | TI  - A | AU  - __proto__, constructor", { type: "article-journal", title: "A", author: [{ family: "__proto__", given: "constructor" }] }],
    ];
    for (const [lines, item] of rows) it(lines, () => assert.deepEqual(itemOf(lines), item));
  });

  describe("lines", () => {
    const rows: readonly (readonly [text: string, keys: string, problems: string])[] = [
      ["TY  - JOUR\nID  - a\nER  - \n\nTY  - BOOK\nID  - b\nER  - ", "a b", ""],
      ["\ufeffTY  - JOUR\r\nID  - a\r\nER  - \r\nTY  - BOOK\r\nID  - b\r\nER  -\r\n", "a b", ""],
      ["TY  - JOUR\rID  - a\rER  - \rTY  - BOOK\rID  - b\rER  - \r", "a b", ""],
      ["TY  -JOUR\nID  -a\nER  -\nTY - BOOK\nID - b\nER -\n", "a b", ""],
      ["ty  - jour\nid  - a\ner  - \n", "a", ""],
      ["TY-JOUR\nID  - a\nER-\nTY  – BOOK\nID  – b\nER  – \n", "a b", ""],
      ["  TY  - JOUR\n  ID  - a\n  ER  - \n", "a", ""],
      ["Provider: Somebody\nContent: text/plain\n\n1.\nTY  - JOUR\nID  - a\nER  - \n\n2.\nTY  - BOOK\nID  - b\nER  - \n", "a b", ""],
      ["TY  - JOUR\nID  - a\n\nTY  - BOOK\nID  - b\n", "a b", "syntax: TY  - JOUR | syntax: TY  - BOOK"],
      ["TY  - JOUR\nID  - a\nER  - \nTI  - B\nPY  - 2001\nER  - \nTY  - BOOK\nID  - c\nER  - ", "a b2001 c", "syntax: TI  - B"],
      ["TY  - JOUR\nID  - a\nAB  - Cells that are\nER-positive, seen in the\nED - emergency department\nER  - ", "a", ""],
      ["TY  - HOUR\nID  - a\nER  - ", "a", "syntax: TY  - HOUR"],
      ["TY  - JOUR\nID  - a\nER  - \nTY  - JOUR\nID  - a\nER  - ", "a a", "duplicate-key: a"],
      ["TY  - JOUR\nID  - a\nER  - \nN1  - stray\nER  - ", "a", "syntax: N1  - stray"],
      ["TY  - JOUR\nLB  - doe2001\nER  - \nTY  - JOUR\nLB  - read this first\nTI  - Title\nER  - ", "doe2001 title", ""],
      ["nothing", "", "syntax: n"],
      ["", "", ""],
    ];
    for (const [text, keys, problems] of rows) {
      it(JSON.stringify(text), () => {
        const bibliography = parseRis(text);
        assert.equal(keysOf(bibliography).join(" "), keys);
        assert.equal(shownProblems(text, bibliography), problems);
      });
    }
  });

  it("makes keys of author, year and title that nobody else has", () => {
    const record = (author: string, title: string): string => `TY  - JOUR\nAU  - ${author}\nPY  - 2016\nTI  - ${title}\nER  - \n`;
    const text = [
      record("Zakharova, L.", "The economic cooperation"), record("Zakharova, L.", "Economic policy"), record("Zakharova, L.", "“Economic” reform"),
      "TY  - BOOK\nID  - zakharova2016economicb\nER  - \n", record("Zakharova, L.", "Economic ties"), record("van der Müller, Ö.", "On <i>E. coli</i>"), record("Жебин, А.", "Восточная Азия"), record("王, 明", "文"), record("", ""),
    ].join("\n");
    assert.deepEqual(keysOf(parseRis(text)), [
      "zakharova2016economic", "zakharova2016economica", "zakharova2016economicc", "zakharova2016economicb", "zakharova2016economicd",
      "vandermueller2016coli", "zhebin2016vostochnaya", "王2016文", "2016",
    ]);
  });

  it("says where the key stands, and of a key that is made where its entry begins", () => {
    const text = "TY  - JOUR\nID  - doe2001\nER  - \n\n  TY  - BOOK\nTI  - Title\nER  - \n";
    const [written, made] = parseRis(text).entries;
    assert.ok(written && made);
    assert.equal(text.slice(written.keyRange.start, written.keyRange.end), "doe2001");
    assert.equal(text.slice(written.range.start, written.range.end), "TY  - JOUR\nID  - doe2001\nER  -");
    assert.equal(text.slice(made.keyRange.start, made.keyRange.end), "TY  - BOOK");
  });

  it("says what is missing", () => {
    assert.equal(messagesOf(parseRis("TI  - Title").problems), [
      "The type of this source is missing: a line such as “TY  - JOUR” belongs before it.",
      "The end of this source is missing: a line “ER  - ” belongs behind it.",
    ].join(" | "));
  });
});

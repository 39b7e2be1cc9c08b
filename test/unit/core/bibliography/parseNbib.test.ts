import assert from "node:assert/strict";
import { parseNbib } from "../../../../src/core/bibliography/tagged/parseNbib";
import type { CslItem } from "../../../../src/core/model/cslItem";
import { itemIn } from "./itemIn";
import { keysOf, shownProblems } from "../../../support/shownBibliography";

/** The item of a record of lines between bars, without its id. */
function itemOf(lines: string): Partial<CslItem> {
  return itemIn(parseNbib(lines.split(" | ").join("\n")));
}

describe("parseNbib", () => {
  describe("fields", () => {
    const article = { type: "article-journal", PMID: "1" };
    const rows: readonly (readonly [lines: string, item: Partial<CslItem>])[] = [
      ["PMID- 1 | TI  - A long title | ␣of things. | JT  - Journal of order | TA  - J Order | DP  - 2001 May 3 | VI  - 4 | IP  - 5 | PG  - 454-81", {
        ...article, title: "A long title of things", "container-title": "Journal of order", "container-title-short": "J Order", issued: { "date-parts": [[2001, 5, 3]] }, volume: "4", issue: "5", page: "454-81",
      }],
      ["PMID- 1 | FAU - van der Doe, Jane A Jr | AU  - van der Doe JA Jr | FAU - Roe, R | CN  - The Group", {
        ...article, author: [{ family: "Doe", given: "Jane A", "non-dropping-particle": "van der", suffix: "Jr" }, { family: "Roe", given: "R" }, { literal: "The Group" }],
      }],
      ["PMID- 1 | AU  - Doe JA | AU  - O'Roe R 3rd | ED  - Poe P", {
        ...article, author: [{ family: "Doe", given: "J. A." }, { family: "O'Roe", given: "R.", suffix: "3rd" }], editor: [{ family: "Poe", given: "P." }],
      }],
      ["PMID- 1 | TI  - [On things]. | TT  - Über Dinge. | LA  - ger", { ...article, title: "On things", "original-title": "Über Dinge.", language: "de" }],
      ["PMID- 1 | LID - S0140(01)1 [pii] | LID - 10.1000/a [doi] | PMC - PMC12", { ...article, DOI: "10.1000/a", PMCID: "PMC12" }],
      ["PMID- 1 | AID - e5350 [pii]", { ...article, page: "e5350" }],
      ["PMID- 1 | DP  - 2000 Dec-2001 Jan | IS  - 1234-5678 (Print) | IS  - 8765-4321 (Electronic)", { ...article, issued: { "date-parts": [[2000, 12], [2001, 1]] }, ISSN: "1234-5678 8765-4321" }],
      ["PMID- 1 | DP  - 2001 Jul | DEP - 20010120", { ...article, issued: { "date-parts": [[2001, 7]] } }],
      ["PMID- 1 | BTI - The Book | TI  - A chapter | PB  - House | PL  - Oslo (NO) | ISBN- 9783161484100 | PT  - Book Chapter", {
        type: "chapter", PMID: "1", title: "A chapter", "container-title": "The Book", ISBN: "9783161484100", publisher: "House", "publisher-place": "Oslo (NO)",
      }],
      ["PMID- 1 | BTI - The Book | PT  - Book", { type: "book", PMID: "1", title: "The Book" }],
      ["PMID- 1 | PT  - Preprint | OT  - one | MH  - *Two/three | AB  - First | ␣second.", { type: "article", PMID: "1", abstract: "First second.", keyword: "one, Two/three" }],
    ];
    for (const [lines, item] of rows) it(lines, () => assert.deepEqual(itemOf(lines.replaceAll("␣", "      ")), item));
  });

  describe("lines", () => {
    const rows: readonly (readonly [text: string, keys: string, problems: string])[] = [
      ["\nPMID- 12\nTI  - One\n\nPMID- 34\nTI  - Two\n\n", "pmid12 pmid34", ""],
      ["\ufeffPMID- 12\r\nTI  - One\r\n\r\nPMID- 34\r\nTI  - Two", "pmid12 pmid34", ""],
      ["PMID- 12\rTI  - One\r\rPMID- 34\r", "pmid12 pmid34", ""],
      ["PMID- 12\nTI  - One\nPMID- 34\nTI  - Two\n", "pmid12 pmid34", ""],
      ["PMID- 12\nTI  - One\n\nAB  - Behind a blank line\n", "pmid12", ""],
      ["PMID- 12\nOWN - NLM\nTI  - One\n\nOWN - NLM\nFAU - Doe, J\nDP  - 2001\nTI  - Two\n\nPMID- 34\n", "pmid12 doe2001two pmid34", "syntax: OWN - NLM"],
      ["PMID- twelve\nTI  - One\n", "pmidtwelve", "syntax: PMID- twelve"],
      ["PMID- 12\n\nPMID- 12\n", "pmid12 pmid12", "duplicate-key: 12"],
      ["PT  - Editorial\n", "", "syntax: P"],
      ["nothing", "", "syntax: n"],
    ];
    for (const [text, keys, problems] of rows) {
      it(JSON.stringify(text), () => {
        const bibliography = parseNbib(text);
        assert.equal(keysOf(bibliography).join(" "), keys);
        assert.equal(shownProblems(text, bibliography), problems);
      });
    }
  });
});

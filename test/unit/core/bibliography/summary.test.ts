import assert from "node:assert/strict";
import { summaryOfItem } from "../../../../src/core/bibliography/summary";
import type { CslItem } from "../../../../src/core/model/cslItem";
import type { SourceSummary } from "../../../../src/core/model/bibliography";
import { bibtexEntries } from "../../../support/shownBibliography";

/** `type: people (year) title. container` */
function shown({ type, people, year, title, container }: SourceSummary): string {
  return `${type}: ${people.join("; ")} (${year}) ${title}. ${container}`;
}

describe("Summary of a BibTeX entry", () => {
  const rows: readonly (readonly [entry: string, expected: string])[] = [
    ["@article{a, author = {Doe, Jane and John Q. Roe}, title = {The {DNA} of \\emph{Foo}}, journal = {J. Foo}, year = 2001}", "article-journal: Doe; Roe (2001) The DNA of Foo. J. Foo"],
    ["@article{a, journaltitle = {J}, journalsubtitle = {S}, journal = {Old}, title = {T}, subtitle = {U}, date = {2016-05/2017}, year = 1999}", "article-journal:  (2016) T: U. J: S"],
    ["@article{a, title = {Why?}, subtitle = {Because}, entrysubtype = {newspaper}}", "article-newspaper:  () Why? Because. "],
    ["@article{a, shortjournal = {J. F.}}", "article-journal:  () . J. F."],
    ["@article{a, journal = {\\mnras}}", "article-journal:  () . Monthly Notices of the Royal Astronomical Society"],
    ["@inproceedings{a, title = {T}, booktitle = {Proc.}, series = {LNCS}}", "paper-conference:  () T. Proc."],
    ["@incollection{a, title = {T}, maintitle = {M}, mainsubtitle = {N}}", "chapter:  () T. M: N"],
    ["@inbook{a, crossref = {p}, title = {T}}@book{p, title = {P}, author = {Doe, J.}, year = {1999}}", "chapter: Doe (1999) T. P"],
    ["@book{a, title = {T}, booktitle = {T}, series = {S}}", "book:  () T. S"],
    ["@proceedings{a, title = {T}, booktitle = {T}, editor = {Doe, J.}}", "book: Doe () T. "],
    ["@book{a, maintitle = {M}, mainsubtitle = {N}}", "book:  () M: N. "],
    ["@book{a, title = { }, author = {}, editor = {van der Berg, A. and {World Health Organization}}}", "book: van der Berg; World Health Organization () . "],
    ["@book{a, author = {Ludwig van Beethoven and others}}", "book: van Beethoven () . "],
    ["@book{a, author = {others}}", "book:  () . "],
    ["@book{a, author = {Plato}, translator = {Doe, J.}}", "book: Plato () . "],
    ["@book{a, translator = {Doe, J.}}", "book: Doe () . "],
    ["@book{a, author = {family=Gogh, given=Vincent, prefix=van}}", "book: van Gogh () . "],
    ["@misc{a, author = {M{\\\"u}ller, A. and {\\'E}mile Zola and {\\L}ukasz \\'Swi{\\k{e}}tek}}", "document: Müller; Zola; Świętek () . "],
    ["@misc{a, year = {{\\noopsort{1973b}}1981}}", "document:  (1981) . "],
    ["@misc{a, year = {in press}}", "document:  (in press) . "],
    ["@misc{a, date = { }, year = 2001}", "document:  (2001) . "],
    ["@misc{a, title = {$\\alpha$ and H$_2$O: 5\\,\\%~of \\LaTeX}}", "document:  () α and H₂O: 5\u2009%\u00a0of LaTeX. "],
    ["@set{a, entryset = {b}}@thesis{b, title = {T}, author = {Doe, J.}}", "thesis: Doe () T. "],
    ["@phdthesis{a}", "thesis:  () . "],
    ["@Online{a}", "webpage:  () . "],
    ["@whatever{a, title = {T}}", "document:  () T. "],
    ["@constructor{a, title = {T}}", "document:  () T. "],
  ];
  for (const [text, expected] of rows) it(text, () => assert.equal(bibtexEntries(text).map(({ summary }) => shown(summary))[0], expected));
});

describe("Summary of a CSL item", () => {
  const rows: readonly (readonly [item: object, expected: string])[] = [
    [{ type: "book", title: "T", author: [{ family: "Doe", given: "J." }, { literal: "WHO" }], issued: { "date-parts": [[2001, 5], [2002]] }, "container-title": "C" }, "book: Doe; WHO (2001) T. C"],
    [{ type: "book", author: [{ family: "Gogh", "non-dropping-particle": "van", "dropping-particle": "x" }, { given: "Plato" }, {}, "Doe", null] }, "book: van Gogh; Plato; Doe () . "],
    [{ type: "book", author: [], editor: [{ family: "Doe" }], "collection-title": "S" }, "book: Doe () . S"],
    [{ type: "book", title: "<i>E. coli</i> and H<sub>2</sub>O <span class=\"nocase\">DNA</span> < 5" }, "book:  () E. coli and H2O DNA < 5. "],
    [{ type: "book", issued: { raw: "May 2001" } }, "book:  (2001) . "],
    [{ type: "book", issued: { literal: "forthcoming" } }, "book:  (forthcoming) . "],
    [{ type: "book", issued: { "date-parts": [["2001"]] } }, "book:  (2001) . "],
    [{ type: "book", issued: { "date-parts": [[]], raw: "1999" } }, "book:  (1999) . "],
    [{ type: "book", issued: { "date-parts": [[-44]] } }, "book:  (-44) . "],
    [{ type: "book", issued: "2001-05-01", title: 1984 }, "book:  (2001) 1984. "],
    [{ type: 5, title: ["x"], author: "Doe", issued: 7, "container-title": {} }, "document:  (7) . "],
  ];
  for (const [item, expected] of rows) it(JSON.stringify(item), () => assert.equal(shown(summaryOfItem({ id: "a", ...item } as CslItem)), expected));
});

import assert from "node:assert/strict";
import fc from "fast-check";
import { plainReference, type DatePlace } from "../../../../../src/core/format/plain/plainReference";
import { renderReference } from "../../../../../src/core/format/markup/renderReference";

const doe = { family: "Doe", given: "Jane Ruth" };
const roe = { family: "Roe", given: "R." };
const others = { literal: "others" };
const issued = { "date-parts": [[2016]] };

function shown(variables: Readonly<Record<string, unknown>>, place?: DatePlace): string {
  return renderReference(plainReference({ id: "key", type: "book", ...variables }, place), "markdown");
}

describe("plain references", () => {
  const byType: readonly (readonly [type: string, variables: Readonly<Record<string, unknown>>, reference: string])[] = [
    ["article-journal", { author: [doe], issued, title: "On whales", "container-title": "Journal", volume: 7, issue: "2", page: "151-161", publisher: "P", DOI: "10.1000/a(b)" },
      "Doe, J. R. (2016). On whales. *Journal*, *7*(2), 151–161. [https\\://doi.org/10.1000/a(b)](https://doi.org/10.1000/a%28b%29)"],
    ["article-journal", { author: [doe], issued, title: "T", "container-title": "Journal", number: "e12" }, "Doe, J. R. (2016). T. *Journal*, Article e12."],
    ["article-newspaper", { issued, title: "News!", "container-title": "The Paper", page: "A1" }, "News! (2016). *The Paper*, A1."],
    ["article-journal", { author: [doe], title: "Manuscript" }, "Doe, J. R. (n.d.). *Manuscript*."],
    ["book", { author: [doe, roe], issued, title: "Book", edition: 2, volume: "3", publisher: "House", "publisher-place": "Town" }, "Doe, J. R., & Roe, R. (2016). *Book* (2nd ed., Vol. 3). House."],
    ["book", { editor: [doe, roe], issued, title: "Book", edition: "Revised edition", "number-of-volumes": 3 }, "Doe, J. R., & Roe, R. (Eds.). (2016). *Book* (Revised edition, Vols. 1–3)."],
    ["chapter", { author: [doe], editor: [roe], issued, title: "Part", "container-title": "Whole", page: "1-9", edition: "2", publisher: "House" },
      "Doe, J. R. (2016). Part. In R. Roe (Ed.), *Whole* (2nd ed., pp. 1–9). House."],
    ["chapter", { editor: [doe, roe], issued, title: "Part", "container-title": "Whole", page: "3" }, "Part. (2016). In J. R. Doe & R. Roe (Eds.), *Whole* (p. 3)."],
    ["paper-conference", { author: [doe], issued, title: "Talk", "event-title": "Conference", "event-place": "Paris" }, "Doe, J. R. (2016). *Talk*. Conference, Paris."],
    ["thesis", { author: [doe], issued, title: "Thesis", genre: "PhD thesis", publisher: "University" }, "Doe, J. R. (2016). *Thesis* \\[PhD thesis, University\\]."],
    ["report", { author: [{ literal: "Institute" }], issued, title: "Report", "collection-title": "Series", "collection-number": "4", page: "1-5", publisher: "Body" },
      "Institute. (2016). *Report* (Series 4, pp. 1–5). Body."],
    ["report", { author: [doe], title: "R", genre: "technical report", number: "12" }, "Doe, J. R. (n.d.). *R* (Technical report No. 12)."],
    ["patent", { author: [doe], title: "Machine", number: "US1", genre: "patent" }, "Doe, J. R. (n.d.). *Machine* (No. US1) \\[Patent\\]."],
    ["webpage", { title: "Page", "container-title": "Site", publisher: "Site", URL: "https://example.org/a_b" }, "*Page*. (n.d.). Site. <https://example.org/a_b>"],
    ["motion_picture", { director: [doe], issued, title: "Film", publisher: "Studio" }, "Doe, J. R. (2016). *Film*. Studio."],
    ["book", { title: "On <i>Moby-Dick</i> and H<sub>2</sub>O", author: [doe] }, "Doe, J. R. (n.d.). *On* Moby-Dick *and H₂O*."],
    ["book", {}, "key"],
    ["book", { issued }, "*key*. (2016).".replaceAll("*", "")],
    ["book", { URL: "javascript:alert(1)", title: "<script>*x*" }, "*\\<script>\\*x\\**. (n.d.). javascript:alert(1)"],
  ];
  for (const [type, variables, reference] of byType) {
    it(reference, () => assert.equal(shown({ type, ...variables }), reference));
  }

  const people: readonly (readonly [author: readonly unknown[], people: string])[] = [
    [[{ family: "Berg", given: "Jean-Paul É.", "non-dropping-particle": "van den", suffix: "Jr." }], "van den Berg, J.-P. É., Jr."],
    [[{ family: "Humboldt", given: "Alexander", "dropping-particle": "von" }], "Humboldt, A. von."],
    [[doe, others], "Doe, J. R. et al."],
    [[doe, roe, others], "Doe, J. R., Roe, R., et al."],
    [[{ family: "Жебин", given: "Александр Захарович" }], "Жебин, А. З."],
    [[{ family: "Ivanov", given: "Yu.V." }], "Ivanov, Yu. V."],
    [[{ family: "王", given: "小明" }], "王小明."],
    [[{ literal: "Crisis Group" }, doe], "Crisis Group, & Doe, J. R."],
    [[{ given: "Plato" }], "P."],
    [Array.from({ length: 21 }, (_, number) => ({ literal: `N${number}` })), `${Array.from({ length: 19 }, (_, number) => `N${number}`).join(", ")}, … N20.`],
  ];
  for (const [author, expected] of people) {
    it(expected, () => assert.equal(shown({ author, title: "T", issued }), `${expected} (2016). *T*.`));
  }

  const dates: readonly (readonly [issued: unknown, year: string])[] = [
    [{ "date-parts": [[2014, 5], [2016]] }, "2014–2016"], [{ "date-parts": [[2014], [0]] }, "2014–"], [{ "date-parts": [[-44]] }, "44 BC"],
    [{ "date-parts": [["1900"]], circa: true }, "ca. 1900"], [{ literal: "in press" }, "in press"], [{ "date-parts": [[2016], [2016]] }, "2016"], ["x".repeat(3), "xxx"],
  ];
  for (const [date, year] of dates) {
    it(year, () => assert.equal(shown({ title: "T", issued: date }), `*T*. (${year}).`));
  }

  it("has the year last where the style has", () => {
    assert.equal(shown({ author: [doe], issued, title: "T", publisher: "P", DOI: "10.1000/x" }, "last"), "Doe, J. R. *T*. P. 2016. <https://doi.org/10.1000/x>");
    assert.equal(shown({ title: "T" }, "last"), "*T*.");
  });

  it("is never empty, whatever an item holds", () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.jsonValue());
    const variables = ["author", "editor", "issued", "title", "container-title", "volume", "page", "type", "DOI", "URL", "genre", "number", "__proto__"];
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...variables), value), (item) => {
      assert.notEqual(shown({ ...item, id: "key" }), "");
    }));
  });
});

import assert from "node:assert/strict";
import { doiIn, pagesFrom, serialNumbersIn, urlIn } from "../../../../src/core/bibliography/identifiers";

describe("identifiers", () => {
  const dois: readonly (readonly [text: string, doi: string | undefined])[] = [
    ["10.1000/182", "10.1000/182"], ["doi: 10.1000/182.", "10.1000/182"], ["https://doi.org/10.1000/a(b)c", "10.1000/a(b)c"], ["(10.1000/182)", "10.1000/182"],
    ["http://dx.doi.org/10.1000%2f182", "10.1000/182"], ["10.1002/(SICI)1096-987X(199803)19:4<377::AID-JCC1>3.0.CO;2-P", "10.1002/(SICI)1096-987X(199803)19:4<377::AID-JCC1>3.0.CO;2-P"],
    ["110.1000/182", undefined], ["none", undefined],
  ];
  for (const [text, doi] of dois) it(`DOI in ${text}`, () => assert.equal(doiIn(text), doi));

  const pages: readonly (readonly [first: string | undefined, last: string | undefined, pages: string | undefined])[] = [
    ["12", "20", "12-20"], ["12-20", "20", "12-20"], ["12", "12-20", "12-20"], ["12", "12", "12"], ["e12", undefined, "e12"], ["12–20", "", "12-20"], ["12--20", undefined, "12-20"],
    ["", "20", "20"], ["S1-12", "S1-20", "S1-12"], [undefined, undefined, undefined],
  ];
  for (const [first, last, range] of pages) it(`pages ${String(first)} to ${String(last)}`, () => assert.equal(pagesFrom(first, last), range));

  it("tells ISBNs and ISSNs apart", () => {
    assert.deepEqual(serialNumbersIn("978-3-16-148410-0 (pbk.) 316148410X; 1234-567X 12345678"), { isbn: ["978-3-16-148410-0", "316148410X"], issn: ["1234-567X", "12345678"] });
    assert.deepEqual(serialNumbersIn("TR-1234-56"), { isbn: [], issn: [] });
  });

  it("finds addresses", () => {
    assert.equal(urlIn("see <https://example.org/a?b=c#d>"), "https://example.org/a?b=c#d");
    assert.equal(urlIn("<Go to ISI>://000"), undefined);
    assert.equal(urlIn("www.example.org"), "www.example.org");
    assert.deepEqual(["http://a.org; http://b.org", "http://a.org;http://b.org", "See http://a.org."].map(urlIn), ["http://a.org", "http://a.org", "http://a.org"]);
  });
});

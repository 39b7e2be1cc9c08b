import assert from "node:assert/strict";
import { locatorTerms, readPandocLocator } from "../../../../src/core/citations/markdown/pandocLocator";

/** The locator, and what is left of the suffix. */
function shown(suffix: string, locale?: string): string {
  const { locator, suffix: rest } = readPandocLocator(suffix, locatorTerms(locale));
  return [locator && `${locator.label}=${locator.value}`, rest && `«${rest}»`].filter(Boolean).join(" ");
}

describe("Pandoc's locators", () => {
  const rows: readonly (readonly [suffix: string, expected: string])[] = [
    [", p. 3", "page=3"],
    ["pp. 3–5, and passim", "page=3–5 «, and passim»"],
    [", 3", "page=3"],
    [", 33-35, 38-39 and more", "page=33-35, 38-39 «and more»"],
    [", p. iv, vi-xi", "page=iv, vi-xi"],
    [", iv", "«, iv»"],
    [", p.3", "page=3"],
    [", pages 3 and 5", "page=3 «and 5»"],
    [", chap. 3, p. 4", "chapter=3 «, p. 4»"],
    [", vol. 2; p. 4", "volume=2 «; p. 4»"],
    [", § 3.1", "section=3.1"],
    [", ¶¶ 3", "paragraph=3"],
    [", sec. 3.1.", "section=3.1 «.»"],
    [", s.v. 3", "sub-verbo=3"],
    [", sub verbo 3", "sub-verbo=3"],
    [", no. 5", "issue=5"],
    [", PP. 5", "page=5"],
    [", 34(1)(i), 7A(2)", "page=34(1)(i), 7A(2)"],
    [", [17]-[18]", "page=[17]-[18]"],
    [", p. (a)", "«, p. (a)»"],
    [", p. (iv)", "page=(iv)"],
    [", 1999: 4", "page=1999: 4"],
    [", 12:33", "page=12:33"],
    [", 3rd edition", "page=3rd «edition»"],
    [", p. 3 ff.", "page=3 «ff.»"],
    [", 3/4", "page=3 «/4»"],
    [", see p. 3", "«, see p. 3»"],
    [", ch. 3", "«, ch. 3»"],
    [", emphasis added", "«, emphasis added»"],
    ["{pp. iv, vi-xi, (xv)-(xvii)} with suffix", "page=iv, vi-xi, (xv)-(xvii) «with suffix»"],
    ["{note}", "page=note"],
    ["{}, 3", "«, 3»"],
    [", {p. 3", "«, {p. 3»"],
    ["{p. [a{b}c] d}", "page=[a{b}c] d"],
    ["constructor 3", "«constructor 3»"],
    ["", ""],
  ];
  for (const [suffix, expected] of rows) it(suffix, () => assert.equal(shown(suffix), expected));

  const localized: readonly (readonly [locale: string | undefined, suffix: string, expected: string])[] = [
    ["de-DE", ", S. 3f.", "page=3f «.»"],
    ["de", ", Kap. 3", "chapter=3"],
    [undefined, ", S. 3", "«, S. 3»"],
    ["ru-RU", ", с. 5–7", "page=5–7"],
    ["ru", ", гл. 2", "chapter=2"],
    ["ru", ", p. 5", "page=5"],
    ["fr", ", nᵒ 5", "issue=5"],
    ["__proto__", ", p. 5", "page=5"],
  ];
  for (const [locale, suffix, expected] of localized) it(`${suffix} in ${locale ?? "no language"}`, () => assert.equal(shown(suffix, locale), expected));

  it("looks at long suffixes only as far as a locator can be", () => {
    assert.equal(readPandocLocator(`, p. 3 ${"y ".repeat(100_000)}`, locatorTerms("en")).locator?.value, "3");
  });
});

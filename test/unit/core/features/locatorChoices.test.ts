import assert from "node:assert/strict";
import { locatorChoices } from "../../../../src/core/features/locatorChoices";

describe("choices of a locator", () => {
  const cases: readonly (readonly [typed: string, locale: string | undefined, first: readonly string[]])[] = [
    ["", undefined, []],
    ["  ", undefined, []],
    ["3", undefined, ["page p. 3", "chapter chap. 3", "section sec. 3"]],
    ["3-5", undefined, ["page pp. 3–5", "chapter chaps. 3–5", "section secs. 3–5"]],
    ["3, 7", undefined, ["page pp. 3, 7", "chapter chaps. 3, 7", "section secs. 3, 7"]],
    ["iv-xi", undefined, ["page pp. iv–xi", "chapter chaps. iv–xi", "section secs. iv–xi"]],
    ["A-12", undefined, ["page p. A-12", "chapter chap. A-12", "section sec. A-12"]],
    ["Introduction", undefined, ["page p. Introduction", "chapter chap. Introduction", "section sec. Introduction"]],
    ["chapter 3", undefined, ["chapter chap. 3"]],
    ["figs. 1-2", undefined, ["figure figs. 1–2"]],
    ["12", "fr-FR", ["page p. 12", "chapter chap. 12", "section sect. 12"]],
    ["S. 12", "de", ["page S. 12"]],
  ];
  for (const [typed, locale, first] of cases) {
    it(`${JSON.stringify(typed)} ${locale ?? ""}`, () =>
      assert.deepEqual(locatorChoices(typed, locale).slice(0, 3).map(({ locator, text }) => `${locator.label} ${text}`), first));
  }
});

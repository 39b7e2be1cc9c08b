import assert from "node:assert/strict";
import { parseMarkdown } from "../../../../src/core/citations/markdown/parseMarkdown";
import { readingOrder } from "../../../../src/core/features/readingOrder";

/** Keys as readers meet them, each with the number of its note; `*` in a footnote of the writer's. */
function shown(text: string): string {
  const document = parseMarkdown(text);
  return readingOrder(document, document.clusters).map(({ index, noteNumber, isInNote }) =>
    `${document.clusters[index]?.citationItems.map(({ key }) => key).join("+") ?? ""}${isInNote ? "*" : ""} ${noteNumber}`).join(", ");
}

describe("readingOrder", () => {
  const cases: readonly (readonly [text: string, expected: string])[] = [
    ["[@a] @b", "a 1, b 2"],
    ["[@a] x[^1] [@b]\n\n[^1]: See [@c] and [@d].", "a 1, c* 2, d* 2, b 3"],
    ["x[^2] y[^1] [@a]\n\n[^1]: [@b]\n\n[^2]: [@c]\n\n    More [@d].", "c* 1, d* 1, b* 2, a 3"],
    ["x^[See [@a; @b] and @c.] [@d]", "a+b* 1, c* 1, d 2"],
    ["x[^1] [@a]\n\n[^1]: No source.", "a 2"],
    ["[@a]\n\n[^1]: Never called [@b].\n\n[@c]", "a 1, c 2, b* 3"],
    ["> x[^1]\n\n[^1]: @a", "a* 1"],
    ["---\nnocite: '@x'\n---\n[@a]", "x 0, a 1"],
  ];
  for (const [text, expected] of cases) it(text.replaceAll("\n", "⏎"), () => assert.equal(shown(text), expected));
});

import assert from "node:assert/strict";
import { readMarks } from "../../../support/marks";
import { serviceFor } from "../../../support/service";

/** The document after `keys` were inserted at `‸` or in place of what stands in `⟦ ⟧`. */
function insert(marked: string, keys: readonly string[], file: string): string {
  const { text, cursor, ranges: [selected] } = readMarks(marked);
  const { service, workspace } = serviceFor({ [file]: text });
  const { range, newText } = service.insert(workspace.document(file), selected ?? { start: cursor, end: cursor }, keys);
  return text.slice(0, range.start) + newText + text.slice(range.end);
}

describe("insert citation", () => {
  const cases: readonly (readonly [file: string, before: string, keys: readonly string[], after: string])[] = [
    ["paper.md", "As shown ‸.", ["a1"], "As shown [@a1]."],
    ["paper.md", "As shown ‸.", ["a1", "b 2"], "As shown [@a1; @{b 2}]."],
    ["paper.md", "As shown ⟦here⟧.", ["a1"], "As shown [@a1]."],
    ["paper.md", "[@a‸1, p. 3]", ["b2"], "[@a1, p. 3; @b2]"],
    ["paper.md", "[@a1; @‸]", ["b2", "c3"], "[@a1; @b2; @c3]"],
    ["paper.md", "[see @‸]", ["b 2"], "[see @{b 2}]"],
    ["paper.md", "@{‸}", ["b 2"], "@{b 2}"],
    ["paper.md", "{cite:p}`a‸1`", ["b2"], "{cite:p}`a1,b2`"],
    ["paper.tex", "As shown ‸.", ["a1", "b2"], "As shown \\cite{a1,b2}."],
    ["paper.tex", "\\citep[see][3]{a‸1}", ["b2"], "\\citep[see][3]{a1,b2}"],
    ["paper.tex", "\\cit‸ep{a1}", ["b2"], "\\citep{a1,b2}"],
    ["paper.tex", "\\cite{‸}", ["a1", "b2"], "\\cite{a1,b2}"],
    ["paper.tex", "\\cite{a1, ‸}", ["b2"], "\\cite{a1, b2}"],
    ["notes.txt", "As shown ‸.", ["a1", "b2"], "As shown a1, b2."],
  ];
  for (const [file, before, keys, after] of cases) {
    it(`${file}: ${JSON.stringify(before)} + ${keys.join(", ")} → ${JSON.stringify(after)}`, () => assert.equal(insert(before, keys, file), after));
  }
});

import assert from "node:assert/strict";
import { parseLatex } from "../../../../src/core/citations/latex/parseLatex";
import { parseMarkdown } from "../../../../src/core/citations/markdown/parseMarkdown";
import { declareStyle } from "../../../../src/core/features/declareStyle";

const address = "https://www.zotero.org/styles/ieee";

function declare(text: string, style = "ieee"): string | undefined {
  const edit = declareStyle(text, parseMarkdown(text), style);
  return edit && text.slice(0, edit.range.start) + edit.newText + text.slice(edit.range.end);
}

describe("declaring a style", () => {
  const cases: readonly (readonly [before: string, after: string | undefined, style?: string])[] = [
    ["Text\n", `---\ncsl: ${address}\n---\n\nText\n`],
    ["---\ntitle: T\n---\n", `---\ntitle: T\ncsl: ${address}\n---\n`],
    ["---\n---\n", `---\ncsl: ${address}\n---\n`],
    ["---\r\ntitle: T\r\n---\r\n", `---\r\ntitle: T\r\ncsl: ${address}\r\n---\r\n`],
    ["---\ncsl: apa.csl # theirs\ntitle: T\n---\n", `---\ncsl: ${address} # theirs\ntitle: T\n---\n`],
    ["---\ncsl: 'a b.csl'\n---\n", `---\ncsl: ${address}\n---\n`],
    ["---\ncitation-style: apa.csl\n---\n", `---\ncitation-style: ${address}\n---\n`],
    ["---\ncsl:\n---\n", `---\ncsl: ${address}\n---\n`],
    ["---\ncsl: apa.csl\n---\n", "---\ncsl: styles/my-own.csl\n---\n", "styles/my-own.csl"],
    ["---\ncsl: apa.csl\n---\n", "---\ncsl: \"my own: 1.csl\"\n---\n", "my own: 1.csl"],
    ["---\ncsl: # none yet\n---\n", `---\ncsl: ${address} # none yet\n---\n`],
    ["---\n  title: T\n---\n", `---\n  title: T\n  csl: ${address}\n---\n`],
    ["---\ncsl: |\n  apa.csl\ntitle: T\n---\n", undefined],
    ["---\ncsl: &s apa.csl\nx: *s\n---\n", undefined],
    ["---\n{title: T}\n---\n", undefined],
    ["---\ncsl: [a, b]\n---\n", undefined],
    ["---\ntitle: [\n---\n", undefined],
  ];
  for (const [before, after, style] of cases) {
    it(JSON.stringify(before), () => assert.equal(declare(before, style), after));
  }

  it("leaves LaTeX alone", () => assert.equal(declareStyle("Text", parseLatex("Text", { citationCommands: [] }), "ieee"), undefined));
});

import assert from "node:assert/strict";
import fc from "fast-check";
import { parseMarkdown } from "../../../../src/core/citations/markdown/parseMarkdown";
import { assertInOrder, assertInside, assertKeysWithin } from "../../../support/documentRanges";

const parts = [
  "@a", "@b:c", "-@d", "@{e f}", "@", "@{", "[", "]", "[@", "; ", ";", "(", ")", "](u)", "]{.x}", "[^1]", "[^1]: ", "[r]: u", "^[", "^", "~", "![", "*", "**", "_", "\"", "'", "`", "``", "```\n", "~~~\n",
  "$", "$$", "\\(", "\\)", "\\[", "\\]", "\\", "\\x{", "}", "{", "\\begin{x}", "\\end{x}", "<", ">", "<!--", "-->", "<div>", "</div>", "<pre>", "</pre>", "<b>", "{cite}`", "{cite:t}`a,b`", "{{<", ">}}",
  "# ", "===\n", "---\n", "- ", "1. ", "(@a) ", "> ", ": ", "| ", "|---|---|\n", "+--+--+\n", "--- ---\n", "::: {.x}\n", ":::\n", "% ", "p. 3", ", ", " ", "  ", "    ", "\t", "\n", "\r\n", "\r", "\n\n", "\0", "\ufeff", "é", "😀", "x",
  "---\nnocite: '@a'\nx: \"@b\"\n---\n", "http://x/@y", "a@b.c", "&amp;", "__proto__",
];
const markdown = fc.oneof(fc.array(fc.constantFrom(...parts), { maxLength: 40 }).map((all) => all.join("")), fc.string({ unit: "binary", maxLength: 60 }));

describe("Markdown of any kind", () => {
  it("gives ranges inside the text, in order, whose text is the key", () => {
    fc.assert(fc.property(markdown, (text) => {
      const document = parseMarkdown(text);
      const { clusters, keySlots, locatorSlots, declarations, inlineSources, problems } = document;
      assertInside(text, clusters, keySlots, locatorSlots, declarations, inlineSources, problems);
      assertInOrder(document, clusters, locatorSlots);
      // tabs are spaces, several of them
      assertKeysWithin(text, document, (written, key) => assert.equal(written.replace(/\s+/g, " "), key.replace(/\s+/g, " ")));
    }), { numRuns: 250 });
  });

  it("finds a citation behind anything that ends with a blank line", () => {
    const prose = fc.array(fc.constantFrom("[@a", "[see @a; ", "@b [", "*", "**x", "`", "$x", "(", "]", "\"", "'x", "^[", "[x](", "\\textbf", "> x\n", "- x\n", "x\n", "# x\n", "{cite}`", "<b ", "http://"), { maxLength: 12 });
    fc.assert(fc.property(prose, (all) => {
      const { clusters } = parseMarkdown(`x ${all.join("")}\n\nThe @last.`);
      assert.equal(clusters.at(-1)?.citationItems.at(-1)?.key, "last");
    }), { numRuns: 100 });
  });

  it("cites in a quotation, a list and a note what it cites outside", () => {
    const prose = fc.array(fc.constantFrom("@a", "[@b, p. 3; see @c]", "[-@d]", "x", "*", "`@x`", "$y$", "\\@z", "[l](u)", ",", "^[@e]", "{cite}`f`"), { minLength: 1, maxLength: 10 }).map((all) => `x ${all.join(" ")}`);
    const keys = (text: string): readonly string[] => parseMarkdown(text).clusters.flatMap(({ citationItems }) => citationItems.map(({ key, mode }) => `${mode} ${key}`));
    fc.assert(fc.property(prose, (text) => {
      const expected = keys(text);
      for (const block of [`> ${text}`, `- ${text}`, `1. - ${text}`, `[^1]: ${text}`, `::: x\n${text}\n:::`, `<div>\n${text}\n</div>`, `# ${text}`, `T\n\n:   ${text}`, `---\nabstract: |\n  ${text}\n---\n`]) {
        assert.deepEqual(keys(block), expected, block);
      }
    }), { numRuns: 30 });
  });

  const awkward: readonly (readonly [name: string, text: string])[] = [
    ["nested brackets", "[".repeat(3_000) + "]".repeat(3_000)],
    ["nested citations", "[@a ".repeat(3_000) + "]".repeat(3_000)],
    ["nested quotes", "> ".repeat(3_000)],
    ["nested lists", "- ".repeat(3_000)],
    ["stairs", Array.from({ length: 100 }, (_, level) => `${"  ".repeat(level)}- a`).join("\n")],
    ["open notes", "^[".repeat(3_000)],
    ["open links", "[x](".repeat(3_000)],
    ["open code", Array.from({ length: 200 }, (_, length) => "`".repeat(length)).join(" ")],
    ["open fences", "```x\n".repeat(3_000)],
    ["open mathematics", "$\\text{".repeat(2_000)],
    ["open emphasis", "*a **b _c ".repeat(2_000)],
    ["open quotation marks", "\"a 'b ".repeat(2_000)],
    ["open comments and tags", "<!-- <a b=\"".repeat(2_000)],
    ["open elements", "<p>".repeat(3_000)],
    ["open LaTeX", "\\a{\\begin{x}".repeat(3_000)],
    ["open keys", "@{".repeat(3_000)],
    ["one long role", `{cite}\`${"a,".repeat(3_000)}\``],
    ["one wide table", `+${"-+".repeat(2_000)}\n|${"a|".repeat(2_000)}\n+${"-+".repeat(2_000)}\n`],
    ["many attributes", "[a]{a=.b.b".repeat(3_000)],
    ["many rules", "---\na\n".repeat(3_000)],
    ["NUL bytes", "\0".repeat(3_000)],
  ];
  for (const [name, text] of awkward) it(`survives ${name}`, () => assert.ok(parseMarkdown(text)));
});

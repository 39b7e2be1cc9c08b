import assert from "node:assert/strict";
import { parseMarkdown } from "../../../../src/core/citations/markdown/parseMarkdown";
import { readMarks } from "../../../support/marks";

type Rows = readonly string[];

/** Each `⟦…⟧` is a key that is cited, and there are no others. */
function check(rows: Rows): void {
  for (const marked of rows) {
    it(marked, () => {
      const { text, ranges } = readMarks(marked);
      const items = parseMarkdown(text).clusters.flatMap(({ citationItems }) => citationItems);
      assert.deepEqual(items.map(({ keyRange: { start, end } }) => ({ start, end })), ranges);
      for (const { key, keyRange } of items) assert.equal(text.slice(keyRange.start, keyRange.end), key);
    });
  }
}

describe("where no citation stands in running text", () => {
  check([
    "me@example.org, a.b@c.d <me@example.org> mailto:a@b.c but @⟦a⟧",
    "`@a` `` ` @b `` `r x@y` `@c\nd` but ` @⟦e⟧",
    "`@a`{.r} `x\n\n@⟦b⟧`",
    "$@a$ $$@b$$ $x\n@c$ but $5 @⟦d⟧ $6 and $ @⟦e⟧ $",
    "$\\text{$@a$}$ $x$5 @⟦b⟧ \\$@⟦c⟧",
    "\\(@a\\) \\[@b\\] \\(@⟦c⟧ \\[@⟦d⟧",
    "[@⟦a⟧, \\[28\\]]",
    "<a href=\"@a\">@⟦b⟧</a> <img src='x' alt='@c'/> <!-- @d --> x < @⟦e⟧ <@⟦f⟧>",
    "a <!-- @a\n\n@b --> @⟦c⟧",
    "https://x.org/@a http://y/?q=@b&r=@c www.z.org/@d <https://x.org/@e> @⟦f⟧",
    "[see https://x.org/; @⟦a⟧] (https://x.org/@b) @⟦c⟧",
    "[x](http://y/@a \"t @b\") ![x](@c){k=\"@d\"} [x](<@e>) [x]{k=\"@f\"} [x](a(@g)b)",
    "[x](y z @⟦a⟧",
    "[x]: http://y/@a \"@b\"\n\n[y]: <@c>\n  '@d'\n\n@⟦e⟧",
    "\\@a \\textbf{@b} \\foo[@c]{@d} \\LaTeX{} @⟦e⟧ \\alpha @⟦f⟧ \\cite{@g}",
    "a \\begin{x} @a\n\n@b \\end{x} @⟦c⟧ \\begin{y} @⟦d⟧",
    "\\begin{equation}\n@a\n\\end{equation}\n@⟦b⟧",
    "{{< video https://x/@a >}} {{< pagebreak >}} @⟦b⟧ {/* @c */} {@⟦d⟧}",
    "\\@ref(fig:x) @⟦a⟧",
    "x[^@a] @⟦b⟧\n\n[^@a]: @⟦c⟧",
    "&#64;a &commat;b @⟦c⟧",
  ]);
});

describe("where no citation stands among blocks", () => {
  check([
    "```\n@a\n\n@b\n```\n@⟦c⟧",
    "```{r, fig.cap=\"@a\"}\n#' @param x\n\nx@y <- 1\n```\n\n@⟦b⟧",
    "~~~~ {.r}\n~~~\n@a\n~~~~\n@⟦b⟧",
    "text @⟦a⟧\n```\n@b\n```",
    "```\n@⟦a⟧\n\n@⟦b⟧",
    "    @a\n\n\t@b\n\n@⟦c⟧",
    "text\n    @⟦a⟧",
    "- x\n\n      @a\n\n  @⟦b⟧\n\n    @⟦c⟧",
    "1.  x\n    ```\n    @a\n    ```\n    @⟦b⟧",
    "> ```\n> @a\n> ```\n> @⟦b⟧",
    "<!--\n@a\n\n@b\n-->\n@⟦c⟧",
    "<div class=\"@a\">\n@⟦b⟧\n</div>\n<pre>@c\n\n@d</pre>\n<script>\n@e\n</script>\n<style>@f</style>",
    "<table>\n  <tr>\n      <td>@⟦a⟧</td>\n      @⟦b⟧\n  </tr>\n</table>\n\n    @c",
    "::: {.note title=\"@a\"}\n@⟦b⟧\n:::\n\n::: x\n- @⟦c⟧\n:::\n@⟦d⟧",
    "# @⟦a⟧ {#x data-y=\"@b\"}\n\n@⟦c⟧ {.x}\n===\n\n## @⟦d⟧ ##",
    "\\newcommand{\\x}{@a}\n\n\\begin{table}\n@b\n\n@c\n\\end{table}\n\n@⟦d⟧",
    "$$\n@a\n$$\n\n$$\n\n@⟦b⟧\n\n$$",
    "import x from '@scope/x'\nimport { y } from \"@scope/y\";\n\n@⟦a⟧",
  ]);
});

describe("blocks that hold citations", () => {
  check([
    "> @⟦a⟧\nlazy @⟦b⟧\n> > [@⟦c⟧,\n> > p. 3]",
    "- @⟦a⟧\n- [@⟦b⟧;\n  @⟦c⟧]\n  1. @⟦d⟧\n\n     @⟦e⟧\n* @⟦f⟧",
    "(@)  @⟦a⟧\n\n     @⟦b⟧\n\na. @⟦c⟧\nii) @⟦d⟧\n#. @⟦e⟧",
    "x [@⟦a⟧\n- b]",
    "- x [@⟦a⟧\n- b]",
    "Term @⟦a⟧\n:   @⟦b⟧\n\n    @⟦c⟧\n\nTerm\n\n~ @⟦d⟧\n\n        @e",
    "x[^1]\n\n[^1]: @⟦a⟧\nlazy @⟦b⟧\n\n    @⟦c⟧\n\n        @d\n\n@⟦e⟧",
    "| @⟦a⟧\n|   @⟦b⟧\n  and [@⟦c⟧,\n  p. 3]\n\n| x | y |\n|---|:-:|\n| @⟦d⟧ | [@⟦e⟧, p. 3] \\| `|` @⟦f⟧ |\n\n: Caption @⟦g⟧",
    "a | b\n--|--\n[@⟦a⟧ | @⟦b⟧]\n\n@⟦c⟧",
    "Table: @⟦a⟧\n\n a      b\n------ -----------\n @⟦b⟧     [@⟦c⟧]\n\n@⟦d⟧",
    "------ ----------\n [@⟦a⟧,  @⟦b⟧\n p. 3]  @⟦c⟧\n\n x      y\n------ ----------\n\n@⟦d⟧",
    "+------+----------+\n| a    | b        |\n+======+==========+\n| [@⟦a⟧, | - @⟦b⟧     |\n| p.3] | - @⟦c⟧     |\n+------+----------+\n| 李  | @⟦d⟧       |\n+------+----------+\n@⟦e⟧",
    "+---+---+\n| [@⟦a⟧,  |\n| p. 3] |\n+---+---+",
    "% Title @⟦a⟧\n  and @⟦b⟧\n% Author; @⟦c⟧\n% Date\n\n@⟦d⟧",
    "@⟦a⟧\r\n\r\n- [@⟦b⟧,\r\n  p. 3]\r\n\r\n\t@⟦c⟧\r",
    "\ufeff@⟦a⟧ \u0000 😀 @⟦b⟧",
    "-\t@⟦a⟧\n\n\t@⟦b⟧\n\n\t\t@c",
    "***\n@⟦a⟧\n\n---\n\n@⟦b⟧\n- - -\n",
    "#. \n\n@⟦a⟧",
    "B. Russell @⟦a⟧\nII. x",
  ]);

  it("reads MyST's directives of text", () => {
    const { text, ranges } = readMarks("```{figure} x.png\n:name: @a\n\nCaption @⟦b⟧\n```\n\n```{code-block} python\n@c\n```\n\n````{note}\n```{warning}\n@⟦d⟧\n```\n````");
    assert.deepEqual(parseMarkdown(text).clusters.map(({ citationItems }) => citationItems[0]?.keyRange), ranges);
  });

  it("gives clusters their whole range", () => {
    const { text, ranges } = readMarks("> ⟦@a\n> [p. 3]⟧ ⟦[see @b;\n> @c]⟧ ⟦-@d⟧ ⟦@{e f}⟧");
    assert.deepEqual(parseMarkdown(text).clusters.map(({ range }) => range), ranges);
  });
});

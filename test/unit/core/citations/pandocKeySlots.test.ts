import assert from "node:assert/strict";
import { parseMarkdown } from "../../../../src/core/citations/markdown/parseMarkdown";
import { readMarks } from "../../../support/marks";

describe("places for keys in Markdown", () => {
  // Each `⟦…⟧` is a place where a key stands or could stand; then what it is, in order.
  const rows: readonly (readonly [marked: string, syntaxes: string])[] = [
    ["see @⟦⟧", "bare"],
    ["@⟦do⟧", "bare"],
    ["[@⟦⟧", "bare"],
    ["[@⟦⟧]", "bare"],
    ["[see @⟦do⟧]", "bare"],
    ["[-@⟦⟧] -@⟦⟧", "bare bare"],
    ["[⟦⟧]", "needs-at"],
    ["see [⟦⟧", "needs-at"],
    ["[⟦⟧\n\nnext", "needs-at"],
    ["[@⟦a⟧; ⟦⟧]", "bare needs-at"],
    ["[see @⟦a⟧;⟦⟧]", "bare needs-at"],
    ["[see @⟦a⟧; ⟦⟧", "bare needs-at"],
    ["[@⟦a⟧;⟦⟧\nnext", "bare needs-at"],
    ["[@⟦a⟧; @⟦⟧]", "bare bare"],
    ["[@⟦a⟧; see @⟦b⟧]", "bare bare"],
    ["@{⟦⟧", "braced"],
    ["@{⟦⟧}", "braced"],
    ["@{⟦a key⟧} [@{⟦b⟧}, 3]", "braced braced"],
    ["@{⟦do⟧ and so on", "braced"],
    ["[@{⟦do⟧]", "braced"],
    ["@⟦a⟧ [⟦⟧]", "bare needs-at"],
    ["*@⟦a⟧* \"@⟦⟧\" (@⟦⟧)", "bare bare bare"],
    ["> - @⟦⟧\n\n# @⟦⟧\n\n| @⟦⟧ | @⟦b⟧ |\n|---|---|\n", "bare bare bare bare"],
    ["{cite}`⟦⟧`", "list"],
    ["{cite:t}`⟦a⟧,⟦⟧`", "list list"],
    ["{cite}`⟦a⟧, ⟦b⟧", "list list"],
    ["---\nnocite: '@⟦⟧'\ntitle: On @⟦a⟧\n---\n@⟦b⟧", "bare bare bare"],
    ["[text](⟦⟧".replace("⟦⟧", ""), ""],
    ["me@example.org x@ a@", ""],
    ["`@` `[` $@$ $[$ <!-- @ [ --> \\@ \\[ https://x/@", ""],
    ["```\n@ [\n```\n\n    @ [\n\n<!--\n@\n[\n-->\n<pre>@</pre>", ""],
    ["- [ ] task\n- [x] done\n- []", ""],
    ["[a][ [b]: c ![ ^[ ; x; (a; )", ""],
    ["[no key; ] [a;b]", ""],
    ["(@good) x\n\n@good", ""],
  ];
  for (const [marked, syntaxes] of rows) {
    it(marked, () => {
      const { text, ranges } = readMarks(marked);
      const { keySlots } = parseMarkdown(text);
      assert.deepEqual(keySlots.map(({ range }) => range), ranges);
      assert.equal(keySlots.map(({ syntax }) => syntax).join(" "), syntaxes);
    });
  }
});

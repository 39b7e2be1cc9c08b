import assert from "node:assert/strict";
import { cslMarkupFrom } from "../../../../src/core/bibliography/yaml/pandocMarkdown";

describe("cslMarkupFrom", () => {
  const rows: readonly (readonly [markdown: string, markup: string])[] = [
    ["plain", "plain"],
    ["*a* _b_ **c** __d__ ***e***", "<i>a</i> <i>b</i> <b>c</b> <b>d</b> <b><i>e</i></b>"],
    ["*a **b** c*", "<i>a <b>b</b> c</i>"],
    ["a_b_c 2 * 3 * 4", "a_b_c 2 * 3 * 4"],
    ["*a _b* c_", "<i>a _b</i> c_"],
    ["H~2~O x^2^ ~a b~ ~~gone~~", "H<sub>2</sub>O x<sup>2</sup> ~a b~ gone"],
    ["[iPhone]{.nocase} [Caps]{.smallcaps .x} [plain]{.other} [link](http://x.org) [kept]", "<span class=\"nocase\">iPhone</span> <span style=\"font-variant:small-caps;\">Caps</span> plain link [kept]"],
    ["[a *b* c]{.nocase}", "<span class=\"nocase\">a <i>b</i> c</span>"],
    ["<i>a</i> <span class=\"nocase\">b</span> <http://x.org> a < b", "<i>a</i> <span class=\"nocase\">b</span> http://x.org a < b"],
    ["`a*b*` $x^2$ $5 and $6", "a*b* x^2 $5 and $6"],
    ["\"a\" 'b' it's '90s (\"c\")", "“a” ‘b’ it’s ’90s (“c”)"],
    ["a -- b --- c - d... e.f", "a – b — c - d… e.f"],
    ["\\*a\\* \\@b c\\d e\\ f", "*a* @b c\\d e\u00a0f"],
    ["a\nb\n\nc", "a b\n\nc"],
    ["<script>alert(1)</script>", "<script>alert(1)</script>"],
  ];
  for (const [markdown, markup] of rows) it(JSON.stringify(markdown), () => assert.equal(cslMarkupFrom(markdown), markup));
});

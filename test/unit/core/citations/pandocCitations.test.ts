import assert from "node:assert/strict";
import { parseMarkdown } from "../../../../src/core/citations/markdown/parseMarkdown";
import { shownCitations } from "../../../support/shownCitations";

type Rows = readonly (readonly [text: string, expected: string])[];

function check(rows: Rows): void {
  for (const [text, expected] of rows) it(text, () => assert.equal(shownCitations(parseMarkdown(text)), expected));
}

describe("emphasis in a citation", () => {
  const rows: readonly (readonly [text: string, prefix: string | undefined, suffix: string | undefined])[] = [
    ["[see @a, and passim]", undefined, undefined],
    ["[*see* @a, and *passim*]", "<i>see</i>", ", and <i>passim</i>"],
    ["[__see__ @a, p. 3, ***so*** y]", "<b>see</b>", ", <b><i>so</i></b> y"],
    ["[@a, *pp.* 3-5 *passim*]", undefined, "<i>passim</i>"],
    ["[@a, *p. 3 passim*]", undefined, "<i>passim</i>"],
    ["@a [*so* **he *says* it**]", undefined, "<i>so</i> <b>he <i>says</i> it</b>"],
    ["[x^2^ @a, y~n~ ~~z~~]", "x<sup>2</sup>", ", y<sub>n</sub> z"],
    ["[\\*see\\* 2 < 3 > 1 @a, * x]", undefined, undefined],
    ["[<i>see</i> @a]", undefined, undefined],
  ];
  for (const [text, prefix, suffix] of rows) {
    it(text, () => {
      const item = parseMarkdown(text).clusters[0]?.citationItems[0];
      assert.ok(item);
      assert.deepEqual([item.markedPrefix, item.markedSuffix], [prefix, suffix]);
      assert.doesNotMatch(item.prefix + item.suffix, /<\/?(?:i|b|su[bp])>/);
    });
  }
});

describe("Pandoc's citations", () => {
  check([
    ["[@a]", "a"],
    ["@a says", "+a"],
    ["[-@a] and -@b", "-a | -b"],
    ["[@a; @b;@c ; -@d]", "a; b; c; -d"],
    ["[see @a, pp. 33-35; also @b, chap. 1]", "‹see› a page=33-35; ‹also› b chapter=1"],
    ["[@a, pp. 33-35, 38-39 and *passim*]", "a page=33-35, 38-39 «and passim»"],
    ["[ @a ] [\n@b\n]", "a | b"],
    ["[see\n  also @a,\np. 3]", "‹see also› a page=3"],
    ["@a [p. 33] @b\n[p. 3]", "+a page=33 | +b page=3"],
    ["@a [p. 3; see @b; -@c]", "+a page=3; ‹see› b; -c"],
    ["@a [see @b] @c [@d; @e, p. 3]", "+a; ‹see› b | +c; d; e page=3"],
    ["@a [in brackets] @b []", "+a «in brackets» | +b"],
    ["@a\n\n[p. 3]", "+a"],
    ["*@a* [p. 3] **@b** _[@c]_ ~~@d~~ @e^x^", "+a | +b | c | +d | +e"],
    ["x (@a) \"@b\" '@c' /@d [x](@e) —@f", "+a | +b | +c | +d | +f"],
    ["@a's @b. @c: @d, @e; @f… @g/", "+a | +b | +c | +d | +e | +f | +g"],
    ["[@a and @b, p. 3]", "a «and @b, p. 3» | +b"],
    ["[@a, @b]", "a «, @b» | +b"],
    ["[@a [@b; @c]]", "a «[@b; @c]» | b; c"],
    ["[@a; ] [; @a] [@a;; @b] [@a; see]", "+a | +a | +a | +b | +a"],
    ["[see @a] [see] [see also [@b]]", "‹see› a | b"],
    ["[@a, [sic] p. 3] [see [x] @b]", "a «, [sic] p. 3» | ‹see [x]› b"],
    ["[@a", "+a"],
    ["[@a](u) [@b]{.c} [@d][e] [@f]: g", "+a | +b | +d | f"],
    ["[@a][@b][@c]", "+a | b | c"],
    ["[a @b][@c] [a][@d]", "+b | c | d"],
    ["[text @a and [@b]](u)", "+a | b"],
    ["![alt @a](u) ![@b](u)", "+a | +b"],
    ["x^[note @a, p. 3; [@b]] y^[@c]^ z^2^[@d]", "+a | b | c | d"],
    ["[*@a*] [\"@b\"] [*see* @c, *p.* 3]", "+a | +b | ‹see› c page=3"],
    ["[see *a; b* @a; \"c; d\" @b]", "‹see a; b› a; ‹\"c; d\"› b"],
    ["[@a, p. 5*] and *[@b, p. 5]*", "+a | b page=5"],
    ["[@a, $x;y$; `;` @b; &nbsp;@c]", "a «, x;y»; ‹;› b; c"],
    ["[see [link](u \"t\") and `code` and \\* @a]", "‹see link and code and *› a"],
    ["[e.g., @a] [cf.\u00a0@b]", "‹e.g.,› a | ‹cf.› b"],
  ]);
});

describe("Pandoc's citation keys", () => {
  check([
    ["@Foo_bar.baz. @foo--bar @a:b:c @k/l @x#y$z%w&v-u+t?s<r>q~p", "+Foo_bar.baz | +foo | +a:b:c | +k/l | +x#y$z%w&v-u+t?s<r>q~p"],
    ["@дом @über @2001a @_x @a_ @李2020", "+дом | +über | +2001a | +_x | +a_ | +李2020"],
    ["@http://x.org/y @a//b", "+http://x.org/y | +a//b"],
    ["@{Foo.} [@{https://x.org/?a=1&b}, p. 3] @{a{b}c} @{two words}", "+Foo.; https://x.org/?a=1&b page=3 | +a{b}c | +two words"],
    ["[@a{pp. 3-5, note}] [@b, {iv} and] [@c{}, 3]", "a page=3-5, note | b page=iv «and» | c «, 3»"],
    ["@__proto__ [@constructor; @toString]", "+__proto__; constructor; toString"],
    ["@ @@ @. @- @{ @{} @;", ""],
    ["@@a @a@b", "+a | +a | +b"],
    ["foo@bar x.y@z.org a@b.c, .@d ...@e", "+e"],
    ["a_@b *c*@d **e** @f `g`@h $i$@j", "+b | +f | +h | +j"],
    ["-@a --@b ---@c x-@d, [x-@e]", "-a | +b | +c | +d | ‹x-› e"],
    ["\\@a \\\\@b", "+b"],
  ]);
});

describe("cross-references", () => {
  const rows: readonly (readonly [text: string, expected: readonly string[]])[] = [
    ["@fig-plot @tbl-a @sec-b @eq-c @lst-d @thm-e @Fig-x", ["fig-plot", "tbl-a", "sec-b", "eq-c", "lst-d", "thm-e", "Fig-x"]],
    ["[@fig-plot; see @doe]", ["fig-plot"]],
    ["@figure @fig-", []],
    ["@figs-a \\@ref(fig:x)", []],
  ];
  for (const [text, expected] of rows) {
    it(text, () => {
      const items = parseMarkdown(text).clusters.flatMap(({ citationItems }) => citationItems);
      assert.deepEqual(items.filter(({ mayBeCrossReference }) => mayBeCrossReference).map(({ key }) => key), expected);
    });
  }

  const examples: Rows = [
    ["(@good) x\n\n@good and (@good), but @bad and -@good", "+bad"],
    ["@good and [@good]\n\n(@good) x @doe", "good | +doe"],
    ["> (@)  a\n>\n> (@ex_1) b\n\n@ex_1", ""],
    ["Text\n(@good) x\n\n@good", "+good | +good"],
  ];
  for (const [text, expected] of examples) it(text, () => assert.equal(shownCitations(parseMarkdown(text)), expected));

  const links: Rows = [
    ["# Intro\n\n@a [Intro] @b [intro] @c [p. 3]", "+a | +b | +c page=3"],
    ["@a [x]\n\n[x]: http://y", "+a"],
  ];
  for (const [text, expected] of links) it(text, () => assert.equal(shownCitations(parseMarkdown(text)), expected));
});

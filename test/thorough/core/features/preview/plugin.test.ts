import assert from "node:assert/strict";
import fc from "fast-check";
import { markingPage, renderPlain, renderPreview } from "../../../../support/preview";

const show = (text: string): string => renderPreview(text, { page: markingPage() }).trimEnd();

describe("citations in the preview", () => {
  const cases: readonly (readonly [text: string, html: string])[] = [
    ["As [@doe] says.", "<p>As ‹3› says.</p>"],
    ["@doe", "<p>‹0›</p>"],
    ["@doe [p. 3]; see [-@roe, and @{a b}].", "<p>‹0›; see ‹17›.</p>"],
    ["_See_[@doe] and **bold**[@doe]**bold**", "<p><em>See</em>‹5› and <strong>bold</strong>‹24›<strong>bold</strong></p>"],
    ["*[@doe]* *@doe* **see @doe**", "<p><em>‹1›</em> <em>‹10›</em> <strong>see ‹22›</strong></p>"],
    ["[see *the* @doe, <b>p</b>]", "<p>‹0›</p>"],
    ["@a_b_c_ and @a__b", "<p>‹0› and ‹12›</p>"],
    ["> [see @a;\n> @b] more", "<blockquote>\n<p>‹2›\n more</p>\n</blockquote>"],
    ["- [see @a;\n  @b] more\n- @c", "<ul>\n<li>‹2›\n more</li>\n<li>‹24›</li>\n</ul>"],
    ["[see @a;\r\n@b] more\r\n\r\n@c", "<p>‹0›\n more</p>\n<p>‹22›</p>"],
    ["# On @doe\n\nText", "<h1>On ‹5›</h1>\n<p>Text</p>"],
    ["| a | b |\n|---|---|\n| @doe | [@roe] |", "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>‹22›</td>\n<td>‹29›</td>\n</tr>\n</tbody>\n</table>"],
    ["{cite:p}`doe` and {cite}`a,b`", "<p>‹0› and ‹18›</p>"],
    ["[text](url) [@doe] https://x.org [@roe]", "<p><a href=\"url\">text</a> ‹12› <a href=\"https://x.org\">https://x.org</a> ‹33›</p>"],
    ["[see @doe](https://x.org) and [@doe]", "<p><a href=\"https://x.org\">see ‹5›</a> and ‹30›</p>"],
    ["1. one [@a]\n2. two [@b]", "<ol>\n<li>one ‹7›</li>\n<li>two ‹19›</li>\n</ol>"],
    ["---\ntitle: On @doe\nabstract: See [@roe]\n---\n\n@doe", "<hr>\n<h2>title: On @doe\nabstract: See [@roe]</h2>\n<p>‹45›</p>"],
  ];
  for (const [text, html] of cases) {
    it(JSON.stringify(text), () => assert.equal(show(text), html));
  }

  const raised: readonly (readonly [text: string, superscript: string, note: string])[] = [
    ["Text [@a]. More", "<p>Text‹5›. More</p>", "<p>Text‹5.› More</p>"],
    ["Text [@a], \"so [@b].\"", "<p>Text‹5›, &quot;so‹15›.&quot;</p>", "<p>Text‹5,› &quot;so‹15.\"›</p>"],
    ["Text\n[@a]?! [@b] and", "<p>Text‹5›?!‹12› and</p>", "<p>Text‹5?!›‹12› and</p>"],
    ["[@a]. (see [@b])", "<p>‹0›. (see‹11›)</p>", "<p>‹0.› (see‹11)›</p>"],
    ["*So* [@a]*.* End", "<p><em>So</em>‹5›<em>.</em> End</p>", "<p><em>So</em>‹5›<em>.</em> End</p>"],
    ["See [see @a;\n@b]. End", "<p>See‹4›\n. End</p>", "<p>See‹4.›\n End</p>"],
    ["Say [@a] -- and `code` [@b]; so", "<p>Say‹4› -- and <code>code</code>‹23›; so</p>", "<p>Say‹4› -- and <code>code</code>‹23;› so</p>"],
  ];
  for (const [text, superscript, note] of raised) {
    it(`what is raised stands close to words, and notes behind punctuation: ${JSON.stringify(text)}`, () => {
      const shown = (takesPunctuation: boolean): string => renderPreview(text, { page: markingPage({ setting: () => ({ takesNoSpace: true, takesPunctuation }) }) }).trimEnd();
      assert.deepEqual([shown(false), shown(true)], [superscript, note]);
    });
  }

  it("has no link within a link", () => {
    const page = markingPage({ citation: () => "<span id=\"c\"><a href=\"#ref-doe\">Doe</a></span>" });
    assert.equal(renderPreview("[@doe](u) @doe", { page }), "<p><a href=\"u\"><span id=\"c\">Doe</span></a> <span id=\"c\"><a href=\"#ref-doe\">Doe</a></span></p>\n");
  });

  const untouched: readonly string[] = [
    "`[@doe]` and ``@doe``", "```\n[@doe]\n```", "    [@doe]", "<!-- @doe -->", "$x_{@doe}$", "writer@example.org", "\\@doe", "<https://x.org/@doe>",
    "![@doe](a.png)", "<div title=\"@doe\">\n[@doe]\n</div>", "Nothing here", "⸰0⸱ꡀ",
  ];
  for (const text of untouched) {
    it(`as without Sourcebook: ${JSON.stringify(text)}`, () => assert.equal(show(text), renderPlain(text).trimEnd()));
  }

  const written: readonly string[] = [
    "As [@doe, *p. 3*] says, and -@roe.", "> [see @a;\n> @b] more", "# On @doe", "Text\n\n::: {#refs}\n:::", "[see `code`; @a]", "<div id=\"refs\"></div>\n\n@doe", "```{bibliography} a.bib\n:style: apa\n```\n@doe", "{cite:p}`doe`",
  ];
  for (const text of written) {
    it(`as written where nothing is cited: ${JSON.stringify(text)}`, () => {
      const plain = renderPlain(text).replace(/<p>(:::.*)\n(:::)<\/p>/, "<p>$1</p>\n<p>$2</p>");
      assert.equal(renderPreview(text, { page: undefined }), plain);
    });
  }

  it("leaves texts alone that belong to no document", () => {
    assert.equal(renderPreview("Thanks to @doe [@roe]!", { page: markingPage(), uri: null }), "<p>Thanks to @doe [@roe]!</p>\n");
  });

  it("keeps marks of the writer's own", () => {
    assert.equal(show("⸰0⸱ [@doe] ⸰1ꡀ"), "<p>⸰0⸱ ‹4› ⸰1ꡀ</p>");
    assert.equal(show("⸰⸲⸴ [@doe]"), "<p>⸰⸲⸴ [@doe]</p>");
  });

  it("breaks lines and sets quotation marks as the preview does", () => {
    assert.equal(renderPreview("\"@doe\" and [@a;\n@b]", { page: markingPage(), breaks: true, typographer: true }), "<p>“‹1›” and ‹11›<br>\n</p>\n");
  });

  const places: readonly (readonly [text: string, html: string])[] = [
    ["@doe", "<p>‹0›</p>\n<div id=\"refs\">\nLIST</div>\nNOTES"],
    ["@doe\n\n::: {#refs}\n:::\n\nText", "<p>‹0›</p>\n<div id=\"refs\">\nLIST</div>\n<p>Text</p>\nNOTES"],
    ["@doe\n\n:::: {.x #refs}\n# Sources\n\n::: note\nHm.\n:::\n::::\n\nText", "<p>‹0›</p>\n<div id=\"refs\">\n<h1>Sources</h1>\n<p>::: note\nHm.\n:::</p>\nLIST</div>\n<p>Text</p>\nNOTES"],
    ["@doe\n\n> ::: {#refs}\n> :::\n\nText", "<p>‹0›</p>\n<blockquote>\n<div id=\"refs\">\nLIST</div>\n</blockquote>\n<p>Text</p>\nNOTES"],
    ["@doe\n\n<div id=\"refs\"></div>\n\nText", "<p>‹0›</p>\n<div id=\"refs\">\nLIST</div>\n<p>Text</p>\nNOTES"],
    ["@doe\n\n```{bibliography}\n:style: apa\n```\n\nText", "<p>‹0›</p>\n<div id=\"refs\">\nLIST</div>\n<p>Text</p>\nNOTES"],
    ["@doe\n\n::: {#refs}\n\nText", "<p>‹0›</p>\n<div id=\"refs\">\n<p>Text</p>\nLIST</div>\nNOTES"],
    ["@doe\n\n::: {#refs}\n:::\n\n::: {#refs}\n:::", "<p>‹0›</p>\n<div id=\"refs\">\nLIST</div>\n<div id=\"refs\">\n</div>\nNOTES"],
    ["@doe\n\n```\n::: {#refs}\n:::\n```", "<p>‹0›</p>\n<pre><code>::: {#refs}\n:::\n</code></pre>\n<div id=\"refs\">\nLIST</div>\nNOTES"],
    ["---\nnocite: '@*'\n---", "<hr>\n<h2>nocite: '@*'</h2>\n<div id=\"refs\">\nLIST</div>\nNOTES"],
  ];
  for (const [text, html] of places) {
    it(`the list stands where it is wanted: ${JSON.stringify(text)}`, () => {
      assert.equal(renderPreview(text, { page: markingPage({ references: "LIST", notes: "NOTES" }) }), html);
    });
  }

  it("heads the list at the end as the front matter says, its text escaped", () => {
    const page = markingPage({ references: "LIST", referenceSectionTitle: "*Sources* & <b>" });
    assert.match(renderPreview("@doe", { page }), /<h1 id="bibliography"><em>Sources<\/em> &amp; <b><\/h1>\n<div id="refs">\nLIST/);
    assert.doesNotMatch(renderPreview("@doe\n\n::: {#refs}\n:::", { page }), /Sources/);
  });

  const fragments = fc.constantFrom("[@a]", "@b", "[see @a;\n@b, p. 3]", "*", "_", "`", "> ", "- ", "\n", "\n\n", "# ", "| ", "text", " ", "<b>", "[", "]", "(", "\\", "$", "::: {#refs}\n", ":::\n", "---\n", "\r\n", "\t", "{cite}`a`", "&amp;", "http://x.org/");
  it("leaves none of its marks behind, whatever the text", () => {
    fc.assert(fc.property(fc.array(fragments, { maxLength: 25 }), fc.boolean(), (parts, isCiting) => {
      assert.doesNotMatch(renderPreview(parts.join(""), { page: isCiting ? markingPage() : undefined }), /[⸰-⸵ꡀ-ꡂ]/);
    }), { numRuns: 100 });
  });

  it("is linear", () => {
    const text = "[@doe; see @roe, p. 3] and *@doe* ".repeat(500);
    assert.equal(show(text).match(/‹/g)?.length, 1_000);
  });
});

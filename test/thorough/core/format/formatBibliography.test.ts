import assert from "node:assert/strict";
import fc from "fast-check";
import { BrokenStyleError, UnknownStyleError } from "../../../../src/core/format/referenceEngine";
import type { CslItem } from "../../../../src/core/model/cslItem";
import type { ReferenceFormat, ReferenceStyle } from "../../../../src/core/ports";
import { referencesText } from "../../../../src/core/features/referencesText";
import { referenceEngine as engine } from "../../../support/referenceEngine";

const year = { "date-parts": [[2001]] };

async function textsOf(items: readonly object[], style: ReferenceStyle["style"] | string, format: ReferenceFormat = "text", locale?: string): Promise<readonly string[]> {
  const resolved = typeof style === "string" ? { id: style } : style;
  const references = await engine.formatBibliography(items as readonly CslItem[], { style: resolved, ...locale !== undefined && { locale } }, format);
  return references.map(({ text }) => text.replace(/\s/g, " "));
}

/** A style that prints a title in italics, behind a prefix; `bibliography` is put in its place. */
function styleOf(bibliography: string, attributes = 'version="1.0" class="in-text"'): { readonly xml: string } {
  return { xml: `<?xml version="1.0"?><!-- a style -->\n<style ${attributes}><info><title>T</title><id>t</id></info><citation><layout suffix="."><text variable="title"/></layout></citation>${bibliography}</style>` };
}

/** A style that prints what its macro `called` says. */
function styleOfMacros(macros: string, called: string): string {
  return `<style version="1.0" class="in-text">${macros}<citation><layout><text macro="${called}"/></layout></citation><bibliography><layout><text macro="${called}"/></layout></bibliography></style>`;
}

/** Macros of which each calls the next one. */
function chain(length: number, callsOf: (next: string) => string): string {
  return Array.from({ length }, (_, index) => `<macro name="m${index}">${callsOf(`m${index + 1}`)}</macro>`).join("") + `<macro name="m${length}"><text variable="title"/></macro>`;
}

const article = {
  id: "a", type: "article-journal", title: "On <i>Homo</i> & others", author: [{ family: "Berg", given: "Jan", "non-dropping-particle": "van der" }, { literal: "WHO" }],
  "container-title": "J", volume: "1", issue: 2, page: "3-5", issued: year, DOI: "10.1000/a_b",
};

describe("formatBibliography", () => {
  it("formats in the styles that ship", async () => {
    assert.deepEqual(await textsOf([article], "apa"), ["van der Berg, J. & WHO. (2001). On Homo & others. J, 1(2), 3–5. https://doi.org/10.1000/a_b"]);
    assert.deepEqual(await textsOf([article], "vancouver"), ["1. van der Berg J, WHO. On Homo & others. J. 2001;1(2):3–5. doi:10.1000/a_b"]);
    assert.deepEqual(await textsOf([article], "harvard1"), ["van der Berg, J. and WHO (2001) “On Homo & others,” J, 1(2), pp. 3–5. Available at: https://doi.org/10.1000/a_b."]);
  });

  it("writes RTF that any reader shows as it is meant", async () => {
    const [text = ""] = await textsOf([{ ...article, title: "A {b} \\c <i>é</i>😀" }], "apa", "rtf");
    assert.equal(text, "van der Berg, J. & WHO. (2001). A \\{b\\} \\\\c {\\i \\u233?}\\u-10179?\\u-8704?. {\\i J}, {\\i 1}(2), 3\\u8211?5. "
      + '{\\field{\\*\\fldinst{HYPERLINK "https://doi.org/10.1000/a_b"}}{\\fldrslt{https://doi.org/10.1000/a_b}}}');
    assert.match(referencesText([text, text], "rtf"), /^\{\\rtf1.*\n\{\\pard van.*\\par\}\n\{\\pard van.*\\par\}\n\}$/);
  });

  it("writes markup and links in each format", async () => {
    assert.deepEqual(await textsOf([article], "apa", "markdown"), [
      "van der Berg, J. & WHO. (2001). On *Homo* & others. *J*, *1*(2), 3–5. <https://doi.org/10.1000/a_b>",
    ]);
    assert.deepEqual(await textsOf([article], "apa", "html"), [
      'van der Berg, J. &amp; WHO. (2001). On <i>Homo</i> &amp; others. <i>J</i>, <i>1</i>(2), 3–5. <a href="https://doi.org/10.1000/a_b">https://doi.org/10.1000/a_b</a>',
    ]);
    assert.deepEqual(await textsOf([article], "apa", "latex"), [
      "van der Berg, J. \\& WHO. (2001). On \\emph{Homo} \\& others. \\emph{J}, \\emph{1}(2), 3–5. \\url{https://doi.org/10.1000/a_b}",
    ]);
    assert.deepEqual(await textsOf([article], "vancouver", "html"), [
      '<div class="csl-left-margin">1.</div><div class="csl-right-inline">van der Berg J, WHO. On <i>Homo</i> &amp; others. J. 2001;1(2):3–5. doi:<a href="https://doi.org/10.1000/a_b">10.1000/a_b</a></div>',
    ]);
  });

  it("escapes what items hold", async () => {
    const title = "<script>x</script> [a](command:b) $& \\c{} 5% #1 ~ `d` *e*\ufdd1 <b>";
    const [text, markdown, html, latex] = await Promise.all((["text", "markdown", "html", "latex"] as const)
      .map(async (format) => (await textsOf([{ id: "a", type: "webpage", title, URL: "javascript:alert(1)" }], "vancouver", format))[0]));
    assert.equal(text, "1. <script>x</script> [a](command:b) $& \\c{} 5% #1 ~ `d` *e* <b> [Internet]. Available from: javascript:alert(1)");
    assert.equal(markdown, "1\\. \\<script>x\\</script> \\[a\\](command:b) \\$& \\\\c\\{\\} 5% #1 \\~ \\`d\\` \\*e\\* \\<b> \\[Internet\\]. Available from: javascript:alert(1)");
    assert.match(html ?? "", /&lt;script&gt;x&lt;\/script&gt; \[a\]\(command:b\) \$&amp; \\c\{\} 5% #1 ~ `d` \*e\* &lt;b&gt; \[Internet\]\. Available from: javascript:alert\(1\)/);
    assert.match(latex ?? "", /\\textless\{\}script\\textgreater\{\}x.*\\\$\\& \\textbackslash\{\}c\\\{\\\} 5\\% \\#1 \\textasciitilde\{\} \\textasciigrave\{\}d/);
  });

  it("prints “et al.” for people who are not named", async () => {
    const by = (...author: readonly object[]): object => ({ id: "a", type: "book", title: "T", author, issued: year });
    const others = { literal: "others" };
    assert.deepEqual(await textsOf([by({ family: "A", given: "B" }, others)], "apa"), ["A, B. et al. (2001). T."]);
    assert.deepEqual(await textsOf([by({ family: "A", given: "B" }, others)], "harvard1"), ["A, B. et al. (2001) T."]);
    assert.deepEqual(await textsOf([by({ family: "A", given: "B" }, { family: "C", given: "D" }, others)], "vancouver"), ["1. A B, C D, et al. T. 2001."]);
    assert.deepEqual(await textsOf([by(others)], "vancouver"), ["1. et al. T. 2001."]);
    assert.deepEqual(await textsOf([by({ family: "A", given: "B" }, others)], "din-1505-2", "html"), ['<span style="font-variant:small-caps;">A, B</span> u. a.: <i>T</i>, 2001']);
  });

  it("puts punctuation and quotation marks as the language has them", async () => {
    const chapter = { id: "a", type: "paper-conference", title: "‘Magic’ and the ’90s", "container-title": "C", volume: "3", issued: year };
    assert.deepEqual(await textsOf([chapter], "american-medical-association"), ["1. “Magic” and the ’90s. In: C. Vol 3.; 2001."]);
    assert.deepEqual(await textsOf([{ id: "a", type: "book", title: "T", "publisher-place": "Berlin" }], "gost-r-7-0-5-2008"), ["1. T. Berlin:"]);
    assert.deepEqual(await textsOf([{ id: "a", type: "book", title: "T", author: [{ family: "A", given: "B." }, { family: "C" }] }], "din-1505-2"), ["A, B. ; C: T"]);
  });

  it("keeps hyphens between initials where the style does not take them away", async () => {
    const book = { id: "a", type: "book", title: "T", author: [{ family: "Kisker", given: "H.-W." }, { family: "Rosset", given: "Jean-Luc" }], issued: year };
    assert.deepEqual(await textsOf([book], "modern-language-association"), ["Kisker, H.-W., and Jean-Luc Rosset. T. 2001."]);
    assert.deepEqual(await textsOf([book], "apa"), ["Kisker, H.-W., & Rosset, J.-L. (2001). T."]);
    assert.deepEqual(await textsOf([book], "american-medical-association"), ["1. Kisker HW, Rosset JL. T.; 2001."]);
  });

  it("leaves no room for what is missing", async () => {
    const chapter = { id: "a", type: "chapter", title: "T", author: [{ family: "A", given: "B." }], publisher: "P", "publisher-place": "Berlin", page: "7", issued: year };
    assert.deepEqual(await textsOf([chapter], "chicago-author-date"), ["A, B. 2001. “T.” In, 7. Berlin: P."]);
    assert.deepEqual(await textsOf([chapter], "din-1505-2"), ["A, B.: T. In: Berlin : P, 2001, S. 7"]);
    assert.deepEqual(await textsOf([{ ...chapter, type: "article-journal", title: "Das Wort ,,T“", "container-title": "J", page: "??-??" }], "apa"), ["A, B. (2001). Das Wort ,,T“. J, ??–??"]);
    assert.deepEqual(await textsOf([{ ...chapter, type: "article-journal", "container-title": "J", page: "7-??" }], "american-medical-association"), ["1. A B. T. J. Published online 2001:7-??"]);
    assert.deepEqual(await textsOf([{ ...chapter, type: "article-journal", title: "‘So what?’", "container-title": "J" }], "ieee"), ["[1] B. A, “‘So what?’” J, p. 7, 2001."]);
  });

  it("prints dates of all kinds", async () => {
    const printed = async (issued: object | string): Promise<string> => (await textsOf([{ id: "a", type: "book", title: "T", author: [{ literal: "A" }], issued }], "harvard1"))[0] ?? "";
    assert.equal(await printed({ "date-parts": [[2016, 5], [2017]] }), "A (2016–2017) T.");
    assert.equal(await printed({ "date-parts": [[2016, 5], [0]] }), "A (2016–) T.");
    assert.equal(await printed({ "date-parts": [["2001", "x"]] }), "A (2001) T.");
    assert.equal(await printed({ raw: "2001-05" }), "A (2001) T.");
    assert.equal(await printed({ literal: "in press" }), "A (in press) T.");
    assert.equal(await printed({ literal: "19xx" }), "A (19xx) T.");
    assert.equal(await printed({ literal: "2001" }), "A (2001) T.");
    assert.equal(await printed("1999/2000"), "A (1999–2000) T.");
    assert.equal(await printed({ "date-parts": "x" }), "A (no date) T.");
  });

  it("keeps every item under its id, in the order of the style", async () => {
    const items = ["Z", "A", "M"].map((family, index) => ({ id: ["__proto__", "a", "__proto__"][index] ?? "", type: "book", title: family, author: [{ family }] }));
    const references = await engine.formatBibliography(items, { style: { id: "harvard1" } }, "text");
    assert.deepEqual(references.map(({ key, text }) => [key, text]), [["a", "A (no date) A."], ["__proto__", "M (no date) M."], ["__proto__", "Z (no date) Z."]]);
    assert.deepEqual(await textsOf([], "apa"), []);
  });

  it("formats an item anew when it has changed", async () => {
    assert.deepEqual(await textsOf([{ id: "a", type: "book", title: "One" }], "vancouver"), ["1. One."]);
    assert.deepEqual(await textsOf([{ id: "a", type: "book", title: "Two" }], "vancouver"), ["1. Two."]);
  });

  it("says in plain words what the style prints nothing of", async () => {
    const style = styleOf('<bibliography><layout><text variable="publisher"/></layout></bibliography>');
    const known = { id: "a", type: "book", title: "A <i>b</i>", author: [{ family: "C", given: "D" }, { literal: "others" }], issued: year };
    assert.deepEqual(await textsOf([known, { id: "p", type: "book", publisher: "P" }, { id: "e", type: "book" }], style), ["P", "C, D. et al. (2001). A b.", "e"]);
  });

  it("takes any style as XML", async () => {
    const italic = '<bibliography><layout><text variable="title" font-style="italic" prefix="&#8220;&amp; " display="block"/></layout></bibliography>';
    assert.deepEqual(await textsOf([{ id: "a", type: "book", title: "A <i>b</i> c" }], styleOf(italic), "html"), ['<div class="csl-block">“&amp; <i>A </i>b<i> c</i></div>']);
    assert.deepEqual(await textsOf([{ id: "a", type: "book", title: "T" }], styleOf("", 'class="note"')), ["T."]);
    const dependent = { xml: '<style default-locale="de-DE"><info><link rel="independent-parent" href="http://www.zotero.org/styles/harvard-cite-them-right"/></info></style>' };
    assert.deepEqual(await textsOf([{ id: "a", type: "book", title: "T" }], dependent), ["T (ohne Datum)."]);
  });

  it("finds the nearest locale", async () => {
    const item = [{ id: "a", type: "book", title: "T" }];
    for (const locale of ["de", "de-AT", "de_DE"]) assert.deepEqual(await textsOf(item, "harvard1", "text", locale), ["T (ohne Datum)."]);
    for (const locale of ["xx", "en", "en-GB", ""]) assert.deepEqual(await textsOf(item, "harvard1", "text", locale), ["T (no date)."]);
  });

  it("says which style was likely meant, and never which there are", async () => {
    const nearest = async (id: string): Promise<readonly string[]> => {
      const error: unknown = await textsOf([], id).then(() => undefined, (reason: unknown) => reason);
      assert.ok(error instanceof UnknownStyleError && error.message.includes(`“${id}”`) && error.message.includes(".csl") && error.message.length < 300, id);
      return error.nearest;
    };
    for (const id of ["__proto__", "constructor"]) await nearest(id);
    assert.deepEqual(await nearest("apaa"), ["apa"]);
    assert.deepEqual(await nearest("chicago-autor-date"), ["chicago-author-date"]);
    assert.deepEqual(await nearest("Nature Physics"), ["nature-physics"]);
    assert.equal((await nearest("american political association"))[0], "american-political-science-association");
    for (const id of ["zzzzzz", "", "…"]) assert.deepEqual(await nearest(id), []);
  });

  const broken: readonly (readonly [xml: string, message: RegExp])[] = [
    ["", /An element was expected, in line 1/],
    ["<style><citation>\n</style>", /“<\/style>” closes nothing that is open, which is “<citation>”, in line 2/],
    ["<style><citation>", /“<\/citation>” is missing/],
    ["<style>&nope;</style>", /“&nope;” is no entity/],
    ["<style/><style/>", /Something stands behind the end/],
    ["<locale/>", /“<locale>”, not “<style>”/],
    ["<style version='1.0'/>", /no “<citation>”/],
    ["<!DOCTYPE a [<!ENTITY b 'c'>]><style/>", /An element was expected/],
    ["<a>".repeat(200), /nest too deeply/],
    [styleOfMacros("<macro name=\"a\"><text macro=\"b\"/></macro><macro name=\"b\"><group><text macro=\"a\"/></group></macro>", "a"), /its macro “a” calls itself/],
    [styleOfMacros("<macro name=\"__proto__\"><text macro=\"__proto__\"/></macro>", "__proto__"), /its macro “__proto__” calls itself/],
    [styleOfMacros(chain(40, (next) => `<text macro="${next}"/><text macro="${next}"/>`), "m0"), /its macros come to more than can be formatted/],
    [styleOfMacros(chain(100_000, (next) => `<text macro="${next}"/>`), "m0"), /its macros call one another too deeply/],
    ["<?xml version=\"1.0\"?><!DOCTYPE style [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;\">]><style/>", /An element was expected/],
    ["<!DOCTYPE style SYSTEM \"file:///etc/passwd\"><style a=\"&x;\"/>", /“&x;” is no entity/],
    ["<style><info><link rel=\"independent-parent\" href=\"own.csl\"/></info></style>", /There is no style “own\.csl”/],
  ];
  for (const [xml, message] of broken) {
    it(`tells what is wrong in a style: ${xml.slice(0, 40)}`, () => assert.rejects(textsOf([], { xml }), (error) => (error instanceof BrokenStyleError || error instanceof UnknownStyleError) && message.test(error.message)));
  }

  it("macros that nothing calls do no harm, and what is odd in a style is told nobody", async () => {
    const { log } = console;
    const told: unknown[] = [];
    console.log = (...words: readonly unknown[]) => void told.push(...words);
    try {
      assert.deepEqual(await textsOf([article], { xml: styleOfMacros("<macro name=\"a\"><text macro=\"a\"/></macro><macro name=\"b\"><text variable=\"title\" odd=\"x\"/></macro>", "b") }), ["On Homo & others"]);
    } finally {
      console.log = log;
    }
    assert.deepEqual(told, []);
  });

  it("never fails for an item, whatever it holds, and prints no tags but its own", async () => {
    const text = fc.array(fc.constantFrom("<i>", "</i>", "<script>", "'", '"', "&", "$&", "others", " ", "a", "Ж", "--", "\n", "\ufdd1", "1"), { maxLength: 10 }).map((pieces) => pieces.join(""));
    const item = fc.record({
      id: text, type: fc.constantFrom("book", "article-journal", "x"), title: fc.oneof(text, fc.anything()), author: fc.oneof(fc.anything(), fc.array(fc.record({ family: text, given: text }))),
      issued: fc.oneof(fc.anything(), fc.record({ "date-parts": fc.array(fc.array(fc.oneof(fc.integer(), text))) })), URL: text, page: text, constructor: text,
    }, { requiredKeys: ["id", "type"] });
    await fc.assert(fc.asyncProperty(item, async (value) => {
      const [html = ""] = await textsOf([value], "vancouver", "html");
      return !/<(?!\/?(?:i|b|sub|sup|div|a|span)[ >])/.test(html) && !/[\ufdd0-\ufdef]/.test(html);
    }), { numRuns: 30 });
  });
});

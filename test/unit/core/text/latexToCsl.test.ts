import assert from "node:assert/strict";
import fc from "fast-check";
import { latexToCsl } from "../../../../src/core/text/latexToCsl";
import { parseCslMarkup, plainCslText } from "../../../../src/core/text/cslMarkup";

const cases: readonly (readonly [latex: string, csl: string])[] = [
  ["plain -- text", "plain – text"],
  ["\\emph{Homo sapiens} and \\textit{Pan}", "<i>Homo sapiens</i> and <i>Pan</i>"],
  ["{\\em Homo} {\\bf x} {\\sc y}", '<i>Homo</i> <b>x</b> <span style="font-variant:small-caps;">y</span>'],
  ["\\em all of it", "<i>all of it</i>"],
  ["\\emph{a \\textbf{b} c}", "<i>a <b>b</b> c</i>"],
  ["10\\textsuperscript{th} of H\\textsubscript{2}O", "10<sup>th</sup> of H<sub>2</sub>O"],
  ["H$_2$O, $x^{10}$, $\\alpha_{\\beta}^2$", "H<sub>2</sub>O, x<sup>10</sup>, α<sub>β</sub><sup>2</sup>"],
  ["\\ensuremath{\\alpha_1} b_c", "α<sub>1</sub> b_c"],
  ["10$^\\circ$C for $5", "10°C for $5"],
  ["\\textsc{}\\emph{}", ""],
  ["\\emph{unclosed {X", "<i>unclosed X</i>"],
  ["\\footnote{\\emph{x}}y", "y"],
  ["{{{a {{\\em b}} c}}}}}}d", "a <i>b</i> cd"],
  ["\\enquote{Foo \\emph{bar}}", "“Foo <i>bar</i>”"],
  ["a \\& b \\_ c", "a & b _ c"],
];

const titles: readonly (readonly [latex: string, csl: string])[] = [
  ["The {DNA} of {iPhone}", 'The <span class="nocase">DNA</span> of <span class="nocase">iPhone</span>'],
  ["{\\'E}tude, {\\\"U}ber", "Étude, Über"],
  ["\\'{E}tude, \\v{S}koda", "Étude, Škoda"],
  ["A {B{\\\"o}C} D", 'A <span class="nocase">BöC</span> D'],
  ["{{\\emph{E. coli}}} x", '<span class="nocase"><i>E. coli</i></span> x'],
  ["\\emph{The {DNA}}", '<i>The <span class="nocase">DNA</span></i>'],
  ["\\textcolor{red}{Foo}{Bar}", "FooBar"],
  ["$x_{ABC}$", "x<sub>ABC</sub>"],
  ["{}", ""],
];

describe("latexToCsl", () => {
  for (const [latex, csl] of cases) it(latex, () => assert.equal(latexToCsl(latex), csl));
  for (const [latex, csl] of titles) it(`title ${latex}`, () => assert.equal(latexToCsl(latex, true), csl));

  it("reads groups in groups as one from a depth on that nobody writes", () => {
    const deep = (opening: string, text: string): string => `${opening.repeat(20_000)}${text}${"}".repeat(20_000)} z`;
    assert.equal(latexToCsl(deep("{", "x"), true), '<span class="nocase">x</span> z');
    assert.equal(latexToCsl(deep("$^{$", "x")).replace(/<\/?sup>/g, ""), "x z");
    assert.ok(latexToCsl(deep("\\emph{", "x")).length < 10_000);
    assert.equal(latexToCsl(deep("\\emph{", "x")).replace(/<\/?i>/g, ""), "x z");
  });

  it("gives tags in pairs, whatever the text", () => {
    const piece = fc.constantFrom("\\emph{", "{", "}", "{\\em ", "$", "^", "_", "\\", "\\textbf", "a", " ", "\\url{", "\\'", "\ufdd1");
    fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => !/[<>]/.test(plainCslText(latexToCsl(pieces.join(""), true)))));
  });

  it("takes thousands of open braces", () => {
    for (const piece of ["{", "\\emph{", "$^{", "{\\em "]) assert.doesNotThrow(() => parseCslMarkup(latexToCsl(piece.repeat(3_000), true)));
  });
});

describe("parseCslMarkup", () => {
  it("takes a tag without its counterpart for text", () => {
    assert.deepEqual(parseCslMarkup("a <i>b</i> <b>c </i> < d"), ["a ", { markup: "i", children: ["b"] }, " <b>c </i> < d"]);
    assert.deepEqual(parseCslMarkup('<span class="nocase">x</span><script>'), [{ markup: "nocase", children: ["x"] }, "<script>"]);
  });
});

import assert from "node:assert/strict";
import fc from "fast-check";
import { latexToUnicode } from "../../../../src/core/text/latexText";

type Rows = readonly (readonly [latex: string, text: string])[];

function check(name: string, rows: Rows): void {
  describe(name, () => {
    for (const [latex, text] of rows) it(JSON.stringify(latex), () => assert.equal(latexToUnicode(latex), text));
  });
}

check("LaTeX accents", [
  ["M{\\\"u}ller M\\\"uller M\\\"{u}ller M{\\\"{u}}ller M\\\" uller", "Müller Müller Müller Müller Müller"],
  ["\\'e \\`e \\^e \\~n \\=a \\.z \\'{E}", "é è ê ñ ā ż É"],
  ["\\c c \\c{c} {\\c c} \\v{s} \\v s \\u{g} \\H{o} \\k{a} \\r{a} \\d{h} \\b{b} \\t{oo}", "ç ç ç š š ğ ő ą å ḥ ḇ o͡o"],
  ["\\'\\i \\'{\\i} {\\'\\i} \\\"{\\i} \\v{\\j} \\'i", "íí í ï ǰ í"],
  ["\\'{\\^e} \\~{\\^{a}} \\'{}", "ế ẫ ´"],
  ["\\~{} \\^{} \\\"{}", "~ ^ ¨"],
  ["{{{a}}}}}b{{{\\'{{e}}}}", "abé"],
  ["Nguy\\~{\\^e}n \\h{a} \\ohorn \\uhorn", "Nguyễn ả ơư"],
  ["Fran\\c{c}ois Dvo\\v{r}\\'ak S\\o ren {\\AA}ngstr\\\"om {\\L}\\'od\\'z", "François Dvořák Søren Ångström Łódź"],
  ["Stra\\ss e Stra{\\ss}e \\ae\\AE \\oe\\OE \\dj\\DJ \\th\\TH \\i\\j", "Straße Straße æÆœŒđĐþÞıȷ"],
  ["Franc{\\ocirc{u}} M\\ocirc{u} \\polhk{a} \\soft{d} \\cprime", "Franců Mů ą ď ʹ"],
  ["\\cyr \\CYRZH\\cyre\\cyrb\\cyri\\cyrn", "Жебин"],
  ["e\u0301", "é"],
]);

check("LaTeX symbols", [
  ["100\\% \\& \\# \\$5 a\\_b \\{x\\}", "100% & # $5 a_b {x}"],
  ["1--2 a---b \\textendash{} x \\ldots", "1–2 a—b – x …"],
  ["``Quoted'' `single' don't 'x'", "“Quoted” ‘single’ don't 'x'"],
  ["?`Que? !`Si!", "¿Que? ¡Si!"],
  ["a~b\\,c\\ d\\\\e\\-f\\/g", "a\u00a0b\u2009c d efg"],
  ["\\LaTeX{} and \\TeX\\ and {\\LaTeXe}", "LaTeX and TeX and LaTeX2ε"],
  ["\\textregistered \\copyright{} \\S 5 \\P", "®© §5 ¶"],
  ["\\enquote{a \\enquote{b}} \\mkbibquote{c} \\mkbibparens{d}", "“a “b”” “c” (d)"],
  ["\\textquotedblleft x\\textquotedblright{} \\guillemotleft y\\guillemotright", "“x” «y»"],
  ["5 \\euro{} \\pounds 3 20\\textdegree C", "5 € £3 20°C"],
]);

check("LaTeX commands", [
  ["\\emph{a} \\textbf{b {c}} {\\em d} {\\it e\\/} \\textsc{f}", "a b c d e f"],
  ["\\href{http://x.org/a_b}{text} \\url{http://x.org/~a_b%20} \\textcolor{red}{r}", "text http://x.org/~a_b%20 r"],
  ["a\\footnote{no} b\\cite{k} c\\index{x}", "a b c"],
  ["{\\noopsort{1973b}}1981", "1981"],
  ["\\unknown{kept} \\unknown[opt]{kept} x\\unknown y", "kept kept xy"],
  // a command with a capital letter is the name of something
  ["{\\MF} and \\XML{} but {\\Large big}", "MF and XML but big"],
  ["H\\kern-.05em x {\\raise 0.5ex\\hbox{y}}", "H x y"],
  ["\\mnras \\apj", "Monthly Notices of the Royal Astronomical SocietyThe Astrophysical Journal"],
  ["a%b", "a%b"],
  ["\\verb", ""],
]);

check("LaTeX mathematics", [
  ["$\\alpha$-helix \\(\\beta\\) $x_1^2$ H$_2$O CO\\textsubscript{2} 4\\textsuperscript{th}", "α-helix β x₁² H₂O CO₂ 4th"],
  ["$e^{i\\pi} = -1$ $x_{max}$ $10^{-3}$", "e^iπ = -1 x_max 10⁻³"],
  ["$O(n \\log n)$ $\\sin x$ $\\frac{a}{b}$ $a \\leq b \\times c$", "O(n log n) sin x a/b a ≤b ×c"],
  ["$\\mathbb{R}^n$ $\\hat{x}$ $\\bar x$ $f'$ 20$^\\circ$C", "Rⁿ x̂ x̄ f′ 20°C"],
  ["costs $5", "costs $5"],
  ["\\ensuremath{\\mu}m $\\mu$m", "μm μm"],
]);

check("LaTeX white space", [
  ["  a \n\t b\r\n c ", "a b c"],
  ["\\emph{ a }  b", "a b"],
  ["{}", ""],
  ["", ""],
]);

check("Broken LaTeX", [
  ["{a", "a"], ["a}", "a"], ["\\", ""], ["\\emph{", ""], ["\\emph", ""], ["\\'", "´"], ["$", "$"], ["$a", "$a"], ["\\url{x", "x"], ["\\href{x", ""], ["}{", ""], ["\\textsuperscript{", ""], ["a\0b", "a\0b"],
  ["\\constructor{a} \\toString", "a toString"], ["\\__proto__", "__proto__"],
]);

describe("LaTeX of any kind", () => {
  const parts = ["\\", "{", "}", "$", "~", "_", "^", "`", "'", "-", "\\'", "\\emph", "\\url", "\\href", "\\kern", "\\textsuperscript", "\\ensuremath", "\\i", "a", "ı", " ", "\n", "[", "]", "😀", "\ud800"];
  it("becomes text without surrounding space", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 30 }), (all) => {
      const text = latexToUnicode(all.join(""));
      assert.ok(text === text.trim() && !/[\n\t]| {2}/.test(text));
    }), { numRuns: 300 });
  });

  it("without anything special stays as it is", () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom("a", "b", "c", " ", "é", "ß", ".", ":", "!", "?", "-", "0", "(") }), (text) => assert.equal(latexToUnicode(text.replace(/-+/g, "-")), text.replace(/-+/g, "-").replace(/ +/g, " ").trim())), { numRuns: 100 });
  });

  for (const [name, latex] of [["braces", "{".repeat(100_000)], ["accents", "\\'".repeat(50_000)], ["commands", "\\a{".repeat(30_000)], ["options", "\\a[".repeat(30_000)], ["addresses", "\\url{".repeat(20_000)], ["scripts", `$${"_{a".repeat(20_000)}$`]] as const) {
    it(`survives many ${name}`, () => assert.equal(typeof latexToUnicode(latex), "string"));
  }
});

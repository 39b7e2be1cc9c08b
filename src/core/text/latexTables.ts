/** Combining characters of LaTeX's accent commands (latex2e, “Accents”; T1 and TIPA-like ones of inputenc's tables). */
export const accents: ReadonlyMap<string, string> = new Map(Object.entries({
  "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", u: "\u0306", ".": "\u0307", '"': "\u0308", r: "\u030a", H: "\u030b",
  v: "\u030c", d: "\u0323", c: "\u0327", k: "\u0328", b: "\u0331", t: "\u0361", h: "\u0309", G: "\u030f", f: "\u0311", U: "\u030e",
  // MathSciNet's
  ocirc: "\u030a", polhk: "\u0328", soft: "\u030c", udot: "\u0323",
}));

/** Accents of math mode, by name. */
export const mathAccents: ReadonlyMap<string, string> = new Map(Object.entries({
  grave: "\u0300", acute: "\u0301", hat: "\u0302", widehat: "\u0302", tilde: "\u0303", widetilde: "\u0303", bar: "\u0304", breve: "\u0306",
  dot: "\u0307", ddot: "\u0308", check: "\u030c", vec: "\u20d7", mathring: "\u030a",
}));

/** What an accent is where it has no letter to sit on, as in `\~{}`. */
export const plainAccents: ReadonlyMap<string, string> = new Map(Object.entries({
  "\u0300": "`", "\u0301": "´", "\u0302": "^", "\u0303": "~", "\u0304": "¯", "\u0306": "˘", "\u0307": "˙", "\u0308": "¨", "\u030a": "˚", "\u030b": "˝",
  "\u030c": "ˇ", "\u0327": "¸", "\u0328": "˛",
}));

/** Names of T2A's letters (cyrillic bundle, `t2aenc.def`) without their `cyr`, and the letters. */
const cyrillicNames = "a b v g d e yo zh z i ishrt k l m n o p r s t u f h c ch sh shch hrdsn ery sftsn erev yu ya ii yi ie gup".split(" ");
const cyrillicLetters = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ";
const cyrillic = cyrillicNames.flatMap((name, index) => {
  const letter = cyrillicLetters.charAt(index);
  return [[`cyr${name}`, letter], [`CYR${name.toUpperCase()}`, letter.toUpperCase()]] as const;
});

/** Commands that stand for a character. */
export const symbols: ReadonlyMap<string, string> = new Map([...cyrillic, ...Object.entries({
  // letters
  ss: "ß", SS: "ẞ", o: "ø", O: "Ø", l: "ł", L: "Ł", ae: "æ", AE: "Æ", oe: "œ", OE: "Œ", aa: "å", AA: "Å", i: "ı", j: "ȷ", imath: "ı", jmath: "ȷ", th: "þ", TH: "Þ",
  dh: "ð", DH: "Ð", dj: "đ", DJ: "Đ", dbar: "đ", Dbar: "Đ", ng: "ŋ", NG: "Ŋ", ij: "ĳ", IJ: "Ĳ", textthorn: "þ", textTHORN: "Þ", texteth: "ð", textEth: "Ð", textschwa: "ə",
  ohorn: "ơ", OHORN: "Ơ", uhorn: "ư", UHORN: "Ư",
  // escapes and spaces
  "&": "&", "%": "%", $: "$", "#": "#", _: "_", "{": "{", "}": "}", "-": "", "/": "", "@": "", ",": "\u2009", ";": " ", ":": " ", "!": "", " ": " ",
  "\n": " ", "\t": " ", "\r": " ", "\\": " ", "|": "‖", quad: " ", qquad: " ", newline: " ", linebreak: " ", par: " ", space: " ", thinspace: "\u2009", nobreakspace: "\u00a0",
  textvisiblespace: "␣", hyphen: "-", nobreakdash: "", relax: "", null: "",
  // punctuation
  textendash: "–", textemdash: "—", endash: "–", emdash: "—", Dash: "—", textquoteleft: "‘", textquoteright: "’", textquotedblleft: "“", textquotedblright: "”", lq: "‘", rq: "’",
  textquotesingle: "'", textquotedbl: '"', guillemotleft: "«", guillemotright: "»", guillemetleft: "«", guillemetright: "»", guilsinglleft: "‹", guilsinglright: "›",
  quotedblbase: "„", quotesinglbase: "‚", glqq: "„", grqq: "“", glq: "‚", grq: "‘", flqq: "«", frqq: "»", flq: "‹", frq: "›", og: "« ", fg: " »",
  ldots: "…", dots: "…", cdots: "⋯", textellipsis: "…", textasciitilde: "~", textasciicircum: "^", textasciigrave: "`", textasciiacute: "´", textasciidieresis: "¨",
  textbackslash: "\\", textbar: "|", textless: "<", textgreater: ">", textunderscore: "_", textbraceleft: "{", textbraceright: "}", textdollar: "$", textasteriskcentered: "*",
  textexclamdown: "¡", textquestiondown: "¿", textperiodcentered: "·", textbullet: "•", bullet: "•", slash: "/", backslash: "\\", lbrace: "{", rbrace: "}",
  cyrdash: "–", textnumero: "№", cprime: "ʹ", cdprime: "ʺ",
  // signs
  textdegree: "°", degree: "°", textcelsius: "℃", textregistered: "®", texttrademark: "™", textcopyright: "©", copyright: "©", S: "§", P: "¶", textsection: "§", textparagraph: "¶",
  dag: "†", ddag: "‡", textdagger: "†", textdaggerdbl: "‡", pounds: "£", textsterling: "£", euro: "€", EUR: "€", texteuro: "€", textyen: "¥", textcent: "¢", textmu: "µ",
  textordfeminine: "ª", textordmasculine: "º", textonehalf: "½", textonequarter: "¼", textthreequarters: "¾", textonesuperior: "¹", texttwosuperior: "²",
  textperthousand: "‰", textpertenthousand: "‱", textservicemark: "℠", textohm: "Ω", textmho: "℧", textestimated: "℮", textreferencemark: "※", textinterrobang: "‽", textpilcrow: "¶",
  textrecipe: "℞", textopenbullet: "◦", textbigcircle: "◯", textmusicalnote: "♪", textuparrow: "↑", textdownarrow: "↓", textlnot: "¬", textsurd: "√", textfractionsolidus: "⁄",
  textcurrency: "¤", textflorin: "ƒ", textwon: "₩", textlira: "₤", textdong: "₫", textpeso: "₱", textnaira: "₦", textcolonmonetary: "₡", textbaht: "฿",
  textthreesuperior: "³", texttimes: "×", textdiv: "÷", textpm: "±", textminus: "−", textrightarrow: "→", textleftarrow: "←", textbrokenbar: "¦",
  LaTeX: "LaTeX", LaTeXe: "LaTeX2ε", TeX: "TeX", BibTeX: "BibTeX", XeTeX: "XeTeX", LuaTeX: "LuaTeX", pdfTeX: "pdfTeX", XeLaTeX: "XeLaTeX", LuaLaTeX: "LuaLaTeX", AmS: "AMS", AMS: "AMS",
  // Greek
  alpha: "α", beta: "β", gamma: "γ", delta: "δ", epsilon: "ϵ", varepsilon: "ε", zeta: "ζ", eta: "η", theta: "θ", vartheta: "ϑ", iota: "ι", kappa: "κ", lambda: "λ", mu: "μ",
  nu: "ν", xi: "ξ", omicron: "ο", pi: "π", varpi: "ϖ", rho: "ρ", varrho: "ϱ", sigma: "σ", varsigma: "ς", tau: "τ", upsilon: "υ", phi: "ϕ", varphi: "φ", chi: "χ", psi: "ψ",
  omega: "ω", Gamma: "Γ", Delta: "Δ", Theta: "Θ", Lambda: "Λ", Xi: "Ξ", Pi: "Π", Sigma: "Σ", Upsilon: "Υ", Phi: "Φ", Psi: "Ψ", Omega: "Ω",
  textalpha: "α", textbeta: "β", textgamma: "γ", textdelta: "δ", textepsilon: "ε", textlambda: "λ", textpi: "π", textomega: "ω",
  // math
  times: "×", div: "÷", cdot: "·", pm: "±", mp: "∓", infty: "∞", to: "→", rightarrow: "→", leftarrow: "←", leftrightarrow: "↔", Rightarrow: "⇒", Leftrightarrow: "⇔",
  longrightarrow: "⟶", mapsto: "↦", uparrow: "↑", downarrow: "↓", leq: "≤", le: "≤", geq: "≥", ge: "≥", lt: "<", gt: ">", ll: "≪", gg: "≫", neq: "≠", ne: "≠", equiv: "≡", approx: "≈",
  sim: "∼", simeq: "≃", cong: "≅", propto: "∝", circ: "∘", ast: "∗", star: "⋆", prime: "′", ell: "ℓ", partial: "∂", nabla: "∇", sum: "∑", prod: "∏", int: "∫", sqrt: "√",
  in: "∈", notin: "∉", ni: "∋", subset: "⊂", subseteq: "⊆", supset: "⊃", supseteq: "⊇", cup: "∪", cap: "∩", emptyset: "∅", forall: "∀", exists: "∃", neg: "¬", lnot: "¬",
  land: "∧", wedge: "∧", lor: "∨", vee: "∨", oplus: "⊕", otimes: "⊗", perp: "⊥", parallel: "∥", angle: "∠", langle: "⟨", rangle: "⟩", lfloor: "⌊", rfloor: "⌋", lceil: "⌈",
  rceil: "⌉", hbar: "ħ", Re: "ℜ", Im: "ℑ", aleph: "ℵ", sharp: "♯", flat: "♭", natural: "♮", vdash: "⊢", models: "⊨", top: "⊤", bot: "⊥", setminus: "∖", mid: "∣", lbrack: "[", rbrack: "]",
})]);

/** Functions that mathematics prints by their names (latex2e, “Math functions”). */
export const mathFunctions: ReadonlySet<string> = new Set([
  "arccos", "arcsin", "arctan", "arg", "bmod", "cos", "cosh", "cot", "coth", "csc", "deg", "det", "dim", "exp", "gcd", "hom", "inf", "ker", "lg", "lim", "liminf", "limsup",
  "ln", "log", "max", "min", "mod", "sec", "sin", "sinh", "sup", "tan", "tanh",
]);

/** TeX's commands that a length follows instead of an argument in braces. */
export const lengthCommands: ReadonlySet<string> = new Set(["kern", "mkern", "hskip", "mskip", "vskip", "raise", "lower"]);

/** Sizes and switches with a capital letter; other commands with one are names of things and print like them: `\MF`, `\XML`. */
export const capitalSwitches: ReadonlySet<string> = new Set(["Large", "LARGE", "Huge", "HUGE", "MakeUppercase", "MakeLowercase", "MakeTextUppercase", "MakeTextLowercase"]);

export const superscripts: ReadonlyMap<string, string> = new Map(Object.entries({
  0: "⁰", 1: "¹", 2: "²", 3: "³", 4: "⁴", 5: "⁵", 6: "⁶", 7: "⁷", 8: "⁸", 9: "⁹", "+": "⁺", "-": "⁻", "=": "⁼", "(": "⁽", ")": "⁾", n: "ⁿ", i: "ⁱ",
}));

export const subscripts: ReadonlyMap<string, string> = new Map(Object.entries({
  0: "₀", 1: "₁", 2: "₂", 3: "₃", 4: "₄", 5: "₅", 6: "₆", 7: "₇", 8: "₈", 9: "₉", "+": "₊", "-": "₋", "=": "₌", "(": "₍", ")": "₎",
}));

/** Commands whose argument is printed as it is written. */
export const verbatimCommands: ReadonlySet<string> = new Set(["url", "nolinkurl", "path", "detokenize"]);

/** Commands whose argument is not printed, or only in a note. */
export const silentCommands: ReadonlySet<string> = new Set([
  "label", "index", "vspace", "hspace", "color", "fontsize", "selectlanguage", "cite", "citep", "citet", "parencite", "textcite", "autocite", "nocite", "footnote", "thanks",
  "phantom", "hphantom", "vphantom", "noopsort", "NoopSort", "noop", "sortnoop", "SortNoop", "begin", "end", "pagebreak", "hskip", "vskip",
]);

/** Commands that print their second argument: an address, a colour or a language comes first. */
export const twoArgumentCommands: ReadonlySet<string> = new Set(["href", "textcolor", "foreignlanguage", "texorpdfstring", "colorbox", "hyperref", "raisebox", "scalebox"]);

/** Commands that set their argument in quotation marks (csquotes; BibLaTeX manual, 4.6.4). */
export const quotationCommands: ReadonlyMap<string, readonly [opening: string, closing: string]> = new Map(Object.entries({
  enquote: ["“", "”"], mkbibquote: ["“", "”"], textquote: ["“", "”"], mkbibparens: ["(", ")"], mkbibbrackets: ["[", "]"],
} as const));

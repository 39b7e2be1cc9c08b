/** Combining characters of LaTeX's accent commands. */
export const accents: ReadonlyMap<string, string> = new Map(Object.entries({
  "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", u: "\u0306", ".": "\u0307", '"': "\u0308", r: "\u030a", H: "\u030b",
  v: "\u030c", d: "\u0323", c: "\u0327", k: "\u0328", b: "\u0331", t: "\u0361", h: "\u0309", G: "\u030f", f: "\u0311", U: "\u030e",
}));

/** Commands that stand for a character. */
export const symbols: ReadonlyMap<string, string> = new Map(Object.entries({
  ss: "ß", SS: "ẞ", o: "ø", O: "Ø", l: "ł", L: "Ł", ae: "æ", AE: "Æ", oe: "œ", OE: "Œ", aa: "å", AA: "Å", i: "ı", j: "ȷ", th: "þ", TH: "Þ", dh: "ð", DH: "Ð",
  dj: "đ", DJ: "Đ", ng: "ŋ", NG: "Ŋ", ij: "ĳ", IJ: "Ĳ", "&": "&", "%": "%", $: "$", "#": "#", _: "_", "{": "{", "}": "}", "-": "", "/": "", "@": "", ",": "\u2009", ";": " ", ":": " ",
  "!": "", " ": " ", "\n": " ", "\t": " ", "\\": " ", textendash: "–", textemdash: "—", textquoteleft: "‘", textquoteright: "’", textquotedblleft: "“", textquotedblright: "”",
  textquotesingle: "'", textquotedbl: '"', guillemotleft: "«", guillemotright: "»", guillemetleft: "«", guillemetright: "»", guilsinglleft: "‹", guilsinglright: "›",
  quotedblbase: "„", quotesinglbase: "‚", ldots: "…", dots: "…", textellipsis: "…", textasciitilde: "~", textasciicircum: "^", textbackslash: "\\", textbar: "|",
  textless: "<", textgreater: ">", textunderscore: "_", textbraceleft: "{", textbraceright: "}", textdollar: "$", textdegree: "°", degree: "°", textregistered: "®",
  texttrademark: "™", textcopyright: "©", copyright: "©", S: "§", P: "¶", textsection: "§", textparagraph: "¶", dag: "†", ddag: "‡", pounds: "£", textsterling: "£", euro: "€",
  texteuro: "€", textyen: "¥", textcent: "¢", textmu: "µ", textperiodcentered: "·", textbullet: "•", textexclamdown: "¡", textquestiondown: "¿", textordfeminine: "ª",
  textordmasculine: "º", textonehalf: "½", textonequarter: "¼", textthreequarters: "¾", texttimes: "×", textpm: "±", textnumero: "№", LaTeX: "LaTeX", TeX: "TeX", BibTeX: "BibTeX",
  slash: "/", quad: " ", qquad: " ", newline: " ", space: " ", nobreakspace: "\u00a0", hyphen: "-", alpha: "α", beta: "β", gamma: "γ", delta: "δ", epsilon: "ϵ", varepsilon: "ε",
  zeta: "ζ", eta: "η", theta: "θ", iota: "ι", kappa: "κ", lambda: "λ", mu: "μ", nu: "ν", xi: "ξ", pi: "π", rho: "ρ", sigma: "σ", tau: "τ", upsilon: "υ", phi: "ϕ", varphi: "φ",
  chi: "χ", psi: "ψ", omega: "ω", Gamma: "Γ", Delta: "Δ", Theta: "Θ", Lambda: "Λ", Xi: "Ξ", Pi: "Π", Sigma: "Σ", Upsilon: "Υ", Phi: "Φ", Psi: "Ψ", Omega: "Ω", times: "×",
  cdot: "·", pm: "±", infty: "∞", to: "→", rightarrow: "→", leftarrow: "←", leq: "≤", le: "≤", geq: "≥", ge: "≥", neq: "≠", approx: "≈", sim: "∼", circ: "∘", ast: "∗", star: "⋆",
  prime: "′", ell: "ℓ", partial: "∂", sum: "∑", prod: "∏", int: "∫", sqrt: "√", in: "∈", subset: "⊂", cup: "∪", cap: "∩", emptyset: "∅", forall: "∀", exists: "∃", hbar: "ħ",
}));

/** Commands whose braces hold nothing that is read. */
export const silentArguments: ReadonlySet<string> = new Set(["label", "index", "vspace", "hspace", "color", "fontsize", "selectlanguage", "cite", "footnote", "protect"]);

/** Commands whose first argument is an address and whose second is what is read. */
export const secondArguments: ReadonlySet<string> = new Set(["href", "textcolor", "foreignlanguage", "texorpdfstring"]);

/** Environments whose text is shown, run or dropped, not read. */
export const verbatimEnvironments: readonly string[] = [
  "verbatim", "verbatim*", "Verbatim", "Verbatim*", "BVerbatim", "BVerbatim*", "LVerbatim", "LVerbatim*", "SaveVerbatim", "VerbatimOut",
  "spverbatim", "verbatimtab", "verbatimwrite", "boxedverbatim", "verbbox", "lstlisting", "lstlisting*", "minted", "minted*", "tcblisting",
  "tcboutputlisting", "comment", "filecontents", "filecontents*", "CodeInput", "CodeOutput", "Code", "Sinput", "Soutput", "Highlighting",
  "luacode", "luacode*", "luacodestar", "pycode", "pyconsole", "pyverbatim", "pyblock", "sagecode", "sageverbatim", "sagesilent", "asy",
  "asydef", "gnuplot", "ltxexample", "dispListing", "dispListing*", "macrocode", "macrocode*", "rawhtml", "htmlonly",
];

/** Those whose options are LaTeX and may hold a caption. */
export const environmentsWithOptions: ReadonlySet<string> = new Set([
  "lstlisting", "lstlisting*", "minted", "minted*", "Verbatim", "Verbatim*", "BVerbatim", "BVerbatim*", "LVerbatim", "LVerbatim*",
]);

export interface InlineVerbatim {
  /** `[…]` may come first. */
  readonly hasOptions?: boolean;
  /** Mandatory arguments before the verbatim one. */
  readonly leading?: number;
  /** What may enclose the text: a balanced group, any one character on both sides, `|` alone. */
  readonly delimiters: "group" | "any" | "any-or-group" | "bar-or-group";
}

/** Commands whose text is shown or run as it is written. */
export const inlineVerbatim: ReadonlyMap<string, InlineVerbatim> = new Map<string, InlineVerbatim>([
  ["verb", { delimiters: "any" }],
  ["Verb", { hasOptions: true, delimiters: "any-or-group" }],
  ["spverb", { delimiters: "any" }],
  ["lstinline", { hasOptions: true, delimiters: "any-or-group" }],
  ["mintinline", { hasOptions: true, leading: 1, delimiters: "any-or-group" }],
  ["mint", { hasOptions: true, leading: 1, delimiters: "any-or-group" }],
  ["SaveVerb", { hasOptions: true, leading: 1, delimiters: "any" }],
  ["url", { delimiters: "bar-or-group" }],
  ["path", { delimiters: "bar-or-group" }],
  ["nolinkurl", { delimiters: "group" }],
  ["href", { hasOptions: true, delimiters: "group" }],
  ["detokenize", { delimiters: "group" }],
  ["Sexpr", { delimiters: "group" }],
]);

/** Words that begin as TeX's conditionals do, but are macros without an \fi (amsmath, ifthen, etoolbox, biblatex). */
export const macrosLikeConditionals: ReadonlySet<string> = new Set(`iff ifthenelse iftoggle ifbool ifboolexpr ifboolexpe ifstrequal
  ifstrempty ifblank ifnotblank ifdef ifcsdef ifundef ifcsundef ifdefmacro ifcsmacro ifdefempty ifdefvoid ifdefstring ifdefstrequal
  ifdefequal ifcsequal ifcsstring ifcsvoid ifcsempty ifnumcomp ifnumequal ifnumgreater ifnumless ifnumodd ifdimcomp ifinlist ifinlistcs
  ifrmnum iffieldundef ifnameundef iflistundef ifentrytype ifciteseen ifciteibid ifnumeral ifnumerals ifpages iffootnote ifhyperref
  ifuseauthor ifboolean`.split(/\s+/));

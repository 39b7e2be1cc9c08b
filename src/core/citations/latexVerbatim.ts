import { isLineEndCode, isParagraphEnd, lineEnd, nameEnd, nextLine } from "./latexSpace";

/** Environments whose text is shown, run or dropped, not read. */
const verbatimEnvironments: readonly string[] = [
  "verbatim", "verbatim*", "Verbatim", "Verbatim*", "BVerbatim", "BVerbatim*", "LVerbatim", "LVerbatim*", "SaveVerbatim", "VerbatimOut",
  "spverbatim", "verbatimtab", "verbatimwrite", "boxedverbatim", "verbbox", "alltt", "alltt*", "semiverbatim", "lstlisting", "lstlisting*",
  "minted", "minted*", "tcblisting", "tcboutputlisting", "comment", "filecontents", "filecontents*", "CodeInput", "CodeOutput", "Code",
  "Sinput", "Soutput", "Highlighting", "luacode", "luacode*", "luacodestar", "pycode", "pyconsole", "pyverbatim", "pyblock", "sagecode",
  "sageverbatim", "sagesilent", "asy", "asydef", "gnuplot", "macrocode", "macrocode*", "rawhtml", "htmlonly",
];

interface InlineVerbatim {
  /** `[…]` may come first. */
  readonly hasOptions?: boolean;
  /** Mandatory arguments before the verbatim one. */
  readonly leading?: number;
  /** What may enclose the text: a balanced group, any one character on both sides, `|` alone. */
  readonly delimiters: "group" | "any" | "any-or-group" | "bar-or-group";
}

const inlineVerbatim: ReadonlyMap<string, InlineVerbatim> = new Map<string, InlineVerbatim>([
  ["verb", { delimiters: "any" }],
  ["Verb", { hasOptions: true, delimiters: "any-or-group" }],
  ["spverb", { delimiters: "any" }],
  ["lstinline", { hasOptions: true, delimiters: "any-or-group" }],
  ["mintinline", { hasOptions: true, leading: 1, delimiters: "any-or-group" }],
  ["SaveVerb", { hasOptions: true, leading: 1, delimiters: "any" }],
  ["url", { delimiters: "bar-or-group" }],
  ["path", { delimiters: "bar-or-group" }],
  ["nolinkurl", { delimiters: "group" }],
  ["href", { hasOptions: true, delimiters: "group" }],
  ["detokenize", { delimiters: "group" }],
  ["Sexpr", { delimiters: "group" }],
]);

// Words that begin as TeX's conditionals do, but are macros without an \fi (amsmath, ifthen, etoolbox, biblatex).
const macrosLikeConditionals = new Set(`iff ifthenelse iftoggle ifbool ifboolexpr ifboolexpe ifstrequal ifstrempty ifblank ifnotblank ifdef ifcsdef
  ifundef ifcsundef ifdefmacro ifcsmacro ifdefempty ifdefvoid ifdefstring ifdefstrequal ifdefequal ifcsequal ifcsstring ifcsvoid ifcsempty
  ifnumcomp ifnumequal ifnumgreater ifnumless ifnumodd ifdimcomp ifinlist ifinlistcs ifrmnum iffieldundef ifnameundef iflistundef
  ifentrytype ifciteseen ifciteibid ifnumeral ifnumerals ifpages iffootnote ifhyperref ifuseauthor ifboolean`.split(/\s+/));

/** Finds the ends of text that is not LaTeX. Each search that fails is remembered, so that all together stay linear. */
export class VerbatimRegions {
  readonly #environments = new Set(verbatimEnvironments);
  readonly #unclosed = new Set<string>();
  #groupsFailBefore = 0;
  #conditionalsFailBefore = 0;
  #hasChunkEnd = true;

  constructor(readonly text: string) {}

  addEnvironment(name: string): void {
    this.#environments.add(name);
  }

  /**
   * The end of the verbatim environment `name` that begins before `start`, or `undefined` where it is none. An unclosed one runs
   * to the end of the text, as LaTeX reads it, but inside a group it is taken for part of a definition.
   */
  environmentEnd(name: string, start: number, isInGroup: boolean): number | undefined {
    if (!this.#environments.has(name) || this.#unclosed.has(name)) return undefined;
    const end = `\\end{${name}}`;
    const found = this.text.indexOf(end, start);
    if (found >= 0) return found + end.length;
    this.#unclosed.add(name);
    return isInGroup ? undefined : this.text.length;
  }

  /** The end of the verbatim text of `\name`, with `start` behind the name; `undefined` where there is none. */
  inlineEnd(name: string, start: number): number | undefined {
    const shape = inlineVerbatim.get(name);
    if (shape === undefined) return undefined;
    let position = this.text.charAt(start) === "*" ? start + 1 : start;
    const behind = (open: string): number | undefined => {
      const at = this.#skipBlanks(position);
      return this.text.charAt(at) === open ? this.#groupEnd(at) : undefined;
    };
    if (shape.hasOptions === true) position = behind("[") ?? position;
    for (let group = 0; group < (shape.leading ?? 0); group++) {
      const end = behind("{");
      if (end === undefined) return undefined;
      position = end;
    }
    return (shape.delimiters === "any" ? undefined : behind("{")) ?? this.#delimitedEnd(position, shape.delimiters);
  }

  /** The offset behind the next character like the one at `start`, on the same line; `undefined` where there is none. */
  shortVerbEnd(start: number): number | undefined {
    const delimiter = this.text.charCodeAt(start);
    for (let position = start + 1; position < this.text.length; position++) {
      const code = this.text.charCodeAt(position);
      if (code === delimiter) return position + 1;
      if (isLineEndCode(code)) return undefined;
    }
    return undefined;
  }

  /**
   * The offset behind the `\fi` or `\else` that ends `\iffalse`, with `start` behind it. `undefined` where none does, or where a
   * group ends first: then it was an argument or part of a definition.
   */
  conditionalEnd(start: number): number | undefined {
    if (start < this.#conditionalsFailBefore) return undefined;
    let conditionals = 0;
    let groups = 0;
    let position = start;
    for (; position < this.text.length && groups >= 0; position++) {
      const code = this.text.charCodeAt(position);
      if (code === 0x25) position = lineEnd(this.text, position, this.text.length);
      else if (code === 0x7b) groups++;
      else if (code === 0x7d) groups--;
      if (code !== 0x5c) continue;
      const end = nameEnd(this.text, position + 1, this.text.length);
      const name = this.text.slice(position + 1, end);
      if (name === "fi" || (name === "else" && conditionals === 0)) {
        if (conditionals-- === 0) return end;
      } else if (name.startsWith("if") && !macrosLikeConditionals.has(name)) {
        conditionals++;
      }
      position = Math.max(end - 1, position + (name === "" ? 1 : 0));
    }
    this.#conditionalsFailBefore = position;
    return undefined;
  }

  /** The end of Sweave's or knitr's chunk (`<<…>>=` … `@`) where one begins at `start`, the begin of a line. */
  chunkEnd(start: number): number | undefined {
    if (!this.#hasChunkEnd || !this.text.startsWith("<<", start)) return undefined;
    const end = lineEnd(this.text, start, this.text.length);
    if (!this.text.slice(start, end).trimEnd().endsWith(">>=")) return undefined;
    for (let line = end; line < this.text.length; line = lineEnd(this.text, nextLine(this.text, line), this.text.length)) {
      if (this.text.charAt(nextLine(this.text, line)) === "@") return nextLine(this.text, line) + 1;
    }
    this.#hasChunkEnd = false;
    return undefined;
  }

  #skipBlanks(start: number): number {
    let position = start;
    while (this.text.charAt(position) === " ") position++;
    return position;
  }

  /** As verbatim text has no comments and no escapes, only braces count. */
  #groupEnd(start: number): number | undefined {
    if (start < this.#groupsFailBefore) return undefined;
    const isOption = this.text.charAt(start) === "[";
    let depth = 0;
    let position = isOption ? start + 1 : start;
    for (; position < this.text.length; position++) {
      const code = this.text.charCodeAt(position);
      if (code === 0x7b) depth++;
      else if (code === 0x7d && --depth <= 0 && !isOption) return position + 1;
      else if (code === 0x5d && isOption && depth === 0) return position + 1;
      if (depth < 0 || (isLineEndCode(code) && isParagraphEnd(this.text, position, this.text.length))) break;
    }
    this.#groupsFailBefore = position;
    return undefined;
  }

  /** Unclosed text ends with its line, which is where LaTeX complains. A closing brace or space cannot begin it. */
  #delimitedEnd(start: number, delimiters: InlineVerbatim["delimiters"]): number | undefined {
    const delimiter = this.text.charAt(start);
    if (delimiters === "group" || (delimiters === "bar-or-group" && delimiter !== "|")) return undefined;
    if (/^[\s}\\%a-zA-Z*]?$/.test(delimiter)) return undefined;
    return this.shortVerbEnd(start) ?? lineEnd(this.text, start, this.text.length);
  }
}

import type { LatexCommandSet } from "./latexCommandSet";
import { isLineEndCode, isParagraphEnd, lineEnd, nameEnd } from "./latexSpace";
import { LatexTokens, tokenKind } from "./latexTokens";
import { VerbatimRegions } from "./latexVerbatim";

/** How the scan treats an ASCII character; all others are text. */
const roles = { text: 0, opener: 1, closer: 2, special: 3, shortVerb: 4 } as const;

/** Arguments that name something the scan has to know are short. */
const longestName = 200;

/**
 * Cuts LaTeX into the tokens that facts are read from, in one pass. Comments, verbatim text, switched-off text and what follows
 * `\end{document}` leave no tokens.
 */
export function tokenizeLatex(text: string, commands: LatexCommandSet): LatexTokens {
  return new LatexLexer(text, commands).run();
}

class LatexLexer {
  readonly #tokens: LatexTokens;
  readonly #verbatim: VerbatimRegions;
  readonly #roles = new Uint8Array(128);

  constructor(readonly text: string, readonly commands: LatexCommandSet) {
    this.#tokens = new LatexTokens(text);
    this.#verbatim = new VerbatimRegions(text);
    for (const char of "{[(<") this.#roles[char.charCodeAt(0)] = roles.opener;
    for (const char of "}])>") this.#roles[char.charCodeAt(0)] = roles.closer;
    for (const char of "\\%\n\r") this.#roles[char.charCodeAt(0)] = roles.special;
  }

  run(): LatexTokens {
    let position = 0;
    while (position < this.#tokens.limit) {
      const code = this.text.charCodeAt(position);
      const role = code < 128 ? this.#roles[code] : roles.text;
      position = role === roles.text ? position + 1 : this.#step(role, code, position);
    }
    return this.#tokens;
  }

  #step(role: number | undefined, code: number, position: number): number {
    if (role === roles.opener) return this.#readOpener(code, position);
    if (role === roles.closer) return this.#readCloser(code, position);
    if (role === roles.shortVerb) return this.#verbatim.shortVerbEnd(position) ?? position + 1;
    if (code === 0x5c) return this.#readCommand(position);
    return code === 0x25 ? this.#readComment(position) : this.#readLineEnd(position);
  }

  #readOpener(code: number, position: number): number {
    const isLineStart = position === 0 || isLineEndCode(this.text.charCodeAt(position - 1));
    const chunkEnd = code === tokenKind.openAngle && isLineStart ? this.#verbatim.chunkEnd(position) : undefined;
    if (chunkEnd !== undefined) return chunkEnd;
    this.#tokens.addOpener(code, position);
    return position + 1;
  }

  #readCloser(code: number, position: number): number {
    this.#tokens.addCloser(code, openerOf(code), position);
    return position + 1;
  }

  #readLineEnd(position: number): number {
    const isFirstOfTwo = this.text.startsWith("\r\n", position);
    if (!isFirstOfTwo && isParagraphEnd(this.text, position, this.#tokens.limit)) this.#tokens.addParagraphEnd(position);
    return position + 1;
  }

  /** Comments are skipped; magic ones (`% !TEX root = …`) are tokens. */
  #readComment(start: number): number {
    let position = start;
    while (this.text.charAt(position) === "%" || this.text.charAt(position) === " ") position++;
    const end = lineEnd(this.text, start, this.#tokens.limit);
    if (this.text.charAt(position) === "!") this.#tokens.addMagicComment(start, end);
    return end;
  }

  #readCommand(start: number): number {
    const end = nameEnd(this.text, start + 1, this.#tokens.limit);
    // \% and its kin are one character; a line end behind a backslash still ends its line.
    if (end === start + 1) return isLineEndCode(this.text.charCodeAt(end)) ? end : end + 1;
    const name = this.text.slice(start + 1, end);
    if (name === "begin" || name === "end") return this.#readEnvironment(name, start, end);
    if (name === "iffalse" && !this.#isAssigned(start)) return this.#verbatim.conditionalEnd(end) ?? end;
    const command = this.commands.find(name);
    if (command !== undefined) this.#tokens.addCommand(start, end, name, command);
    if (command === undefined || command.kind === "definition") this.#learn(name, end);
    return this.#verbatim.inlineEnd(name, end) ?? end;
  }

  #readEnvironment(boundary: "begin" | "end", start: number, end: number): number {
    const argument = this.#shortArgument(end);
    if (argument === undefined) return end;
    if (boundary === "begin") {
      const verbatimEnd = this.#verbatim.environmentEnd(argument.text, argument.end, this.#tokens.isInGroup);
      if (verbatimEnd !== undefined) return verbatimEnd;
    } else if (argument.text === "document" && !this.#tokens.isInGroup) {
      this.#tokens.limit = argument.end;
    }
    const name = `${boundary}{${argument.text}}`;
    const command = this.commands.find(name);
    if (command !== undefined) this.#tokens.addCommand(start, argument.end, name, command);
    return argument.end;
  }

  /** `\let\ifdraft\iffalse` switches nothing off here. */
  #isAssigned(start: number): boolean {
    return /\\let\s*\\[A-Za-z@]+\s*=?\s*$/.test(this.text.slice(Math.max(0, start - longestName), start));
  }

  /** Commands that define verbatim environments, verbatim characters, or citation commands (multibib). */
  #learn(name: string, end: number): void {
    switch (name) {
      case "DefineVerbatimEnvironment":
      case "lstnewenvironment":
      case "newtcblisting":
      case "newverbatim":
      case "excludecomment":
        this.#verbatim.addEnvironment(this.#shortArgument(end)?.text ?? "");
        break;
      case "newminted":
        this.#learnMinted(end);
        break;
      case "usepackage":
        for (const name of this.#shortArgument(end)?.text.split(",") ?? []) this.commands.addPackage(name.trim());
        break;
      case "newcites":
        for (const suffix of this.#shortArgument(end)?.text.split(",") ?? []) this.commands.addSuffix(suffix.trim());
        break;
      case "MakeShortVerb":
      case "DefineShortVerb":
      case "lstMakeShortInline":
        this.#setShortVerb(end, roles.shortVerb);
        break;
      case "DeleteShortVerb":
      case "UndefineShortVerb":
      case "lstDeleteShortInline":
        this.#setShortVerb(end, roles.text);
    }
  }

  /** minted: `\newminted{python}{…}` defines `pythoncode`, `\newminted[py]{python}{…}` defines `py`. */
  #learnMinted(end: number): void {
    const open = this.text.slice(end, end + longestName);
    const named = /^\s*\[([^\]{}]*)\]/.exec(open)?.[1];
    this.#verbatim.addEnvironment(named ?? `${this.#shortArgument(end)?.text ?? ""}code`);
  }

  #setShortVerb(end: number, role: number): void {
    const argument = this.#shortArgument(end)?.text ?? "";
    const code = argument.replace(/^\\/, "").charCodeAt(0);
    if (code < 128 && (this.#roles[code] === roles.text || this.#roles[code] === roles.shortVerb)) this.#roles[code] = role;
  }

  /** The first mandatory argument behind a star and an option, on the same line. */
  #shortArgument(start: number): { readonly text: string; readonly end: number } | undefined {
    const head = this.text.slice(start, start + longestName);
    const match = /^(?:\*|[ \t])*(?:\[[^\]{}\n]*\][ \t]*)?\{([^{}\n\r]*)\}/.exec(head);
    return match === null ? undefined : { text: (match[1] ?? "").trim(), end: start + match[0].length };
  }
}

function openerOf(closer: number): number {
  return closer === 0x29 ? tokenKind.openParen : closer === 0x3e ? tokenKind.openAngle : closer - 2;
}

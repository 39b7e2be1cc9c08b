import type { TextRange } from "../../model/textRange";
import { CharacterRoles, characterRole } from "./latexCharacters";
import { LatexCommandSet } from "./latexCommandSet";
import { OpenEnvironments } from "./latexEnvironments";
import { LatexSetup } from "./latexSetup";
import { isParagraphEnd, nameEnd, shortArgument } from "./latexSpace";
import { endOfLine, isLineEnd } from "../../text/lineEnds";
import { LatexTokens, tokenKind } from "./latexTokens";
import { VerbatimRegions } from "./latexVerbatim";
import { keepShapeOf } from "../../shapes";

/** How far `\let` and a name may stand before what they assign. */
const longestAssignment = 200;
/** `\if0` alone on its line, which is never true, switches text off as `\iffalse` does. */
const neverTrue = /^ ?0[ \t]*(?:%[^\n\r]*)?(?=[\n\r])/;

/**
 * Cuts LaTeX into the tokens that facts are read from, in one pass. Comments, verbatim text, switched-off text and what follows
 * `\end{document}` leave no tokens.
 */
export function tokenizeLatex(text: string, commands: LatexCommandSet): LatexTokens {
  return new LatexLexer(text, commands).run();
}

/** Verbatim text that begins at the bracket which ends its options. */
type VerbatimAhead = TextRange;

class LatexLexer {
  readonly #tokens: LatexTokens;
  readonly #verbatim: VerbatimRegions;
  readonly #roles = new CharacterRoles();
  readonly #environments = new OpenEnvironments();
  readonly #setup: LatexSetup;
  #ahead: VerbatimAhead | undefined;

  constructor(readonly text: string, readonly commands: LatexCommandSet) {
    this.#tokens = new LatexTokens(text);
    this.#verbatim = new VerbatimRegions(text);
    this.#setup = new LatexSetup(text, commands, this.#verbatim, this.#roles);
  }

  run(): LatexTokens {
    let position = 0;
    while (position < this.#tokens.limit) {
      const code = this.text.charCodeAt(position);
      const role = this.#roles.of(code);
      position = role === characterRole.text ? position + 1 : this.#step(role, code, position);
    }
    return this.#tokens;
  }

  #step(role: number, code: number, position: number): number {
    if (this.#ahead !== undefined && position >= this.#ahead.start) return this.#enterVerbatim(this.#ahead, position);
    if (role === characterRole.opener) return this.#readOpener(code, position);
    if (role === characterRole.closer) return this.#readCloser(code, position);
    if (role === characterRole.shortVerb) return this.#verbatim.shortVerbEnd(position) ?? position + 1;
    if (code === 0x5c) return this.#readCommand(position);
    return code === 0x25 ? this.#readComment(position) : this.#readLineEnd(position);
  }

  #readOpener(code: number, position: number): number {
    const chunkEnd = code === tokenKind.openAngle ? this.#verbatim.chunkEnd(position) : undefined;
    if (chunkEnd !== undefined) {
      this.#tokens.codeChunks.push({ start: position, end: chunkEnd });
      return chunkEnd;
    }
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
    const end = endOfLine(this.text, start, this.#tokens.limit);
    if (this.text.charAt(position) === "!") this.#tokens.addMagicComment(start, end);
    return end;
  }

  #readCommand(start: number): number {
    const end = nameEnd(this.text, start + 1, this.#tokens.limit);
    // \% and its kin are one character; a line end behind a backslash still ends its line.
    if (end === start + 1) return isLineEnd(this.text.charCodeAt(end)) ? end : end + 1;
    const name = this.text.slice(start + 1, end);
    if (name === "begin" || name === "end") return this.#readEnvironment(name, start, end);
    if (this.#switchesOff(name, start, end)) return this.#verbatim.conditionalEnd(end) ?? end;
    const command = this.commands.find(name);
    if (command !== undefined) this.#tokens.addCommand(start, end, name, command);
    this.#setup.learn(name, command, end);
    return this.#verbatim.inlineEnd(name, end) ?? end;
  }

  #readEnvironment(boundary: "begin" | "end", start: number, end: number): number {
    const argument = shortArgument(this.text, end);
    if (argument === undefined) return end;
    const verbatimEnd = boundary === "begin" ? this.#verbatim.environmentEnd(argument.text, argument.end, this.#tokens.isInGroup) : undefined;
    if (verbatimEnd !== undefined) return this.#skipVerbatim(argument.text, argument.end, verbatimEnd);
    if (!this.#tokens.isInGroup) this.#countEnvironment(boundary, argument.text, argument.end);
    const name = `${boundary}{${argument.text}}`;
    const command = this.commands.find(name);
    if (command !== undefined) this.#tokens.addCommand(start, argument.end, name, command);
    return argument.end;
  }

  /** Verbatim text is skipped at once or, where options come first, once these are read. */
  #skipVerbatim(name: string, start: number, end: number): number {
    const optionsEnd = this.#ahead === undefined ? this.#verbatim.optionsEnd(name, start) : undefined;
    // Options that go on behind the end of the text are none.
    if (optionsEnd === undefined || optionsEnd >= end) return end;
    this.#ahead = { start: optionsEnd, end };
    return start;
  }

  #enterVerbatim({ start, end }: VerbatimAhead, position: number): number {
    if (position === start) this.#tokens.addCloser(tokenKind.closeBracket, tokenKind.openBracket, position);
    this.#ahead = undefined;
    return end;
  }

  #countEnvironment(boundary: "begin" | "end", name: string, end: number): void {
    if (boundary === "begin") {
      this.#environments.begin(name);
    } else {
      if (name === "document" && this.#environments.endsDocument()) this.#tokens.limit = end;
      this.#environments.end(name);
    }
  }

  /** `\let\ifdraft\iffalse` switches nothing off here. */
  #switchesOff(name: string, start: number, end: number): boolean {
    if (name === "if") return neverTrue.test(this.text.slice(end, end + longestAssignment));
    return name === "iffalse" && !/\\let\s*\\[A-Za-z@]+\s*=?\s*$/.test(this.text.slice(Math.max(0, start - longestAssignment), start));
  }
}

function openerOf(closer: number): number {
  return closer === 0x29 ? tokenKind.openParen : closer === 0x3e ? tokenKind.openAngle : closer - 2;
}

keepShapeOf(new LatexLexer("", new LatexCommandSet([])));

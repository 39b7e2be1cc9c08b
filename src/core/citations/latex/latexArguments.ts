import type { TextRange } from "../../model/textRange";
import { nameEnd, skipSpace } from "./latexSpace";
import { tokenKind } from "./latexTokens";
import type { LatexTokens } from "./latexTokens";

/** Reads the arguments behind one command, from token to token. What is absent is `undefined` and leaves the reader where it was. */
export class LatexArguments {
  #position: number;

  /** `token` is the last token read: the command itself at first. Nothing is read behind `limit`. */
  constructor(readonly tokens: LatexTokens, public token: number, readonly limit: number = tokens.limit) {
    this.#position = tokens.end(token);
  }

  /** The offset behind what was read last. */
  get position(): number {
    return this.#position;
  }

  /** Takes a star where one stands here. */
  star(): boolean {
    const at = this.#next();
    if (this.tokens.text.charAt(at) !== "*" || at >= this.limit) return false;
    this.#position = at + 1;
    return true;
  }

  /** The contents of `[…]`. */
  option(): TextRange | undefined {
    return this.#enclosed(tokenKind.openBracket);
  }

  /** The contents of `(…)`. */
  parenthesis(): TextRange | undefined {
    return this.#enclosed(tokenKind.openParen);
  }

  /** The contents of `<…>`. */
  angle(): TextRange | undefined {
    return this.#enclosed(tokenKind.openAngle);
  }

  /** The contents of `{…}`. */
  group(): TextRange | undefined {
    return this.#enclosed(tokenKind.openBrace);
  }

  /** The offset of an opening brace that stands here, closed or not. */
  openBrace(): number | undefined {
    return this.#nextToken(tokenKind.openBrace) < 0 ? undefined : this.#next();
  }

  /** Where a group that stands here is closed; `undefined` where it is not. */
  endOfGroup(): number | undefined {
    const opener = this.#nextToken(tokenKind.openBrace);
    const closer = opener < 0 ? -1 : this.tokens.closer(opener);
    return closer < 0 ? undefined : this.tokens.start(closer);
  }

  /** Takes a command that stands here as a name, known or not. */
  controlSequence(): boolean {
    const at = this.#next();
    if (at >= this.limit || this.tokens.text.charAt(at) !== "\\") return false;
    this.moveTo(Math.max(nameEnd(this.tokens.text, at + 1, this.limit), at + 2));
    return true;
  }

  /** Goes on at an offset that was reached by reading the text itself. */
  moveTo(position: number): void {
    this.#position = position;
    while (this.token + 1 < this.tokens.count && this.tokens.start(this.token + 1) < position) this.token++;
  }

  #next(): number {
    return skipSpace(this.tokens.text, this.#position, this.limit);
  }

  /** The token that stands here if it is of `kind`, -1 else. */
  #nextToken(kind: number): number {
    let next = this.token + 1;
    while (this.tokens.kind(next) === tokenKind.magicComment) next++;
    return this.tokens.kind(next) === kind && this.tokens.start(next) === this.#next() ? next : -1;
  }

  #enclosed(kind: number): TextRange | undefined {
    const opener = this.#nextToken(kind);
    const closer = opener < 0 ? -1 : this.tokens.closer(opener);
    const range = { start: this.tokens.start(opener) + 1, end: this.tokens.start(closer) };
    if (closer < 0 || range.end >= this.limit) return undefined;
    this.token = closer;
    this.#position = range.end + 1;
    return range;
  }
}

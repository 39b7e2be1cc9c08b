import type { TextRange } from "../../model/textRange";
import type { LatexCommand } from "./latexCommands";

/** Kinds of tokens: the characters that stand for themselves, `\` for a known command, `%` for a magic comment, a line feed for a blank line. */
export const tokenKind = {
  command: 0x5c, openBrace: 0x7b, closeBrace: 0x7d, openBracket: 0x5b, closeBracket: 0x5d, openParen: 0x28, closeParen: 0x29,
  openAngle: 0x3c, closeAngle: 0x3e, magicComment: 0x25, paragraphEnd: 0x0a,
} as const;

interface CommandUse {
  readonly name: string;
  readonly command: LatexCommand;
  /** The offset behind the name. */
  readonly end: number;
}

/** A bracket that waits for its end, in the group whose opening brace is token `group` (-1 outside of all). */
interface OpenBracket {
  readonly token: number;
  readonly group: number;
}

/**
 * The tokens of a document that facts are read from, in typed arrays, with the token that closes each brace and bracket found
 * in the same pass. As in TeX, an option ends at the first closing bracket of its own group and not behind a blank line.
 */
export class LatexTokens {
  /** Where the document ends for LaTeX: behind the text, or at `\end{document}`. */
  limit: number;
  count = 0;
  /** Code between the lines of the text (Sweave, knitr), which leaves no tokens. */
  readonly codeChunks: TextRange[] = [];
  #kinds = new Uint8Array(1024);
  #starts = new Int32Array(1024);
  /** Of commands the place in `#uses`, of magic comments the end, of openers the token that closes them or -1. */
  #details = new Int32Array(1024);
  readonly #uses: CommandUse[] = [];
  readonly #groups: number[] = [];
  readonly #open = new Map<number, OpenBracket[]>([[tokenKind.openBracket, []], [tokenKind.openParen, []], [tokenKind.openAngle, []]]);

  constructor(readonly text: string) {
    this.limit = text.length;
  }

  kind(token: number): number {
    return token < this.count ? this.#kinds[token] ?? 0 : 0;
  }

  start(token: number): number {
    return token < this.count ? this.#starts[token] ?? this.limit : this.limit;
  }

  /** The offset behind a command's name or a magic comment. */
  end(token: number): number {
    return this.use(token)?.end ?? this.#details[token] ?? this.limit;
  }

  /** The token that closes the opener `token`; -1 where nothing does. */
  closer(token: number): number {
    return this.#details[token] ?? -1;
  }

  use(token: number): CommandUse | undefined {
    return this.kind(token) === tokenKind.command ? this.#uses[this.#details[token] ?? -1] : undefined;
  }

  get isInGroup(): boolean {
    return this.#groups.length > 0;
  }

  /** Opening braces that nothing closes, in order; known once the last token is added. */
  get unclosedGroups(): readonly number[] {
    return this.#groups;
  }

  addCommand(start: number, end: number, name: string, command: LatexCommand): void {
    this.#add(tokenKind.command, start, this.#uses.length);
    this.#uses.push({ name, command, end });
  }

  addMagicComment(start: number, end: number): void {
    this.#add(tokenKind.magicComment, start, end);
  }

  addParagraphEnd(start: number): void {
    for (const bracket of this.#open.values()) this.#leaveUnclosed(bracket);
    this.#add(tokenKind.paragraphEnd, start, -1);
  }

  addOpener(kind: number, start: number): void {
    const waiting = this.#open.get(kind);
    if (waiting === undefined) this.#groups.push(this.count);
    else waiting.push({ token: this.count, group: this.#groups.at(-1) ?? -1 });
    this.#add(kind, start, -1);
  }

  addCloser(kind: number, opener: number, start: number): void {
    const waiting = this.#open.get(opener);
    if (waiting === undefined) this.#closeGroup();
    else this.#closeBrackets(waiting);
    this.#add(kind, start, -1);
  }

  #closeGroup(): void {
    const group = this.#groups.pop();
    if (group !== undefined) this.#details[group] = this.count;
  }

  /** The first closing bracket ends every bracket that is open in its group. */
  #closeBrackets(waiting: OpenBracket[]): void {
    const group = this.#groups.at(-1) ?? -1;
    for (let top = waiting.at(-1); top !== undefined; top = waiting.at(-1)) {
      if (top.group === group) this.#details[top.token] = this.count;
      else if (!this.#isClosed(top.group)) return;
      waiting.pop();
    }
  }

  #leaveUnclosed(waiting: OpenBracket[]): void {
    const group = this.#groups.at(-1) ?? -1;
    for (let top = waiting.at(-1); top !== undefined; top = waiting.at(-1)) {
      if (top.group !== group && !this.#isClosed(top.group)) return;
      waiting.pop();
    }
  }

  #isClosed(group: number): boolean {
    return group >= 0 && this.closer(group) >= 0;
  }

  #add(kind: number, start: number, detail: number): void {
    if (this.count === this.#kinds.length) this.#grow();
    this.#kinds[this.count] = kind;
    this.#starts[this.count] = start;
    this.#details[this.count] = detail;
    this.count++;
  }

  #grow(): void {
    const size = this.#kinds.length * 2;
    this.#kinds = copyInto(new Uint8Array(size), this.#kinds);
    this.#starts = copyInto(new Int32Array(size), this.#starts);
    this.#details = copyInto(new Int32Array(size), this.#details);
  }
}

function copyInto<T extends Uint8Array | Int32Array>(larger: T, smaller: T): T {
  larger.set(smaller);
  return larger;
}

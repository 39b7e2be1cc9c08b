import type { BlockHead } from "../../../bibliography/bibtex/bibtexBlocks";
import { readKey } from "../../../bibliography/bibtex/bibtexKey";
import { endOfName, scanValue, skipSpace } from "../../../bibliography/bibtex/bibtexScanner";
import { endOfLine } from "../../../text/lineEnds";
import { closeBrace, closeParenthesis, comma, equalsSign, hash, openBrace, percent, quote } from "../../../bibliography/charCodes";
import type { TextRange } from "../../../model/textRange";

/** `name = value,` */
export interface FieldPart {
  readonly kind: "field";
  readonly name: TextRange;
  readonly equals: number;
  /** All pieces, with what joins them. */
  readonly value: TextRange;
  /** Where the comma behind it stands. */
  readonly comma: number | undefined;
}

/** From `%` to the end of the line. */
export interface CommentPart {
  readonly kind: "comment";
  readonly range: TextRange;
}

export type BodyPart = FieldPart | CommentPart;

/** The inside of an entry or of `@string`. */
export interface BlockBody {
  readonly key: TextRange | undefined;
  /** Where the comma behind the key stands. */
  readonly keyComma: number | undefined;
  readonly parts: readonly BodyPart[];
  readonly closeAt: number;
}

/** The inside of a block that has nothing out of place; `undefined` of any other. */
export function readBody(text: string, head: BlockHead, hasKey: boolean): BlockBody | undefined {
  return new BodyReader(text, head).read(hasKey);
}

class BodyReader {
  readonly #close: number;
  readonly #parts: BodyPart[] = [];
  #position: number;

  constructor(readonly text: string, readonly head: BlockHead) {
    this.#close = head.isParenthesized ? closeParenthesis : closeBrace;
    this.#position = head.bodyStart;
  }

  read(hasKey: boolean): BlockBody | undefined {
    const key = hasKey ? this.#readKey() : undefined;
    if (hasKey && key === undefined) return undefined;
    const keyComma = hasKey ? this.#readComma() : undefined;
    if (!hasKey || keyComma !== undefined) {
      this.#readComments();
      while (this.#code() !== this.#close) {
        const field = this.#readField();
        if (field === undefined) return undefined;
        this.#parts.push(field);
        this.#readComments();
        if (field.comma === undefined) break;
      }
    } else {
      this.#readComments();
    }
    return this.#code() === this.#close ? { key, keyComma, parts: this.#parts, closeAt: this.#position } : undefined;
  }

  #code(): number {
    return this.text.charCodeAt(this.#position);
  }

  #skipSpace(): void {
    this.#position = skipSpace(this.text, this.#position);
  }

  #readKey(): TextRange | undefined {
    const { start, end } = readKey(this.text, this.#position, this.head.isParenthesized);
    if (end === start || /[\s{}@]/.test(this.text.slice(start, end))) return undefined;
    this.#position = end;
    return { start, end };
  }

  #readComma(): number | undefined {
    this.#skipSpace();
    return this.#code() === comma ? this.#position++ : undefined;
  }

  #readComments(): void {
    for (;;) {
      this.#skipSpace();
      if (this.#code() !== percent) return;
      const start = this.#position;
      this.#position = endOfLine(this.text, start);
      this.#parts.push({ kind: "comment", range: { start, end: this.#position } });
    }
  }

  #readField(): FieldPart | undefined {
    const start = this.#position;
    const end = endOfName(this.text, start);
    this.#position = end;
    this.#skipSpace();
    const equals = this.#position;
    if (end === start || this.#code() !== equalsSign) return undefined;
    this.#position++;
    this.#skipSpace();
    const value = this.#readValue();
    return value && { kind: "field", name: { start, end }, equals, value, comma: this.#readComma() };
  }

  #readValue(): TextRange | undefined {
    const start = this.#position;
    for (;;) {
      const end = this.#endOfPiece();
      if (end === undefined) return undefined;
      this.#position = end;
      this.#skipSpace();
      if (this.#code() !== hash) return { start, end };
      this.#position++;
      this.#skipSpace();
    }
  }

  #endOfPiece(): number | undefined {
    const code = this.#code();
    if (code === openBrace || code === quote) {
      const { end, isClosed } = scanValue(this.text, this.#position, this.text.length, false);
      return isClosed ? end : undefined;
    }
    const end = endOfName(this.text, this.#position);
    return end > this.#position ? end : undefined;
  }
}

import { at, closeBrace, openBrace, percent, quote } from "../charCodes";
import { isEntryLine, type ScannedText } from "./bibtexScanner";
import { endOfLine } from "../../text/lineEnds";
import { NextCharacter } from "./nextCharacter";

/**
 * Finds where entries end. Fields need not be told apart for that: braces match in values of every kind, and only a comment between
 * fields, which is none inside a value, may hold any number of them. Most of a file is values, in which it leaps from one character
 * that counts to the next.
 */
export class BlockScanner {
  readonly #open: NextCharacter;
  readonly #close: NextCharacter;
  readonly #quote: NextCharacter;
  readonly #at: NextCharacter;

  constructor(readonly text: string) {
    this.#open = new NextCharacter(text, "{");
    this.#close = new NextCharacter(text, "}");
    this.#quote = new NextCharacter(text, "\"");
    this.#at = new NextCharacter(text, "@");
  }

  /** Reads from behind the key of an entry to the brace that closes it. A line that begins with `@word{` ends it too, unclosed. */
  scan(from: number): ScannedText {
    const { text } = this;
    let isInQuotes = false;
    for (let position = from; position < text.length; position++) {
      if (isInQuotes) position = this.#nextInQuotes(position);
      switch (text.charCodeAt(position)) {
        case openBrace: {
          const { end, isClosed } = this.#scanBraces(position);
          if (!isClosed) return { end, isClosed };
          position = end - 1;
          break;
        }
        case closeBrace: return { end: position + 1, isClosed: true };
        case quote: isInQuotes = !isInQuotes; break;
        case percent: position = endOfLine(text, position); break;
        case at:
          if (isEntryLine(text, position)) return { end: position, isClosed: false };
          break;
        default:
      }
    }
    return { end: text.length, isClosed: false };
  }

  #nextInQuotes(position: number): number {
    return Math.min(this.#open.from(position), this.#close.from(position), this.#quote.from(position), this.#at.from(position));
  }

  #scanBraces(from: number): ScannedText {
    let depth = 0;
    for (let position = from; position < this.text.length; position++) {
      const open = this.#open.from(position);
      const close = this.#close.from(position);
      position = Math.min(open, close, this.#at.from(position));
      if (position === open) depth++;
      else if (position === close && --depth === 0) return { end: position + 1, isClosed: true };
      else if (position !== close && isEntryLine(this.text, position)) return { end: position, isClosed: false };
    }
    return { end: this.text.length, isClosed: false };
  }
}

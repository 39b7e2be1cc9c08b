import { at, byteOrderMark, openBrace, openParenthesis, percent } from "../charCodes";
import { endOfName, isEntryStart, isSpace, skipBlanks, skipSpace } from "./bibtexScanner";
import { isLineEnd } from "../../text/lineEnds";
import { isEntryType } from "./entryTypes";
import { quoted, type ProblemList } from "../problems";

/** The head of `@type{` or `@type(`. */
export interface BlockHead {
  /** Of the `@`. */
  readonly start: number;
  readonly typeStart: number;
  readonly typeEnd: number;
  /** Behind the opening delimiter. */
  readonly bodyStart: number;
  readonly isParenthesized: boolean;
}

/** Finds the blocks of a file one after the other. Whatever stands between them is a comment, as in BibTeX. */
export class BlockFinder {
  #position = 0;
  /** What the line holds so far, outside blocks. */
  #line: "blank" | "comment" | "text" = "blank";

  constructor(readonly text: string, readonly problems: ProblemList) {}

  /** Reading goes on at `position`, behind a block. */
  continueAt(position: number): void {
    this.#position = position;
    this.#line = "blank";
  }

  next(): BlockHead | undefined {
    const { text } = this;
    while (this.#position < text.length) {
      const position = this.#position++;
      const code = text.charCodeAt(position);
      if (code === at && this.#line !== "comment") {
        const head = this.#headAt(position);
        if (head !== undefined) return head;
        if (this.#line === "blank" && this.#skipHalfTyped(position)) continue;
      }
      this.#line = this.#lineAfter(code);
    }
    return undefined;
  }

  /** `@article` without a brace. Tells whether it was begun right before the next entry: `@article@book{…`. */
  #skipHalfTyped(start: number): boolean {
    const { text } = this;
    const end = endOfName(text, start + 1);
    const type = text.slice(start + 1, end);
    if (isEntryType(type.toLowerCase())) {
      this.problems.addSyntax(start, end, `${quoted(`@${type}`)} begins no entry: an opening brace, a key and a comma belong behind it.`, undefined);
    }
    if (text.charCodeAt(end) !== at) return false;
    this.#position = end;
    return true;
  }

  #lineAfter(code: number): "blank" | "comment" | "text" {
    if (isLineEnd(code)) return "blank";
    if (this.#line !== "blank" || isSpace(code) || code === byteOrderMark) return this.#line;
    // biber and Pandoc take `%` for a comment here, and so do writers who put an entry away with it
    return code === percent ? "comment" : "text";
  }

  /** In the running text only `@word{` counts, and `name@host{` does not: it takes the start of a line to be read as generously as BibTeX does. */
  #headAt(start: number): BlockHead | undefined {
    const { text } = this;
    const beginsLine = this.#line === "blank";
    if (!beginsLine && isWordCharacter(text.charCodeAt(start - 1)) && !isEntryStart(text, start)) return undefined;
    const typeStart = beginsLine ? skipBlanks(text, start + 1) : start + 1;
    const typeEnd = endOfName(text, typeStart);
    if (typeEnd === typeStart) return undefined;
    const open = beginsLine ? skipSpace(text, typeEnd) : skipBlanks(text, typeEnd);
    const code = text.charCodeAt(open);
    if (code !== openBrace && (code !== openParenthesis || !beginsLine)) return undefined;
    return { start, typeStart, typeEnd, bodyStart: open + 1, isParenthesized: code === openParenthesis };
  }
}

/** What an e-mail address has before its `@`. */
function isWordCharacter(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 46 || code === 95 || code === 45 || code === 43
    || (code > 127 && !isSpace(code));
}

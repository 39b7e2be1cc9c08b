import { asciiTable, endOfRun } from "../asciiRuns";
import { closeBrace, comma, equalsSign, hash, newline, openBrace, quote, space } from "../charCodes";
import { isSpace, nextEntryLine } from "./bibtexScanner";
import { addPlace, summaryFieldAt } from "./fieldPlaces";
import type { IntList } from "./intList";
import { NextCharacter } from "./nextCharacter";

/** Behind this many characters, leaping from brace to brace is faster than looking at each character. */
const longValue = 24;

/** Letters, digits, `-` and `_` are all that names of fields and macros are made of as a rule. */
const plain = asciiTable(/[\w-]/);

/**
 * Reads the fields of entries that are written by the book, without making fields of them: it notes where those stand that summaries
 * need. What is written otherwise it leaves to `readFields`; what both read they read alike.
 */
export class FieldScanner {
  /** Where the next line that begins an entry does, which no value goes beyond: looked for anew once it has been reached. */
  #limit = -1;
  #limitKnownFrom = 0;
  readonly #open: NextCharacter;
  readonly #close: NextCharacter;
  /** The fields that were found, a bit for each. */
  found = 0;

  constructor(readonly text: string, readonly places: IntList) {
    this.#open = new NextCharacter(text, "{");
    this.#close = new NextCharacter(text, "}");
  }

  /** From behind a key to behind the brace that closes the entry; negative, and no places noted, where it is not written by the book. */
  scan(start: number): number {
    const { text, places } = this;
    const before = places.length;
    this.found = 0;
    this.#findLimit(start);
    let position = start;
    for (;;) {
      position = skipSpaceAndCommas(text, position);
      if (text.charCodeAt(position) === closeBrace) return position + 1;
      const nameStart = position;
      position = endOfRun(text, position, plain);
      if (position === nameStart) break;
      const field = summaryFieldAt(text, nameStart, position);
      position = skip(text, position);
      if (text.charCodeAt(position) !== equalsSign) break;
      position = this.#readValue(skip(text, position + 1), field);
      if (position < 0) break;
    }
    places.length = before;
    return -1;
  }

  /** Reads pieces joined by `#`, and returns where the comma or brace behind them stands. */
  #readValue(start: number, field: number): number {
    const { text } = this;
    let isDelimited = text.charCodeAt(start) === openBrace || text.charCodeAt(start) === quote;
    for (let position = start;;) {
      const end = this.#endOfPiece(position);
      if (end < 0) return -1;
      position = skip(text, end);
      const code = text.charCodeAt(position);
      if (code !== hash) {
        if (field >= 0) this.#keep(field, start, end, isDelimited);
        return code === comma || code === closeBrace ? position : -1;
      }
      isDelimited = false;
      position = skip(text, position + 1);
    }
  }

  #keep(field: number, start: number, end: number, isDelimited: boolean): void {
    this.found |= 1 << field;
    addPlace(this.places, field, start, end, isDelimited);
  }

  #endOfPiece(start: number): number {
    const { text } = this;
    const code = text.charCodeAt(start);
    if (code === openBrace) return this.#endOfBraces(start);
    if (code === quote) return this.#endOfQuotes(start);
    const end = endOfRun(text, start, plain);
    return end === start ? -1 : end;
  }

  /** Behind the brace that closes the one at `start`; negative where there is none. */
  #endOfBraces(start: number): number {
    const { text } = this;
    let depth = 1;
    const leapsFrom = Math.min(start + longValue, this.#limit);
    for (let position = start + 1; position < leapsFrom; position++) {
      const code = text.charCodeAt(position);
      if (code < openBrace) continue;
      if (code === closeBrace) {
        if (--depth === 0) return position + 1;
      } else if (code === openBrace) {
        depth++;
      }
    }
    return this.#leapToEnd(leapsFrom, depth);
  }

  #leapToEnd(start: number, depthThere: number): number {
    let depth = depthThere;
    for (let position = start;; position++) {
      const open = this.#open.from(position);
      const close = this.#close.from(position);
      position = open < close ? open : close;
      if (position >= this.#limit) return -1;
      depth += open < close ? 1 : -1;
      if (depth === 0) return position + 1;
    }
  }

  /** Behind the quote that closes the one at `start`; those in braces do not count. */
  #endOfQuotes(start: number): number {
    const { text } = this;
    for (let position = start + 1; position < this.#limit; position++) {
      const code = text.charCodeAt(position);
      if (code === quote) return position + 1;
      if (code < openBrace) continue;
      if (code === closeBrace) return -1;
      if (code !== openBrace) continue;
      const end = this.#endOfBraces(position);
      if (end < 0) return -1;
      position = end - 1;
    }
    return -1;
  }

  #findLimit(start: number): void {
    if (start >= this.#limitKnownFrom && start <= this.#limit) return;
    this.#limitKnownFrom = start;
    this.#limit = nextEntryLine(this.text, start);
  }
}

function skip(text: string, start: number): number {
  let position = start;
  for (let code = text.charCodeAt(position); code === space || code === newline || isSpace(code); code = text.charCodeAt(position)) position++;
  return position;
}

function skipSpaceAndCommas(text: string, start: number): number {
  let position = start;
  for (let code = text.charCodeAt(position); code === space || code === comma || code === newline || isSpace(code); code = text.charCodeAt(position)) position++;
  return position;
}

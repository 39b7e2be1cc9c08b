import { closeBrace, comma, equalsSign, hash, openBrace, quote } from "../charCodes";
import { isSpace } from "./bibtexScanner";
import { resolveValue, type Macros } from "./macros";

/** The fields that a summary is made of, and those that name parents or the entry itself. */
const names = [
  "author", "bookauthor", "booksubtitle", "booktitle", "crossref", "date", "editor", "entryset", "entrysubtype", "ids", "journal", "journalsubtitle",
  "journaltitle", "mainsubtitle", "maintitle", "series", "shortjournal", "subtitle", "title", "translator", "xdata", "year",
] as const;

export type SummaryField = typeof names[number];

/** No two of the names have the same length and the same first letter. */
const byShape: (SummaryField | undefined)[] = Array.from({ length: 16 << 5 });
for (const name of names) byShape[shapeOf(name.length, name.charCodeAt(0))] = name;

function shapeOf(length: number, firstLetter: number): number {
  return length << 5 | firstLetter & 31;
}

interface Place {
  /** 0 where the entry has no such field. */
  start: number;
  end: number;
  /** One piece in braces or quotes, none of which is part of the value. */
  isDelimited: boolean;
}

/**
 * Reads the values that summaries need, one entry after the other, without making fields of them all. It reads what is written by the
 * book and leaves the rest to `readFields`; what both read they read alike.
 */
export class SummaryValues {
  readonly #places: Readonly<Record<SummaryField, Place>> =
    Object.fromEntries(names.map((name) => [name, { start: 0, end: 0, isDelimited: false }])) as Record<SummaryField, Place>;
  readonly #found: Place[] = [];
  #position = 0;

  constructor(readonly text: string, readonly macros: Macros) {}

  /** Opens the entry whose fields stand from `start` to its brace at `closeAt`; `false` where it is not written by the book. */
  open(start: number, closeAt: number): boolean {
    for (let place = this.#found.pop(); place !== undefined; place = this.#found.pop()) place.start = 0;
    this.#position = start;
    for (;;) {
      this.#skipSpaceAndCommas();
      if (this.#position >= closeAt) return this.#position === closeAt;
      if (!this.#readField() || this.#position > closeAt) return false;
    }
  }

  has(name: SummaryField): boolean {
    return this.#places[name].start > 0;
  }

  /** Of two fields of one name the last counts, as in `fieldNamed`. */
  valueOf(name: SummaryField): string {
    const { start, end, isDelimited } = this.#places[name];
    if (start === 0) return "";
    return isDelimited ? this.text.slice(start + 1, end - 1) : resolveValue(this.text, start, end, this.macros);
  }

  #readField(): boolean {
    const { text } = this;
    const nameStart = this.#position;
    const nameEnd = endOfPlainWord(text, nameStart);
    this.#position = nameEnd;
    if (nameEnd === nameStart || this.#skipSpace() !== equalsSign) return false;
    this.#position++;
    this.#skipSpace();
    const name = byShape[shapeOf(nameEnd - nameStart, text.charCodeAt(nameStart))];
    return this.#readValue(name !== undefined && isNamed(text, nameStart, nameEnd, name) ? this.#places[name] : undefined);
  }

  /** Reads pieces joined by `#`. */
  #readValue(place: Place | undefined): boolean {
    const start = this.#position;
    let isDelimited = this.text.charCodeAt(start) === openBrace || this.text.charCodeAt(start) === quote;
    for (;;) {
      const end = this.#position = this.#endOfPiece(this.#position);
      if (end < 0) return false;
      const code = this.#skipSpace();
      if (code !== hash) {
        if (place !== undefined) this.#keep(place, start, end, isDelimited);
        return code === comma || code === closeBrace;
      }
      isDelimited = false;
      this.#position++;
      this.#skipSpace();
    }
  }

  #keep(place: Place, start: number, end: number, isDelimited: boolean): void {
    if (place.start === 0) this.#found.push(place);
    place.start = start;
    place.end = end;
    place.isDelimited = isDelimited;
  }

  #endOfPiece(start: number): number {
    const { text } = this;
    const code = text.charCodeAt(start);
    if (code === openBrace) return endOfBraces(text, start);
    if (code === quote) return endOfQuotes(text, start);
    const end = endOfPlainWord(text, start);
    return end === start ? -1 : end;
  }

  #skipSpace(): number {
    let code = this.text.charCodeAt(this.#position);
    while (isSpace(code)) code = this.text.charCodeAt(++this.#position);
    return code;
  }

  #skipSpaceAndCommas(): void {
    while (this.#skipSpace() === comma) this.#position++;
  }
}

/** Letters, digits, `-` and `_` are all that names of fields and macros are made of as a rule. */
function endOfPlainWord(text: string, start: number): number {
  let position = start;
  for (;; position++) {
    const code = text.charCodeAt(position);
    const isPlain = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 45 || code === 95;
    if (!isPlain) return position;
  }
}

function isNamed(text: string, start: number, end: number, name: string): boolean {
  for (let position = start; position < end; position++) {
    if ((text.charCodeAt(position) | 32) !== name.charCodeAt(position - start)) return false;
  }
  return true;
}

/** Behind this many characters, leaping from brace to brace is faster than looking at each character. */
const longValue = 64;

/** Behind the brace that closes the one at `start`; negative where there is none. */
function endOfBraces(text: string, start: number): number {
  let depth = 0;
  const leapsFrom = Math.min(start + longValue, text.length);
  for (let position = start; position < leapsFrom; position++) {
    const code = text.charCodeAt(position);
    if (code < openBrace) continue;
    if (code === openBrace) depth++;
    else if (code === closeBrace && --depth === 0) return position + 1;
  }
  return leapToEnd(text, leapsFrom, depth);
}

function leapToEnd(text: string, start: number, depth: number): number {
  let open = -1;
  for (let position = start, level = depth;; position++) {
    const close = text.indexOf("}", position);
    if (close < 0) return -1;
    // what lies ahead is looked for once, which keeps all linear
    if (open < position) open = indexOrEnd(text, "{", position);
    position = Math.min(open, close);
    level += open < close ? 1 : -1;
    if (level === 0) return position + 1;
  }
}

function indexOrEnd(text: string, character: string, from: number): number {
  const index = text.indexOf(character, from);
  return index < 0 ? text.length : index;
}

/** The same of quotes; those in braces do not count. */
function endOfQuotes(text: string, start: number): number {
  for (let position = start + 1; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (code === quote) return position + 1;
    if (code === closeBrace) return -1;
    if (code !== openBrace) continue;
    const end = endOfBraces(text, position);
    if (end < 0) return -1;
    position = end - 1;
  }
  return -1;
}

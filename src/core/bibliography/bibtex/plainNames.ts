import { carriageReturn, closeBrace, comma, equalsSign, hyphen, newline, noBreakSpace, openBrace, space, tab, tilde } from "../charCodes";
import { isAnd } from "./names";

/** What a character means in a name. */
const kinds = { other: 0, letter: 1, capital: 2, hyphen: 3, space: 4, tie: 5, comma: 6 } as const;

const kindOf = Uint8Array.from({ length: 0x80 }, (_, code) => {
  if (code === space || code === newline || code === tab || code === carriageReturn) return kinds.space;
  if (code === tilde) return kinds.tie;
  if (code === comma) return kinds.comma;
  if (code === hyphen) return kinds.hyphen;
  const char = String.fromCharCode(code);
  return /[A-Z]/.test(char) ? kinds.capital : /[a-z0-9.]/.test(char) ? kinds.letter : kinds.other;
});

/**
 * Finds the names in a list of names, as `splitNames` does, and the family names in those that are written in letters of ASCII, as
 * `plainFamily` does, without making texts of them.
 */
export class PlainNames {
  #file = "";
  #position = 0;
  #end = 0;
  /** Where the family name stands; if it is not told by its letters alone, the whole name. */
  start = 0;
  end = 0;
  isPlain = true;

  open(file: string, start: number, end: number): void {
    this.#file = file;
    this.#position = start;
    this.#end = end;
  }

  /** Finds the next name; `false` where there is none. */
  next(): boolean {
    for (;;) {
      while (this.#position < this.#end && this.#kindAt(this.#position) === kinds.space) this.#position++;
      if (this.#position >= this.#end) return false;
      const nameStart = this.start = this.end = this.#position;
      this.isPlain = this.#readName();
      if (!this.isPlain) {
        this.#position = this.start = nameStart;
        this.end = this.#skipName();
      }
      if (this.end > nameStart) return true;
    }
  }

  /** Reads words up to `and`, or to the comma behind a family name. The last word of `First Last` is the family name. */
  #readName(): boolean {
    const file = this.#file;
    const nameStart = this.#position;
    let isCapitalized = true;
    let hasSingleSpaces = true;
    for (;;) {
      const start = this.#position;
      const end = this.#endOfWord();
      if (end === start) return false;
      const kind = this.#kindAt(end);
      this.#position = end;
      if (kind === kinds.comma) {
        this.start = nameStart;
        this.end = end;
        if (!hasSingleSpaces || isNobody(file, nameStart, end)) return false;
        this.#skipName();
        return !this.#isExtended(end);
      }
      if (kind !== kinds.space && kind !== kinds.tie) return false;
      if (isNobody(file, start, end)) return false;
      if (end - start === 3 && isAnd(file, start) && kind === kinds.space && file.charCodeAt(start - 1) !== tilde) return isCapitalized;
      if (this.end > nameStart) isCapitalized &&= this.#kindAt(this.start) === kinds.capital;
      this.start = start;
      this.end = end;
      this.#skipSpaceAndTies();
      hasSingleSpaces &&= this.#position === end + 1 && kind === kinds.space && file.charCodeAt(end) === space;
      if (this.#position >= this.#end) return isCapitalized;
    }
  }

  #kindAt(place: number): number {
    if (place >= this.#end) return kinds.space;
    const code = this.#file.charCodeAt(place);
    return code < 0x80 ? kindOf[code] ?? 0 : kinds.other;
  }

  /** Letters with single hyphens between them; where it starts if they are not written so. */
  #endOfWord(): number {
    let before: number = kinds.hyphen;
    let place = this.#position;
    for (;; place++) {
      const kind = this.#kindAt(place);
      if (kind === kinds.hyphen ? before === kinds.hyphen : kind !== kinds.letter && kind !== kinds.capital) break;
      before = kind;
    }
    return before === kinds.hyphen ? this.#position : place;
  }

  #skipSpaceAndTies(): void {
    for (; this.#position < this.#end; this.#position++) {
      const kind = this.#kindAt(this.#position);
      if (kind !== kinds.space && kind !== kinds.tie) return;
    }
  }

  /** Skips what is left of a name and the `and` behind it; returns where the name ends. */
  #skipName(): number {
    let depth = 0;
    let wordStart = this.#position;
    for (; this.#position < this.#end; this.#position++) {
      const code = this.#file.charCodeAt(this.#position);
      if (code === openBrace) depth++;
      else if (code === closeBrace) depth = Math.max(depth - 1, 0);
      else if (depth === 0 && (code === noBreakSpace || this.#kindAt(this.#position) === kinds.space)) {
        if (this.#position - wordStart === 3 && isAnd(this.#file, wordStart)) return wordStart;
        wordStart = this.#position + 1;
      }
    }
    return this.#end - wordStart === 3 && isAnd(this.#file, wordStart) ? wordStart : this.#end;
  }

  /** Whether the name whose family part ended at a comma may be one of BibLaTeX's with `given=` and the like. */
  #isExtended(comma: number): boolean {
    for (let place = comma; place < this.#position; place++) {
      if (this.#file.charCodeAt(place) === equalsSign) return true;
    }
    return false;
  }
}

/** What may say that there are others. */
function isNobody(file: string, start: number, end: number): boolean {
  return end - start === 6 && (file.startsWith("others", start) || file.startsWith("et al.", start));
}

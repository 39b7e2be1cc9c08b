import type { CitationKey } from "../../model/citation";
import type { ProblemSeverity } from "../../model/problem";
import { BibtexFieldAt, type BibtexSource } from "./bibtexField";
import { at, comma, equalsSign, hash, openBrace, percent, quote } from "../charCodes";
import type { closeBrace, closeParenthesis } from "../charCodes";
import { endOfName, isEntryLine, isEntryStart, scanValue, skipSpace, startsField, trimEnd } from "./bibtexScanner";
import { endOfLine, isLineEnd } from "../../text/lineEnds";
import { isNumber } from "./macros";
import { quoted, type ProblemList } from "../problems";

/** The part of a block that holds its fields. */
export interface FieldsPlace {
  readonly source: BibtexSource;
  readonly start: number;
  readonly close: typeof closeBrace | typeof closeParenthesis;
  /** Where the closing delimiter stands, if that is known. */
  readonly closeAt: number | undefined;
  /** Delimiters do not match: a line that reads like a field ends an open value, an `@word{` ends the block. */
  readonly isBroken: boolean;
  readonly key: CitationKey | undefined;
}

export interface ReadFields {
  readonly fields: readonly BibtexFieldAt[];
  /** Behind the closing delimiter, or where reading goes on when it is missing. */
  readonly end: number;
  /** Whether each value and the block itself are closed. */
  readonly isClosed: boolean;
}

/** Reads `name = value, …` up to the closing delimiter, keeping every sound field whatever stands between them. */
export function readFields(place: FieldsPlace, problems?: ProblemList): ReadFields {
  return new FieldReader(place, problems).read();
}

class FieldReader {
  readonly #text: string;
  readonly #limit: number;
  readonly #valueLimit: number;
  readonly #fields: BibtexFieldAt[] = [];
  #position: number;
  #isClosed = true;
  /** A value has ended and no comma has come yet. */
  #needsComma = false;
  #isBehindComma = false;
  /** What is out of place has been reported once; the next sound field or comma ends it. */
  #isReported = false;

  constructor(readonly place: FieldsPlace, readonly problems: ProblemList | undefined) {
    this.#text = place.source.text;
    this.#limit = place.closeAt === undefined ? this.#text.length : place.closeAt + 1;
    this.#valueLimit = place.closeAt ?? this.#text.length;
    this.#position = place.start;
  }

  read(): ReadFields {
    for (;;) {
      this.#skipSpace();
      if (this.#isAtEnd()) return { fields: this.#fields, end: this.#position, isClosed: this.#isClosed };
      const code = this.#code();
      if (code === comma) {
        this.#readComma();
      } else if (code === percent) {
        // biber's parser (btparse) knows comments between fields; writers put fields away so
        this.#position = endOfLine(this.#text, this.#position, this.#limit);
      } else if (!this.#readField()) {
        this.#skipMisplaced();
      }
    }
  }

  #readComma(): void {
    if (this.#isBehindComma) this.#report(this.#position, this.#position + 1, "There is a comma too many here.");
    this.#isBehindComma = true;
    this.#needsComma = this.#isReported = false;
    this.#position++;
  }

  #code(): number {
    return this.#text.charCodeAt(this.#position);
  }

  #skipSpace(): void {
    this.#position = skipSpace(this.#text, this.#position, this.#limit);
  }

  #report(start: number, end: number, message: string, severity: ProblemSeverity = "error"): void {
    this.problems?.addSyntax(start, end, message, this.place.key, severity);
  }

  /** Moves behind the closing delimiter, or tells that it is missing. */
  #isAtEnd(): boolean {
    const { close, isBroken } = this.place;
    const isEntry = isBroken ? isEntryStart : isEntryLine;
    if (this.#position >= this.#limit || (this.#code() === at && isEntry(this.#text, this.#position))) {
      const end = trimEnd(this.#text, this.place.start, this.#position);
      this.#report(Math.max(end - 1, 0), end, `This entry is not closed: “${String.fromCharCode(close)}” is missing here.`);
      this.#isClosed = false;
      return true;
    }
    if (this.#code() !== close) return false;
    if (isBroken && isStrayClose(this.#text, this.#position, this.#limit)) {
      this.#report(this.#position, this.#position + 1, "There is one closing brace too many here. Take it out, or open it where it belongs.");
      this.#position++;
      return this.#isAtEnd();
    }
    this.#position++;
    return true;
  }

  /** `false` where no `name =` stands. */
  #readField(): boolean {
    const start = this.#position;
    const nameEnd = endOfName(this.#text, start, this.#limit);
    const equals = skipSpace(this.#text, nameEnd, this.#limit);
    if (nameEnd === start || equals >= this.#limit || this.#text.charCodeAt(equals) !== equalsSign) return false;
    if (this.#needsComma && !this.#isReported) this.#report(start, nameEnd, `A comma is missing before ${quoted(this.#text.slice(start, nameEnd))}.`);
    this.#position = skipSpace(this.#text, equals + 1, this.#limit);
    const valueStart = this.#position;
    const valueEnd = this.#readValue();
    if (valueEnd > valueStart) this.#fields.push(new BibtexFieldAt(this.place.source, start, nameEnd, valueStart, valueEnd));
    else this.#report(start, equals + 1, `The field ${quoted(this.#text.slice(start, nameEnd))} has no value. Write one in braces, or take the field out.`);
    this.#needsComma = valueEnd > valueStart;
    this.#isBehindComma = this.#isReported = false;
    return true;
  }

  /** Reads pieces joined by `#` and returns the end of the last. */
  #readValue(): number {
    let end = this.#position;
    let joint = -1;
    for (;;) {
      const start = this.#position;
      end = this.#readPiece(end);
      if (this.#position === start) {
        if (joint >= 0) this.#report(joint, joint + 1, "Nothing stands behind this “#”, which joins two pieces of a value.");
        return end;
      }
      this.#skipSpace();
      if (this.#position >= this.#limit || this.#code() !== hash) return end;
      joint = this.#position++;
      this.#skipSpace();
    }
  }

  /** One piece of a value; `end` where there is none. */
  #readPiece(end: number): number {
    const code = this.#code();
    if (this.#position >= this.#limit) return end;
    return code === openBrace || code === quote ? this.#readDelimited() : this.#readBare(end);
  }

  #readDelimited(): number {
    const start = this.#position;
    const scanned = scanValue(this.#text, start, this.#valueLimit, this.place.isBroken);
    this.#position = scanned.end;
    if (scanned.isClosed) return this.#position;
    this.#isClosed = false;
    this.#report(start, start + 1, `This value is not closed: a closing ${this.#text.charCodeAt(start) === quote ? "quotation mark" : "brace"} is missing.`);
    const end = trimEnd(this.#text, start + 1, scanned.end);
    return this.#position = this.#text.charCodeAt(end - 1) === comma ? trimEnd(this.#text, start + 1, end - 1) : end;
  }

  /** A number, a macro, or text that lacks its braces. */
  #readBare(end: number): number {
    const start = this.#position;
    let wordEnd = endOfName(this.#text, start, this.#limit);
    if (wordEnd === start || this.#text.charCodeAt(skipSpace(this.#text, wordEnd, this.#limit)) === equalsSign) return end;
    wordEnd = this.#endOfBareText(wordEnd);
    this.#position = wordEnd;
    this.#checkMacro(start, wordEnd);
    return wordEnd;
  }

  /** `title = Some words,` lacks its braces: the words up to the comma or the end of the line are one value all the same. */
  #endOfBareText(wordEnd: number): number {
    let position = wordEnd;
    for (; position < this.#limit; position++) {
      const code = this.#text.charCodeAt(position);
      if (code === comma || code === this.place.close || code === hash || isLineEnd(code) || code === quote || code === openBrace || code === percent) break;
      if (code === at && this.place.isBroken && isEntryStart(this.#text, position)) break;
      // the next field, its comma missing
      if (code === equalsSign) return wordEnd;
    }
    return trimEnd(this.#text, wordEnd, position);
  }

  #checkMacro(start: number, end: number): void {
    if (this.problems === undefined) return;
    const { macros } = this.place.source;
    const name = this.#text.slice(start, end);
    if (isNumber(name) || macros.isDefined(name, start) || ieeeMacro.test(name)) return;
    const why = macros.isDefinedLater(name) ? "is defined only below. Move its @string up" : "is neither a number nor a @string of this file. Put braces around it if it is text";
    // A style or another bibliography may define a word; several words are text.
    this.#report(start, end, `${quoted(name)} ${why}.`, macros.isDefinedLater(name) || /\s/.test(name) ? "warning" : "information");
  }

  /** Skips what is no field up to where one may begin again; told once however long it is. */
  #skipMisplaced(): void {
    const start = this.#position;
    const code = this.#code();
    const nameEnd = endOfName(this.#text, start, this.#limit);
    if (code === openBrace || code === quote) this.#position = scanValue(this.#text, start, this.#valueLimit, this.place.isBroken).end;
    else this.#position = Math.max(nameEnd, start + 1);
    this.#isBehindComma = false;
    if (this.#isReported) return;
    this.#isReported = true;
    const what = quoted(this.#text.slice(start, this.#position));
    const way = this.#needsComma ? "a comma belongs behind a value" : nameEnd > start ? "a field is written name = {value}" : "the name of a field belongs here";
    this.#report(start, this.#position, `${what} is out of place: ${way}.`);
  }
}

/** The names of journals and magazines in IEEEtran's `IEEEabrv.bib`, which is declared beside the file that uses them. */
const ieeeMacro = /^IEEE_[JMOSBC]+_\w+$/i;

/** Whether a brace that would close an entry has more fields behind it: `title = {One}}, year = 2001}`. */
export function isStrayClose(text: string, position: number, limit: number): boolean {
  const next = skipSpace(text, position + 1, limit);
  return next < limit && text.charCodeAt(next) === comma && startsField(text, skipSpace(text, next + 1, limit), limit);
}

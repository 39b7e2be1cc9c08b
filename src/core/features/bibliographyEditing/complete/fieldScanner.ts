import { endOfName, isEntryLine, isSpace, scanValue, skipSpace, trimEnd } from "../../../bibliography/bibtex/bibtexScanner";
import { endOfLine } from "../../../text/lineEnds";
import { at, comma, equalsSign, hash, openBrace, percent, quote } from "../../../bibliography/charCodes";
import type { BibtexField } from "../../../model/bibliography";
import type { TextRange } from "../../../model/textRange";

/** What stands at an offset between the key of an entry and its end. */
export type FieldsContext =
  | {
    readonly kind: "field-name";
    readonly range: TextRange;
    /** `=` stands behind it. */
    readonly isFollowed: boolean;
    /** Where the comma behind the field before it is missing. */
    readonly missingComma: number | undefined;
  }
  | {
    readonly kind: "value";
    /** In small letters. */
    readonly field: string;
    /** `undefined` of a word that stands for itself, such as a macro. */
    readonly delimiter: "{" | "\"" | undefined;
    /** Of all that is between the delimiters, or of the word. */
    readonly range: TextRange;
  };

type Expecting = "comma" | "name" | "equals" | "value" | "joint";

/** Reads the fields of one block up to an offset, half-typed ones too. */
export class FieldScanner {
  #expecting: Expecting = "comma";
  #name = "";
  /** Behind the last value or the key. */
  #end = 0;

  constructor(readonly text: string, readonly close: number, readonly fields: readonly Pick<BibtexField, "name" | "nameRange">[]) {}

  /** `"behind"` where the block has ended before; `undefined` where nothing is to be said. */
  contextAt(offset: number, fieldsStart: number, isKeyless: boolean): FieldsContext | "behind" | undefined {
    const last = this.fields.findLast(({ nameRange }) => nameRange.start <= offset);
    let position = last?.nameRange.start ?? fieldsStart;
    this.#expecting = last !== undefined || isKeyless ? "name" : "comma";
    this.#end = fieldsStart;
    while (position < offset) {
      const code = this.text.charCodeAt(position);
      if (code === this.close) return "behind";
      if (code === at && isEntryLine(this.text, position)) return "behind";
      const next = code === percent ? endOfLine(this.text, position) : this.#step(position, code, offset);
      if (typeof next !== "number") return next;
      if (code === percent && offset <= next) return undefined;
      position = next;
    }
    return this.#at(offset);
  }

  /** Where reading goes on, or what stands at the offset. */
  #step(position: number, code: number, offset: number): number | FieldsContext {
    if (isSpace(code)) return position + 1;
    if (code === comma) return this.#expect("name", position);
    if (code === equalsSign) return this.#expect("value", position);
    if (code === hash && this.#expecting === "joint") return this.#expect("value", position);
    if ((code === openBrace || code === quote) && this.#expecting === "value") return this.#readDelimited(position, offset);
    const end = endOfName(this.text, position);
    if (end === position) return position + 1;
    if (offset <= end) return this.#contextOfWord({ start: position, end });
    this.#pass(position, end);
    return end;
  }

  #expect(what: Expecting, position: number): number {
    this.#expecting = what;
    return position + 1;
  }

  #pass(start: number, end: number): void {
    if (this.#expecting === "value" && this.text.charCodeAt(skipSpace(this.text, end)) !== equalsSign) {
      this.#expecting = "joint";
      this.#end = end;
    } else {
      this.#name = this.text.slice(start, end).toLowerCase();
      this.#expecting = "equals";
    }
  }

  #contextOfWord(range: TextRange): FieldsContext {
    const isFollowed = this.text.charCodeAt(skipSpace(this.text, range.end)) === equalsSign;
    if (this.#expecting === "value" && !isFollowed) return { kind: "value", field: this.#name, delimiter: undefined, range };
    const isLate = this.#expecting === "joint" || this.#expecting === "comma";
    return { kind: "field-name", range, isFollowed, missingComma: isLate ? this.#end : undefined };
  }

  #readDelimited(position: number, offset: number): number | FieldsContext {
    const limit = this.fields.find(({ nameRange }) => nameRange.start >= offset)?.nameRange.start ?? this.text.length;
    const { end, isClosed } = scanValue(this.text, position, limit, false);
    if (isClosed && end <= offset) {
      this.#expecting = "joint";
      return this.#end = end;
    }
    const contentEnd = isClosed ? end - 1 : Math.max(trimEnd(this.text, position + 1, Math.min(endOfLine(this.text, offset), limit)), offset);
    return { kind: "value", field: this.#name, delimiter: this.text.charCodeAt(position) === quote ? "\"" : "{", range: { start: position + 1, end: this.#withoutClose(contentEnd, offset, isClosed) } };
  }

  /** Of a value that is not closed, what closes the entry on the same line and a comma are no part. */
  #withoutClose(end: number, offset: number, isClosed: boolean): number {
    let position = end;
    while (!isClosed && position > offset && /[\s,})"]/.test(this.text.charAt(position - 1))) position--;
    return position;
  }

  /** Nothing is written at the offset yet, or what is written begins there. */
  #at(offset: number): FieldsContext | undefined {
    const end = endOfName(this.text, offset);
    if (end > offset && (this.#expecting === "name" || this.#expecting === "value")) return this.#contextOfWord({ start: offset, end });
    const range = { start: offset, end: offset };
    if (this.#expecting === "name") return { kind: "field-name", range, isFollowed: false, missingComma: undefined };
    return this.#expecting === "value" && !/[{"]/.test(this.text.charAt(offset)) ? { kind: "value", field: this.#name, delimiter: undefined, range } : undefined;
  }
}

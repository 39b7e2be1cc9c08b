import { endOfLine } from "../../text/lineEnds";
import { carriageReturn, newline } from "../charCodes";
import { keepShapeOf } from "../../shapes";

/** The lines of a text, whatever ends them: a line feed, a carriage return, or both. */
export class TextLines {
  readonly #hasOldEnds: boolean;

  constructor(readonly text: string) {
    this.#hasOldEnds = text.includes("\r") && /\r(?!\n)/.test(text);
  }

  /** Where the line at `from` ends, before its line break. */
  endOf(from: number): number {
    const { text } = this;
    if (this.#hasOldEnds) return endOfLine(text, from);
    const found = text.indexOf("\n", from);
    const end = found < 0 ? text.length : found;
    return end > from && text.charCodeAt(end - 1) === carriageReturn ? end - 1 : end;
  }

  /** Behind the line break at `end`. */
  after(end: number): number {
    return this.text.charCodeAt(end) === carriageReturn && this.text.charCodeAt(end + 1) === newline ? end + 2 : end + 1;
  }
}

keepShapeOf(new TextLines(""));

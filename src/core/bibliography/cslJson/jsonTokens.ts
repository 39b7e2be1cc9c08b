import { asterisk, backslash, carriageReturn, colon, newline, quote, slash } from "../charCodes";
import { skipSpace } from "../bibtex/bibtexScanner";
import { endOfLine } from "../../text/lineEnds";

/** Where the value behind a property's name begins. */
export function valueBehind(text: string, nameEnd: number): number | undefined {
  const separator = skipSpace(text, nameEnd);
  return text.charCodeAt(separator) === colon ? skipSpace(text, separator + 1) : undefined;
}

/** A longer comment is taken for one that is not closed, lest each that is not costs a look at the whole text. */
const longestComment = 4096;

/**
 * Behind the comment at `start`, as JavaScript and JSON with comments have it; `start` where there is none. One that is not closed
 * ends with its line.
 */
export function skipComment(text: string, start: number): number {
  const code = text.charCodeAt(start + 1);
  if (code !== slash && code !== asterisk) return start;
  const end = code === asterisk ? text.slice(start + 2, start + longestComment).indexOf("*/") : -1;
  return end < 0 ? endOfLine(text, start) : start + 2 + end + 2;
}

/** Behind the closing quote; strings do not go on over lines, so an open one ends with its line. */
export function endOfString(text: string, start: number): number {
  for (let position = start + 1; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (code === backslash) position++;
    else if (code === quote) return position + 1;
    else if (code === newline || code === carriageReturn) return position;
  }
  return text.length;
}

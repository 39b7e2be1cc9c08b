import {
  apostrophe, at, byteOrderMark, carriageReturn, closeBrace, closeParenthesis, comma, equalsSign, hash, noBreakSpace, openBrace,
  openParenthesis, percent, quote, space, tab,
} from "../charCodes";
import { isLineEnd } from "../../text/lineEnds";

/** How a value or a block ended: closed, or cut where the text ends or the next entry begins. */
export interface ScannedText {
  readonly end: number;
  readonly isClosed: boolean;
}

/** White space of BibTeX, and what editors and web pages leave in its place. */
export function isSpace(code: number): boolean {
  return code === space || (code >= tab && code <= carriageReturn) || code === noBreakSpace || code === byteOrderMark;
}

function isBlank(code: number): boolean {
  return code === space || code === tab;
}

export function skipSpace(text: string, from: number, limit: number = text.length): number {
  let position = from;
  while (position < limit && isSpace(text.charCodeAt(position))) position++;
  return position;
}

export function skipBlanks(text: string, from: number, limit: number = text.length): number {
  let position = from;
  while (position < limit && isBlank(text.charCodeAt(position))) position++;
  return position;
}

/** `end` without the white space before it, but not before `start`. */
export function trimEnd(text: string, start: number, end: number): number {
  let position = end;
  while (position > start && isSpace(text.charCodeAt(position - 1))) position--;
  return position;
}

/** The end of a name of a field, macro or entry type: an identifier of BibTeX (bibtex.web, “id_class”), `@` left out. */
export function endOfName(text: string, from: number, limit: number = text.length): number {
  let position = from;
  while (position < limit && isNameCharacter(text.charCodeAt(position))) position++;
  return position;
}

function isNameCharacter(code: number): boolean {
  if (code >= 97 && code <= 122) return true;
  switch (code) {
    case quote: case hash: case percent: case apostrophe: case openParenthesis: case closeParenthesis: case comma: case equalsSign: case at:
    case openBrace: case closeBrace: return false;
    default: return !isSpace(code);
  }
}

/** Whether only blanks stand between the start of the line and `position`. */
function beginsLine(text: string, position: number): boolean {
  let before = position - 1;
  while (before >= 0 && isBlank(text.charCodeAt(before))) before--;
  return before < 0 || isLineEnd(text.charCodeAt(before)) || text.charCodeAt(before) === byteOrderMark;
}

/** Whether an entry begins its line at the `@` at `position`: `@word{` or, what is likelier to be text, `@word(key,`. */
export function isEntryLine(text: string, position: number): boolean {
  if (!beginsLine(text, position)) return false;
  const nameStart = skipBlanks(text, position + 1);
  const nameEnd = endOfName(text, nameStart);
  if (nameEnd === nameStart) return false;
  const open = skipBlanks(text, nameEnd);
  const code = text.charCodeAt(open);
  return code === openBrace || (code === openParenthesis && endOfPlainKey(text, open + 1) !== undefined);
}

/** Where the next line that begins an entry does, at `from` or behind it: the place of its `@`, or the end of the text. */
export function nextEntryLine(text: string, from: number): number {
  for (let position = text.indexOf("@", from); position >= 0; position = text.indexOf("@", position + 1)) {
    if (isEntryLine(text, position)) return position;
  }
  return text.length;
}

/**
 * Whether an entry may begin at the `@` at `position`, where the one before it is broken. Inside a line it takes `@word{key, name =`,
 * which no text has.
 */
export function isEntryStart(text: string, position: number): boolean {
  if (isEntryLine(text, position)) return true;
  const nameEnd = endOfName(text, position + 1);
  if (nameEnd === position + 1) return false;
  const open = skipBlanks(text, nameEnd);
  const code = text.charCodeAt(open);
  if (code !== openBrace && code !== openParenthesis) return false;
  const keyEnd = endOfPlainKey(text, open + 1);
  if (keyEnd === undefined) return false;
  const field = skipSpace(text, keyEnd + 1);
  const fieldEnd = endOfName(text, field);
  return fieldEnd > field && text.charCodeAt(skipSpace(text, fieldEnd)) === equalsSign;
}

/** Where the comma behind a key stands, or `undefined` where no key with a comma behind it does. */
function endOfPlainKey(text: string, from: number): number | undefined {
  const start = skipBlanks(text, from);
  const end = endOfName(text, start);
  return end > start && text.charCodeAt(end) === comma ? end : undefined;
}

/**
 * Reads `{…}` from its opening brace to the brace that closes it. A line that begins with `@word{` ends it too, unclosed: values do
 * not have such lines, so it is what keeps a broken entry from hiding the others, and reading linear.
 */
export function scanBraces(text: string, from: number, limit: number = text.length, isEntry = isEntryLine): ScannedText {
  let depth = 0;
  for (let position = from; position < limit; position++) {
    const code = text.charCodeAt(position);
    if (code >= openBrace) {
      if (code === openBrace) depth++;
      else if (code === closeBrace && --depth === 0) return { end: position + 1, isClosed: true };
    } else if (code === at && isEntry(text, position)) {
      return { end: position, isClosed: false };
    }
  }
  return { end: limit, isClosed: false };
}

/**
 * Reads a value in braces or quotes; a quote inside braces does not end it. In a broken entry, where the closing delimiter may be
 * missing, a line that reads like the next field, or in quotes like the end of the entry, ends it as well.
 */
export function scanValue(text: string, from: number, limit: number, isBroken: boolean): ScannedText {
  const isQuoted = text.charCodeAt(from) === quote;
  if (!isQuoted && !isBroken) return scanBraces(text, from, limit);
  let depth = isQuoted ? 0 : 1;
  for (let position = from + 1; position < limit; position++) {
    const code = text.charCodeAt(position);
    if (code === openBrace) depth++;
    else if (code === closeBrace) depth--;
    if (isQuoted ? code === quote && depth <= 0 : depth === 0) return { end: position + 1, isClosed: true };
    if (code === at && (isBroken ? isEntryStart(text, position) : isEntryLine(text, position))) return { end: position, isClosed: false };
    if (isBroken && isLineEnd(code) && endsBrokenValue(text, position + 1, limit, isQuoted)) return { end: position, isClosed: false };
  }
  return { end: limit, isClosed: false };
}

function endsBrokenValue(text: string, lineStart: number, limit: number, isQuoted: boolean): boolean {
  const start = skipBlanks(text, lineStart, limit);
  const code = text.charCodeAt(start);
  if (!isQuoted || (code !== closeBrace && code !== closeParenthesis)) return startsField(text, start, limit);
  const rest = skipBlanks(text, start + 1, limit);
  return rest >= limit || isLineEnd(text.charCodeAt(rest));
}

/** Whether `name = ` and the beginning of a value stand at `position`, all in one line. */
export function startsField(text: string, position: number, limit: number): boolean {
  const first = text.charCodeAt(position) | 32;
  if (first < 97 || first > 122) return false;
  const equals = skipBlanks(text, endOfName(text, position, limit), limit);
  if (equals >= limit || text.charCodeAt(equals) !== equalsSign) return false;
  const value = skipBlanks(text, equals + 1, limit);
  const code = text.charCodeAt(value);
  return value < limit && (code === openBrace || code === quote || isNameCharacter(code));
}

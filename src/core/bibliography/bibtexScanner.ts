import {
  apostrophe, at, byteOrderMark, carriageReturn, closeBrace, closeParenthesis, comma, equalsSign, hash, newline, noBreakSpace, openBrace,
  openParenthesis, percent, quote, space, tab,
} from "./charCodes";

/** How a value or a block ended: closed, or cut where the text ends or the next entry begins. */
export interface ScannedText {
  readonly end: number;
  readonly isClosed: boolean;
}

/** White space of BibTeX, and what editors and web pages leave in its place. */
export function isSpace(code: number): boolean {
  return code === space || (code >= tab && code <= carriageReturn) || code === noBreakSpace || code === byteOrderMark;
}

export function isLineEnd(code: number): boolean {
  return code === newline || code === carriageReturn;
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

export function endOfLine(text: string, from: number, limit: number = text.length): number {
  let position = from;
  while (position < limit && !isLineEnd(text.charCodeAt(position))) position++;
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
export function beginsLine(text: string, position: number): boolean {
  let before = position - 1;
  while (before >= 0 && isBlank(text.charCodeAt(before))) before--;
  return before < 0 || isLineEnd(text.charCodeAt(before)) || text.charCodeAt(before) === byteOrderMark;
}

/** Whether `@word{` stands at the `@` at `position`. */
export function isEntryStart(text: string, position: number): boolean {
  const nameStart = skipBlanks(text, position + 1);
  const nameEnd = endOfName(text, nameStart);
  return nameEnd > nameStart && text.charCodeAt(skipBlanks(text, nameEnd)) === openBrace;
}

/**
 * Reads `{…}` from its opening brace to the brace that closes it. A line that begins with `@word{` ends it too, unclosed: values do
 * not have such lines, so it is what keeps a broken entry from hiding the others, and reading linear.
 */
export function scanBraces(text: string, from: number, limit: number = text.length): ScannedText {
  let depth = 0;
  for (let position = from; position < limit; position++) {
    const code = text.charCodeAt(position);
    if (code >= openBrace) {
      if (code === openBrace) depth++;
      else if (code === closeBrace && --depth === 0) return { end: position + 1, isClosed: true };
    } else if (code === at && beginsLine(text, position) && isEntryStart(text, position)) {
      return { end: position, isClosed: false };
    }
  }
  return { end: limit, isClosed: false };
}

/**
 * Reads from behind the key of an entry to the brace that closes it. Fields need not be told apart for that: braces match in values
 * of every kind, and only a comment between fields, which is none inside a value, may hold any number of them.
 */
export function scanBlock(text: string, from: number): ScannedText {
  let depth = 1;
  let isInQuotes = false;
  for (let position = from; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (code >= openBrace) {
      if (code === openBrace) depth++;
      else if (code === closeBrace && --depth === 0) return { end: position + 1, isClosed: true };
    } else if (code <= at) {
      if (code === at) {
        if (beginsLine(text, position) && isEntryStart(text, position)) return { end: position, isClosed: false };
      } else if (depth === 1) {
        if (code === quote) isInQuotes = !isInQuotes;
        else if (code === percent && !isInQuotes) position = endOfLine(text, position);
      }
    }
  }
  return { end: text.length, isClosed: false };
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
    if (code === at && beginsLine(text, position) && isEntryStart(text, position)) return { end: position, isClosed: false };
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

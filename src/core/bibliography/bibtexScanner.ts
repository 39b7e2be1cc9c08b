/** How a value ended: whole, or cut where the text ends or a new entry begins. */
export interface ScannedText {
  readonly end: number;
  readonly isClosed: boolean;
}

const openBrace = 123;
const closeBrace = 125;
const quote = 34;
const newline = 10;
const carriageReturn = 13;
const at = 64;

export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xfeff || code === 0xa0;
}

export function skipSpace(text: string, from: number): number {
  let position = from;
  while (position < text.length && isSpace(text.charCodeAt(position))) position++;
  return position;
}

/** The end of a name of a field, macro or entry type: anything BibTeX does not use for itself. */
export function endOfName(text: string, from: number): number {
  let position = from;
  for (; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (isSpace(code) || code === quote || code === 35 || code === 37 || code === 39 || code === 40 || code === 41
      || code === 44 || code === 61 || code === openBrace || code === closeBrace || code === at) break;
  }
  return position;
}

const entryStart = /[ \t]*@[a-zA-Z]+[ \t]*[{(][ \t]*[^\s,{}()"=#%]+[ \t]*,/y;

/**
 * Whether the line at `lineStart` begins an entry. No value in the wild has such a line, so it ends a value that was never closed:
 * that is what keeps one broken entry from hiding the others, and reading linear.
 */
function beginsEntry(text: string, lineStart: number): boolean {
  let position = lineStart;
  while (text.charCodeAt(position) === 32 || text.charCodeAt(position) === 9) position++;
  if (text.charCodeAt(position) !== at) return false;
  entryStart.lastIndex = position;
  return entryStart.test(text);
}

/** Reads `{…}` from its opening brace. */
export function scanBraces(text: string, from: number): ScannedText {
  let depth = 0;
  for (let position = from; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (code === openBrace) {
      depth++;
    } else if (code === closeBrace) {
      if (--depth === 0) return { end: position + 1, isClosed: true };
    } else if ((code === newline || code === carriageReturn) && beginsEntry(text, position + 1)) {
      return { end: position, isClosed: false };
    }
  }
  return { end: text.length, isClosed: false };
}

/** Reads `"…"` from its opening quote; a quote inside braces does not end it. */
export function scanQuotes(text: string, from: number): ScannedText {
  let depth = 0;
  for (let position = from + 1; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (code === quote && depth <= 0) return { end: position + 1, isClosed: true };
    if (code === openBrace) depth++;
    else if (code === closeBrace) depth--;
    else if ((code === newline || code === carriageReturn) && beginsEntry(text, position + 1)) return { end: position, isClosed: false };
  }
  return { end: text.length, isClosed: false };
}

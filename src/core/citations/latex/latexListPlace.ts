import type { TextRange } from "../../model/textRange";
import { isNameCode, isSpaceCode, nameEnd, nextLine, skipSpace } from "./latexSpace";
import { isLineEnd } from "../../text/lineEnds";

/** One place of a comma-separated argument as it stands in the text. */
export interface LatexListPlace {
  /** What is written, without surrounding space and a brace around all of it; empty where it would be typed. */
  readonly range: TextRange;
  /** The options that stand before it. */
  readonly notes: readonly TextRange[];
  /** Where the first of several words ends; the end of the range where there is one word. */
  readonly firstWordEnd: number;
  /** False where it holds a command or a parameter such as `#1`: what it says is not known here. */
  readonly isReadable: boolean;
  readonly terminator: "," | "}" | undefined;
  /** Where the terminator stands, or else what cannot belong to the list: a command, a brace, a blank line. */
  readonly end: number;
}

const percent = 0x25;
const parameter = /#\d/;
/** Notes inside a list are short; what is longer is half-typed. */
const longestNote = 500;
/** Escapes that keys and file names are written with. */
const escaped = /[_&%#$~-]/;

/** Reads the place that begins at `start`, behind the brace or a comma. */
export function readListPlace(text: string, start: number, limit: number): LatexListPlace {
  const { notes, end: begin } = readOwnNotes(text, skipSpace(text, start, limit), limit);
  const group = groupEnd(text, begin, limit);
  if (group !== undefined) {
    const end = skipSpace(text, group, limit);
    const range = { start: begin + 1, end: group - 1 };
    return { range, notes, firstWordEnd: range.end, isReadable: isReadable(text, range), terminator: terminatorAt(text, end, limit), end };
  }
  const { wordsEnd, firstWordEnd, end } = readWords(text, begin, limit);
  const isEmpty = wordsEnd === begin;
  const range = isEmpty ? emptyRange(text, notes.length > 0 ? begin : start, begin) : { start: begin, end: wordsEnd };
  const wordEnd = isEmpty ? range.end : firstWordEnd;
  return { range, notes, firstWordEnd: wordEnd, isReadable: isReadable(text, range), terminator: terminatorAt(text, end, limit), end };
}

/** REVTeX and mciteplus merge references by a star before a key, and REVTeX gives a key notes of its own: `*[see][p. 3]key`. */
function readOwnNotes(text: string, start: number, limit: number): { readonly notes: readonly TextRange[]; readonly end: number } {
  const notes: TextRange[] = [];
  let end = start;
  if (text.charAt(end) === "*" && end + 1 < limit && !/[\s,}%]/.test(text.charAt(end + 1))) end++;
  while (text.charAt(end) === "[") {
    const close = optionEnd(text, end, Math.min(limit, end + longestNote));
    if (close === undefined) return { notes: [], end: start };
    notes.push({ start: end + 1, end: close });
    end = close + 1;
  }
  return { notes, end };
}

/** The offset of the bracket that closes the one at `start`. */
function optionEnd(text: string, start: number, limit: number): number | undefined {
  let depth = 0;
  for (let position = start + 1; position < limit; position++) {
    const char = text.charAt(position);
    if (char === "{") depth++;
    else if (char === "}" && --depth < 0) return undefined;
    else if (char === "]" && depth === 0) return position;
  }
  return undefined;
}

interface Words {
  readonly firstWordEnd: number;
  readonly wordsEnd: number;
  readonly end: number;
}

function readWords(text: string, begin: number, limit: number): Words {
  let wordsEnd = begin;
  let firstWordEnd = begin;
  let hasGap = false;
  let position = begin;
  // Space before the place ends at a second line end: a blank line.
  if (isLineEnd(text.charCodeAt(begin))) return { firstWordEnd, wordsEnd, end: begin };
  while (position < limit) {
    const code = text.charCodeAt(position);
    if (isSpaceCode(code) || code === percent) {
      position = skipSpace(text, position, limit);
      if (position < limit && isLineEnd(text.charCodeAt(position))) break;
      hasGap ||= isSpaceCode(code);
      continue;
    }
    const next = partEnd(text, position, position === begin, limit);
    if (next === position) break;
    if (!hasGap) firstWordEnd = next;
    position = next;
    wordsEnd = next;
  }
  return { wordsEnd, firstWordEnd, end: position };
}

/** Behind the character or command at `position`, or `position` where it cannot belong to a place. */
function partEnd(text: string, position: number, isFirst: boolean, limit: number): number {
  switch (text.charAt(position)) {
    case ",":
    case "{":
    case "}": return position;
    case "\\": break;
    default: return position + 1;
  }
  if (!isNameCode(text.charCodeAt(position + 1))) return escaped.test(text.charAt(position + 1)) ? position + 2 : position;
  // A macro may stand for keys, but a command in a half-typed list is the text that follows it.
  const end = nameEnd(text, position + 1, limit);
  const isPart = isFirst && (terminatorAt(text, skipSpace(text, end, limit), limit) !== undefined || /[\w:.-]/.test(text.charAt(end)));
  return isPart ? end : position;
}

/** Behind a brace around a whole place, as in `\cite{{Knuth, D.}}`, that holds plain text. */
function groupEnd(text: string, start: number, limit: number): number | undefined {
  if (text.charAt(start) !== "{") return undefined;
  for (let position = start + 1; position < limit; position++) {
    const char = text.charAt(position);
    if (char === "}") return terminatorAt(text, skipSpace(text, position + 1, limit), limit) && position + 1;
    if (char === "{" || char === "\\" || char === "%" || char === "\n") return undefined;
  }
  return undefined;
}

function terminatorAt(text: string, position: number, limit: number): "," | "}" | undefined {
  const char = position < limit ? text.charAt(position) : "";
  return char === "," || char === "}" ? char : undefined;
}

function isReadable(text: string, range: TextRange): boolean {
  const written = text.slice(range.start, range.end);
  return !parameter.test(written) && !/\\[A-Za-z@]/.test(written);
}

/** Where one would type into an empty place: behind the blanks on its line; where there are none, on the next line if that is indented. */
function emptyRange(text: string, start: number, spaceEnd: number): TextRange {
  let position = skipBlanks(text, start, spaceEnd);
  if (position === start && position < spaceEnd && isLineEnd(text.charCodeAt(position))) {
    const line = nextLine(text, position);
    const indented = skipBlanks(text, line, spaceEnd);
    if (indented > line) position = indented;
  }
  return { start: position, end: position };
}

export function skipBlanks(text: string, start: number, limit: number): number {
  let position = start;
  while (position < limit && (text.charCodeAt(position) === 0x20 || text.charCodeAt(position) === 0x09)) position++;
  return position;
}

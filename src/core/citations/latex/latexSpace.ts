import { endOfLine, isLineEnd } from "../../text/lineEnds";

/** True for letters of a command's name; `@` counts, so that `\cite@x` of a package is not `\cite`. */
export function isNameCode(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x40 && code <= 0x5a);
}

export function isSpaceCode(code: number): boolean {
  return code === 0x20 || code === 0x09 || isLineEnd(code);
}

/** The offset behind the command name that begins at `start`, which is the offset behind the backslash. */
export function nameEnd(text: string, start: number, limit: number): number {
  let position = start;
  while (position < limit && isNameCode(text.charCodeAt(position))) position++;
  return position;
}

/** The offset behind the line end at `position`, where `\r\n` is one. */
export function nextLine(text: string, position: number): number {
  return position + (text.charCodeAt(position) === 0x0d && text.charCodeAt(position + 1) === 0x0a ? 2 : 1);
}

/** Skips what TeX skips between a command and its arguments: white space, comments and one line end, not a blank line. */
export function skipSpace(text: string, start: number, limit: number): number {
  let position = start;
  let hasLineEnd = false;
  while (position < limit) {
    const code = text.charCodeAt(position);
    if (isLineEnd(code)) {
      if (hasLineEnd) return position;
      hasLineEnd = true;
      position = nextLine(text, position);
    } else if (code === 0x25) {
      const end = endOfLine(text, position, limit);
      if (end === limit) return limit;
      hasLineEnd = true;
      position = nextLine(text, end);
    } else if (code === 0x20 || code === 0x09) {
      position++;
    } else {
      return position;
    }
  }
  return limit;
}

/** True where the line end at `position` is followed by a blank line, which ends a paragraph. */
export function isParagraphEnd(text: string, position: number, limit: number): boolean {
  let next = nextLine(text, position);
  while (next < limit && (text.charCodeAt(next) === 0x20 || text.charCodeAt(next) === 0x09)) next++;
  return next < limit && isLineEnd(text.charCodeAt(next));
}

/** Text of an argument as one line: comments taken out with the line end they hide, white space folded, trimmed. */
export function foldSource(source: string): string {
  return foldSpace(source.includes("%") ? withoutComments(source) : source);
}

/** White space of every kind and width as single spaces, none at the ends. */
export function foldSpace(text: string): string {
  return text.replace(/\s{2,}|[^\S ]/g, " ").trim();
}

/** The text without its comments. A comment hides its line end and the white space that begins the next line. */
export function withoutComments(source: string): string {
  let output = "";
  let copied = 0;
  for (let position = 0; position < source.length; position++) {
    const code = source.charCodeAt(position);
    if (code === 0x5c) {
      position++;
    } else if (code === 0x25) {
      output += source.slice(copied, position);
      const end = endOfLine(source, position, source.length);
      copied = end < source.length ? nextLine(source, end) : end;
      while (source.charCodeAt(copied) === 0x20 || source.charCodeAt(copied) === 0x09) copied++;
      position = copied - 1;
    }
  }
  return output + source.slice(copied);
}

/** Arguments that name environments, packages and characters are short, with the options before them. */
const longestArgument = 2_000;
const firstArgument = /^[*\s]*(?:\[(?:[^[\]{}]|\{[^{}]*\}){0,999}\]\s*)?\{([^{}]*)\}/;

/** The first mandatory argument behind `start`, after a star and an option, if it is short and plain. */
export function shortArgument(text: string, start: number): { readonly text: string; readonly end: number } | undefined {
  const match = firstArgument.exec(text.slice(start, start + longestArgument));
  return match === null ? undefined : { text: (match[1] ?? "").trim(), end: start + match[0].length };
}

/** What stands between the brace before `start` and the one that closes it; all that follows where none does. */
export function groupText(text: string, start: number): string {
  let depth = 1;
  for (let position = start; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (code === 0x5c) position++;
    else if (code === 0x7b) depth++;
    else if (code === 0x7d && --depth === 0) return text.slice(start, position);
  }
  return text.slice(start);
}

import type { TextEdit } from "../model/edit";
import { lineEndOf } from "../text/lineEnds";

/** The edit that puts a text in and takes nothing away. */
export function insertAt(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText };
}

/** The edit that puts lines in at a place, a blank line between them and what stands before and behind. White space that is there stays. */
export function insertParagraph(text: string, place: number, lines: string): TextEdit {
  const lineEnd = lineEndOf(text);
  const [before, behind] = [whiteBefore(text, place), whiteBehind(text, place)];
  const isFirst = before.end === 0 || (before.end === 1 && text.startsWith("\ufeff"));
  const isLast = behind.end === text.length;
  const above = isFirst ? 0 : Math.max(2 - before.lineEnds, 0);
  const below = Math.max((isLast ? 1 : 2) - behind.lineEnds, 0);
  return insertAt(place, `${lineEnd.repeat(above)}${lines}${lineEnd.repeat(below)}`);
}

/** White space beside a place: how far it goes, and how many lines end in it. */
interface White {
  readonly end: number;
  readonly lineEnds: number;
}

function whiteBehind(text: string, place: number): White {
  let end = place;
  let lineEnds = 0;
  for (; end < text.length && isWhite(text.charAt(end)); end++) {
    if (text.charAt(end) === "\n" || (text.charAt(end) === "\r" && text.charAt(end + 1) !== "\n")) lineEnds++;
  }
  return { end, lineEnds };
}

function whiteBefore(text: string, place: number): White {
  let end = place;
  while (end > 0 && isWhite(text.charAt(end - 1))) end--;
  return { end, lineEnds: whiteBehind(text.slice(0, place), end).lineEnds };
}

function isWhite(char: string): boolean {
  return char === " " || char === "\t" || char === "\n" || char === "\r";
}

/** The end of what is written in a text, the blanks behind it on its line included. */
export function endOfWritten(text: string): number {
  const { end } = whiteBefore(text, text.length);
  return endOfBlanks(text, end);
}

/** Behind the blanks at a place. */
export function endOfBlanks(text: string, place: number): number {
  let end = place;
  while (text.charAt(end) === " " || text.charAt(end) === "\t") end++;
  return end;
}

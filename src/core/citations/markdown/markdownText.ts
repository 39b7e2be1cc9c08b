import type { TextRange } from "../../model/textRange";
import { lastAtMost } from "../../text/sortedPlaces";

const tabStop = 4;

/**
 * Text taken out of a document: without the markers and the indentation of the blocks around it, tabs as spaces, lines ended by
 * `\n`. It knows where in the document each of its places stands.
 */
export class MarkdownText {
  #lineEnds: readonly number[] | undefined;
  #breaks: readonly number[] | undefined;
  /** The line asked for last; a line is asked for often. */
  #line: readonly [start: number, end: number] = [0, -1];

  /** From `starts[i]` on, the text stands in the document from `offsets[i]` on. */
  constructor(readonly text: string, readonly starts: readonly number[], readonly offsets: readonly number[]) {}

  get length(): number {
    return this.text.length;
  }

  /** The document's offset of a place in this text. */
  offsetAt(position: number): number {
    const piece = lastAtMost(this.starts, position);
    const offset = (this.offsets[piece] ?? 0) + position - (this.starts[piece] ?? 0);
    return Math.min(offset, this.offsets[piece + 1] ?? Infinity);
  }

  /** The end of the line that `position` is in. */
  lineEnd(position: number): number {
    const [start, end] = this.#line;
    if (position >= start && position <= end) return end;
    const found = this.text.indexOf("\n", position);
    this.#line = [position, found < 0 ? this.text.length : found];
    return this.#line[1];
  }

  /** Where the line behind the one that `position` is in begins, or the text's end. */
  nextLine(position: number): number {
    return Math.min(this.lineEnd(position) + 1, this.text.length);
  }

  isLineStart(position: number): boolean {
    return position === 0 || this.text.charCodeAt(position - 1) === 0x0a;
  }

  /** Whether nothing but spaces stands from `position` to the line's end. */
  isBlank(position: number): boolean {
    const place = this.skipSpaces(position);
    return place >= this.text.length || this.text.charCodeAt(place) === 0x0a;
  }

  skipSpaces(position: number): number {
    let place = position;
    while (this.text.charCodeAt(place) === 0x20) place++;
    return place;
  }

  /** How far the text from `position` on is indented. */
  indent(position: number): number {
    return this.skipSpaces(position) - position;
  }

  /** The line end in front of the next blank line, or the text's end: no inline element goes on behind it. */
  paragraphEnd(position: number): number {
    this.#breaks ??= placesOf(/\n(?= *(?:\n|$))/g, this.text);
    return this.#breaks[lastAtMost(this.#breaks, position - 1) + 1] ?? this.text.length;
  }

  /** The number of the line that `position` is in. */
  lineNumber(position: number): number {
    this.#lineEnds ??= placesOf(/\n/g, this.text);
    return lastAtMost(this.#lineEnds, position - 1) + 1;
  }

  /** Pieces of lines as a text of their own, each a line there. */
  extract(lines: readonly TextRange[]): MarkdownText {
    const pieces = new Pieces();
    for (const { start, end } of lines) {
      this.#copy(pieces, start, Math.max(start, end));
      pieces.add("\n", this.offsetAt(end));
    }
    return pieces.done();
  }

  #copy(pieces: Pieces, start: number, end: number): void {
    for (let piece = lastAtMost(this.starts, start), from = start; from < end; piece++) {
      const to = Math.min(end, this.starts[piece + 1] ?? end);
      pieces.add(this.text.slice(from, to), this.offsetAt(from));
      from = to;
    }
  }
}

/** Numbers alone: a list of matches of a long text takes hundreds of times the memory. */
export function placesOf(pattern: RegExp, text: string): readonly number[] {
  const places: number[] = [];
  for (const { index } of text.matchAll(pattern)) places.push(index);
  return places;
}

/** Behind this column tabs are spaces: what is no table of anybody's would grow to four times its length. */
const widest = 10_000;

/** Of a text whose lines all end in a carriage return the same with line feeds, where everything has its place. */
function withoutOldEnds(text: string): string {
  return text.includes("\r") && !text.includes("\r\n") ? text.replaceAll("\r", "\n") : text;
}

/** A part of a document as text. */
export function markdownText(document: string, from: number, to: number): MarkdownText {
  const source = withoutOldEnds(document.slice(from, to));
  if (!/[\t\r]/.test(source)) return new MarkdownText(source.endsWith("\n") ? source : `${source}\n`, [0], [from]);
  const pieces = new Pieces();
  let column = 0;
  for (const { 0: part, index } of source.matchAll(/[^\t\r\n]+|\t|\r\n?|\n/g)) {
    const width = column < widest ? tabStop - column % tabStop : 1;
    if (part === "\t") pieces.add(" ".repeat(width), from + index);
    else pieces.add(part.startsWith("\r") ? "\n" : part, from + index);
    column = part === "\t" ? column + width : /[\r\n]/.test(part) ? 0 : column + part.length;
  }
  if (column > 0) pieces.add("\n", to);
  return pieces.done();
}

class Pieces {
  readonly #parts: string[] = [];
  readonly #starts: number[] = [];
  readonly #offsets: number[] = [];
  #length = 0;

  add(part: string, offset: number): void {
    if (part === "") return;
    const last = this.#starts.length - 1;
    if (last < 0 || (this.#offsets[last] ?? 0) + this.#length - (this.#starts[last] ?? 0) !== offset) {
      this.#starts.push(this.#length);
      this.#offsets.push(offset);
    }
    this.#parts.push(part);
    this.#length += part.length;
  }

  done(): MarkdownText {
    return new MarkdownText(this.#parts.join(""), this.#starts, this.#offsets);
  }
}

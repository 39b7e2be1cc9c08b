import { endOfLine, isLineEnd } from "../../text/lineEnds";
import { apostrophe, carriageReturn, colon, hash, newline, openBrace, openBracket, quote, space, tab } from "../charCodes";
import { startOfLine } from "./yamlBlocks";
import { foldLines, readFlow, startsPlain } from "./yamlFlowReader";
import type { YamlValue } from "./yamlValue";

const deepest = 50;
const dash = 45;
const pipe = 124;
const greater = 62;

/**
 * Reads YAML of the plain kind that bibliographies are written in, fast and in linear time: maps, lists and scalars in any style. What
 * else there is (anchors, aliases, tags, a key twice), and what is no valid YAML, is `undefined`, for the whole of YAML to be tried.
 */
export function readBlockYaml(text: string, start: number, end: number): YamlValue | undefined {
  const reader = new BlockReader(text, start, end);
  const value = reader.readNode(-1, 0);
  return value !== undefined && reader.isAtEnd() ? value : undefined;
}

/** Where content begins: at the start of a line, or behind the `- ` and `key: ` before it in its line. */
interface Place {
  readonly start: number;
  readonly column: number;
  readonly lineEnd: number;
}

class BlockReader {
  #position: number;
  /** The column of `#position`, where it lies inside a line whose beginning has been read. */
  #column: number | undefined;

  constructor(readonly text: string, start: number, readonly end: number) {
    this.#position = start;
    const lineStart = startOfLine(text, start);
    this.#column = start > lineStart ? start - lineStart : undefined;
  }

  isAtEnd(): boolean {
    return this.#peek() === undefined;
  }

  /** The node that stands deeper than `parent`, empty where there is none; `undefined` where it cannot be read. */
  readNode(parent: number, depth: number): YamlValue | undefined {
    const place = this.#peek();
    if (place === undefined || place.column <= parent) return "";
    if (depth > deepest || place.column === Infinity) return undefined;
    if (this.#isDash(place.start)) return this.#readList(place.column, depth);
    const key = this.#keyAt(place);
    if (key !== undefined) return this.#readMap(place.column, depth);
    return this.#readInline(place, parent);
  }

  #readList(column: number, depth: number): YamlValue | undefined {
    const items: YamlValue[] = [];
    for (let place = this.#peek(); place?.column === column && this.#isDash(place.start); place = this.#peek()) {
      this.#moveInto(place, place.start + 1);
      const item = this.readNode(column, depth + 1);
      if (item === undefined) return undefined;
      items.push(item);
    }
    return items;
  }

  #readMap(column: number, depth: number): YamlValue | undefined {
    const map = new Map<string, YamlValue>();
    for (let place = this.#peek(); place !== undefined && place.column >= column; place = this.#peek()) {
      const key = place.column === column ? this.#keyAt(place) : undefined;
      if (key === undefined || key.name === "<<" || map.has(key.name)) return undefined;
      this.#moveInto(place, key.end);
      const value = this.#readMapValue(column, depth, place.lineEnd);
      if (value === undefined) return undefined;
      map.set(key.name, value);
    }
    return map;
  }

  #readMapValue(column: number, depth: number, lineEnd: number): YamlValue | undefined {
    const place = this.#peek();
    const isInLine = place !== undefined && place.start < lineEnd;
    if (!isInLine) {
      // a list may stand no deeper than its key
      const isList = place?.column === column && this.#isDash(place.start);
      return isList ? this.#readList(column, depth + 1) : this.readNode(column, depth + 1);
    }
    // `key: - a` and `key: other: b` are no YAML
    if (this.#isDash(place.start) || this.#keyAt(place) !== undefined) return undefined;
    return this.#readInline(place, column);
  }

  /** A scalar or flow collection that begins at `place` and may go on in lines deeper than `parent`. */
  #readInline(place: Place, parent: number): YamlValue | undefined {
    const code = this.text.charCodeAt(place.start);
    if (code === pipe || code === greater) return this.#readBlockScalar(place, parent);
    if (code === quote || code === apostrophe || code === openBracket || code === openBrace) {
      const read = readFlow(this.text, place.start, this.end);
      if (read === undefined || !this.#isLineOver(read.end)) return undefined;
      this.#moveToNextLine(endOfLine(this.text, read.end, this.end));
      return read.value;
    }
    return this.#readPlain(place, parent);
  }

  #readPlain(place: Place, parent: number): YamlValue | undefined {
    if (!startsPlain(this.text, place.start, place.lineEnd)) return undefined;
    const first = this.#plainLine(place.start, place.lineEnd);
    if (first === undefined) return undefined;
    const lines = [first.text];
    this.#moveToNextLine(place.lineEnd);
    // a comment ends a scalar
    for (let isOver = first.isCommented; !isOver;) {
      const start = this.#position;
      const next = this.#peek();
      if (next === undefined || next.column <= parent) break;
      if (next.column === Infinity || this.text.charCodeAt(next.start) === hash) return undefined;
      const line = this.#plainLine(next.start, next.lineEnd);
      if (line === undefined) return undefined;
      const emptyLines = this.#emptyLines(start, next.start);
      if (emptyLines === undefined) return undefined;
      lines.push(...Array<string>(emptyLines).fill(""), line.text);
      isOver = line.isCommented;
      this.#moveToNextLine(next.lineEnd);
    }
    return lines.length === 1 ? first.text : foldLines(lines.join("\n"));
  }

  /** How many empty lines lie between; `undefined` where one of them is a comment, which ends a scalar. */
  #emptyLines(from: number, to: number): number | undefined {
    const between = this.text.slice(from, to);
    return between.includes("#") ? undefined : between.split(/\r\n|\n|\r/).length - 1;
  }

  /** The part of a line that belongs to a scalar without quotes; `undefined` where the line is no part of one. */
  #plainLine(start: number, end: number): { readonly text: string; readonly isCommented: boolean } | undefined {
    const line = this.text.slice(start, end);
    const comment = line.search(/[ \t]#/);
    const text = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
    return /:(?:[ \t]|$)/.test(text) ? undefined : { text, isCommented: comment >= 0 };
  }

  /** `|` and `>` (8.1). */
  #readBlockScalar(place: Place, parent: number): YamlValue | undefined {
    const header = /^[|>]([+-]?)[ \t]*(?:[ \t]#.*)?$/.exec(this.text.slice(place.start, place.lineEnd));
    if (header === null) return undefined;
    const isFolded = this.text.charCodeAt(place.start) === greater;
    this.#moveToNextLine(place.lineEnd);
    const lines: string[] = [];
    let indent: number | undefined;
    while (this.#position < this.end) {
      const lineEnd = endOfLine(this.text, this.#position, this.end);
      const line = this.text.slice(this.#position, lineEnd);
      const column = line.search(/[^ ]/);
      if (column >= 0 && column <= parent) break;
      if (column >= 0) indent ??= column;
      if (column >= 0 && indent !== undefined && column < indent) return undefined;
      lines.push(line.slice(indent ?? line.length));
      this.#moveToNextLine(lineEnd);
    }
    return chomp(isFolded ? foldBlock(lines) : lines.join("\n"), header[1] ?? "");
  }

  /** The key that begins at `place` and ends before a colon in the same line. */
  #keyAt({ start, lineEnd }: Place): { readonly name: string; readonly end: number } | undefined {
    const code = this.text.charCodeAt(start);
    if (code === quote || code === apostrophe) {
      const read = readFlow(this.text, start, lineEnd);
      if (typeof read?.value !== "string") return undefined;
      const end = skipBlank(this.text, read.end, lineEnd);
      return this.#isKeyColon(end, lineEnd) ? { name: read.value, end: end + 1 } : undefined;
    }
    if (!startsPlain(this.text, start, lineEnd)) return undefined;
    for (let position = start; position < lineEnd; position++) {
      if (this.text.charCodeAt(position) === hash && isBlank(this.text.charCodeAt(position - 1))) return undefined;
      if (this.#isKeyColon(position, lineEnd)) return { name: this.text.slice(start, position).trimEnd(), end: position + 1 };
    }
    return undefined;
  }

  #isKeyColon(position: number, lineEnd: number): boolean {
    return position < lineEnd && this.text.charCodeAt(position) === colon && (position + 1 === lineEnd || isBlank(this.text.charCodeAt(position + 1)));
  }

  #isDash(position: number): boolean {
    if (this.text.charCodeAt(position) !== dash) return false;
    const after = position + 1;
    return after >= this.end || isBlank(this.text.charCodeAt(after)) || isLineEnd(this.text.charCodeAt(after));
  }

  /** Where the next content begins, behind blank lines and comments; its column is infinite where tabs indent it. */
  #peek(): Place | undefined {
    for (;;) {
      if (this.#position >= this.end) return undefined;
      const start = skipBlank(this.text, this.#position, this.end);
      const lineEnd = endOfLine(this.text, start, this.end);
      if (start < lineEnd && this.text.charCodeAt(start) !== hash) {
        const hasTab = this.text.slice(this.#position, start).includes("\t");
        return { start, column: hasTab ? Infinity : (this.#column ?? 0) + start - this.#position, lineEnd };
      }
      this.#moveToNextLine(lineEnd);
    }
  }

  #moveInto({ start, column }: Place, position: number): void {
    this.#column = column + position - start;
    this.#position = position;
  }

  #moveToNextLine(lineEnd: number): void {
    const isPair = this.text.charCodeAt(lineEnd) === carriageReturn && this.text.charCodeAt(lineEnd + 1) === newline;
    this.#position = lineEnd + (isPair ? 2 : 1);
    this.#column = undefined;
  }

  /** Whether nothing but a comment follows in the line. */
  #isLineOver(position: number): boolean {
    const next = skipBlank(this.text, position, this.end);
    return next >= this.end || isLineEnd(this.text.charCodeAt(next)) || (this.text.charCodeAt(next) === hash && next > position);
  }
}

function isBlank(code: number): boolean {
  return code === space || code === tab;
}

function skipBlank(text: string, from: number, limit: number): number {
  let position = from;
  while (position < limit && isBlank(text.charCodeAt(position))) position++;
  return position;
}

/** Lines of a folded scalar: single line breaks become spaces, except beside lines that are indented further (8.1.3). */
function foldBlock(lines: readonly string[]): string {
  const parts: string[] = [];
  let emptyLines = 0;
  let before: string | undefined;
  for (const line of lines) {
    if (line === "") {
      emptyLines++;
      continue;
    }
    const isKept = /^[ \t]/.test(line) || (before !== undefined && /^[ \t]/.test(before));
    const breaks = before === undefined ? emptyLines : isKept ? emptyLines + 1 : emptyLines;
    parts.push(breaks === 0 && before !== undefined ? " " : "\n".repeat(breaks), line);
    emptyLines = 0;
    before = line;
  }
  return parts.join("") + "\n".repeat(emptyLines);
}

function chomp(text: string, indicator: string): string {
  if (indicator === "+") return `${text}\n`;
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === newline) end--;
  return indicator === "-" || end === 0 ? text.slice(0, end) : `${text.slice(0, end)}\n`;
}

import type { TextRange } from "../../model/textRange";
import type { BlockReader } from "./markdownBlocks";
import { closesDiv } from "./markdownFences";
import type { MarkdownIndex } from "./markdownIndex";
import { endOfMath } from "./markdownMath";
import type { MarkdownText } from "./markdownText";

/** Cells or captions, each as its lines; found as they are asked for, once, because a table may have millions. */
type Texts = Iterable<readonly TextRange[]>;

interface Table {
  readonly end: number;
  /** Running text: captions and the cells of most tables. */
  readonly texts: Texts;
  /** Cells of grid tables, which hold blocks. */
  readonly blocks: Texts;
}

type TableReader = Pick<BlockReader, "source" | "index" | "isInDiv">;

const pipeBreak = / {0,3}(?:\| *:?-+:? *(?:[|+] *:?-+:? *){0,9999}\|?|:?-+:? *(?:[|+] *:?-+:? *){1,9999}\|?) *(?=\n|$)/y;
const dashes = / {0,3}-[- ]*(?=\n|$)/y;
const gridLine = /\+(?::?[-=]+:?\+){1,9999} *(?=\n|$)/y;
const captionMark = / {0,3}(?::(?!\p{P})|Table:)/uy;
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** A table with its caption (Pandoc User's Guide, “Tables”). */
export function readTable(reader: BlockReader, start: number): number | undefined {
  const table = findTable(reader, start);
  if (table === undefined) return undefined;
  for (const lines of table.texts) reader.readText(lines);
  for (const lines of table.blocks) reader.readInside(lines);
  return table.end;
}

export function endOfTable(reader: TableReader, start: number): number | undefined {
  return findTable(reader, start)?.end;
}

function findTable(reader: TableReader, start: number): Table | undefined {
  const { source } = reader;
  const before = caption(source, start);
  const table = tableAt(reader, before === undefined ? start : skipBlankLines(source, before.end));
  if (table === undefined) return undefined;
  const after = before === undefined ? caption(source, skipBlankLines(source, table.end)) : undefined;
  const captions = [before, after].flatMap((found) => found === undefined ? [] : [found.lines]);
  return { end: after?.end ?? table.end, texts: oneAfterOther(captions, table.texts), blocks: table.blocks };
}

function* oneAfterOther(...all: readonly Texts[]): Texts {
  for (const texts of all) yield* texts;
}

function tableAt(reader: TableReader, start: number): Table | undefined {
  const { source, index } = reader;
  if (start >= source.length) return undefined;
  return pipeTable(source, index, start) ?? dashedTable(reader, start) ?? gridTable(source, start);
}

function caption(source: MarkdownText, start: number): { readonly lines: readonly TextRange[]; readonly end: number } | undefined {
  if (start >= source.length) return undefined;
  captionMark.lastIndex = start;
  const mark = captionMark.exec(source.text);
  if (mark === null) return undefined;
  const end = source.paragraphEnd(start);
  return { lines: [...linesBetween(source, start + mark[0].length, end)], end: source.nextLine(end) };
}

function* linesBetween(source: MarkdownText, from: number, to: number): Iterable<TextRange> {
  for (let position = from; position < to; position = source.nextLine(position)) yield { start: position, end: source.lineEnd(position) };
}

function skipBlankLines(source: MarkdownText, start: number): number {
  let position = start;
  while (position < source.length && source.isBlank(position)) position = source.nextLine(position);
  return position;
}

function isMatch(pattern: RegExp, source: MarkdownText, start: number): boolean {
  pattern.lastIndex = start;
  return pattern.test(source.text);
}

function pipeTable(source: MarkdownText, index: MarkdownIndex, start: number): Table | undefined {
  const second = source.nextLine(start);
  if (second >= source.length || !hasPipe(source, start) || !isMatch(pipeBreak, source, second)) return undefined;
  let end = source.nextLine(second);
  while (end < source.length && hasPipe(source, end)) end = source.nextLine(end);
  const texts = function* (): Texts {
    for (const row of linesBetween(source, start, end)) {
      if (row.start !== second) for (const cell of pipeCells(source, index, row)) yield [cell];
    }
  };
  return { end, texts: texts(), blocks: [] };
}

function hasPipe(source: MarkdownText, start: number): boolean {
  return source.text.slice(start, source.lineEnd(start)).includes("|");
}

function pipeCells(source: MarkdownText, index: MarkdownIndex, { start, end }: TextRange): readonly TextRange[] {
  const { text } = source;
  const cells: TextRange[] = [];
  let cell = start;
  for (let position = start; position < end; position++) {
    const char = text[position];
    if (char === "\\") position++;
    else if (char === "`") position = endOfCode(text, index, position, end) - 1;
    else if (char === "$") position = Math.max(position + 1, endOfMathBefore(source, index, position, end)) - 1;
    else if (char === "|") {
      cells.push({ start: cell, end: position });
      cell = position + 1;
    }
  }
  return [...cells, { start: Math.min(cell, end), end }];
}

function endOfCode(text: string, index: MarkdownIndex, start: number, limit: number): number {
  let from = start;
  while (text[from] === "`") from++;
  const close = index.backticks(from - start, from);
  return close === undefined || close >= limit ? from : close + from - start;
}

function endOfMathBefore(source: MarkdownText, index: MarkdownIndex, start: number, limit: number): number {
  const end = endOfMath(source, start, index) ?? start;
  return end <= limit ? end : start;
}

/** Simple and multiline tables: a line of dashes says where the columns stand, and one may end the table. */
function dashedTable({ source, index, isInDiv }: TableReader, start: number): Table | undefined {
  const second = source.nextLine(start);
  const isRuled = isMatch(dashes, source, start);
  if (second >= source.length || (isRuled && source.isBlank(second))) return undefined;
  if (!isRuled) return isMatch(dashes, source, second) ? simpleTable(source, isInDiv, second, start) : undefined;
  return multilineTable(source, index, start, index.dashes(second)) ?? simpleTable(source, isInDiv, start, undefined) ?? multilineTable(source, index, start, start);
}

/** One line for each row, a heading above the dashes or dashes below the last row. */
function simpleTable(source: MarkdownText, isInDiv: boolean, ruler: number, heading: number | undefined): Table | undefined {
  const first = source.nextLine(ruler);
  let position = first;
  while (position < source.length && !source.isBlank(position) && !isMatch(dashes, source, position) && !(isInDiv && closesDiv(source, position))) position = source.nextLine(position);
  const isEnded = position < source.length && isMatch(dashes, source, position);
  if (position === first || (heading === undefined && !isEnded)) return undefined;
  const rows = function* (): Texts {
    if (heading !== undefined) yield [{ start: heading, end: source.lineEnd(heading) }];
    for (const row of linesBetween(source, first, position)) yield [row];
  };
  return table(source, ruler, isEnded ? source.nextLine(position) : position, rows());
}

/** Rows of several lines, blank lines between them and dashes at the end. */
function multilineTable(source: MarkdownText, index: MarkdownIndex, start: number, ruler: number | undefined): Table | undefined {
  if (ruler === undefined) return undefined;
  const from = source.nextLine(ruler);
  if (from >= source.length || source.isBlank(from)) return undefined;
  const footer = index.dashes(from);
  if (footer === undefined || footer === from) return undefined;
  const rows = function* (): Texts {
    if (ruler !== start) yield [...linesBetween(source, source.nextLine(start), ruler)];
    let row: TextRange[] = [];
    for (const line of linesBetween(source, from, footer)) {
      if (!source.isBlank(line.start)) row.push(line);
      else if (row.length > 0) {
        yield row;
        row = [];
      }
    }
    yield row;
  };
  return table(source, ruler, source.nextLine(footer), rows());
}

function table(source: MarkdownText, ruler: number, end: number, rows: Texts): Table {
  const line = source.text.slice(ruler, source.lineEnd(ruler));
  const columns = [...line.matchAll(/-+/g)].map(({ index }) => index);
  const edges = [0, ...columns.slice(1), Infinity];
  const texts = function* (): Texts {
    for (const row of rows) yield* cellsOf(source, row, edges);
  };
  return { end, texts: texts(), blocks: [] };
}

/** The lines of a row's cells, which stand between edges given in columns. */
function cellsOf(source: MarkdownText, row: readonly TextRange[], edges: readonly number[]): readonly (readonly TextRange[])[] {
  const places = row.map((line) => placesOf(source.text.slice(line.start, line.end), edges));
  return edges.slice(1).map((_, column) => row.map(({ start }, line) => ({
    start: start + (places[line]?.[column] ?? 0),
    end: start + (places[line]?.[column + 1] ?? 0),
  })));
}

/** Where columns begin in a line, in which some letters are two columns wide. */
function placesOf(line: string, columns: readonly number[]): readonly number[] {
  if (/^[ -~]*$/.test(line)) return columns.map((column) => Math.min(column, line.length));
  const places: number[] = [];
  let width = 0;
  let place = 0;
  for (const char of line) {
    while (width >= (columns[places.length] ?? Infinity)) places.push(place);
    width += wide.test(char) ? 2 : /\p{M}/u.test(char) ? 0 : 1;
    place += char.length;
  }
  while (places.length < columns.length) places.push(line.length);
  return places;
}

function gridTable(source: MarkdownText, start: number): Table | undefined {
  if (!isMatch(gridLine, source, start)) return undefined;
  const edges = [...source.text.slice(start, source.lineEnd(start)).matchAll(/\+/g)].map(({ index }) => index);
  const first = source.nextLine(start);
  let end = first;
  let hasRows = false;
  for (; end < source.length; end = source.nextLine(end)) {
    if (source.text[end] === "|") continue;
    if (!isMatch(gridLine, source, end)) break;
    hasRows = true;
  }
  const blocks = function* (): Texts {
    let row: TextRange[] = [];
    for (const line of linesBetween(source, first, end)) {
      if (source.text[line.start] === "|") {
        row.push(line);
      } else {
        yield* gridCells(source, row, edges);
        row = [];
      }
    }
    yield* gridCells(source, row, edges);
  };
  return hasRows ? { end, texts: [], blocks: blocks() } : undefined;
}

/** Cells without their bars; a cell may reach over several columns. */
function gridCells(source: MarkdownText, row: readonly TextRange[], edges: readonly number[]): readonly (readonly TextRange[])[] {
  if (row.length === 0) return [];
  const places = row.map((line) => placesOf(source.text.slice(line.start, line.end), edges));
  const isEdge = (column: number): boolean => row.every(({ start }, line) => source.text[start + (places[line]?.[column] ?? 0)] === "|");
  const columns = edges.map((_, column) => column).filter((column) => column === 0 || column === edges.length - 1 || isEdge(column));
  return columns.slice(1).map((next, column) => {
    const lines = row.map(({ start, end }, line) => cellLine(source, start + (places[line]?.[columns[column] ?? 0] ?? 0) + 1, Math.min(end, start + (places[line]?.[next] ?? 0))));
    const isIndented = lines.every(({ start, end }) => start >= end || source.text[start] === " ");
    return isIndented ? lines.map(({ start, end }) => ({ start: Math.min(start + 1, end), end })) : lines;
  });
}

function cellLine(source: MarkdownText, start: number, end: number): TextRange {
  let last = Math.max(start, end);
  while (last > start && /[ |]/.test(source.text.charAt(last - 1))) last--;
  return { start, end: last };
}

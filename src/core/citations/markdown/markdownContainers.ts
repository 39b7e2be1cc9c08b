import type { TextRange } from "../../model/textRange";
import type { BlockReader } from "./markdownBlocks";
import { closesDiv } from "./markdownFences";
import { readMarker } from "./markdownLists";
import type { MarkdownText } from "./markdownText";
import { endOfTable } from "./markdownTables";

const quoteMark = / {0,3}> ?/y;
const noteMark = / {0,3}\[\^[^\s\]]{1,200}\]:/y;
const definitionMark = / {0,2}[:~](?= )/y;
const lineMark = /\| /y;

function endOf(pattern: RegExp, source: MarkdownText, start: number): number | undefined {
  pattern.lastIndex = start;
  const match = pattern.exec(source.text);
  return match === null ? undefined : start + match[0].length;
}

/** Where a definition's contents begin: the mark and the space behind it are four columns, or fewer. */
function endOfDefinitionMark(source: MarkdownText, start: number): number | undefined {
  const end = endOf(definitionMark, source, start);
  return end === undefined ? undefined : Math.min(source.skipSpaces(end), start + 4);
}

/** A block quote; lines of its paragraphs may lack their `>` (Pandoc User's Guide, “Block quotations”). */
export function readQuote(reader: BlockReader, start: number): number | undefined {
  const { source } = reader;
  if (endOf(quoteMark, source, start) === undefined) return undefined;
  const lines: TextRange[] = [];
  let position = start;
  while (position < source.length) {
    const content = endOf(quoteMark, source, position);
    if (content === undefined && endsQuote(reader, position)) break;
    lines.push({ start: content ?? source.skipSpaces(position), end: source.lineEnd(position) });
    position = source.nextLine(position);
  }
  reader.readInside(lines);
  return position;
}

function endsQuote({ source, fences, context, isInDiv }: BlockReader, position: number): boolean {
  return source.isBlank(position)
    || (context.isInList && readMarker(source, position) !== undefined)
    || (isInDiv && closesDiv(source, position))
    || (source.text[source.skipSpaces(position)] === "`" && fences.read(position) !== undefined);
}

/** A footnote's text, `[^1]: …` (Pandoc User's Guide, “Footnotes”). */
export function readNote(reader: BlockReader, start: number): number | undefined {
  const { source } = reader;
  const mark = endOf(noteMark, source, start);
  if (mark === undefined) return undefined;
  const first = source.isBlank(mark) ? source.nextLine(mark) : mark;
  const lines: TextRange[] = [];
  let position = takeLine(source, lines, dedent(source, first) ?? first);
  for (;;) {
    while (position < source.length && !source.isBlank(position) && endOf(noteMark, source, position) === undefined) {
      position = takeLine(source, lines, dedent(source, position) ?? position);
    }
    const next = skipBlankLines(source, position);
    if (next === position || next >= source.length || dedent(source, next) === undefined) break;
    lines.push({ start: position, end: position });
    position = takeLine(source, lines, dedent(source, next) ?? next);
  }
  reader.found.notes.push({ label: source.text.slice(start, mark).trim().slice(2, -2), start: source.offsetAt(start), end: source.offsetAt(position) });
  reader.readInside(lines);
  return position;
}

/** A definition list (Pandoc User's Guide, “Definition lists”). */
export function readDefinitions(reader: BlockReader, start: number): number | undefined {
  let end: number | undefined;
  for (let position = start; ; position = end) {
    const next = readTerm(reader, position);
    if (next === undefined) return end;
    end = skipBlankLines(reader.source, next);
  }
}

/** Whether a line is a term: a definition stands behind it. */
export function isTerm(source: MarkdownText, start: number): boolean {
  return definitionAt(source, source.nextLine(start)) !== undefined;
}

function readTerm(reader: BlockReader, start: number): number | undefined {
  const { source } = reader;
  if (start >= source.length || source.isBlank(start)) return undefined;
  let position = definitionAt(source, source.nextLine(start));
  if (position === undefined || (position !== source.nextLine(start) && endOfTable(reader, position) !== undefined)) return undefined;
  reader.readText([{ start, end: source.lineEnd(start) }]);
  let end = start;
  while (position !== undefined) {
    end = readDefinition(reader, position);
    position = definitionAt(source, end);
  }
  return end;
}

/** Where a definition's mark stands, at once or behind one blank line. */
function definitionAt(source: MarkdownText, position: number): number | undefined {
  const place = position < source.length && source.isBlank(position) ? source.nextLine(position) : position;
  return place < source.length && endOf(definitionMark, source, place) !== undefined ? place : undefined;
}

function readDefinition(reader: BlockReader, start: number): number {
  const { source } = reader;
  const lines: TextRange[] = [];
  let position = takeLine(source, lines, endOfDefinitionMark(source, start) ?? start);
  const takeLines = (): void => {
    while (position < source.length && !source.isBlank(position) && !(reader.isInDiv && closesDiv(source, position))
      && (dedent(source, position) !== undefined || endOf(definitionMark, source, position) === undefined)) {
      position = takeLine(source, lines, dedent(source, position) ?? position);
    }
  };
  takeLines();
  for (let next = skipBlankLines(source, position); next < source.length && dedent(source, next) !== undefined; next = skipBlankLines(source, position)) {
    lines.push({ start: position, end: position });
    position = takeLine(source, lines, dedent(source, next) ?? next);
    takeLines();
  }
  reader.readInside(lines);
  return position;
}

/** Lines that keep their ends, `| …` (Pandoc User's Guide, “Line blocks”). */
export function readLineBlock(reader: BlockReader, start: number): number | undefined {
  const { source } = reader;
  let position = start;
  while (position < source.length && source.text[position] === "|") {
    const content = endOf(lineMark, source, position);
    if (content === undefined && !source.isBlank(position + 1)) break;
    const lines = [{ start: content ?? position + 1, end: source.lineEnd(position) }];
    position = source.nextLine(position);
    while (content !== undefined && position < source.length && source.text[position] === " ") position = takeLine(source, lines, position + 1);
    reader.readText(lines);
  }
  return position > start ? position : undefined;
}

/** The title block at a document's start, `% title`, `% authors`, `% date`; where the text behind it begins. */
export function readTitle(reader: BlockReader): number {
  const { source } = reader;
  let position = 0;
  for (let field = 0; field < 3 && source.text[position] === "%"; field++) {
    const lines: TextRange[] = [];
    position = takeLine(source, lines, position + 1);
    while (source.text[position] === " " && !source.isBlank(position)) position = takeLine(source, lines, source.skipSpaces(position));
    reader.readText(lines);
  }
  return position;
}

function takeLine(source: MarkdownText, lines: TextRange[], start: number): number {
  lines.push({ start, end: source.lineEnd(start) });
  return source.nextLine(start);
}

function dedent(source: MarkdownText, position: number): number | undefined {
  return source.indent(position) >= 4 ? position + 4 : undefined;
}

function skipBlankLines(source: MarkdownText, start: number): number {
  let position = start;
  while (position < source.length && source.isBlank(position)) position = source.nextLine(position);
  return position;
}

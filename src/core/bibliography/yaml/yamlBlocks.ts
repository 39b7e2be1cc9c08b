import type { TextRange } from "../../model/textRange";
import { trimEnd } from "../bibtex/bibtexScanner";
import { endOfLine, isLineEnd } from "../../text/lineEnds";
import { byteOrderMark, carriageReturn, closeBrace, closeBracket, comma, hash, newline, openBrace, openBracket, tab } from "../charCodes";
import { stepLength } from "../steps";
import { readFlow, skipFlowSpace, startsPlain } from "./yamlFlowReader";

/** A line with content, by its offsets. */
export interface YamlLine {
  /** Of its first letter. */
  readonly start: number;
  readonly end: number;
  /** How far it is indented; infinite where tabs indent it, which YAML forbids. */
  readonly column: number;
}

/** The lines of a text that are neither blank nor comments. */
export function* contentLines(text: string, from = 0): Generator<YamlLine> {
  let lineStart = text.charCodeAt(from) === byteOrderMark ? from + 1 : from;
  while (lineStart < text.length) {
    const end = endOfLine(text, lineStart);
    let start = lineStart;
    let hasTab = false;
    for (let code = text.charCodeAt(start); start < end && (code === 32 || code === tab); code = text.charCodeAt(++start)) hasTab ||= code === tab;
    if (start < end && text.charCodeAt(start) !== hash) yield { start, end, column: hasTab ? Infinity : start - lineStart };
    lineStart = text.charCodeAt(end) === carriageReturn && text.charCodeAt(end + 1) === newline ? end + 2 : end + 1;
  }
}

/** A list and its items, each from its `- `, or in a list in brackets from its first letter, to its end. */
export interface YamlList {
  readonly items: readonly TextRange[];
  /** Lines among the items that belong to none. */
  readonly strays: readonly TextRange[];
  /** Whether the list is in brackets. */
  readonly isFlow: boolean;
}

const marker = /^(?:---|\.\.\.)(?=\s|$)/;
/** `key:` at the start of a line, with what stands behind it. */
const topKey = /^(?:"[^"\n]*"|'[^'\n]*'|[^\s#"'\-[\]{}&*!|>%@`][^\n]*?)[ \t]*:(?:[ \t]+([^\s#].*))?(?:\s+#.*)?$/;
const referencesKey = /^(?:references|"references"|'references')[ \t]*:(?:[ \t]|$)/;

/** The list under `references:`, or the list that the whole document is; `undefined` where there is none. Found in steps. */
export function* findReferences(text: string): Generator<void, YamlList | undefined> {
  let isMap = false;
  for (const { start, end, column } of contentLines(text)) {
    const line = text.slice(start, Math.min(end, start + longestKeyLine));
    const marked = column === 0 ? marker.exec(line) : null;
    if (marked !== null && text.slice(start + 3, end).trim() === "") continue;
    if (line.startsWith("%") && column === 0) continue;
    if (column === 0 && referencesKey.test(line)) return yield* listBehind(text, start + line.indexOf(":") + 1, end);
    // a list below another key is not the whole document
    isMap ||= column === 0 && topKey.test(line);
    if (isMap) continue;
    if (text.charCodeAt(start) === openBracket) return flowList(text, start);
    if (isDash(text, start, end)) return yield* blockList(text, start - column);
  }
  return undefined;
}

const longestKeyLine = 200;

function* listBehind(text: string, from: number, lineEnd: number): Generator<void, YamlList> {
  const value = skipFlowSpace(text, from, lineEnd);
  if (text.charCodeAt(value) === openBracket) return flowList(text, value);
  const next = skipFlowSpace(text, from, text.length);
  return text.charCodeAt(next) === openBracket ? flowList(text, next) : yield* blockList(text, lineEnd);
}

/** The items of a list whose lines begin behind `from`; it ends at the next key at the start of a line. */
function* blockList(text: string, from: number): Generator<void, YamlList> {
  const items: TextRange[] = [];
  const strays: TextRange[] = [];
  let indent: number | undefined;
  let last: { readonly start: number; end: number } | undefined;
  let stepEnd = from + stepLength;
  for (const { start, end, column } of contentLines(text, from)) {
    if (end > stepEnd) {
      stepEnd = end + stepLength;
      yield;
    }
    const lineEnd = trimEnd(text, start, end);
    const isItem = isDash(text, start, end) && (indent === undefined || column === indent);
    if (last !== undefined && indent !== undefined && column > indent) {
      last.end = lineEnd;
      continue;
    }
    if (!isItem && column === 0 && endsList(text, start, end)) break;
    if (isItem) indent = column;
    last = { start, end: lineEnd };
    (isItem ? items : strays).push(last);
  }
  const lastItem = items.at(-1);
  // what comes behind the last item is another key of the document, not what an item has lost
  return { items, strays: strays.filter(({ start }) => lastItem !== undefined && start < lastItem.start), isFlow: false };
}

/** Whether a line without indentation is another part of the document: `---`, or a key above a list or map, not what an item has lost. */
function endsList(text: string, start: number, end: number): boolean {
  const line = text.slice(start, Math.min(end, start + longestKeyLine));
  return marker.test(line) || (topKey.test(line) && topKey.exec(line)?.[1] === undefined) || /^[\w-]+:[ \t]+[[{|>]/.test(line);
}

/** Where the line at `from` begins, behind a byte order mark. */
export function startOfLine(text: string, from: number): number {
  let start = from;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1)) && text.charCodeAt(start - 1) !== byteOrderMark) start--;
  return start;
}

export function isDash(text: string, start: number, lineEnd: number): boolean {
  return text.charAt(start) === "-" && (start + 1 === lineEnd || /[ \t]/.test(text.charAt(start + 1)));
}

/** The items of a list in brackets. Where one cannot be told from the next, they end with it. */
function flowList(text: string, open: number): YamlList {
  const items: TextRange[] = [];
  let position = skipFlowSpace(text, open + 1, text.length);
  while (position < text.length && text.charCodeAt(position) === openBrace) {
    const end = readFlow(text, position, text.length)?.end ?? endOfBroken(text, position);
    items.push({ start: position, end });
    position = skipFlowSpace(text, end, text.length);
    if (text.charCodeAt(position) === comma) position = skipFlowSpace(text, position + 1, text.length);
  }
  const isOver = position >= text.length || text.charCodeAt(position) === closeBracket;
  return { items, strays: isOver ? [] : [{ start: position, end: trimEnd(text, position, endOfLine(text, position)) }], isFlow: true };
}

/** Behind the brace that closes the one at `open`, by counting; the end of the text where none does. */
function endOfBroken(text: string, open: number): number {
  let depth = 0;
  for (let position = open; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (code === openBrace) depth++;
    else if (code === closeBrace && --depth === 0) return position + 1;
  }
  return text.length;
}

/** An entry of a map of maps: `key:` at the start of a line, and the lines below it that are indented. */
export interface YamlSection extends TextRange {
  readonly keyRange: TextRange;
}

export interface YamlSections {
  readonly sections: readonly YamlSection[];
  /** Lines without indentation that begin no section, and keys with nothing in them. */
  readonly strays: readonly TextRange[];
}

const sectionHead = /^(?:"((?:[^"\\]|\\.){0,9999})"|'((?:[^']|''){0,9999})'|(\S(?:.*?\S)??))[ \t]*:(?:[ \t]*(?:#.*)?|[ \t]+[{&!].*)$/;

const emptyHead = /:[ \t]*(?:#.*)?$/;

/** The maps that a document holds by their keys, as Hayagriva's bibliographies do. Found in steps. */
export function* findSections(text: string): Generator<void, YamlSections> {
  const sections: YamlSection[] = [];
  const strays: TextRange[] = [];
  let open: { readonly start: number; end: number; readonly keyRange: TextRange } | undefined;
  let isEmpty = false;
  const close = (): void => {
    if (open !== undefined) (isEmpty ? strays : sections).push(open);
  };
  let stepEnd = stepLength;
  for (const { start, end, column } of contentLines(text)) {
    if (end > stepEnd) {
      stepEnd = end + stepLength;
      yield;
    }
    const lineEnd = trimEnd(text, start, end);
    if (open !== undefined && (column > 0 || isClosing(text.charCodeAt(start)))) {
      open.end = lineEnd;
      isEmpty = false;
      continue;
    }
    const line = text.slice(start, Math.min(end, start + longestKeyLine));
    if (column === 0 && (marker.test(line) || line.startsWith("%"))) continue;
    close();
    const keyRange = column === 0 && (startsPlain(text, start, end) || /^["']/.test(line)) ? keyIn(line, start) : undefined;
    open = keyRange && { start, end: lineEnd, keyRange };
    isEmpty = emptyHead.test(line);
    if (open === undefined) strays.push({ start, end: lineEnd });
  }
  close();
  return { sections, strays };
}

/** A bracket that was opened further up may be closed without indentation. */
function isClosing(code: number): boolean {
  return code === closeBrace || code === closeBracket;
}

/** The key without its quotes; none where nothing stands in them. */
function keyIn(line: string, start: number): TextRange | undefined {
  const head = sectionHead.exec(line);
  if (head === null) return undefined;
  const [, double, single, plain] = head;
  const keyStart = start + (plain === undefined ? 1 : 0);
  const key = double ?? single ?? plain ?? "";
  return key === "" ? undefined : { start: keyStart, end: keyStart + key.length };
}

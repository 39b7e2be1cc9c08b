import type { TextRange } from "../model/textRange";
import { backslash, carriageReturn, closeBrace, closeBracket, colon, comma, newline, openBrace, openBracket, quote } from "./charCodes";
import { skipSpace, trimEnd } from "./bibtexScanner";

/** One element of the list of items. */
export interface JsonElement extends TextRange {
  readonly isObject: boolean;
  /** Its brackets match. */
  readonly isClosed: boolean;
  /** A comma, or the start of the list, stands before it. */
  readonly isSeparated: boolean;
  /** How deep arrays and objects nest in it. */
  readonly depth: number;
  /** The value of its own `id`, and that of `citation-key`. */
  readonly id: TextRange | undefined;
  readonly citationKey: TextRange | undefined;
}

/** The list of items in a JSON text. */
export interface JsonList {
  readonly elements: readonly JsonElement[];
  readonly isClosed: boolean;
}

/**
 * Finds the elements of the list of items: of the top array, or of the array under `items` or `references` in the top object. One
 * pass, without a parser's recursion and without belief in the syntax, so that a broken element costs itself alone. `undefined`
 * where there is no such list. Stops behind `most` elements.
 */
export function scanItems(text: string, most = Infinity): JsonList | undefined {
  const start = skipSpace(text, 0);
  const code = text.charCodeAt(start);
  if (code === openBracket) return new ListScanner(text, most).scan(start + 1);
  if (code !== openBrace) return undefined;
  const list = listIn(text, start);
  return list === undefined ? undefined : new ListScanner(text, most).scan(list);
}

/** The start of the first element of the array under `items` in the object at `start`. */
function listIn(text: string, start: number): number | undefined {
  let depth = 0;
  for (let position = start; position < text.length; position++) {
    switch (text.charCodeAt(position)) {
      case quote: {
        const end = endOfString(text, position);
        const name = depth === 1 && end - position <= 12 ? text.slice(position, end) : "";
        position = end - 1;
        if (name !== '"items"' && name !== '"references"') break;
        const list = valueBehind(text, end);
        if (list !== undefined && text.charCodeAt(list) === openBracket) return list + 1;
        break;
      }
      case openBrace: case openBracket: depth++; break;
      case closeBrace: case closeBracket: depth--; break;
      default:
    }
  }
  return undefined;
}

/** Where the value behind a property's name begins. */
function valueBehind(text: string, nameEnd: number): number | undefined {
  const separator = skipSpace(text, nameEnd);
  return text.charCodeAt(separator) === colon ? skipSpace(text, separator + 1) : undefined;
}

/** Behind the closing quote; strings do not go on over lines, so an open one ends with its line. */
export function endOfString(text: string, start: number): number {
  for (let position = start + 1; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (code === backslash) position++;
    else if (code === quote) return position + 1;
    else if (code === newline || code === carriageReturn) return position;
  }
  return text.length;
}

class ListScanner {
  readonly #elements: JsonElement[] = [];
  #isSeparated = true;
  /** How far a reading went that was given up; from there back elements are read carefully at once, which keeps all linear. */
  #reach = 0;

  constructor(readonly text: string, readonly most: number) {}

  scan(start: number): JsonList {
    let position = start;
    while (this.#elements.length < this.most) {
      position = skipSpace(this.text, position);
      if (position >= this.text.length) return { elements: this.#elements, isClosed: false };
      switch (this.text.charCodeAt(position)) {
        case closeBracket: return { elements: this.#elements, isClosed: true };
        case comma:
          this.#isSeparated = true;
          position++;
          break;
        case openBrace: position = this.#readObject(position); break;
        default: position = this.#readOther(position);
      }
    }
    return { elements: this.#elements, isClosed: true };
  }

  #readObject(start: number): number {
    let object = scanObject(this.text, start, start < this.#reach, this.#isSeparated);
    if (!object.isClosed && start >= this.#reach) {
      this.#reach = object.end;
      object = scanObject(this.text, start, true, this.#isSeparated);
    }
    this.#add(object);
    return object.end;
  }

  /** A string, number or array where an item belongs, or anything else up to the next comma or bracket. */
  #readOther(start: number): number {
    let depth = 0;
    let position = start;
    for (; position < this.text.length; position++) {
      const code = this.text.charCodeAt(position);
      if (code === quote) position = endOfString(this.text, position) - 1;
      else if (code === openBracket) depth++;
      else if (code === openBrace || (depth === 0 && (code === comma || code === closeBracket))) break;
      else if (code === closeBracket) depth--;
    }
    const end = Math.max(trimEnd(this.text, start, position), start + 1);
    this.#add({ start, end, isObject: false, isClosed: true, isSeparated: this.#isSeparated, depth: 0, id: undefined, citationKey: undefined });
    return Math.max(position, start + 1);
  }

  #add(element: JsonElement): void {
    this.#elements.push(element);
    this.#isSeparated = false;
  }
}

/**
 * Reads one object by its brackets. It ends unclosed where the list ends, where a brace stands in place of a property's name, and,
 * if read with care because brackets do not match, at the next `{ "id":`, which no part of an item has.
 */
function scanObject(text: string, start: number, isCareful: boolean, isSeparated: boolean): JsonElement {
  const open: number[] = [];
  let brackets = 0;
  let depth = 0;
  let isClosed = true;
  let expectsName = false;
  let position = start;
  const found: { id?: TextRange; citationKey?: TextRange } = {};
  const finish = (end: number): JsonElement =>
    ({ start, end, isObject: true, isClosed, isSeparated, depth, id: found.id, citationKey: found.citationKey });
  for (; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (code === quote) {
      const end = endOfString(text, position);
      if (expectsName && open.length === 1) noteKey(text, position, end, found);
      expectsName = false;
      position = end - 1;
    } else if (code === openBrace || code === openBracket) {
      const isNext = code === openBrace && position > start && ((expectsName && open.length === 1) || (isCareful && beginsItem(text, position)));
      if (isNext) break;
      open.push(code);
      if (code === openBracket) brackets++;
      depth = Math.max(depth, open.length);
      expectsName = code === openBrace;
    } else if (code === closeBrace || code === closeBracket) {
      const wanted = code === closeBrace ? openBrace : openBracket;
      if (code === closeBracket && brackets === 0) break;
      for (let last = open.pop(); last !== undefined && last !== wanted; last = open.pop()) {
        isClosed = false;
        if (last === openBracket) brackets--;
      }
      if (code === closeBracket) brackets--;
      if (open.length === 0) return finish(position + 1);
      expectsName = false;
    } else if (code === comma) {
      expectsName = open.at(-1) === openBrace;
    }
  }
  isClosed = false;
  const end = trimEnd(text, start + 1, position);
  return finish(text.charCodeAt(end - 1) === comma ? trimEnd(text, start + 1, end - 1) : end);
}

/** Whether an object begins with an `id`, as items do. */
function beginsItem(text: string, start: number): boolean {
  const name = skipSpace(text, start + 1);
  return text.startsWith('"id"', name) && valueBehind(text, name + 4) !== undefined;
}

function noteKey(text: string, nameStart: number, nameEnd: number, found: { id?: TextRange; citationKey?: TextRange }): void {
  const length = nameEnd - nameStart;
  if (length !== 4 && length !== 14) return;
  const name = text.slice(nameStart, nameEnd);
  const property = name === '"id"' ? "id" : name === '"citation-key"' ? "citationKey" : undefined;
  if (property === undefined) return;
  const start = valueBehind(text, nameEnd);
  if (start === undefined) return;
  const end = text.charCodeAt(start) === quote ? endOfString(text, start) : endOfPlainValue(text, start);
  // of a name given twice the last counts, as in JSON.parse
  found[property] = { start, end };
}

function endOfPlainValue(text: string, start: number): number {
  let position = start;
  while (position < text.length && /[-+.\w]/.test(text.charAt(position))) position++;
  return position;
}


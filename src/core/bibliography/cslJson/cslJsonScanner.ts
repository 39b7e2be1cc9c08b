import type { TextRange } from "../../model/textRange";
import { closeBrace, closeBracket, comma, openBrace, openBracket, quote, slash } from "../charCodes";
import { isSpace, skipSpace, trimEnd } from "../bibtex/bibtexScanner";
import { beginsItem, scanObject, type JsonElement } from "./cslJsonElement";
import { endOfString, skipComment, valueBehind } from "./jsonTokens";
import { stepLength } from "../steps";
import { keepShapeOf } from "../../shapes";

/** What stands in the list besides objects and the commas between them. */
export interface JsonOddity extends TextRange {
  readonly kind: "value" | "comma" | "comment" | "bracket";
}

/** The list of items in a JSON text. */
export interface JsonList {
  readonly elements: readonly JsonElement[];
  readonly isClosed: boolean;
}

/**
 * Finds the elements of the list of items: of the top array, or of the array under `items` or `references` in the top object. One
 * pass, without a parser's recursion and without belief in the syntax, so that a broken element costs itself alone. `undefined`
 * where there is no such list. Stops behind `most` elements. Long texts take several steps. Oddities are told as they are met: there may
 * be millions of them.
 */
export function* scanItems(text: string, most = Infinity, tell: (oddity: JsonOddity) => void = () => undefined): Generator<void, JsonList | undefined> {
  const start = skipSpace(text, 0);
  const code = text.charCodeAt(start);
  if (code === openBracket) return yield* new ListScanner(text, most, true, tell).scan(start + 1);
  if (code !== openBrace) return undefined;
  const list = listIn(text, start);
  return list === undefined ? undefined : yield* new ListScanner(text, most, false, tell).scan(list);
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

class ListScanner {
  readonly #elements: JsonElement[] = [];
  #isSeparated = true;
  #lastComma = -1;
  /** How far a reading went that was given up; from there back elements are read carefully at once, which keeps all linear. */
  #reach = 0;

  constructor(readonly text: string, readonly most: number, readonly isWhole: boolean, readonly tell: (oddity: JsonOddity) => void) {}

  *scan(start: number): Generator<void, JsonList> {
    let position = start;
    let stepEnd = start + stepLength;
    while (this.#elements.length < this.most) {
      if (position >= stepEnd) {
        stepEnd = position + stepLength;
        yield;
      }
      position = skipSpace(this.text, position);
      if (position >= this.text.length) return this.#list(false);
      switch (this.text.charCodeAt(position)) {
        case closeBracket: {
          if (this.#isSeparated && this.#lastComma >= 0) this.tell({ kind: "comma", start: this.#lastComma, end: this.#lastComma + 1 });
          const next = this.#nextObject(position + 1);
          if (next === undefined) return this.#list(true);
          this.tell({ kind: "bracket", start: position, end: position + 1 });
          this.#isSeparated = true;
          position = next;
          break;
        }
        case comma:
          if (this.#isSeparated) this.tell({ kind: "comma", start: position, end: position + 1 });
          this.#lastComma = position;
          this.#isSeparated = true;
          position++;
          break;
        case openBrace: position = this.#readObject(position); break;
        default: position = this.#readOther(position);
      }
    }
    return this.#list(true);
  }

  #list(isClosed: boolean): JsonList {
    return { elements: this.#elements, isClosed };
  }

  /**
   * The object that follows the end of the list, which therefore was none: behind commas, stray brackets, or as the first of another list. Where
   * the list is the whole text, an item behind anything.
   */
  #nextObject(listEnd: number): number | undefined {
    let isBroken = false;
    for (let position = listEnd; position < this.text.length && (!isBroken || this.isWhole); position++) {
      const code = this.text.charCodeAt(position);
      if (code === openBrace && (!isBroken || beginsItem(this.text, position))) return position;
      isBroken ||= code !== comma && code !== openBracket && code !== closeBracket && code !== closeBrace && !isSpace(code);
    }
    return undefined;
  }

  #readObject(start: number): number {
    let object = scanObject(this.text, start, start < this.#reach, this.#isSeparated);
    if (!object.isClosed && start >= this.#reach) {
      this.#reach = object.end;
      object = scanObject(this.text, start, true, this.#isSeparated);
    }
    this.#elements.push(object);
    this.#isSeparated = false;
    return object.end;
  }

  /** A comment; or a string, number or array where an item belongs, or anything else up to the next comma or bracket. */
  #readOther(start: number): number {
    const commentEnd = this.text.charCodeAt(start) === slash ? skipComment(this.text, start) : start;
    if (commentEnd > start) {
      this.tell({ kind: "comment", start, end: commentEnd });
      return commentEnd;
    }
    let depth = 0;
    let position = start;
    for (; position < this.text.length; position++) {
      const code = this.text.charCodeAt(position);
      if (code === quote) position = endOfString(this.text, position) - 1;
      else if (code === openBracket) depth++;
      else if (code === openBrace || (depth === 0 && (code === comma || code === closeBracket))) break;
      else if (code === closeBracket) depth--;
    }
    this.tell({ kind: "value", start, end: Math.max(trimEnd(this.text, start, position), start + 1) });
    this.#isSeparated = false;
    return Math.max(position, start + 1);
  }
}

keepShapeOf(new ListScanner("", 0, false, () => undefined));

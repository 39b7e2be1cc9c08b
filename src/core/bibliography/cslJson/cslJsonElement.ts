import type { TextRange } from "../../model/textRange";
import { closeBrace, closeBracket, comma, openBrace, openBracket, quote, slash } from "../charCodes";
import { skipSpace, trimEnd } from "../bibtex/bibtexScanner";
import { endOfString, skipComment, valueBehind } from "./jsonTokens";

/** An object in the list of items. */
export interface JsonElement extends TextRange {
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

/**
 * Reads one object by its brackets. It ends unclosed where the list ends, where a brace stands in place of a property's name, and,
 * if read with care because brackets do not match, at the next `{ "id":`, which no part of an item has.
 */
export function scanObject(text: string, start: number, isCareful: boolean, isSeparated: boolean): JsonElement {
  const open: number[] = [];
  let brackets = 0;
  let depth = 0;
  let isClosed = true;
  let expectsName = false;
  let position = start;
  const found: { id?: TextRange; citationKey?: TextRange } = {};
  const finish = (end: number): JsonElement =>
    ({ start, end, isClosed, isSeparated, depth, id: found.id, citationKey: found.citationKey });
  for (; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (code === quote) {
      const end = endOfString(text, position);
      if (expectsName && open.length === 1) noteKey(text, position, end, found);
      expectsName = false;
      position = end - 1;
    } else if (code === slash) {
      position = Math.max(skipComment(text, position) - 1, position);
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
  const withoutComma = text.charCodeAt(end - 1) === comma ? trimEnd(text, start + 1, end - 1) : end;
  // a comma may be the end of a text that is not closed
  return finish(Math.max(withoutComma, found.id?.end ?? 0, found.citationKey?.end ?? 0));
}

/** Whether an object begins with an `id`, as items do. */
export function beginsItem(text: string, start: number): boolean {
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

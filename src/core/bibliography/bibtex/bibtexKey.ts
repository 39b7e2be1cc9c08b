import { asciiTable, endOfRun } from "../asciiRuns";
import type { CitationKey } from "../../model/citation";
import { at, carriageReturn, closeBrace, closeParenthesis, comma, equalsSign, newline, openBrace, openParenthesis, quote } from "../charCodes";
import { endOfName, isSpace, skipBlanks, skipSpace, trimEnd } from "./bibtexScanner";
import { quoted, type ProblemList } from "../problems";

/** The key of an entry and where its fields begin. */
export interface KeyPlace {
  readonly start: number;
  /** `start` where there is no key. */
  readonly end: number;
  readonly fieldsStart: number;
  /** Nothing can be wrong with it: letters, digits and common marks, and a comma behind them. */
  readonly isPlain: boolean;
}

const plain = asciiTable(/[\w:./+-]/);

/**
 * Reads a key as BibTeX does: up to white space, a comma or the end of the entry, whatever characters it has. A field where the key
 * belongs (`@book{title = …`) means that there is none. A key with blanks in it is taken whole: Pandoc can cite it.
 */
export function readKey(text: string, from: number, isParenthesized: boolean): KeyPlace {
  const start = skipSpace(text, from);
  const plainEnd = endOfRun(text, start, plain);
  if (plainEnd > start && text.charCodeAt(plainEnd) === comma) return { start, end: plainEnd, fieldsStart: plainEnd, isPlain: true };
  const end = endOfKey(text, start, isParenthesized);
  const next = skipSpace(text, end);
  if (end === start || text.charCodeAt(next) === equalsSign || isFieldLike(text, start, end)) {
    return { start, end: start, fieldsStart: start, isPlain: false };
  }
  if (next === end || text.charCodeAt(next) === comma) return { start, end, fieldsStart: next, isPlain: false };
  const blankEnd = endOfKeyWithBlanks(text, end);
  return { start, end: blankEnd, fieldsStart: blankEnd, isPlain: false };
}

function endOfKey(text: string, start: number, isParenthesized: boolean): number {
  for (let position = start; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (code === comma || code === closeBrace || isSpace(code) || (isParenthesized && code === closeParenthesis)) return position;
    if (code === at && isEntryLike(text, position)) return position;
  }
  return text.length;
}

/** `title={One` or `title="One` */
function isFieldLike(text: string, start: number, end: number): boolean {
  const equals = endOfName(text, start, end);
  const value = text.charCodeAt(equals + 1);
  return equals > start && equals + 1 < end && text.charCodeAt(equals) === equalsSign && (value === openBrace || value === quote);
}

/** `@book{next`: what was meant to be the next entry, before which this one was begun. */
function isEntryLike(text: string, start: number): boolean {
  const nameEnd = endOfName(text, start + 1);
  const open = text.charCodeAt(skipBlanks(text, nameEnd));
  return nameEnd > start + 1 && (open === openBrace || open === openParenthesis);
}

/** The comma behind `Doe 2001,` where nothing but words stands before it in the line; else the end of the first word. */
function endOfKeyWithBlanks(text: string, wordEnd: number): number {
  for (let position = wordEnd; position < text.length; position++) {
    switch (text.charCodeAt(position)) {
      case comma: return trimEnd(text, wordEnd, position);
      case at: case closeBrace: case openBrace: case equalsSign: case quote: case newline: case carriageReturn: return wordEnd;
      default:
    }
  }
  return wordEnd;
}

/** What is wrong with the key of the entry whose `@` stands at `entryStart`. */
export function checkKey(text: string, entryStart: number, { start, end, fieldsStart, isPlain }: KeyPlace, problems: ProblemList): void {
  if (isPlain) return;
  if (start === end) {
    problems.addSyntax(entryStart, Math.max(skipBlanks(text, endOfName(text, skipBlanks(text, entryStart + 1))) + 1, entryStart + 1),
      "This entry has no key. Write one behind the opening brace, with a comma behind it.", undefined);
    return;
  }
  const key: CitationKey = text.slice(start, end);
  const next = text.charCodeAt(skipSpace(text, fieldsStart));
  if (/\s/.test(key)) problems.addSyntax(start, end, `The key ${quoted(key)} has blanks in it, which LaTeX cannot cite.`, key, "warning");
  else if (next !== comma && next !== closeBrace && next !== closeParenthesis && next !== at && !Number.isNaN(next)) {
    problems.addSyntax(start, end, `A comma is missing behind the key ${quoted(key)}.`, key);
  }
}

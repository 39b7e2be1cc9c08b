import { isLineEnd } from "../../text/lineEnds";
import { apostrophe, backslash, closeBrace, closeBracket, colon, comma, hash, openBrace, openBracket, quote, space, tab } from "../charCodes";
import type { YamlValue } from "./yamlValue";

/** Sources nest a few deep. What nests deeper than this is not read. */
const deepest = 50;

/** A value and where it ends. */
export interface ReadValue<T extends YamlValue = YamlValue> {
  readonly value: T;
  readonly end: number;
}

/**
 * Reads a value in quotes, brackets or braces (YAML 1.2, 7.3.1, 7.3.2, 7.4) that begins at `from`; `undefined` where it is
 * not closed before `limit`, or has what sources have no use for: anchors, aliases, tags, keys that are no scalars.
 */
export function readFlow(text: string, from: number, limit: number, depth = 0): ReadValue | undefined {
  switch (text.charCodeAt(from)) {
    case quote: return readDoubleQuoted(text, from, limit);
    case apostrophe: return readSingleQuoted(text, from, limit);
    case openBracket: return depth < deepest ? readList(text, from, limit, depth) : undefined;
    case openBrace: return depth < deepest ? readMap(text, from, limit, depth) : undefined;
    default: return undefined;
  }
}

function readList(text: string, from: number, limit: number, depth: number): ReadValue | undefined {
  const items: YamlValue[] = [];
  let position = skipFlowSpace(text, from + 1, limit);
  while (position < limit && text.charCodeAt(position) !== closeBracket) {
    const item = readFlowNode(text, position, limit, depth + 1);
    // `[a: b]` is a list of maps, which nobody writes
    if (item === undefined || text.charCodeAt(item.end) === colon) return undefined;
    items.push(item.value);
    const next = endOfItem(text, item.end, limit, closeBracket);
    if (next === undefined) return undefined;
    position = next;
  }
  return position < limit ? { value: items, end: position + 1 } : undefined;
}

function readMap(text: string, from: number, limit: number, depth: number): ReadValue | undefined {
  const map = new Map<string, YamlValue>();
  let position = skipFlowSpace(text, from + 1, limit);
  while (position < limit && text.charCodeAt(position) !== closeBrace) {
    const key = readFlowNode(text, position, limit, depth + 1);
    if (typeof key?.value !== "string" || key.value === "<<" || map.has(key.value) || text.charCodeAt(key.end) !== colon) return undefined;
    const start = skipFlowSpace(text, key.end + 1, limit);
    const code = text.charCodeAt(start);
    const value = code === comma || code === closeBrace ? { value: "", end: start } : readFlowNode(text, start, limit, depth + 1);
    if (value === undefined || text.charCodeAt(value.end) === colon) return undefined;
    map.set(key.value, value.value);
    const next = endOfItem(text, value.end, limit, closeBrace);
    if (next === undefined) return undefined;
    position = next;
  }
  return position < limit ? { value: map, end: position + 1 } : undefined;
}

/** Behind the comma, or at the closing bracket. */
function endOfItem(text: string, end: number, limit: number, close: number): number | undefined {
  const code = end < limit ? text.charCodeAt(end) : NaN;
  return code === comma ? skipFlowSpace(text, end + 1, limit) : code === close ? end : undefined;
}

/** A value inside of brackets, with the white space behind it. */
function readFlowNode(text: string, from: number, limit: number, depth: number): ReadValue | undefined {
  const read = readFlow(text, from, limit, depth) ?? readPlainInFlow(text, from, limit);
  return read && { value: read.value, end: skipFlowSpace(text, read.end, limit) };
}

/** A scalar without quotes inside of brackets, which ends at `,`, a bracket, or `: ` (7.3.3). */
function readPlainInFlow(text: string, from: number, limit: number): ReadValue | undefined {
  if (!startsPlain(text, from, limit)) return undefined;
  let position = from;
  for (; position < limit; position++) {
    const code = text.charCodeAt(position);
    if (code === comma || code === openBracket || code === closeBracket || code === openBrace || code === closeBrace) break;
    if (code === colon && (position + 1 >= limit || isFlowEnd(text.charCodeAt(position + 1)))) break;
    if (code === hash && isFlowSpace(text.charCodeAt(position - 1))) break;
  }
  const value = text.slice(from, position).trim();
  return value === "" ? undefined : { value: foldLines(value), end: position };
}

function isFlowEnd(code: number): boolean {
  return isFlowSpace(code) || code === comma || code === closeBracket || code === closeBrace || code === openBracket || code === openBrace;
}

function isFlowSpace(code: number): boolean {
  return code === space || code === tab || isLineEnd(code);
}

/** Whether a scalar without quotes may begin here: not with an indicator, unless a letter makes it harmless (7.3.3). */
export function startsPlain(text: string, position: number, limit: number): boolean {
  const char = text.charAt(position);
  if (position >= limit || ",[]{}#&*!|>'\"%@`".includes(char)) return false;
  return !"-?:".includes(char) || (position + 1 < limit && !isFlowEnd(text.charCodeAt(position + 1)));
}

export function skipFlowSpace(text: string, from: number, limit: number): number {
  let position = from;
  for (; position < limit; position++) {
    const code = text.charCodeAt(position);
    if (code === hash && isFlowSpace(text.charCodeAt(position - 1))) {
      while (position + 1 < limit && !isLineEnd(text.charCodeAt(position + 1))) position++;
    } else if (!isFlowSpace(code)) break;
  }
  return position;
}

function readSingleQuoted(text: string, from: number, limit: number): ReadValue<string> | undefined {
  for (let position = from + 1; position < limit; position++) {
    if (text.charCodeAt(position) !== apostrophe) continue;
    if (position + 1 < limit && text.charCodeAt(position + 1) === apostrophe) position++;
    else return { value: foldLines(text.slice(from + 1, position)).replaceAll("''", "'"), end: position + 1 };
  }
  return undefined;
}

function readDoubleQuoted(text: string, from: number, limit: number): ReadValue<string> | undefined {
  let hasEscapes = false;
  for (let position = from + 1; position < limit; position++) {
    const code = text.charCodeAt(position);
    if (code === backslash) {
      hasEscapes = true;
      position++;
    } else if (code === quote) {
      const written = text.slice(from + 1, position);
      const value = hasEscapes ? unescapeDouble(written) : foldLines(written);
      return value === undefined ? undefined : { value, end: position + 1 };
    }
  }
  return undefined;
}

/** Line breaks inside a scalar are spaces, empty lines are line breaks (6.5). */
export function foldLines(text: string): string {
  if (!text.includes("\n") && !text.includes("\r")) return text;
  return text.split(/\r\n|\n|\r/).map((line, index, { length }) => index === 0 ? line.trimEnd() : index === length - 1 ? line.trimStart() : line.trim()).reduce((folded, line, index, lines) => {
    if (line === "" && index < lines.length - 1) return `${folded}\n`;
    return index === 0 || folded.endsWith("\n") ? folded + line : `${folded} ${line}`;
  });
}

const escapes: Readonly<Record<string, string>> = {
  0: "\0", a: "\x07", b: "\b", t: "\t", n: "\n", v: "\v", f: "\f", r: "\r", e: "\x1b", " ": " ", "\"": "\"", "/": "/", "\\": "\\", N: "\x85", _: "\xa0", L: "\u2028", P: "\u2029",
};

const tokens = /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|(?:\r\n|[\r\n])[ \t]*|([\s\S]))|[ \t]*(?:(?:\r\n|\n|\r)[ \t]*){1,9999}|[^\\\r\n \t]+|[ \t]+/gi;

/** The text of a scalar in double quotes that has escapes (5.7); `undefined` where one is none. */
function unescapeDouble(written: string): string | undefined {
  const parts: string[] = [];
  for (const [token, two, four, eight, char] of written.matchAll(tokens)) {
    const code = two ?? four ?? eight;
    if (code !== undefined) {
      if (parseInt(code, 16) > 0x10ffff) return undefined;
      parts.push(String.fromCodePoint(parseInt(code, 16)));
    } else if (char !== undefined) {
      if (!Object.hasOwn(escapes, char)) return undefined;
      parts.push(escapes[char] ?? "");
    } else if (!token.startsWith("\\")) {
      // an escaped line break joins its lines without a space
      const breaks = token.match(/\r\n|\n|\r/g)?.length ?? 0;
      parts.push(breaks === 0 ? token : breaks === 1 ? " " : "\n".repeat(breaks - 1));
    }
  }
  return parts.join("");
}

import { CodeFences, closesDiv } from "./markdownFences";
import { endsParagraph, readTag } from "./markdownHtml";
import { MarkdownIndex } from "./markdownIndex";
import { readMarker } from "./markdownLists";
import type { BracketMark, Mark } from "./markdownMarks";
import { attributes, endOfDestination, matchAt } from "./markdownLinks";
import { endOfMath } from "./markdownMath";
import { endOfTex, isMathEnvironment } from "./markdownTex";
import { markdownText, type MarkdownText } from "./markdownText";
import { keepShapeOf } from "../../shapes";

/** What the blocks around a text decide about where its paragraphs end. */
export interface InlineContext {
  /** In a list item a line that begins with a list marker begins a new item. */
  readonly isInList: boolean;
  readonly isInDiv: boolean;
  /** The text is one paragraph and nothing in it begins a block: a heading, a table's cell. */
  readonly isWhole: boolean;
}

export interface Inlines {
  readonly marks: readonly Mark[];
  readonly end: number;
}

const word = /(?:[\p{L}\p{N}]|\.(?!\.)){1,9999}/uy;
const simpleKey = /[\p{L}\p{N}_*](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])|[:/](?=\/)){0,9999}/uy;
const bracedKey = /\{((?:[^{}\n]|\{[^{}\n]{0,9999}\}){1,9999})\}/y;
const unfinishedKey = /\{[^\s{}[\]@;]*/y;
const exampleReference = /@[\p{L}\p{N}]{0,999}(?:[_-][\p{L}\p{N}]{1,999}){0,99}/uy;
const footnote = /\[\^[^\s\]]{1,200}\]/y;
const citeRole = /\{((?:foot)?cite(?::[A-Za-z:]+)?)\}(`+)/y;
const webAddress = /(?:https?|ftp):\/\/[^\s<>"`\]);|]+|www\.[^\s<>"`\]);|]+/iy;
const autoLink = /<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{1,9999}>|<[\p{L}\p{N}][^\s<>@]{0,999}@[^\s<>]{1,999}>/uy;
const reference = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/y;
const named: ReadonlyMap<string, string> = new Map([["amp", "&"], ["lt", "<"], ["gt", ">"], ["quot", "\""], ["nbsp", "\u00a0"], ["ndash", "–"], ["mdash", "—"]]);

/**
 * What of one paragraph can be told apart: of signs that matter for citations nobody writes so many, and each of them takes a hundred times the
 * memory that it takes in the text. The rest of such a paragraph is passed over.
 */
export const mostMarks = 1 << 20;

/** No superscript is longer. */
const longestRaised = 300;

/** Where the superscript that begins at `^` ends: spaces stand only in brackets in it. */
function endOfRaised(text: string, start: number, limit: number): number | undefined {
  let depth = 0;
  for (let position = start + 1; position < Math.min(limit, start + longestRaised); position++) {
    const char = text.charAt(position);
    if (char === "\\") position++;
    else if (char === "[") depth++;
    else if (char === "]") depth--;
    else if (depth <= 0 && char === "^") return position > start + 1 ? position : undefined;
    else if (depth <= 0 && /\s/.test(char)) return undefined;
  }
  return undefined;
}

/** Reads running text from left to right, past code, mathematics, HTML, addresses and escapes. Linear in its length. */
export class InlineReader {
  readonly #text: string;
  #marks: Mark[] = [];
  #end = 0;
  /** The brackets that are open. */
  #open: BracketMark["opens"][] = [];
  /** Where the last word ended: nothing that must not follow a word begins there. */
  #wordEnd = -1;
  #addressEnd = -1;
  /** The `^` that ends the superscript that is open. */
  #raisedEnd = -1;
  #noteStart = -1;

  constructor(readonly source: MarkdownText, readonly context: InlineContext, readonly index = new MarkdownIndex(source), readonly fences = new CodeFences(source), readonly most = mostMarks) {
    this.#text = source.text;
  }

  /** From a place to the end of its paragraph, or of what can be part of it. */
  read(from: number): Inlines {
    this.#marks = [];
    this.#open = [];
    this.#wordEnd = -1;
    this.#addressEnd = -1;
    this.#raisedEnd = -1;
    this.#noteStart = -1;
    this.#end = this.context.isWhole ? this.#text.length : this.source.paragraphEnd(from);
    let position = from;
    while (position < this.#end) {
      if (this.#marks.length >= this.most) return { marks: this.#marks, end: Math.min(this.#end, this.#text.length) };
      const next = this.#step(position);
      if (next <= position) break;
      position = next;
    }
    return { marks: this.#marks, end: Math.min(position, this.#text.length) };
  }

  /** The end of what stands at a place; the place itself where the paragraph ends there. */
  #step(start: number): number {
    const char = this.#text.charAt(start);
    switch (char) {
      case "\n": return this.#readLineEnd(start);
      case "\\": return this.#readBackslash(start);
      case "`": return this.#readCode(start);
      case "$": return this.#readMath(start);
      case "<": return this.#readAngle(start);
      case "{": return this.#readBrace(start);
      case "@": return this.#readAt(start);
      case "-": return this.#readHyphen(start);
      case "[": return this.#readOpening(start);
      case "]": return this.#readClosing(start);
      case "^": return this.#readCaret(start);
      case " ": case ",": case "(": case ")": case ":": return start + 1;
      case ";": return this.#mark({ kind: "semicolon", start }, start + 1);
      case "&": return this.#readReference(start);
      case "*": case "_": return this.#readDelimiter(start, char);
      case "\"": case "“": case "”": return this.#readQuote(start, "\"");
      case "'": case "‘": case "’": return this.#readQuote(start, "'");
      default: return this.#readWord(start);
    }
  }

  #mark(mark: Mark, end: number): number {
    this.#marks.push(mark);
    return end;
  }

  #atom(start: number, end: number, text: string): number {
    return this.#mark({ kind: "atom", start, end, text }, end);
  }

  #readLineEnd(start: number): number {
    const next = start + 1;
    return !this.context.isWhole && next < this.#text.length && this.#isParagraphEnd(next) ? start : this.source.skipSpaces(next);
  }

  #isParagraphEnd(next: number): boolean {
    return (this.context.isInList && readMarker(this.source, next) !== undefined)
      || (this.context.isInDiv && closesDiv(this.source, next))
      || (this.#text[this.source.skipSpaces(next)] === "`" && this.fences.read(next) !== undefined);
  }

  /** Mathematics, line ends, escapes, and LaTeX with its arguments. */
  #readBackslash(start: number): number {
    // In brackets `\\[` is an escaped bracket, as in `[@a, \\[28\\]]`.
    const math = this.#open.length > 0 && this.#text[start + 1] === "[" ? undefined : endOfMath(this.source, start, this.index);
    if (math !== undefined && math <= this.#end) return this.#atom(start, math, this.#text.slice(start + 2, math - 2));
    const next = String.fromCodePoint(this.#text.codePointAt(start + 1) ?? 0x0a);
    if (next === "\n") return this.#atom(start, start + 1, "");
    if (!/[\p{L}\p{N}]/u.test(next)) return this.#atom(start, start + 1 + next.length, next === " " ? "\u00a0" : next);
    const tex = endOfTex(this.#text, start, this.index);
    if (tex === undefined) return start + 1;
    return this.context.isWhole || !this.#text.startsWith("\\begin{", start) || isMathEnvironment(this.#text, start) ? this.#pass(start, tex) : start;
  }

  /** A code span ends at a run of as many backticks (CommonMark 6.1), in the same paragraph. */
  #readCode(start: number): number {
    let from = start;
    while (this.#text.charCodeAt(from) === 0x60) from++;
    const close = this.#closingBackticks(from, from - start);
    if (close === undefined) return from;
    const end = close + from - start;
    return this.#atom(start, this.#endOf(attributes, end) ?? end, this.#text.slice(from, close).trim());
  }

  #closingBackticks(from: number, length: number): number | undefined {
    const close = this.index.backticks(length, from);
    return close === undefined || close > this.#end ? undefined : close;
  }

  #readMath(start: number): number {
    const end = endOfMath(this.source, start, this.index);
    if (end !== undefined && end <= this.#end) return this.#atom(start, end, this.#text.slice(start, end).replace(/^\$+|\$+$/g, ""));
    return start + (this.#text[start + 1] === "$" ? 2 : 1);
  }

  #readAngle(start: number): number {
    const link = this.#endOf(autoLink, start);
    if (link !== undefined) return this.#atom(start, link, this.#text.slice(start + 1, link - 1));
    const tag = readTag(this.#text, start, this.index);
    if (tag === undefined) return start + 1;
    return this.context.isWhole || !endsParagraph(tag) ? this.#pass(start, tag.end) : start;
  }

  /** HTML and LaTeX may hold blank lines; the paragraph goes on behind them. */
  #pass(start: number, end: number): number {
    if (end > this.#end) this.#end = this.context.isWhole ? this.#text.length : this.source.paragraphEnd(end);
    return this.#atom(start, end, "");
  }

  #readBrace(start: number): number {
    const match = matchAt(citeRole, this.#text, start);
    if (match !== undefined) return this.#readRole(start, match[1] ?? "", start + match[0].length, (match[2] ?? "").length);
    // Quarto's shortcodes and MDX's comments.
    const closer = this.#text.startsWith("{{<", start) ? ">}}" : this.#text.startsWith("{/*", start) ? "*/}" : undefined;
    const close = closer === undefined ? undefined : this.index.find(closer, start);
    return close !== undefined && close < this.#end ? close + 3 : start + 1;
  }

  /** A role that is still being written ends with its line; two backticks are one that is still empty. */
  #readRole(start: number, role: string, from: number, length: number): number {
    const close = this.#closingBackticks(from, length);
    if (close === undefined && length === 2) return this.#mark({ kind: "role", start, end: from, role, content: { start: from - 1, end: from - 1 } }, from);
    const contentEnd = close ?? this.source.lineEnd(from);
    const end = close === undefined ? contentEnd : close + length;
    return this.#mark({ kind: "role", start, end, role, content: { start: from, end: contentEnd } }, end);
  }

  #readHyphen(start: number): number {
    if (this.#text[start + 1] === "@" && start !== this.#wordEnd && start >= this.#addressEnd) return this.#readKey(start, start + 1);
    return this.#endOf(/---?|-/y, start) ?? start + 1;
  }

  /** Behind a word, as in an e-mail address, `@` takes the next word with it. */
  #readAt(start: number): number {
    if (start !== this.#wordEnd && start >= this.#addressEnd) return this.#readKey(start, start);
    return this.#endOf(exampleReference, start) ?? start + 1;
  }

  #readKey(start: number, at: number): number {
    const isBraced = this.#text[at + 1] === "{";
    const match = matchAt(isBraced ? bracedKey : simpleKey, this.#text, at + 1);
    const key = (isBraced ? match?.[1] : match?.[0]) ?? "";
    const keyStart = isBraced ? at + 2 : at + 1;
    const written = key !== "" || !isBraced ? key.length : (matchAt(unfinishedKey, this.#text, at + 1)?.[0].length ?? 1) - 1;
    const end = match === undefined ? at + 1 : at + 1 + match[0].length;
    return this.#mark({ kind: "key", start, end, key, keyRange: { start: keyStart, end: keyStart + written }, isBraced, isSuppressed: start < at }, end);
  }

  #readOpening(start: number): number {
    const note = this.#endOf(footnote, start);
    if (note !== undefined) return this.#atom(start, note, "");
    if (this.#text[start + 1] === "^") return start + 1;
    const opens = start === this.#noteStart ? "note" : this.#text[start - 1] === "!" ? "image" : "bracket";
    this.#open.push(opens);
    return this.#mark({ kind: "open", start, opens }, start + 1);
  }

  /** `^high^`, which holds no space, or `^[a note]`. */
  #readCaret(start: number): number {
    if (start === this.#raisedEnd) return start + 1;
    const end = endOfRaised(this.#text, start, this.#end);
    if (end !== undefined) this.#raisedEnd = end;
    else if (this.#text[start + 1] === "[") this.#noteStart = start + 1;
    return start + 1;
  }

  /** With the destination of a link and the attributes of a link or span. */
  #readClosing(start: number): number {
    const next = this.#text.charAt(start + 1);
    let end = start + 1;
    const opens = this.#open.pop();
    if (opens !== undefined && opens !== "note") {
      end = endOfDestination(this.source, end, this.index) ?? end;
      end = this.#endOf(attributes, end) ?? end;
    }
    return this.#mark({ kind: "close", start, end, next: /[([{]/.test(next) ? next : "" }, end);
  }

  #readReference(start: number): number {
    const end = this.#endOf(reference, start);
    return end === undefined ? start + 1 : this.#atom(start, end, named.get(this.#text.slice(start + 1, end - 1)) ?? this.#text.slice(start, end));
  }

  #readDelimiter(start: number, char: "*" | "_"): number {
    let end = start;
    while (this.#text[end] === char) end++;
    return this.#mark({ kind: "delimiter", start, end, char, canOpen: char === "*" || start !== this.#wordEnd }, end);
  }

  #readQuote(start: number, char: "\"" | "'"): number {
    const next = this.#text.charAt(start + 1);
    const canOpen = start !== this.#wordEnd && !/^\s?$/.test(next);
    return this.#mark({ kind: "quote", start, char, canOpen, canClose: char === "\"" || !/[\p{L}\p{N}]/u.test(next) }, start + 1);
  }

  #readWord(start: number): number {
    const end = this.#endOf(word, start);
    if (end === undefined) return this.#text.startsWith("...", start) ? start + 3 : start + 1;
    if (start >= this.#addressEnd) this.#addressEnd = this.#endOf(webAddress, start) ?? this.#addressEnd;
    this.#wordEnd = end;
    return end;
  }

  #endOf(pattern: RegExp, start: number): number | undefined {
    const match = matchAt(pattern, this.#text, start);
    return match === undefined ? undefined : start + match[0].length;
  }
}

keepShapeOf(new InlineReader(markdownText("", 0, 0), { isInList: false, isInDiv: false, isWhole: true }));

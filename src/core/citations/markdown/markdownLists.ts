import type { TextRange } from "../../model/textRange";
import type { CodeFences } from "./markdownFences";
import { closesDiv } from "./markdownFences";
import type { MarkdownIndex } from "./markdownIndex";
import type { MarkdownText } from "./markdownText";

export interface ListMarker {
  /** What the items of one list have in common: `bullet`, or an ordered list's number style and delimiter. */
  readonly kind: string;
  /** Of a numbered example, `(@good)`. */
  readonly label?: string;
  readonly end: number;
}

const rule = / *([-*_])(?: *\1){2,9999}[ ]*(?=\n|$)/y;
const bullet = / {0,3}[-*+](?=[ \n]|$)/y;
const label = String.raw`@[\p{L}\p{N}]{0,999}(?:[_-][\p{L}\p{N}]{1,999}){0,99}`;
const ordered = new RegExp(String.raw` {0,3}(\(?)(?:(\d+)|(${label})|(#)|([ivxlcdm]+|[a-z])|([IVXLCDM]+|[A-Z]))([.)])(?=[ \n]|$)`, "uy");
const roman = /^m*(?:cm)?d?(?:cd)?c*(?:xc)?l?(?:xl)?x*(?:ix)?v?(?:iv)?i*$/i;
const pageNumber = / {0,3}p\. \d/y;
const initial = /^[IVXLCDM]$|^[A-Z]$/;

/** A rule across the page: three or more of `*`, `-` or `_` and nothing else. */
export function isRule(source: MarkdownText, start: number): boolean {
  rule.lastIndex = start;
  return rule.test(source.text);
}

/** The list marker that stands at a place, with the space behind it (Pandoc User's Guide, “Lists”). */
export function readMarker(source: MarkdownText, start: number): ListMarker | undefined {
  const { text } = source;
  bullet.lastIndex = start;
  const isBullet = bullet.test(text);
  if (isBullet) return isRule(source, start) ? undefined : { kind: "bullet", end: endOfSpace(source, bullet.lastIndex) };
  ordered.lastIndex = start;
  const match = ordered.exec(text);
  if (match === null) return undefined;
  const [marker, parenthesis, decimal, example, automatic, lower, upper, delimiter = ""] = match;
  if (parenthesis === "(" && delimiter !== ")") return undefined;
  const style = decimal !== undefined ? "1" : example !== undefined ? "@" : automatic !== undefined ? "#" : letterStyle(lower ?? upper ?? "");
  if (style === undefined || isName(text, start, upper, delimiter, start + marker.length)) return undefined;
  const kind = (parenthesis ?? "") + style + delimiter;
  return { kind, ...example !== undefined && example !== "@" && { label: example.slice(1) }, end: endOfSpace(source, start + marker.length) };
}

function letterStyle(letters: string): string | undefined {
  const isUpper = letters < "a";
  if (letters.length === 1 && letters.toLowerCase() !== "i") return isUpper ? "A" : "a";
  return roman.test(letters) ? isUpper ? "I" : "i" : undefined;
}

/** `p. 3` and `B. Russell` begin no list; `B.  Russell` does. */
function isName(text: string, start: number, upper: string | undefined, delimiter: string, end: number): boolean {
  if (delimiter !== ".") return false;
  pageNumber.lastIndex = start;
  return pageNumber.test(text) || (upper !== undefined && initial.test(upper) && !/[ \n]/.test(text.charAt(end + 1) || "\n") && text.charAt(end) !== "\n");
}

/** Whether an item with this marker goes on a list of that kind; `#` goes on any numbering, and a letter may be a Roman number. */
export function continuesList(kind: string, marker: ListMarker | undefined): boolean {
  return marker !== undefined && (family(marker.kind) === family(kind) || marker.kind === kind.replace(/[1@iIaA]/, "#"));
}

function family(kind: string): string {
  return kind.replace("#", "1").replace("i", "a").replace("I", "A");
}

/** One space belongs to the marker; more do unless what follows is indented as code. */
function endOfSpace(source: MarkdownText, end: number): number {
  if (source.text[end] !== " ") return end;
  const spaces = source.indent(end);
  return spaces <= 4 ? end + spaces : end + 1;
}

export interface ListItem {
  readonly lines: readonly TextRange[];
  readonly end: number;
}

/** Takes out the lines of list items, as Pandoc does, before their contents are read. */
export class ListItems {
  constructor(readonly source: MarkdownText, readonly fences: CodeFences, readonly index: MarkdownIndex, readonly isInDiv: boolean) {}

  /** The item whose marker begins at `start`; numbered examples are indented by four whatever their marker. */
  read(start: number, marker: ListMarker): ListItem {
    const indent = marker.kind.includes("@") ? 4 : marker.end - start;
    const lines: TextRange[] = [];
    let position = this.#takeLine(lines, marker.end);
    while (this.#goesOn(position, indent)) position = this.#takeLine(lines, this.#dedent(position, indent) ?? position);
    position = this.#takeBlankLines(lines, position);
    while (this.#isContinuation(position, indent)) position = this.#takeContinuation(lines, position, indent);
    return { lines, end: position };
  }

  #takeLine(lines: TextRange[], start: number): number {
    const end = this.#lineEnd(start);
    lines.push({ start, end });
    return Math.min(end + 1, this.source.length);
  }

  /** A comment may reach over several lines. */
  #lineEnd(start: number): number {
    const end = this.source.lineEnd(start);
    const line = this.source.text.slice(start, end);
    const comment = line.lastIndexOf("<!--");
    const close = comment >= 0 && !line.includes("-->", comment) ? this.index.find("-->", end) : undefined;
    return close === undefined ? end : this.source.lineEnd(close);
  }

  #takeBlankLines(lines: TextRange[], start: number): number {
    let position = start;
    while (position < this.source.length && this.source.isBlank(position)) {
      lines.push({ start: position, end: position });
      position = this.source.nextLine(position);
    }
    return position;
  }

  /** Whether a line belongs to an item's first paragraph, be it indented or not. */
  #goesOn(position: number, indent: number): boolean {
    if (this.#isEnd(position) || readMarker(this.source, position) !== undefined || this.fences.read(position) !== undefined) return false;
    const content = this.#dedent(position, indent);
    return content === undefined || readMarker(this.source, this.source.skipSpaces(content)) === undefined;
  }

  #isEnd(position: number): boolean {
    return position >= this.source.length || this.source.isBlank(position) || (this.isInDiv && closesDiv(this.source, position));
  }

  #dedent(position: number, indent: number): number | undefined {
    return this.source.indent(position) >= indent ? position + indent : undefined;
  }

  #isContinuation(position: number, indent: number): boolean {
    return !this.#isEnd(position) && this.#dedent(position, indent) !== undefined;
  }

  #takeContinuation(lines: TextRange[], start: number, indent: number): number {
    let position = start;
    do {
      position = this.#takeLine(lines, this.#dedent(position, indent) ?? position);
    } while (!this.#isEnd(position) && (this.#dedent(position, indent) !== undefined || readMarker(this.source, position) === undefined));
    return this.#takeBlankLines(lines, position);
  }
}

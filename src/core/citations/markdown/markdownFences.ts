import type { TextRange } from "../../model/textRange";
import type { MarkdownText } from "./markdownText";
import { lastAtMost } from "../../text/sortedPlaces";

export interface FencedCode {
  /** What stands behind the opening fence. */
  readonly info: string;
  readonly indent: number;
  readonly contents: TextRange;
  readonly end: number;
}

const opening = / {0,3}(?:(`{3,})([^`\n]*)|(~{3,})([^\n]*))(?=\n|$)/y;
const closing = /^ {0,3}(`{3,}|~{3,}) *$/gm;
const openingDiv = /:{3,} *(?:\{[^{}\n]*\}|[^\s{}]\S*|\{\S*) *:* *(?=\n|$)/y;
const closingDiv = /:{3,} *(?=\n|$)/y;

/** Closing fences of one kind: where they stand, how long they are, and how long the longest from there on is. */
interface Closers {
  readonly places: number[];
  readonly lengths: number[];
  readonly longest: number[];
}

/** Fenced code. A fence that is never closed opens nothing (Pandoc User's Guide, “Fenced code blocks”). */
export class CodeFences {
  #closers: Readonly<Record<string, Closers>> | undefined;

  constructor(readonly source: MarkdownText) {}

  /** The code whose opening fence begins at a place. What knitr and MyST write behind a fence may hold spaces. */
  read(start: number): FencedCode | undefined {
    opening.lastIndex = start;
    const match = opening.exec(this.source.text);
    if (match === null) return undefined;
    const fence = match[1] ?? match[3] ?? "";
    const contentStart = this.source.nextLine(start);
    const close = this.#closer(fence.charAt(0), fence.length, contentStart);
    if (close === undefined) return undefined;
    const info = (match[2] ?? match[4] ?? "").trim();
    return { info, indent: this.source.indent(start), contents: { start: contentStart, end: close }, end: this.source.nextLine(close) };
  }

  #closer(char: string, length: number, from: number): number | undefined {
    this.#closers ??= closersOf(this.source.text);
    const { places, lengths, longest } = this.#closers[char] ?? { places: [], lengths: [], longest: [] };
    let index = lastAtMost(places, from - 1) + 1;
    if ((longest[index] ?? 0) < length) return undefined;
    while ((lengths[index] ?? length) < length) index++;
    return places[index];
  }
}

function closersOf(text: string): Readonly<Record<string, Closers>> {
  const closers: Record<string, Closers> = { "`": { places: [], lengths: [], longest: [] }, "~": { places: [], lengths: [], longest: [] } };
  for (const { 1: fence = "", index } of text.matchAll(closing)) {
    const kind = closers[fence.charAt(0)];
    kind?.places.push(index);
    kind?.lengths.push(fence.length);
  }
  for (const { lengths, longest } of Object.values(closers)) {
    for (let index = lengths.length - 1; index >= 0; index--) longest[index] = Math.max(lengths[index] ?? 0, longest[index + 1] ?? 0);
  }
  return closers;
}

/** Whether the line from a place on opens a fenced div (Pandoc User's Guide, “Divs and Spans”). */
export function opensDiv(source: MarkdownText, start: number): boolean {
  openingDiv.lastIndex = start;
  return openingDiv.test(source.text);
}

export function closesDiv(source: MarkdownText, start: number): boolean {
  closingDiv.lastIndex = start;
  return closingDiv.test(source.text);
}

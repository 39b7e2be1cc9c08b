import type { TextRange } from "../model/textRange";
import type { ProseBlock } from "./markdownBlocks";

/** What matters for citations in a block of prose, in order of place; offsets are into the block's text. */
export type Mark =
  | { readonly kind: "open"; readonly start: number; readonly opens: "citation" | "note" | "image" }
  | { readonly kind: "close"; readonly start: number }
  | { readonly kind: "semicolon"; readonly start: number }
  | KeyMark
  | RoleMark;

/** `@key`, `-@key`, `@{key}`, or an `@` that still waits for its key (`key` empty). */
export interface KeyMark {
  readonly kind: "key";
  /** Of `@`, or of the `-` before it. */
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly keyRange: TextRange;
  readonly isBraced: boolean;
  readonly isSuppressed: boolean;
}

/** MyST's `` {cite:p}`a,b` ``. */
export interface RoleMark {
  readonly kind: "role";
  readonly start: number;
  readonly end: number;
  readonly role: string;
  readonly content: TextRange;
}

const alphanumeric = /[\p{L}\p{N}]/u;
const wordCharacter = /[\p{L}\p{N}_]/u;
const keyCharacters = /[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])|[:/](?=\/))*/uy;
const bracedKey = /\{([^{}\n\r]*)\}?/y;
const htmlTag = /<(?:\/?[A-Za-z][^<>]*|![A-Za-z][^<>]*|\?[^<>]*)>/y;
const webAddress = /(?:https?|ftp):\/\/[^\s<>]+|www\.[^\s<>]+/iy;
const attributes = /\{(?:[#.=][^{}\n]*|\{<[^{}\n]*>\})\}?/y;
const definition = /\[[^\]\n^][^\]\n]{0,998}\]:[ \t]*\S+/y;
const citeRole = /\{(cite(?::[A-Za-z:]+)?)\}(`+)/y;
const otherRole = /\{[A-Za-z][\w:.+-]*\}(?=`)/y;

/** Reads one block of prose from left to right, past code, mathematics, HTML, addresses and escapes. Linear in its length. */
export class MarkScanner {
  readonly #marks: Mark[] = [];
  #position = 0;
  #marker = 0;
  /** Closers that were looked for and not found ahead; looking again would find none either. */
  readonly #missing = new Set<string>();

  readonly text: string;

  constructor(readonly block: ProseBlock) {
    this.text = block.text;
  }

  read(): readonly Mark[] {
    while (this.#position < this.text.length) this.#step();
    return this.#marks;
  }

  #step(): void {
    const marker = this.block.markers[this.#marker];
    if (marker !== undefined && this.#position >= marker.start) {
      this.#position = Math.max(this.#position, marker.end);
      this.#marker++;
      return;
    }
    const start = this.#position++;
    switch (this.text[start]) {
      case "\\": return this.#readEscape(start);
      case "`": return this.#skipCode(start);
      case "$": return this.#skipDollars(start);
      case "<": return this.#skipHtml(start);
      case "{": return this.#readBrace(start);
      case "@": return this.#readKey(start, start);
      case "-": return this.#readSuppressed(start);
      case "[": return this.#readOpening(start);
      case "]": return this.#readClosing(start);
      case ";": this.#marks.push({ kind: "semicolon", start }); return;
      case "h": case "H": case "f": case "F": case "w": case "W": return this.#skipWebAddress(start);
      default: return;
    }
  }

  /** Backslash escapes, `\(…\)` and `\[…\]`, `\begin{x}…\end{x}`, and bookdown's `\@ref(…)`. */
  #readEscape(start: number): void {
    const next = this.text.charAt(start + 1);
    this.#position = start + 2;
    if (next === "(") this.#skipTo("\\)", start + 2);
    else if (next === "[") this.#skipTo("\\]", start + 2);
    else if (this.text.startsWith("begin{", start + 1)) {
      const name = /[^{}\s]{1,40}\}/y;
      name.lastIndex = start + 7;
      const environment = name.exec(this.text)?.[0];
      if (environment !== undefined) this.#skipTo(`\\end{${environment}`, start + 7);
    }
  }

  #skipTo(closer: string, from: number): boolean {
    if (this.#missing.has(closer)) return false;
    const end = this.text.indexOf(closer, from);
    if (end < 0) {
      this.#missing.add(closer);
      return false;
    }
    this.#position = end + closer.length;
    return true;
  }

  /** A code span ends at a run of as many backticks (CommonMark 6.1). */
  #skipCode(start: number): void {
    let end = start;
    while (this.text[end] === "`") end++;
    this.#position = end;
    this.#position = this.#endOfCode(end, end - start)?.end ?? end;
  }

  #endOfCode(from: number, length: number): TextRange | undefined {
    const fence = "`".repeat(length);
    if (this.#missing.has(fence)) return undefined;
    for (let found = this.text.indexOf(fence, from); found >= 0;) {
      let end = found;
      while (this.text[end] === "`") end++;
      if (end - found === length) return { start: found, end };
      found = this.text.indexOf(fence, end);
    }
    this.#missing.add(fence);
    return undefined;
  }

  /** Pandoc's tex_math_dollars: no space behind the opening `$` or before the closing one, and no digit behind that. */
  #skipDollars(start: number): void {
    if (this.text[start + 1] === "$") {
      this.#position = start + 2;
      this.#skipTo("$$", start + 2);
      return;
    }
    if (this.#missing.has("$") || /\s/.test(this.text.charAt(start + 1))) return;
    for (let end = this.text.indexOf("$", start + 2); end >= 0; end = this.text.indexOf("$", end + 1)) {
      const before = this.text.charAt(end - 1);
      if (before !== "\\" && !/\s/.test(before) && !/\d/.test(this.text.charAt(end + 1))) {
        this.#position = end + 1;
        return;
      }
    }
    this.#missing.add("$");
  }

  #skipHtml(start: number): void {
    if (this.text.startsWith("!--", start + 1)) {
      this.#skipTo("-->", start + 4);
      return;
    }
    this.#skipMatch(htmlTag, start);
  }

  #skipMatch(pattern: RegExp, start: number): boolean {
    const end = this.#endOfMatch(pattern, start);
    if (end === undefined) return false;
    this.#position = end;
    return true;
  }

  #endOfMatch(pattern: RegExp, start: number): number | undefined {
    pattern.lastIndex = start;
    const match = pattern.exec(this.text);
    return match === null ? undefined : start + match[0].length;
  }

  #readBrace(start: number): void {
    citeRole.lastIndex = start;
    const match = citeRole.exec(this.text);
    if (match !== null) return this.#readRole(start, match[1] ?? "", start + match[0].length, (match[2] ?? "").length);
    if (!this.#skipMatch(attributes, start)) this.#skipMatch(otherRole, start);
  }

  /** A role that is still being written ends with its line. */
  #readRole(start: number, role: string, from: number, length: number): void {
    const close = this.#endOfCode(from, length);
    const lineEnd = this.#lineEnd(from);
    const content = { start: from, end: close?.start ?? lineEnd };
    this.#position = close?.end ?? lineEnd;
    this.#marks.push({ kind: "role", start, end: this.#position, role, content });
  }

  #lineEnd(from: number): number {
    const end = this.text.indexOf("\n", from);
    return end < 0 ? this.text.length : end;
  }

  #skipWebAddress(start: number): void {
    if (start > 0 && wordCharacter.test(this.text.charAt(start - 1))) return;
    this.#skipMatch(webAddress, start);
  }

  #readSuppressed(start: number): void {
    if (this.text[start + 1] === "@" && !this.#followsWord(start)) this.#readKey(start, start + 1);
  }

  /** Pandoc's `citeKey`: not behind a word, or a word's full stop, as in an e-mail address. */
  #followsWord(start: number): boolean {
    const before = this.text.charAt(start - 1);
    return start > 0 && (alphanumeric.test(before) || (before === "." && start > 1 && alphanumeric.test(this.text.charAt(start - 2))));
  }

  #readKey(start: number, at: number): void {
    this.#position = at + 1;
    if (this.#followsWord(start)) {
      keyCharacters.lastIndex = at + 1;
      const word = keyCharacters.exec(this.text)?.[0];
      this.#position = at + 1 + (word?.length ?? 0);
      return;
    }
    const isBraced = this.text[at + 1] === "{";
    const pattern = isBraced ? bracedKey : keyCharacters;
    pattern.lastIndex = at + 1;
    const match = pattern.exec(this.text);
    const keyStart = isBraced ? at + 2 : at + 1;
    const key = (isBraced ? match?.[1] : match?.[0]) ?? "";
    const end = at + 1 + (match?.[0].length ?? 0);
    this.#position = end;
    this.#marks.push({ kind: "key", start, end, key, keyRange: { start: keyStart, end: keyStart + key.length }, isBraced, isSuppressed: start < at });
  }

  #readOpening(start: number): void {
    const before = this.text.charAt(start - 1);
    if (this.#isLineStart(start) && this.#skipMatch(definition, start)) return;
    const opens = start === 0 ? "citation" : before === "^" ? "note" : before === "!" ? "image" : "citation";
    this.#marks.push({ kind: "open", start, opens });
  }

  #isLineStart(start: number): boolean {
    const before = this.text.charAt(start - 1);
    return start === 0 || before === "\n" || before === "\r";
  }

  #readClosing(start: number): void {
    this.#marks.push({ kind: "close", start });
    if (this.text[start + 1] === "(") this.#skipDestination(start + 1);
  }

  /** `](destination "title")`, parentheses balanced. */
  #skipDestination(open: number): void {
    if (this.#missing.has(")")) return;
    let depth = 0;
    for (let position = open; position < this.text.length; position++) {
      const char = this.text[position];
      if (char === "(") depth++;
      else if (char === ")" && --depth === 0) {
        this.#position = position + 1;
        return;
      }
    }
    this.#missing.add(")");
  }
}

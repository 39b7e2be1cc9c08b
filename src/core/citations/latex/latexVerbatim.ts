import { isParagraphEnd, nameEnd, nextLine } from "./latexSpace";
import { endOfLine, isLineEnd } from "../../text/lineEnds";
import { environmentsWithOptions, inlineVerbatim, macrosLikeConditionals, verbatimEnvironments } from "./latexVerbatimNames";
import type { InlineVerbatim } from "./latexVerbatimNames";

/** Finds the ends of text that is not LaTeX. Each search that fails is remembered, so that all together stay linear. */
export class VerbatimRegions {
  readonly #environments = new Set(verbatimEnvironments);
  readonly #unclosed = new Set<string>();
  #groupsFailBefore = 0;
  #conditionalsFailBefore = 0;
  #hasChunkEnd = true;

  constructor(readonly text: string) {}

  addEnvironment(name: string): void {
    if (name !== "") this.#environments.add(name);
  }

  /** comment's `\includecomment{name}` lets an environment be read again. */
  removeEnvironment(name: string): void {
    this.#environments.delete(name);
  }

  /**
   * The end of the verbatim environment `name` that begins before `start`, or `undefined` where it is none. An unclosed one runs
   * to the end of the text, as LaTeX reads it, but inside a group it is taken for part of a definition.
   */
  environmentEnd(name: string, start: number, isInGroup: boolean): number | undefined {
    if (!this.#environments.has(name) || this.#unclosed.has(name)) return undefined;
    const end = `\\end{${name}}`;
    const found = this.text.indexOf(end, start);
    if (found >= 0) return found + end.length;
    this.#unclosed.add(name);
    return isInGroup ? undefined : this.text.length;
  }

  /** The offset of the bracket that ends the options of the verbatim environment `name` behind `start`, if it has options. */
  optionsEnd(name: string, start: number): number | undefined {
    if (!environmentsWithOptions.has(name) || this.text.charAt(start) !== "[") return undefined;
    const end = this.#groupEnd(start);
    return end === undefined ? undefined : end - 1;
  }

  /** The end of the verbatim text of `\name`, with `start` behind the name; `undefined` where there is none. */
  inlineEnd(name: string, start: number): number | undefined {
    const shape = inlineVerbatim.get(name);
    if (shape === undefined) return undefined;
    let position = this.text.charAt(start) === "*" ? start + 1 : start;
    const behind = (open: string): number | undefined => {
      const at = this.#skipBlanks(position);
      return this.text.charAt(at) === open ? this.#groupEnd(at) : undefined;
    };
    if (shape.hasOptions === true) position = behind("[") ?? position;
    for (let group = 0; group < (shape.leading ?? 0); group++) {
      const end = behind("{");
      if (end === undefined) return undefined;
      position = end;
    }
    return (shape.delimiters === "any" ? undefined : behind("{")) ?? this.#delimitedEnd(position, shape.delimiters);
  }

  /** The offset behind the next character like the one at `start`, on the same line; `undefined` where there is none. */
  shortVerbEnd(start: number): number | undefined {
    const delimiter = this.text.charCodeAt(start);
    for (let position = start + 1; position < this.text.length; position++) {
      const code = this.text.charCodeAt(position);
      if (code === delimiter) return position + 1;
      if (isLineEnd(code)) return undefined;
    }
    return undefined;
  }

  /**
   * The offset behind the `\fi` or `\else` that ends `\iffalse`, with `start` behind it. `undefined` where none does, or where a
   * group ends first: then it was an argument or part of a definition.
   */
  conditionalEnd(start: number): number | undefined {
    if (start < this.#conditionalsFailBefore) return undefined;
    let conditionals = 0;
    let groups = 0;
    let position = start;
    for (; position < this.text.length && groups >= 0; position++) {
      const code = this.text.charCodeAt(position);
      if (code === 0x25) position = endOfLine(this.text, position, this.text.length);
      else if (code === 0x7b) groups++;
      else if (code === 0x7d) groups--;
      if (code !== 0x5c) continue;
      const end = nameEnd(this.text, position + 1, this.text.length);
      const name = this.text.slice(position + 1, end);
      if (name === "fi" || (name === "else" && conditionals === 0)) {
        if (conditionals-- === 0) return end;
      } else if (name.startsWith("if") && !macrosLikeConditionals.has(name)) {
        conditionals++;
      }
      position = Math.max(end - 1, position + (name === "" ? 1 : 0));
    }
    this.#conditionalsFailBefore = position;
    return undefined;
  }

  /** The end of Sweave's or knitr's chunk (`<<…>>=` … `@`) where one begins at `start`, with nothing before it on its line. */
  chunkEnd(start: number): number | undefined {
    if (!this.#hasChunkEnd || !this.text.startsWith("<<", start) || !this.#isFirstOnLine(start)) return undefined;
    const end = endOfLine(this.text, start, this.text.length);
    if (!this.text.slice(start, end).trimEnd().endsWith(">>=")) return undefined;
    for (let line = end; line < this.text.length; line = endOfLine(this.text, nextLine(this.text, line), this.text.length)) {
      const mark = this.#chunkMark(nextLine(this.text, line));
      if (mark !== undefined) return mark + 1;
    }
    this.#hasChunkEnd = false;
    return undefined;
  }

  /** The `@` that ends a chunk: the first character of its line (Sweave), or alone on it (knitr). */
  #chunkMark(line: number): number | undefined {
    const mark = this.#skipBlanks(line);
    if (this.text.charAt(mark) !== "@") return undefined;
    return mark === line || /^@\s*(?:%|$)/.test(this.text.slice(mark, endOfLine(this.text, mark, this.text.length))) ? mark : undefined;
  }

  #isFirstOnLine(start: number): boolean {
    let position = start;
    while (position > 0 && this.text.charAt(position - 1) === " ") position--;
    return position === 0 || isLineEnd(this.text.charCodeAt(position - 1));
  }

  #skipBlanks(start: number): number {
    let position = start;
    while (this.text.charAt(position) === " ") position++;
    return position;
  }

  /** As verbatim text has no comments and no escapes, only braces count. */
  #groupEnd(start: number): number | undefined {
    if (start < this.#groupsFailBefore) return undefined;
    const isOption = this.text.charAt(start) === "[";
    let depth = 0;
    let position = isOption ? start + 1 : start;
    for (; position < this.text.length; position++) {
      const code = this.text.charCodeAt(position);
      if (code === 0x7b) depth++;
      else if (code === 0x7d && --depth <= 0 && !isOption) return position + 1;
      else if (code === 0x5d && isOption && depth === 0) return position + 1;
      if (depth < 0 || (isLineEnd(code) && isParagraphEnd(this.text, position, this.text.length))) break;
    }
    this.#groupsFailBefore = position;
    return undefined;
  }

  /** Unclosed text ends with its line, which is where LaTeX complains. A closing brace or space cannot begin it. */
  #delimitedEnd(start: number, delimiters: InlineVerbatim["delimiters"]): number | undefined {
    const delimiter = this.text.charAt(start);
    if (delimiters === "group" || (delimiters === "bar-or-group" && delimiter !== "|")) return undefined;
    if (/^[\s}\\%a-zA-Z*]?$/.test(delimiter)) return undefined;
    return this.shortVerbEnd(start) ?? endOfLine(this.text, start, this.text.length);
  }
}

import type { TextEdit } from "../../../model/edit";
import type { TextRange } from "../../../model/textRange";
import { readBlocks, type FileBlock } from "./fileBlocks";
import { blocksInStep, fieldsOf, longestAlignedName, styleOf, type Alignment } from "./fileStyle";

/** How entries are to be laid out. */
export interface BibtexLayout {
  /** What stands before each field; `undefined` for what stands before most of the file. */
  readonly indent: string | undefined;
  /** Whether the `=` of an entry stand below each other; `undefined` for what most entries of the file do. */
  readonly isAligned: boolean | undefined;
}

/**
 * The edits that lay out the entries and `@string`s of a text, or of those that touch a range, one edit for each block that changes. They put
 * white space in the place of white space, outside values alone; blocks in which anything is out of place stay as they are. In steps; a
 * step tells nothing.
 */
export function* formatBibtex(text: string, layout: BibtexLayout, range?: TextRange): Generator<void, readonly TextEdit[]> {
  const blocks: FileBlock[] = [];
  for (const block of readBlocks(text)) {
    if (block === undefined) yield;
    else blocks.push(block);
  }
  const style = yield* styleOf(text, blocks);
  const writer = new LayoutWriter(text, style.lineEnd, layout.indent ?? style.indent, layout.isAligned === undefined ? style.alignment : layout.isAligned ? "equals" : "none");
  const edits: TextEdit[] = [];
  for (const [index, block] of blocks.entries()) {
    if (index % blocksInStep === 0) yield;
    if (range !== undefined && (block.range.end < range.start || block.range.start > range.end)) continue;
    const changes = writer.changesOf(block, blocks[index - 1], range?.start ?? 0);
    if (changes.length > 0) edits.push(merge(text, changes));
  }
  return edits;
}

/** White space in the place of white space. */
interface Change extends TextRange {
  readonly newText: string;
}

function merge(text: string, changes: readonly Change[]): TextEdit {
  const start = changes[0]?.start ?? 0;
  let end = start;
  let newText = "";
  for (const change of changes) {
    newText += text.slice(end, change.start) + change.newText;
    end = change.end;
  }
  return { range: { start, end }, newText };
}

class LayoutWriter {
  #changes: Change[] = [];

  constructor(readonly text: string, readonly lineEnd: string, readonly indent: string, readonly alignment: Alignment) {}

  /** In order of their places. */
  changesOf(block: FileBlock, previous: FileBlock | undefined, from: number): readonly Change[] {
    this.#changes = [];
    const gapStart = previous?.range.end ?? 0;
    const indentStart = startOfBlanks(this.text, block.head.start, gapStart);
    // what follows text on its line is left alone
    if (indentStart > gapStart && !/[\r\n\uFEFF]/.test(this.text.charAt(indentStart - 1))) return [];
    this.#writeBefore(block, previous, indentStart, from);
    if (block.body !== undefined) this.#writeHead(block);
    if (block.body !== undefined && block.kind === "entry") this.#writeEntry(block.body);
    else if (block.body !== undefined) this.#writeMacro(block.body);
    return this.#changes;
  }

  #put(start: number, end: number, newText: string): void {
    const old = this.text.slice(start, end);
    if (old !== newText && /^[ \t\r\n]*$/.test(old)) this.#changes.push({ start, end, newText });
  }

  /** A line end that is there already, so that each stays what it is; else that of the file. */
  #lineBreak(start: number, end: number): string {
    return /\r\n|[\r\n]/.exec(this.text.slice(start, end))?.[0] ?? this.lineEnd;
  }

  /** Blocks stand on lines of their own, one blank line at most between them. */
  #writeBefore({ head: { start }, kind, body }: FileBlock, previous: FileBlock | undefined, indentStart: number, from: number): void {
    const gapStart = previous?.range.end ?? 0;
    const gap = this.text.slice(gapStart, start);
    const isOwnLine = indentStart > gapStart || previous === undefined;
    const indent = body === undefined && isOwnLine ? this.text.slice(indentStart, start) : "";
    if (previous?.isClosed === true && gapStart >= from && /^[ \t\r\n]*$/.test(gap)) {
      const breaks = gap.match(/\r\n|[\r\n]/g) ?? [];
      const isTight = breaks.length === 1 || (breaks.length === 0 && previous.kind === "string" && kind === "string");
      const first = breaks[0] ?? this.lineEnd;
      this.#put(gapStart, start, `${first}${isTight ? "" : first}${indent}`);
    } else if (isOwnLine) {
      this.#put(indentStart, start, indent);
    }
  }

  #writeHead({ head, body }: FileBlock): void {
    this.#put(head.start + 1, head.typeStart, "");
    this.#put(head.typeEnd, head.bodyStart - 1, "");
    const [first] = body?.parts ?? [];
    const start = body?.key?.start ?? (first?.kind === "field" && body?.parts.length === 1 ? first.name.start : undefined);
    if (start !== undefined) this.#put(head.bodyStart, start, "");
  }

  #writeEntry({ key, keyComma, parts, closeAt }: NonNullable<FileBlock["body"]>): void {
    let end = key?.end ?? closeAt;
    if (keyComma !== undefined) {
      this.#put(end, keyComma, "");
      end = keyComma + 1;
    }
    const longest = this.alignment === "equals" ? longestName(parts) : 0;
    for (const part of parts) {
      const start = part.kind === "field" ? part.name.start : part.range.start;
      // a comment behind a field stays where it is
      if (part.kind === "field" || /[\r\n]/.test(this.text.slice(end, start))) this.#put(end, start, `${this.#lineBreak(end, start)}${this.indent}`);
      if (part.kind === "field") this.#writeField(part, longest);
      end = part.kind === "field" ? (part.comma ?? part.value.end - 1) + 1 : part.range.end;
    }
    this.#put(end, closeAt, parts.length === 0 ? "" : this.#lineBreak(end, closeAt));
  }

  #writeField({ name, equals, value, comma }: ReturnType<typeof fieldsOf>[number], longest: number): void {
    // values that stand below each other do so by spaces that are the writer's choice
    if (this.alignment !== "values") {
      this.#put(name.end, equals, " ".repeat(Math.max(longest - (name.end - name.start), 0) + 1));
      this.#put(equals + 1, value.start, " ");
    }
    if (comma !== undefined) this.#put(value.end, comma, "");
  }

  /** `@string{name = value}`; of a block with more than one, each stays on its line. Blanks around `=` may put it below that of others. */
  #writeMacro(body: NonNullable<FileBlock["body"]>): void {
    for (const { name, equals, value, comma } of fieldsOf(body)) {
      if (name.end === equals) this.#put(name.end, equals, " ");
      if (equals + 1 === value.start) this.#put(equals + 1, value.start, " ");
      if (comma !== undefined) this.#put(value.end, comma, "");
    }
    const [only] = body.parts;
    if (body.parts.length === 1 && only?.kind === "field") this.#put((only.comma ?? only.value.end - 1) + 1, body.closeAt, "");
  }
}

function longestName(parts: NonNullable<FileBlock["body"]>["parts"]): number {
  return parts.reduce((longest, part) => {
    const length = part.kind === "field" ? part.name.end - part.name.start : 0;
    return length > longestAlignedName ? longest : Math.max(longest, length);
  }, 0);
}

/** Where the blanks before an offset begin, not before `limit`. */
function startOfBlanks(text: string, offset: number, limit: number): number {
  let position = offset;
  while (position > limit && (text.charAt(position - 1) === " " || text.charAt(position - 1) === "\t")) position--;
  return position;
}

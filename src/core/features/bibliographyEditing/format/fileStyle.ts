import { finishNow } from "../../../steps";
import { lineEndOf } from "../../../text/lineEnds";
import type { BlockBody, FieldPart } from "./blockBody";
import { readBlocks, type FileBlock } from "./fileBlocks";

/** What of an entry stands below each other. */
export type Alignment = "none" | "equals" | "values";

/** How most entries of a file are laid out. */
export interface FileStyle {
  readonly lineEnd: string;
  /** What stands before a field on a line of its own. */
  readonly indent: string;
  readonly alignment: Alignment;
  /** What stands before and behind `=`. */
  readonly equals: string;
  readonly delimiters: readonly [open: string, close: string];
  readonly endsWithComma: boolean;
  readonly typeCase: "lower" | "capital" | "upper";
}

/** How many blocks are looked at in one step. */
export const blocksInStep = 1000;

/** How many blocks tell the style of a file to what is written into it. */
const sampledBlocks = 200;

/** The style of a file by its beginning. */
export function styleOfText(text: string): FileStyle {
  const blocks: FileBlock[] = [];
  for (const block of readBlocks(text)) {
    if (block !== undefined) blocks.push(block);
    if (blocks.length >= sampledBlocks) break;
  }
  return finishNow(styleOf(text, blocks));
}

/** The style of most of some blocks, in steps; where they tell nothing, two spaces, `name = {value}`. */
export function* styleOf(text: string, blocks: readonly FileBlock[]): Generator<void, FileStyle> {
  const [indents, alignments, equals, delimiters, commas, cases] = [new Votes("  "), new Votes<Alignment>("none"), new Votes(" = "), new Votes("{"), new Votes(false), new Votes<FileStyle["typeCase"]>("lower")];
  for (const [index, { kind, head, body }] of blocks.entries()) {
    if (index % blocksInStep === 0) yield;
    if (kind !== "entry" || body === undefined) continue;
    cases.add(caseOf(text.slice(head.typeStart, head.typeEnd)));
    const fields = fieldsOf(body);
    for (const field of fields) {
      indents.add(indentBefore(text, field.name.start));
      equals.add(`${field.equals > field.name.end ? " " : ""}=${field.value.start > field.equals + 1 ? " " : ""}`);
      delimiters.add(text.charAt(field.value.start) === "\"" ? "\"" : text.charAt(field.value.start) === "{" ? "{" : undefined);
    }
    alignments.add(alignmentOf(text, fields));
    commas.add(fields.length === 0 ? undefined : fields.at(-1)?.comma !== undefined);
  }
  return {
    lineEnd: lineEndOf(text), indent: indents.most, alignment: alignments.most, equals: equals.most,
    delimiters: delimiters.most === "\"" ? ["\"", "\""] : ["{", "}"], endsWithComma: commas.most, typeCase: cases.most,
  };
}

export function fieldsOf({ parts }: BlockBody): readonly FieldPart[] {
  return parts.filter((part) => part.kind === "field");
}

/** What stands before an offset on its line where that is white space, and a line stands above it. */
function indentBefore(text: string, offset: number): string | undefined {
  let start = offset;
  while (start > 0 && (text.charAt(start - 1) === " " || text.charAt(start - 1) === "\t")) start--;
  return start > 0 && /[\r\n]/.test(text.charAt(start - 1)) ? text.slice(start, offset) : undefined;
}

/** Longer names stand out: they do not push away all others. */
export const longestAlignedName = 24;

/** `undefined` where the names are of one length, so that nobody can tell. */
function alignmentOf(text: string, all: readonly FieldPart[]): Alignment | undefined {
  const fields = all.filter(({ name }) => name.end - name.start <= longestAlignedName);
  const lengths = new Set(fields.map(({ name }) => name.end - name.start));
  if (lengths.size < 2 || fields.some(({ name, equals }) => !/^ *$/.test(text.slice(name.end, equals)))) return undefined;
  const isEqual = (column: (field: FieldPart) => number): boolean => new Set(fields.map(column)).size === 1;
  if (fields.every(({ name, equals }) => name.end < equals) && isEqual(({ name, equals }) => equals - name.start)) return "equals";
  return isEqual(({ name, value }) => value.start - name.start) && fields.every(({ equals, value }) => /^ *$/.test(text.slice(equals + 1, value.start))) ? "values" : "none";
}

function caseOf(type: string): FileStyle["typeCase"] {
  if (type === type.toLowerCase()) return "lower";
  return type.length > 1 && type === type.toUpperCase() ? "upper" : "capital";
}

/** Counts values; of several that are equally many the first counts. */
class Votes<T> {
  readonly #counts = new Map<T, number>();

  constructor(readonly fallback: T) {}

  add(value: T | undefined): void {
    if (value !== undefined) this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
  }

  get most(): T {
    let best: readonly [T, number] = [this.fallback, 0];
    for (const entry of this.#counts) if (entry[1] > best[1]) best = entry;
    return best[0];
  }
}

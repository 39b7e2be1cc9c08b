import { readKey } from "../../../bibliography/bibtex/bibtexKey";
import { readBibtex } from "../../../bibliography/bibtex/parseBibtex";
import type { Bibliography, BibliographyEntry } from "../../../model/bibliography";
import type { TextEdit } from "../../../model/edit";
import type { TextRange } from "../../../model/textRange";
import { lineEndOf } from "../../../text/lineEnds";
import { entriesInOneStep } from "../../sourcesTree/facet";
import { readBlocks, type FileBlock } from "../format/fileBlocks";
import { inOrder, type BibliographySorting, type SortableItem } from "./inOrder";
import { isMoved, sortItems } from "./sortItems";

/** Why a file is not sorted, and where. */
export interface SortRefusal {
  readonly reason:
    /** It is not certain where a block ends. */
    | "unclosed"
    /** A block has no key. */
    | "no-key"
    /** Entries refer to each other in a circle. */
    | "circular"
    /** The entry would say something else behind or before a `@string`. */
    | "would-change"
    /** Text that comes to stand behind it would be read as a part of it. */
    | "would-run-on";
  readonly range: TextRange;
  /** Of the entry; its type where it has none. */
  readonly key: string;
}

/**
 * The one edit that sorts the entries of a BibTeX file; `undefined` where they are in order. Comments go with the entry below them, blank
 * lines stay where they are. The sorted text is read again: unless each block is what it was and each entry says what it said before, nothing is done. In steps.
 */
export function* sortBibtex(text: string, sorting: BibliographySorting): Generator<void, TextEdit | undefined | SortRefusal> {
  const blocks = yield* blocksOf(text);
  const unclosed = blocks.find(({ isClosed }) => !isClosed);
  if (unclosed !== undefined) return refusal("unclosed", text, unclosed);
  const bibliography = yield* readBibtex(text);
  const items = yield* sortableItems(text, blocks, bibliography);
  const nameless = items.find(({ key, block }) => block.kind === "entry" && key === "");
  if (nameless !== undefined) return refusal("no-key", text, nameless.block);
  const sorted = yield* inOrder(items, sorting);
  if ("circular" in sorted) return refusal("circular", text, sorted.circular.block);
  const edit = write(text, items, sorted);
  if (edit === undefined) return undefined;
  const sortedText = text.slice(0, edit.range.start) + edit.newText + text.slice(edit.range.end);
  const changed = yield* firstChanged(sortedText, sorted);
  if (changed !== undefined) return refusal("would-change", text, changed.block);
  const runOn = yield* firstRunOn(text, blocks, sortedText, sorted);
  return runOn === undefined ? edit : refusal("would-run-on", text, runOn.block);
}

function* blocksOf(text: string): Generator<void, readonly FileBlock[]> {
  const blocks: FileBlock[] = [];
  for (const block of readBlocks(text)) {
    if (block === undefined) yield;
    else blocks.push(block);
  }
  return blocks;
}

function refusal(reason: SortRefusal["reason"], text: string, { head, kind }: FileBlock): SortRefusal {
  const { start, end } = kind === "entry" ? readKey(text, head.bodyStart, head.isParenthesized) : { start: 0, end: 0 };
  return { reason, range: { start: head.start, end: head.bodyStart }, key: start === end ? text.slice(head.start, head.typeEnd) : text.slice(start, end) };
}

function* sortableItems(text: string, blocks: readonly FileBlock[], { entries }: Bibliography): Generator<void, readonly SortableItem[]> {
  const items: SortableItem[] = [];
  let position = 0;
  for (const item of sortItems(text, blocks)) {
    if (items.length % entriesInOneStep === 0) yield;
    const { body, range } = item.block;
    // both are in the order of the file, and each entry is a block
    const entry = entries[position]?.range.start === range.start ? entries[position++] : undefined;
    const key = entry?.key ?? (body?.key === undefined ? "" : text.slice(body.key.start, body.key.end));
    items.push({ ...item, entry, key: key.toLowerCase() });
  }
  return items;
}

/** Items in their new order, white space between them as it was. */
function write(text: string, items: readonly SortableItem[], sorted: readonly SortableItem[]): TextEdit | undefined {
  const first = sorted.findIndex((item, index) => item !== items[index]);
  const last = sorted.findLastIndex((item, index) => item !== items[index]);
  const [start, end] = [items[first]?.start, items[last]?.end];
  if (start === undefined || end === undefined) return undefined;
  let newText = "";
  for (let index = first; index <= last; index++) {
    const item = sorted[index];
    newText += item === undefined ? "" : text.slice(item.start, item.end);
    if (index < last) newText += gapBehind(text, items, index);
  }
  return { range: { start, end }, newText };
}

/** White space with a line end in it, which keeps a comment from running into the next entry. */
function gapBehind(text: string, items: readonly SortableItem[], index: number): string {
  const gap = text.slice(items[index]?.end, items[index + 1]?.start);
  if (/[\r\n]/.test(gap)) return gap;
  return /^[ \t]*$/.test(gap) ? lineEndOf(text) : gap + lineEndOf(text);
}

/** An entry that is another one once the edit is made. */
function* firstChanged(sortedText: string, sorted: readonly SortableItem[]): Generator<void, SortableItem | undefined> {
  const { entries } = yield* readBibtex(sortedText);
  let position = 0;
  for (const [index, item] of sorted.entries()) {
    if (index % entriesInOneStep === 0) yield;
    if (item.entry === undefined) continue;
    const entry = entries[position++];
    if (entry === undefined || factsOf(entry) !== factsOf(item.entry)) return item;
  }
  return position === entries.length ? undefined : sorted.at(-1);
}

/** A block that is another one once the edit is made, `@xdata` and all that is no entry among them. */
function* firstRunOn(text: string, blocks: readonly FileBlock[], sortedText: string, sorted: readonly SortableItem[]): Generator<void, SortableItem | undefined> {
  const now = yield* blocksOf(sortedText);
  const moved = now.filter(isMoved);
  const changed = sorted.find(({ block: { range } }, index) => {
    const block = moved[index];
    return block === undefined || sortedText.slice(block.range.start, block.range.end) !== text.slice(range.start, range.end);
  });
  return changed ?? (now.length === blocks.length && now.every(({ isClosed }) => isClosed) ? undefined : sorted.at(-1));
}

function factsOf(entry: BibliographyEntry): string {
  return JSON.stringify(entry.format === "bibtex" ? [entry.key, entry.entryType, entry.fields.map(({ name, value }) => [name, value]), [...entry.effectiveFields]] : entry.key);
}

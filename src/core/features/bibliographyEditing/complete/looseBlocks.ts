import { BlockFinder, type BlockHead } from "../../../bibliography/bibtex/bibtexBlocks";
import { scanValue, trimEnd } from "../../../bibliography/bibtex/bibtexScanner";
import { ProblemList } from "../../../bibliography/problems";
import type { LoadedBibliography } from "../../../library/bibliographyStore";
import type { Bibliography } from "../../../model/bibliography";
import type { TextRange } from "../../../model/textRange";
import { readBody } from "../format/blockBody";
import { blockKind, endOfComment, readBlocks, type BlockKind } from "../format/fileBlocks";
import { fieldsOf } from "../format/fileStyle";
import { monthMacros } from "../data/fieldKinds";

/** The heads of the blocks from an offset on, where a block begins. */
export function* blocksFrom(text: string, offset: number): Generator<BlockHead, void> {
  const finder = new BlockFinder(text, new ProblemList());
  finder.continueAt(offset);
  for (let head = finder.next(); head !== undefined; head = finder.next()) {
    yield head;
    finder.continueAt(endOfBlock(text, head));
  }
}

/** Where the next block may begin; one that is not closed ends where the next begins its line. */
function endOfBlock(text: string, head: BlockHead): number {
  const { bodyStart, isParenthesized } = head;
  if (isParenthesized) return bodyStart;
  return blockKind(text, head) === "comment" ? endOfComment(text, bodyStart) ?? text.length : scanValue(text, bodyStart - 1, text.length, false).end;
}

/** A `@string` or a predefined month. */
export interface Macro {
  readonly name: string;
  /** As written, delimiters included; of months what they stand for. */
  readonly value: string;
  /** Where its name stands; `undefined` of months that the file does not define itself. */
  readonly start: number | undefined;
}

interface Loose {
  readonly macros: readonly Macro[];
  /** Keys of `@xdata`. */
  readonly dataKeys: readonly string[];
}

const known = new WeakMap<Bibliography, Loose>();

/** What a file defines beside its entries: macros, the last definition of a name, the file's own first; and `@xdata`. */
export function looseBlocks(text: string, bibliography: Bibliography): Loose {
  const before = known.get(bibliography);
  if (before !== undefined) return before;
  const macros = new Map<string, Macro>();
  const dataKeys: string[] = [];
  for (const head of looseHeads(text, bibliography)) {
    const kind = blockKind(text, head);
    if (kind !== "entry" && kind !== "string") continue;
    const body = readBody(text, head, kind === "entry");
    if (body?.key !== undefined) dataKeys.push(text.slice(body.key.start, body.key.end));
    if (body === undefined || kind === "entry") continue;
    for (const { name: { start, end }, value } of fieldsOf(body)) {
      const name = text.slice(start, end);
      macros.set(name.toLowerCase(), { name, value: text.slice(value.start, value.end), start });
    }
  }
  for (const [name, value] of monthMacros) if (!macros.has(name)) macros.set(name, { name, value, start: undefined });
  const loose = { macros: [...macros.values()], dataKeys };
  known.set(bibliography, loose);
  return loose;
}

/** The macro of a name, in any case. */
export function macroNamed({ text, bibliography }: Pick<LoadedBibliography, "text" | "bibliography">, written: string): Macro | undefined {
  const name = written.toLowerCase();
  return looseBlocks(text, bibliography).macros.find((macro) => macro.name.toLowerCase() === name);
}

/** Where blocks stand that are no entries which can be cited. */
export function* looseRanges(text: string, bibliography: Bibliography): Generator<{ readonly kind: BlockKind; readonly range: TextRange }, void> {
  for (const head of looseHeads(text, bibliography)) {
    yield { kind: blockKind(text, head), range: { start: head.start, end: trimEnd(text, head.bodyStart, endOfBlock(text, head)) } };
  }
}

/** Blocks between entries, of which the parser makes none. */
function* looseHeads(text: string, { entries }: Bibliography): Generator<BlockHead, void> {
  if (entries.length === 0) {
    for (const block of readBlocks(text)) if (block !== undefined) yield block.head;
    return;
  }
  const starts = [...entries.map(({ range }) => range.start), text.length];
  let end = 0;
  for (const [index, start] of starts.entries()) {
    const at = text.indexOf("@", end);
    if (at >= 0 && at < start) {
      for (const head of blocksFrom(text, end)) {
        if (head.start >= start) break;
        yield head;
      }
    }
    end = entries[index]?.range.end ?? text.length;
  }
}

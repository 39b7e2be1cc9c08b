import { BlockFinder, type BlockHead } from "../../../bibliography/bibtex/bibtexBlocks";
import { BlockScanner } from "../../../bibliography/bibtex/bibtexBlockScanner";
import { isStrayClose } from "../../../bibliography/bibtex/bibtexFields";
import { readKey } from "../../../bibliography/bibtex/bibtexKey";
import { nextEntryLine, scanBraces } from "../../../bibliography/bibtex/bibtexScanner";
import { ProblemList } from "../../../bibliography/problems";
import { stepLength } from "../../../bibliography/steps";
import type { TextRange } from "../../../model/textRange";
import { readBody, type BlockBody } from "./blockBody";

export type BlockKind = "entry" | "string" | "preamble" | "comment";

/** One block of a BibTeX file, `@xdata` and entries without a key among them. */
export interface FileBlock {
  readonly kind: BlockKind;
  readonly head: BlockHead;
  readonly range: TextRange;
  /** Whether it is certain where it ends. */
  readonly isClosed: boolean;
  /** What stands in it, where every character of it is in its place; never of preambles and comments. */
  readonly body: BlockBody | undefined;
}

/** The blocks of a file in order, in steps; a step tells nothing. What stands between them is text. */
export function* readBlocks(text: string): Generator<FileBlock | undefined, void> {
  const finder = new BlockFinder(text, new ProblemList());
  const scanner = new BlockScanner(text);
  let stepEnd = stepLength;
  for (let head = finder.next(); head !== undefined; head = finder.next()) {
    const block = readBlock(text, head, scanner);
    finder.continueAt(block.range.end);
    yield block;
    if (block.range.end < stepEnd) continue;
    stepEnd = block.range.end + stepLength;
    yield undefined;
  }
}

export function blockKind(text: string, { typeStart, typeEnd }: BlockHead): BlockKind {
  const type = text.slice(typeStart, typeEnd).toLowerCase();
  return type === "string" || type === "preamble" || type === "comment" ? type : "entry";
}

function readBlock(text: string, head: BlockHead, scanner: BlockScanner): FileBlock {
  const kind = blockKind(text, head);
  const { start, bodyStart, isParenthesized } = head;
  const ending = (end: number, isClosed: boolean, body?: BlockBody): FileBlock => ({ kind, head, range: { start, end }, isClosed, body });
  if (kind === "comment") {
    const end = isParenthesized ? bodyStart : endOfComment(text, bodyStart);
    return ending(end ?? text.length, !isParenthesized && end !== undefined);
  }
  if (kind === "preamble") {
    const { end, isClosed } = isParenthesized ? { end: bodyStart, isClosed: false } : scanBraces(text, bodyStart - 1);
    return ending(end, isClosed);
  }
  const body = readBody(text, head, kind === "entry");
  if (body !== undefined && !isStrayClose(text, body.closeAt, text.length)) return ending(body.closeAt + 1, true, body);
  const from = kind === "entry" ? readKey(text, bodyStart, isParenthesized).fieldsStart : bodyStart;
  const { end, isClosed } = isParenthesized ? { end: nextEntryLine(text, bodyStart), isClosed: false } : scanner.scan(from);
  const isCertain = isClosed && !isStrayClose(text, end - 1, text.length);
  return ending(isCertain || !isClosed ? end : nextEntryLine(text, end), isCertain);
}

/** Behind the brace that closes a comment whose text begins at `from`; it may hold entries that were put away. */
export function endOfComment(text: string, from: number): number | undefined {
  const { end, isClosed } = scanBraces(text, from - 1, text.length, () => false);
  return isClosed ? end : undefined;
}

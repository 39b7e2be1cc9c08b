import type { TextRange } from "../../../model/textRange";
import { endOfLine } from "../../../text/lineEnds";
import { firstPlace } from "../../../text/sortedPlaces";
import type { FileBlock } from "../format/fileBlocks";

/** What is moved as a whole: a block with the text above it and behind it on its line. */
export interface SortItem extends TextRange {
  readonly block: FileBlock;
}

/** `@comment`s are text, like what stands between blocks. */
export function isMoved({ kind }: FileBlock): boolean {
  return kind !== "comment";
}

/**
 * Cuts a file into what is moved. The text before the first block stays, up to its last blank line, and so does what stands behind the
 * last block. Nothing but white space stands between two items.
 */
export function* sortItems(text: string, all: readonly FileBlock[]): Generator<SortItem, void> {
  const blocks = all.filter(isMoved);
  const comments = all.filter((block) => !isMoved(block)).map(({ range }) => range);
  let from: number | undefined;
  for (const [index, block] of blocks.entries()) {
    const start = skipWhite(text, from ?? endOfFileHead(text, block.range.start, comments));
    const end = endWithLine(text, block.range.end, blocks[index + 1]?.range.start ?? Infinity, comments);
    yield { start, end, block };
    from = end;
  }
}

/** The `@comment` that a place lies in, which is not to be cut there. */
function commentAround(comments: readonly TextRange[], place: number): TextRange | undefined {
  const comment = comments[firstPlace(comments.length, (index) => (comments[index]?.end ?? Infinity) > place)];
  return comment !== undefined && comment.start < place ? comment : undefined;
}

/** Behind the last blank line above the first block, and behind a line that tells the encoding. */
function endOfFileHead(text: string, end: number, comments: readonly TextRange[]): number {
  const head = text.slice(0, end);
  const coding = /^\uFEFF?[ \t]*%[^\r\n]*coding[^\r\n]*(?:\r\n|[\r\n])/i.exec(head)?.[0].length ?? 0;
  let blank = 0;
  for (const match of head.matchAll(/(?:\r\n|[\r\n])[ \t]*(?=[\r\n])/g)) {
    if (commentAround(comments, match.index) === undefined) blank = match.index + match[0].length;
  }
  return Math.max(coding, blank);
}

function skipWhite(text: string, from: number): number {
  let position = from;
  while (position < text.length && /\s/.test(text.charAt(position))) position++;
  return position;
}

/** The end of what stands behind a block on its line; of the block where nothing does or another block follows there. */
function endWithLine(text: string, end: number, next: number, comments: readonly TextRange[]): number {
  let lineEnd = endOfLine(text, end);
  for (let comment = commentAround(comments, lineEnd); comment !== undefined; comment = commentAround(comments, lineEnd)) lineEnd = endOfLine(text, comment.end);
  return next < lineEnd ? end : end + text.slice(end, lineEnd).trimEnd().length;
}

import { isAlias, isMap, isScalar, isSeq, type Node, type Scalar } from "yaml";
import type { TextRange } from "../../model/textRange";
import { readMarkdownBlocks, type ProseBlock } from "./markdownBlocks";
import { markdownText, type MarkdownText } from "./markdownText";

/** The prose of a YAML value: Pandoc reads all its strings as Markdown. Offsets of the nodes are into `text` from `offset` on. */
export function metadataProse(text: string, offset: number, value: Node | undefined): readonly ProseBlock[] {
  const prose: ProseBlock[] = [];
  const open: unknown[] = [value];
  while (open.length > 0) {
    const node = open.pop();
    if (isAlias(node)) continue;
    if (isMap(node)) node.items.forEach((pair) => open.push(pair.value));
    else if (isSeq(node)) node.items.forEach((item) => open.push(item));
    else if (isScalar(node) && typeof node.value === "string" && /@|\{/.test(node.value)) scalarProse(text, offset, node).forEach((block) => prose.push(block));
  }
  return prose;
}

function scalarProse(text: string, offset: number, { range, type }: Scalar): readonly ProseBlock[] {
  if (!range) return [];
  const source = markdownText(text, range[0] + offset, range[1] + offset);
  const isBlock = type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED";
  return readMarkdownBlocks(source.extract(isBlock ? blockLines(source) : flowLines(source))).prose;
}

/** The lines behind `|` or `>`, without their common indentation. */
function blockLines(source: MarkdownText): readonly TextRange[] {
  const lines = linesFrom(source, source.nextLine(0));
  const indent = Math.min(...lines.slice(0, 1000).filter(({ start }) => !source.isBlank(start)).map(({ start }) => source.indent(start)));
  return lines.map(({ start, end }) => ({ start: Math.min(start + indent, end), end }));
}

/** The lines of a string in one line or several, without quotation marks. */
function flowLines(source: MarkdownText): readonly TextRange[] {
  const quote = /^(["'])[^]*\1\s*$/.test(source.text) ? 1 : 0;
  const lines = linesFrom(source, quote);
  return lines.map(({ start, end }, index) => ({ start: Math.min(source.skipSpaces(start), end), end: index === lines.length - 1 ? end - quote : end }));
}

function linesFrom(source: MarkdownText, from: number): readonly TextRange[] {
  const lines: TextRange[] = [];
  for (let position = from; position < source.length; position = source.nextLine(position)) lines.push({ start: position, end: source.lineEnd(position) });
  return lines;
}

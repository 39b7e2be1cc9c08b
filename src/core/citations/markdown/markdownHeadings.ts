import type { TextRange } from "../../model/textRange";
import type { BlockReader } from "./markdownBlocks";
import { attributes, matchAt } from "./markdownLinks";

const underline = /(?:=+|-+) *(?=\n|$)/y;

/** A heading, `# …` or underlined, without its attributes (Pandoc User's Guide, “Headings”). */
export function readHeading(reader: BlockReader, start: number): number | undefined {
  const { source } = reader;
  const end = source.lineEnd(start);
  if (source.text[start] === "#") {
    const content = endOfSigns(source.text, start);
    if (/[.)]/.test(source.text.charAt(content))) return undefined;
    reader.addHeading(trimmed(source.text, content, end, true), content - start, { start, end });
    return source.nextLine(start);
  }
  underline.lastIndex = end + 1;
  if (end + 1 >= source.length || !underline.test(source.text)) return undefined;
  const level = source.text[end + 1] === "=" ? 1 : 2;
  reader.addHeading(trimmed(source.text, start, end, false), level, { start, end: source.lineEnd(end + 1) });
  return source.nextLine(end + 1);
}

function endOfSigns(text: string, start: number): number {
  let end = start;
  while (text[end] === "#") end++;
  return end;
}

function trimmed(text: string, from: number, to: number, isClosed: boolean): TextRange {
  let line = text.slice(from, to).trimEnd();
  const brace = line.endsWith("}") ? line.lastIndexOf("{") : -1;
  if (brace >= 0 && matchAt(attributes, line, brace)?.[0].length === line.length - brace) line = line.slice(0, brace).trimEnd();
  if (isClosed) line = line.slice(0, startOfSigns(line)).trimEnd();
  const indent = line.length - line.trimStart().length;
  return { start: from + indent, end: from + line.length };
}

function startOfSigns(line: string): number {
  let start = line.length;
  while (line[start - 1] === "#") start--;
  return start;
}

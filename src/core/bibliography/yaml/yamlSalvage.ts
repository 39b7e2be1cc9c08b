import type { TextRange } from "../../model/textRange";
import { skipBlanks, trimEnd } from "../bibtex/bibtexScanner";
import { endOfLine } from "../../text/lineEnds";
import { readBlockYaml } from "./yamlBlockReader";
import { contentLines, isDash, startOfLine, type YamlLine } from "./yamlBlocks";
import type { YamlMap, YamlValue } from "./yamlValue";

const fieldName = /^[A-Za-z_][\w-]{0,60}(?=[ \t]*:(?:[ \t]|$))/;

interface FieldLines {
  readonly name: string;
  readonly start: number;
  readonly valueStart: number;
  readonly lineEnd: number;
  end: number;
}

/**
 * The fields of a map that is no valid YAML, each read by itself: lines that begin with a name and a colon, and what is indented
 * below them. What cannot be read even so is taken as it is written: `title: Files: A History`.
 */
export function salvageMap(text: string, part: TextRange): YamlMap {
  const fields: FieldLines[] = [];
  let column: number | undefined;
  for (const line of linesOfPart(text, part)) {
    if (line.start >= part.end) break;
    column ??= line.column;
    // tabs cannot indent, so how far is anyone's guess
    const name = line.column === column || line.column === Infinity ? fieldName.exec(text.slice(line.start, Math.min(line.end, line.start + 100)))?.[0] : undefined;
    const last = fields.at(-1);
    if (name !== undefined) fields.push({ name, start: line.start, valueStart: text.indexOf(":", line.start + name.length) + 1, lineEnd: line.end, end: line.end });
    else if (last !== undefined) last.end = Math.min(line.end, part.end);
  }
  return new Map(fields.map((field) => [field.name, fieldValue(text, field)]));
}

/** The lines with content; an item's first begins behind its `- `. */
function* linesOfPart(text: string, { start, end }: TextRange): Generator<YamlLine> {
  const firstEnd = endOfLine(text, start, end);
  const inside = isDash(text, start, firstEnd) ? skipBlanks(text, start + 1, firstEnd) : start;
  if (inside < firstEnd) yield { start: inside, end: firstEnd, column: inside - startOfLine(text, start) };
  if (firstEnd < end) yield* contentLines(text, firstEnd);
}

function fieldValue(text: string, field: FieldLines): YamlValue {
  const read = readBlockYaml(text, field.start, field.end);
  const value = read instanceof Map ? (read as YamlMap).get(field.name) : undefined;
  const written = text.slice(field.valueStart, trimEnd(text, field.valueStart, field.lineEnd)).trim();
  return value ?? (/^[[{*&!|>]/.test(written) ? "" : written.replace(/^["']|["']$/g, ""));
}

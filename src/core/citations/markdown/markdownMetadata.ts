import { isMap } from "yaml";
import type { TextRange } from "../../model/textRange";
import type { MarkdownIndex } from "./markdownIndex";
import type { MarkdownText } from "./markdownText";
import { parseYaml } from "./yamlDocument";

const opening = /--- *\n/y;
const closing = /\n(?:---|\.\.\.) *(?=\n|$)/g;

/** A line of a map, however far in, or none but comments. */
const mapStart = /(?:[ ]*(?:#[^\n]*)?\n){0,1000} *(?:[^\s#'"[\]{}>|@`%&*!-][^\n]*?:(?:[ \n]|$)|["'][^\n]*["'] *:|\? |\{|(?:---|\.\.\.) *(?:\n|$))/y;

export interface Metadata {
  readonly yaml: TextRange;
  readonly end: number;
}

/** Whether it is a map; between two rules across the page there may be text. */
function isMetadata(yaml: string): boolean {
  const document = parseYaml(yaml);
  return document?.errors.length === 0 && (isMap(document.contents) || document.contents === null);
}

/** The YAML metadata block that begins at a place (Pandoc User's Guide, “Extension: yaml_metadata_block”). */
export function endOfMetadata(source: MarkdownText, start: number, index: MarkdownIndex): Metadata | undefined {
  const { text } = source;
  if (!text.startsWith("---", start) || (start > 0 && index.find("\n---", start) === undefined && index.find("\n...", start) === undefined)) return undefined;
  opening.lastIndex = start;
  const open = opening.exec(text);
  if (open === null) return undefined;
  const from = start + open[0].length;
  // At a document's start a blank line is let pass: front matter is often written so.
  if (start > 0 && source.isBlank(from)) return undefined;
  mapStart.lastIndex = from;
  if (!mapStart.test(text)) return undefined;
  closing.lastIndex = from - 1;
  const close = closing.exec(text);
  if (close === null) return undefined;
  const yaml = { start: from, end: close.index + 1 };
  return start === 0 || isMetadata(text.slice(yaml.start, yaml.end)) ? { yaml, end: source.nextLine(yaml.end) } : undefined;
}

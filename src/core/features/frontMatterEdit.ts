import { isMap, isScalar, type Node, type YAMLMap } from "yaml";
import { parseYaml } from "../citations/markdown/yamlDocument";
import type { ParsedDocument } from "../model/document";
import type { TextEdit } from "../model/edit";
import { lineEndOf, startOfLine } from "../text/lineEnds";
import { insertAt } from "./insertAt";

/** The edit that gives a document a front matter of one line. */
export function newFrontMatter(text: string, line: string): TextEdit {
  return insertAt(text.startsWith("\ufeff") ? 1 : 0, ["---", line, "---", "", ""].join(lineEndOf(text)));
}

/** A front matter that lines can be added to: its YAML and the map that it is, if it is not empty. */
export interface EditableFrontMatter {
  readonly yaml: string;
  /** Where it stands in the document. */
  readonly start: number;
  readonly map: YAMLMap | undefined;
}

/** `undefined` where an edit could do harm: in YAML that is broken, in braces, or no map. */
export function editableFrontMatter(text: string, { start, end }: NonNullable<ParsedDocument["frontMatter"]>): EditableFrontMatter | undefined {
  const yaml = text.slice(start, end);
  const document = parseYaml(yaml);
  if (document === undefined || document.errors.length > 0) return undefined;
  const { contents } = document;
  if (contents === null) return { yaml, start, map: undefined };
  if (isScalar(contents) && contents.source === "" && !contents.anchor && !contents.tag) return { yaml, start, map: undefined };
  return isMap(contents) && contents.flow !== true ? { yaml, start, map: contents } : undefined;
}

/** The value of a key; `undefined` where the front matter has none. */
export function valueOf({ map }: EditableFrontMatter, key: string): Node | undefined {
  return map?.get(key, true);
}

/** The edit that adds a line at the end, as far in as the others. */
export function addLine({ yaml, start, map }: EditableFrontMatter, line: string, lineEnd: string): TextEdit | undefined {
  const first = (map?.items[0]?.key as Node | undefined)?.range?.[0] ?? 0;
  const indent = map === undefined ? "" : yaml.slice(startOfLine(yaml, first), first);
  if (!/^ *$/.test(indent)) return undefined;
  const isClosed = yaml === "" || /[\r\n]$/.test(yaml);
  return insertAt(start + yaml.length, isClosed ? `${indent}${line}${lineEnd}` : `${lineEnd}${indent}${line}`);
}

/** The range and the text of a value that stands on one line, plain or in quotation marks, without a name or a type; empty where nothing is said. */
export function plainValue({ yaml }: EditableFrontMatter, node: Node | undefined): { readonly start: number; readonly end: number; readonly written: string } | undefined {
  if (!isScalar(node) || !node.range || node.anchor !== undefined || node.tag !== undefined) return undefined;
  const [start, end] = node.range;
  const written = yaml.slice(start, end);
  return /^[|>&!]|[\r\n]/.test(written) ? undefined : { start, end, written };
}

/** Text in the place of a value, with the blanks that must stand behind its colon and before a comment. */
export function replaceValue({ yaml, start: offset }: EditableFrontMatter, { start, end }: { readonly start: number; readonly end: number }, written: string): TextEdit {
  return { range: { start: offset + start, end: offset + end }, newText: `${yaml.charAt(start - 1) === ":" ? " " : ""}${written}${yaml.charAt(end) === "#" ? " " : ""}` };
}

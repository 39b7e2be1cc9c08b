import { isMap, isScalar, type Node } from "yaml";
import { parseYaml } from "../citations/markdown/yamlDocument";
import type { ParsedDocument } from "../model/document";
import type { TextEdit } from "../model/edit";
import { lineEndOf } from "../text/lineEnds";
import { insertAt } from "./insertAt";

/**
 * The edit by which a Markdown document names its style in the front matter; `undefined` where an edit could do harm, or in a language that
 * names none.
 */
export function declareStyle(text: string, { language, frontMatter }: ParsedDocument, style: string): TextEdit | undefined {
  if (language !== "markdown") return undefined;
  const lineEnd = lineEndOf(text);
  const line = `csl: ${written(style)}`;
  if (frontMatter === undefined) return insertAt(text.startsWith("\ufeff") ? 1 : 0, ["---", line, "---", "", ""].join(lineEnd));
  const yaml = text.slice(frontMatter.start, frontMatter.end);
  const document = parseYaml(yaml);
  if (document === undefined || document.errors.length > 0 || !(document.contents === null || isMap(document.contents))) return undefined;
  const node = isMap(document.contents) ? (document.contents.get("csl", true) ?? document.contents.get("citation-style", true)) as Node | undefined : undefined;
  if (node === undefined) {
    const isClosed = yaml === "" || yaml.endsWith("\n");
    return insertAt(frontMatter.end, isClosed ? `${line}${lineEnd}` : `${lineEnd}${line}`);
  }
  if (!isScalar(node) || !node.range) return undefined;
  const [start, end] = node.range;
  const isEmpty = start === end;
  return { range: { start: frontMatter.start + start, end: frontMatter.start + end }, newText: `${isEmpty && yaml[start - 1] === ":" ? " " : ""}${written(style)}` };
}

/** An id as the address of the style, which Pandoc can read as well; a path as it is. */
function written(style: string): string {
  const value = /^[\w.-]+$/.test(style) && !/\.csl$/i.test(style) ? `https://www.zotero.org/styles/${style}` : style;
  return /^[\w./~][\w./~:-]*$/.test(value) ? value : JSON.stringify(value);
}

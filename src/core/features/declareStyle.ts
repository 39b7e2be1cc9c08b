import type { ParsedDocument } from "../model/document";
import type { TextEdit } from "../model/edit";
import { lineEndOf } from "../text/lineEnds";
import { addLine, editableFrontMatter, newFrontMatter, plainValue, replaceValue, valueOf } from "./frontMatterEdit";

/**
 * The edit by which a Markdown document names its style in the front matter; `undefined` where an edit could do harm, or in a language that
 * names none.
 */
export function declareStyle(text: string, { language, frontMatter }: ParsedDocument, style: string): TextEdit | undefined {
  if (language !== "markdown") return undefined;
  const line = `csl: ${written(style)}`;
  if (frontMatter === undefined) return newFrontMatter(text, line);
  const editable = editableFrontMatter(text, frontMatter);
  if (editable === undefined) return undefined;
  const node = valueOf(editable, "csl") ?? valueOf(editable, "citation-style");
  if (node === undefined) return addLine(editable, line, lineEndOf(text));
  const value = plainValue(editable, node);
  return value && replaceValue(editable, value, written(style));
}

/** An id as the address of the style, which Pandoc can read as well; a path as it is. */
function written(style: string): string {
  const value = /^[\w.-]+$/.test(style) && !/\.csl$/i.test(style) ? `https://www.zotero.org/styles/${style}` : style;
  return /^[\w./~][\w./~:-]*$/.test(value) ? value : JSON.stringify(value);
}

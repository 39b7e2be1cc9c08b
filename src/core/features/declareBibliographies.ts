import { parseDocument } from "../citations/documentReader";
import type { ParsedDocument } from "../model/document";
import type { TextEdit } from "../model/edit";
import { changeBetween } from "../text/textChange";
import { declareBibliography, isDeclared } from "./declareBibliography";

/** The one edit by which a document declares several bibliographies; a path of them that cannot be declared. `undefined` where it declares all of them already. */
export function declareBibliographies(text: string, document: ParsedDocument, paths: readonly string[]): TextEdit | { readonly refused: string } | undefined {
  let after = text;
  let parsed = document;
  for (const path of paths) {
    if (isDeclared(parsed, path)) continue;
    const edit = declareBibliography(after, parsed, path);
    if (edit === undefined) return { refused: path };
    after = after.slice(0, edit.range.start) + edit.newText + after.slice(edit.range.end);
    parsed = parseDocument(document.language, after, { citationCommands: [] });
  }
  if (after === text) return undefined;
  const { start, oldEnd, newEnd } = changeBetween(text, after);
  return { range: { start, end: oldEnd }, newText: after.slice(start, newEnd) };
}

import type { TextEdit } from "../model/edit";

/** The edit that puts a text in and takes nothing away. */
export function insertAt(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText };
}

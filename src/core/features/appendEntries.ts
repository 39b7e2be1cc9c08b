import { readBlocks } from "./bibliographyEditing/format/fileBlocks";
import { firstPlace } from "../text/sortedPlaces";
import type { TextEdit } from "../model/edit";
import { endOfLine, lineEndOf, startOfLine } from "../text/lineEnds";
import { appendToJson, appendToYaml } from "./appendItems";
import { endOfWritten, insertParagraph } from "./insertAt";
import { entryAt } from "./keyOccurrence";
import { addsJust, type WrittenBibliography } from "./readBack";

/**
 * The edit that adds converted entries at the end of a bibliography. It takes nothing away; `undefined` where the file is too broken to add
 * to: where what is added, or what was there, would be read as something else.
 */
export function appendEntries(bibliography: WrittenBibliography, entries: string): TextEdit | undefined {
  const lineEnd = lineEndOf(bibliography.text);
  const added = entries.replace(/[\r\n]{1,9999}$/, "").replaceAll(/\r\n|\n|\r/g, lineEnd);
  const edit = append(bibliography, added, lineEnd);
  return edit && addsJust(bibliography, edit, added) ? edit : undefined;
}

function append({ text, bibliography }: WrittenBibliography, added: string, lineEnd: string): TextEdit | undefined {
  switch (bibliography.format) {
    case "csl-json": return appendToJson(text, bibliography.entries, added, lineEnd);
    case "csl-yaml": return appendToYaml(text, bibliography.entries, added, lineEnd);
    default: return insertParagraph(text, endOfWritten(text), added);
  }
}

/** The edit that adds converted entries to BibTeX at an offset: behind what stands there, on lines of their own; `undefined` where that is not safe. */
export function insertEntries(bibliography: WrittenBibliography, entries: string, offset: number): TextEdit | undefined {
  const { text } = bibliography;
  const added = entries.trim().replaceAll(/\r\n|\n|\r/g, lineEndOf(text));
  const edit = insertParagraph(text, placeFor(bibliography, offset), added);
  return addsJust(bibliography, edit, added) ? edit : undefined;
}

/** Behind the block that an offset lies in and the rest of its line, or behind the line that is begun there. */
function placeFor({ text, bibliography }: WrittenBibliography, offset: number): number {
  const { entries } = bibliography;
  const behind = firstPlace(entries.length, (place) => (entries[place]?.range.start ?? 0) > offset);
  const next = entries[behind]?.range.start ?? text.length;
  const at = entryAt(bibliography, offset);
  if (at !== undefined) return endOfLineBefore(text, at.range.end, next);
  const previous = entries[behind - 1]?.range.end ?? 0;
  for (const block of readBlocks(text.slice(previous, next))) {
    if (block === undefined || previous + block.range.end <= offset) continue;
    if (previous + block.range.start < offset) return endOfLineBefore(text, previous + block.range.end, next);
    return Math.min(endOfBegunLine(text, offset), previous + block.range.start);
  }
  return Math.min(endOfBegunLine(text, offset), next);
}

/** What stands behind a block on its line belongs to it, unless that is another block. */
function endOfLineBefore(text: string, from: number, limit: number): number {
  const end = endOfLine(text, from);
  return end <= limit && !text.slice(from, end).includes("@") ? end : from;
}

/** An offset, or the end of its line where something stands before it there. */
function endOfBegunLine(text: string, offset: number): number {
  const isBegun = text.slice(startOfLine(text, offset), offset).trim() !== "";
  return isBegun ? endOfLine(text, offset) : offset;
}

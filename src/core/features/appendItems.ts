import type { BibliographyEntry } from "../model/bibliography";
import type { TextEdit } from "../model/edit";
import { endOfLine, startOfLine } from "../text/lineEnds";
import { endOfBlanks, endOfWritten, insertAt, insertParagraph } from "./insertAt";

/** The edit that adds items to a list in JSON, behind its last one; `added` is an array of its own. `undefined` where there is no list to go on. */
export function appendToJson(text: string, entries: readonly BibliographyEntry[], added: string, lineEnd: string): TextEdit | undefined {
  const items = added.slice(added.indexOf("[") + 1, added.lastIndexOf("]")).trimEnd();
  const last = entries.at(-1);
  if (last === undefined) return text.trim() === "" ? insertParagraph(text, endOfWritten(text), added) : intoEmptyJson(text, items, lineEnd);
  const { end } = last.range;
  const isClosedThere = text.charAt(endOfBlanks(text, end)) === "]";
  return insertAt(end, `,${items}${isClosedThere ? lineEnd : ""}`);
}

/** A list without items: the whole text, or that under `items` or `references`. */
const emptyList = /^\s*\[(?=\s*\]\s*$)|"(?:items|references)"\s*:\s*\[(?=\s*\])/;

function intoEmptyJson(text: string, items: string, lineEnd: string): TextEdit | undefined {
  const match = emptyList.exec(text);
  if (match === null) return undefined;
  const place = match.index + match[0].length;
  return insertAt(place, `${items}${text.charAt(place) === "]" ? lineEnd : ""}`);
}

/** The same in YAML; `added` is a `references:` document of its own. A list in brackets is not gone on with. */
export function appendToYaml(text: string, entries: readonly BibliographyEntry[], added: string, lineEnd: string): TextEdit | undefined {
  const last = entries.at(-1);
  if (last === undefined) return text.trim() === "" ? insertParagraph(text, endOfWritten(text), added) : intoEmptyYaml(text, added, lineEnd);
  const { start } = last.range;
  const indent = text.slice(startOfLine(text, start), start).replace("\ufeff", "");
  if (text.charAt(start) !== "-" || !/^ *$/.test(indent) || keepsLineEnds.test(text.slice(start, last.range.end))) return undefined;
  const place = endOfLine(text, last.range.end);
  return insertAt(place, `${lineEnd}${listOf(added, indent, lineEnd)}${place === text.length ? lineEnd : ""}`);
}

/** A value to which all blank lines below it belong. */
const keepsLineEnds = /[|>]\d?\+\d?[ \t]*(?:#.*)?$/m;

/** `references:` with nothing behind it, or an empty list. */
const emptyReferences = /^(\ufeff?references:)([ \t]*\[[ \t]*\])?[ \t]*$/m;

function intoEmptyYaml(text: string, added: string, lineEnd: string): TextEdit | undefined {
  const match = emptyReferences.exec(text);
  if (match === null) return undefined;
  const start = match.index + (match[1] ?? "").length;
  const end = start + (match[2] ?? "").length;
  return { range: { start, end }, newText: `${lineEnd}${listOf(added, "", lineEnd)}${end === text.length ? lineEnd : ""}` };
}

/** The items of a document, each line as far in as those of another list. */
function listOf(document: string, indent: string, lineEnd: string): string {
  const lines = document.split(lineEnd).filter((line) => !/^(?:---|\.\.\.|references:)\s*$/.test(line));
  const own = /^[ \t]*/.exec(lines[0] ?? "")?.[0].length ?? 0;
  return lines.join(lineEnd).trimEnd().split(lineEnd).map((line) => line.trim() === "" ? line : `${indent}${line.slice(own)}`).join(lineEnd);
}

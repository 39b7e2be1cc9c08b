import type { BlockHead } from "../../../bibliography/bibtex/bibtexBlocks";
import { readFields } from "../../../bibliography/bibtex/bibtexFields";
import { readKey } from "../../../bibliography/bibtex/bibtexKey";
import { endOfName, scanBraces, skipBlanks } from "../../../bibliography/bibtex/bibtexScanner";
import { Macros } from "../../../bibliography/bibtex/macros";
import { closeBrace, closeParenthesis, openBrace, openParenthesis } from "../../../bibliography/charCodes";
import type { Bibliography, BibliographyEntry, BibtexField } from "../../../model/bibliography";
import type { TextRange } from "../../../model/textRange";
import { firstPlace } from "../../../text/sortedPlaces";
import { blockKind, endOfComment } from "../format/fileBlocks";
import { FieldScanner, type FieldsContext } from "./fieldScanner";
import { blocksFrom } from "./looseBlocks";

/** What may be written at an offset of a BibTeX file; ranges hold what is written of it already, on both sides of the offset. */
export type BibtexContext =
  | {
    readonly kind: "type";
    readonly range: TextRange;
    /** The opening delimiter is there. */
    readonly isFollowed: boolean;
  }
  | FieldsContext & {
    /** In small letters; `string` in a `@string`. */
    readonly entryType: string;
    readonly key: string;
    readonly fields: readonly Pick<BibtexField, "name" | "nameRange" | "valueRange" | "value">[];
  };

/** The context of an offset, in half-typed text too; `undefined` in keys, comments, preambles and text. */
export function contextAt(text: string, { entries }: Bibliography, offset: number): BibtexContext | undefined {
  const entry = lastBegunAt(entries, offset);
  for (const head of blocksFrom(text, entry?.range.start ?? 0)) {
    if (head.start >= offset) break;
    if (offset < head.bodyStart) {
      const range = { start: head.typeStart, end: head.typeEnd };
      return offset <= head.typeEnd ? { kind: "type", range, isFollowed: true } : undefined;
    }
    const found = contextInBlock(text, head, offset, entry?.range.start === head.start ? entry : undefined);
    if (found !== "behind") return found;
  }
  return typeAt(text, offset);
}

/** The last entry that begins before an offset, wherever it ends. */
function lastBegunAt(entries: readonly BibliographyEntry[], offset: number): BibliographyEntry | undefined {
  return entries[firstPlace(entries.length, (place) => (entries[place]?.range.start ?? 0) >= offset) - 1];
}

function contextInBlock(text: string, head: BlockHead, offset: number, entry: BibliographyEntry | undefined): BibtexContext | "behind" | undefined {
  const kind = blockKind(text, head);
  const { bodyStart, isParenthesized } = head;
  if (kind === "comment" || kind === "preamble") return isParenthesized || offset >= endOfText(text, bodyStart, kind) ? "behind" : undefined;
  const { start, end, fieldsStart } = kind === "entry" ? readKey(text, bodyStart, isParenthesized) : { start: bodyStart, end: bodyStart, fieldsStart: bodyStart };
  if (kind === "entry" && offset <= end) return undefined;
  const close = isParenthesized ? closeParenthesis : closeBrace;
  const place = { source: { text, macros: new Macros(0) }, start: fieldsStart, close, closeAt: undefined, isBroken: true, key: undefined } as const;
  const fields = entry?.format === "bibtex" ? entry.fields : readFields(place).fields;
  const found = new FieldScanner(text, close, fields).contextAt(offset, fieldsStart, kind === "string" || start === end);
  if (found === "behind" || found === undefined) return found;
  // a new entry that is begun before the last one is closed
  if (found.kind === "field-name" && text.charAt(found.range.start - 1) === "@") return typeAt(text, offset);
  return { ...found, fields, key: text.slice(start, end), entryType: text.slice(head.typeStart, head.typeEnd).toLowerCase() };
}

/** Where a comment or a preamble ends; behind the text where it is not closed. */
function endOfText(text: string, bodyStart: number, kind: "comment" | "preamble"): number {
  if (kind === "comment") return endOfComment(text, bodyStart) ?? text.length + 1;
  const { end, isClosed } = scanBraces(text, bodyStart - 1);
  return isClosed ? end : text.length + 1;
}

/** `@art`, with nothing but blanks or the end of an entry before it. */
function typeAt(text: string, offset: number): BibtexContext | undefined {
  const line = /[^\r\n]*$/.exec(text.slice(Math.max(offset - longestLineBegin, 0), offset))?.[0] ?? "";
  const begun = /(?:^|[\s})\uFEFF])@[ \t]*(\w*)$/.exec(line)?.[1];
  if (begun === undefined || /^\s*%/.test(line)) return undefined;
  const end = endOfName(text, offset);
  const next = text.charCodeAt(skipBlanks(text, end));
  return { kind: "type", range: { start: offset - begun.length, end }, isFollowed: next === openBrace || next === openParenthesis };
}

/** How far back a line is looked at. */
const longestLineBegin = 2000;

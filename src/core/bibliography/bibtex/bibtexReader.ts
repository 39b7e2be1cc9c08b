import { at, closeBrace, closeParenthesis, openBrace } from "../charCodes";
import { ProblemList } from "../problems";
import { stepLength } from "../steps";
import type { BibtexFile } from "./bibtexEntry";
import { BlockFinder, type BlockHead } from "./bibtexBlocks";
import { BlockScanner } from "./bibtexBlockScanner";
import { readFields, isStrayClose, type FieldsPlace } from "./bibtexFields";
import { checkKey, readKey, type KeyPlace } from "./bibtexKey";
import { isEntryStart, scanBraces, trimEnd } from "./bibtexScanner";
import { traits } from "./entryTable";
import { bitsOf, parentFields } from "./fieldPlaces";
import { FieldScanner } from "./fieldScanner";
import { resolveValue } from "./macros";

const parentBits = bitsOf(...parentFields);
const aliasBits = bitsOf("ids");

/** A block's delimiters as one reading found them. */
interface BlockEnd {
  readonly end: number;
  readonly closeAt: number | undefined;
  readonly isBroken: boolean;
}

/** Finds the entries of a text, and what is wrong with it as far as that can be told without reading every field. */
export class BibtexReader {
  readonly found = new ProblemList();
  readonly #blocks: BlockFinder;
  readonly #fields: FieldScanner;
  readonly #scanner: BlockScanner;
  /** How far a reading went that had to be given up; what lies before is not read in that way again, which keeps all linear. */
  #reach = 0;
  #hasOpenComment = false;
  /** Whether there are macros in what has been read. */
  hasMacros = false;

  constructor(readonly file: BibtexFile, readonly start = 0) {
    const { text, table } = file;
    this.#blocks = new BlockFinder(text, this.found);
    this.#blocks.continueAt(start);
    this.#fields = new FieldScanner(text, table.places);
    this.#scanner = new BlockScanner(text);
  }

  get text(): string {
    return this.file.text;
  }

  /** Reads in steps: to the end, or to the first block that `isKnown`, which is returned. */
  *read(isKnown?: (head: BlockHead) => boolean): Generator<void, BlockHead | undefined> {
    let stepEnd = this.start + stepLength;
    for (let head = this.#blocks.next(); head !== undefined; head = this.#blocks.next()) {
      if (isKnown?.(head) === true) return head;
      const end = this.#readBlock(head);
      this.#blocks.continueAt(end);
      if (end < stepEnd) continue;
      if (stepEnd === stepLength) this.file.table.expect(end / this.text.length);
      stepEnd = end + stepLength;
      yield;
    }
    return undefined;
  }

  /** Whether nothing that was broken before a block has a say in how it is read. */
  startsClean(head: BlockHead): boolean {
    return head.start >= this.#reach && !this.#hasOpenComment;
  }

  /** Where reading goes on. */
  #readBlock(head: BlockHead): number {
    const length = head.typeEnd - head.typeStart;
    if (length >= 6 && length <= 8) {
      switch (this.text.slice(head.typeStart, head.typeEnd).toLowerCase()) {
        case "comment": return this.#skipComment(head);
        case "preamble": return this.#skipPreamble(head);
        case "string": return this.#readMacros(head);
        default:
      }
    }
    return this.#readEntry(head);
  }

  /** A comment may hold whole entries put away. One that is never closed ends, like a broken entry, where the next begins. */
  #skipComment({ start, typeEnd, bodyStart, isParenthesized }: BlockHead): number {
    if (isParenthesized) return bodyStart;
    let depth = 1;
    let nextEntry = -1;
    for (let position = bodyStart; position < this.text.length; position++) {
      const code = this.text.charCodeAt(position);
      if (code === openBrace) depth++;
      else if (code === closeBrace && --depth === 0) return position + 1;
      else if (code === at && nextEntry < 0 && isEntryStart(this.text, position)) {
        nextEntry = position;
        if (this.#hasOpenComment) break;
      }
    }
    this.#hasOpenComment = true;
    this.found.addSyntax(start, typeEnd, "This @comment is not closed: a closing brace is missing.", undefined, "warning");
    return nextEntry < 0 ? this.text.length : nextEntry;
  }

  #skipPreamble(head: BlockHead): number {
    if (head.isParenthesized) return head.bodyStart;
    const { end, isClosed } = scanBraces(this.text, head.bodyStart - 1, undefined, head.start < this.#reach ? isEntryStart : undefined);
    if (isClosed) return end;
    this.found.addSyntax(head.start, head.typeEnd, "This @preamble is not closed: a closing brace is missing.", undefined);
    if (head.start < this.#reach) return end;
    this.#reach = end;
    return scanBraces(this.text, head.bodyStart - 1, end, isEntryStart).end;
  }

  #readMacros(head: BlockHead): number {
    this.hasMacros = true;
    const block = this.#endOf(head, head.bodyStart);
    const { macros } = this.file;
    const place = this.#placeOf(head, head.bodyStart, block);
    for (const { name, valueStart, valueEnd } of readFields(place).fields) macros.define(name, resolveValue(this.text, valueStart, valueEnd, macros), valueEnd);
    // read again for what is wrong, now that macros know those before them in the same block
    return readFields(place, this.found).end;
  }

  #readEntry(head: BlockHead): number {
    const { text, file: { table } } = this;
    const key = readKey(text, head.bodyStart, head.isParenthesized);
    const startsClean = this.startsClean(head);
    const scannedEnd = this.#scanFields(head, key);
    const block = scannedEnd >= 0 ? { end: scannedEnd, isBroken: false } : this.#endOf(head, key.fieldsStart);
    checkKey(text, head.start, key, this.found);
    if (key.end === key.start) return block.end;
    const end = block.isBroken ? trimEnd(text, head.bodyStart, block.end) : block.end;
    const held = (head.isParenthesized ? traits.isParenthesized : 0) | (block.isBroken ? traits.isBroken : 0) | (isXdata(text, head) ? traits.isData : 0)
      | (startsClean ? traits.startsClean : 0) | (scannedEnd >= 0 ? traits.hasPlaces | this.#fieldTraits() : traits.mayInherit | traits.mayHaveAliases);
    table.add(head.start, head.typeStart, head.typeEnd, key.start, key.end, key.fieldsStart, end, held);
    return block.end;
  }

  /** The end of an entry that is written by the book, the places of whose fields are noted then; negative for others. */
  #scanFields(head: BlockHead, key: KeyPlace): number {
    if (head.isParenthesized || key.end === key.start || head.start < this.#reach) return -1;
    const { places } = this.file.table;
    const placesBefore = places.length;
    const end = this.#fields.scan(key.fieldsStart);
    if (end < 0 || !isStrayClose(this.text, end - 1, this.text.length)) return end;
    places.length = placesBefore;
    return -1;
  }

  #fieldTraits(): number {
    const { found } = this.#fields;
    return ((found & parentBits) === 0 ? 0 : traits.mayInherit) | ((found & aliasBits) === 0 ? 0 : traits.mayHaveAliases);
  }

  /** Where a block ends: by its delimiters, or, where they do not match, as far as its fields can be told from the next entry. */
  #endOf(head: BlockHead, fieldsStart: number): BlockEnd {
    if (head.start >= this.#reach) {
      const unknown = { end: 0, closeAt: undefined, isBroken: false };
      const { end, isClosed } = head.isParenthesized ? readFields(this.#placeOf(head, fieldsStart, unknown)) : this.#scanner.scan(fieldsStart);
      if (isClosed && !isStrayClose(this.text, end - 1, this.text.length)) return { end, closeAt: end - 1, isBroken: false };
      this.#reach = end;
    }
    const broken = { end: 0, closeAt: undefined, isBroken: true };
    return { ...broken, end: readFields(this.#placeOf(head, fieldsStart, broken)).end };
  }

  #placeOf({ isParenthesized }: BlockHead, start: number, { closeAt, isBroken }: BlockEnd): FieldsPlace {
    return { source: this.file, start, close: isParenthesized ? closeParenthesis : closeBrace, closeAt, isBroken, key: undefined };
  }
}

function isXdata(text: string, { typeStart, typeEnd }: BlockHead): boolean {
  return typeEnd - typeStart === 5 && (text.charCodeAt(typeStart) | 32) === 120 && text.slice(typeStart, typeEnd).toLowerCase() === "xdata";
}

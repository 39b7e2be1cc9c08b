import type { Bibliography } from "../../model/bibliography";
import type { Problem } from "../../model/problem";
import { at, closeBrace, closeParenthesis, openBrace } from "../charCodes";
import { BibtexEntry, BibtexFile } from "./bibtexEntry";
import { BlockFinder, type BlockHead } from "./bibtexBlocks";
import { checkKey, readKey } from "./bibtexKey";
import { checkEntry } from "./checkBibtex";
import { isStrayClose, readFields, type FieldsPlace } from "./bibtexFields";
import { BlockScanner } from "./bibtexBlockScanner";
import { isEntryStart, scanBraces, skipSpace, trimEnd } from "./bibtexScanner";
import { circularInheritance } from "./circularInheritance";
import { resolveValue } from "./macros";
import { duplicateKey, ProblemList } from "../problems";
import { finish, stepLength } from "../steps";

/**
 * Reads BibTeX and BibLaTeX. One pass finds the entries by their braces; fields, summaries and problems are worked out when asked
 * for. Ranges are offsets into `text`, a byte order mark included. A broken entry costs itself alone: reading goes on at the next
 * line that begins with `@word{`. `@xdata` entries hand down their fields and are not entries that can be cited.
 */
export function parseBibtex(text: string): Bibliography {
  return finish(readBibtex(text));
}

/** The same in steps, so that a host can do other things in between. */
export function readBibtex(text: string): Generator<void, Bibliography> {
  return new BibtexReader(text).read();
}

class BibtexBibliography implements Bibliography {
  readonly format = "bibtex";
  #problems: readonly Problem[] | undefined;

  constructor(readonly file: BibtexFile, readonly entries: readonly BibtexEntry[], readonly found: ProblemList) {}

  get isCut(): boolean {
    const last = this.file.all.at(-1);
    return last?.isBroken === true && skipSpace(this.file.text, last.range.end) === this.file.text.length;
  }

  get problems(): readonly Problem[] {
    return this.#problems ??= this.#collectProblems();
  }

  #collectProblems(): readonly Problem[] {
    const keys = new Set<string>();
    for (const entry of this.file.all) {
      checkEntry(entry, this.found);
      if (keys.has(entry.key)) this.found.add(duplicateKey(entry.key, entry.keyStart, entry.keyStart + entry.key.length));
      keys.add(entry.key);
    }
    circularInheritance(this.file.all).forEach((problem) => this.found.add(problem));
    return this.found.sorted();
  }
}

/** A block's delimiters as one reading found them. */
interface BlockEnd {
  readonly end: number;
  readonly closeAt: number | undefined;
  readonly isBroken: boolean;
}

class BibtexReader {
  readonly #file: BibtexFile;
  readonly #found = new ProblemList();
  readonly #blocks: BlockFinder;
  readonly #scanner: BlockScanner;
  /** How far a reading went that had to be given up; what lies before is not read in that way again, which keeps all linear. */
  #reach = 0;
  #hasOpenComment = false;

  constructor(readonly text: string) {
    this.#file = new BibtexFile(text);
    this.#blocks = new BlockFinder(text, this.#found);
    this.#scanner = new BlockScanner(text);
  }

  *read(): Generator<void, Bibliography> {
    let stepEnd = stepLength;
    for (let head = this.#blocks.next(); head !== undefined; head = this.#blocks.next()) {
      const end = this.#readBlock(head);
      this.#blocks.continueAt(end);
      if (end < stepEnd) continue;
      stepEnd = end + stepLength;
      yield;
    }
    const { all } = this.#file;
    const entries = all.some(({ isData }) => isData) ? all.filter(({ isData }) => !isData) : all;
    return new BibtexBibliography(this.#file, entries, this.#found);
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
    this.#found.addSyntax(start, typeEnd, "This @comment is not closed: a closing brace is missing.", undefined, "warning");
    return nextEntry < 0 ? this.text.length : nextEntry;
  }

  #skipPreamble(head: BlockHead): number {
    if (head.isParenthesized) return head.bodyStart;
    const { end, isClosed } = scanBraces(this.text, head.bodyStart - 1, undefined, head.start < this.#reach ? isEntryStart : undefined);
    if (isClosed) return end;
    this.#found.addSyntax(head.start, head.typeEnd, "This @preamble is not closed: a closing brace is missing.", undefined);
    if (head.start < this.#reach) return end;
    this.#reach = end;
    return scanBraces(this.text, head.bodyStart - 1, end, isEntryStart).end;
  }

  #readMacros(head: BlockHead): number {
    const block = this.#endOf(head, head.bodyStart);
    const { macros } = this.#file;
    const place = this.#placeOf(head, head.bodyStart, block);
    for (const { name, valueStart, valueEnd } of readFields(place).fields) macros.define(name, resolveValue(this.text, valueStart, valueEnd, macros), valueEnd);
    // read again for what is wrong, now that macros know those before them in the same block
    return readFields(place, this.#found).end;
  }

  #readEntry(head: BlockHead): number {
    const key = readKey(this.text, head.bodyStart, head.isParenthesized);
    const block = this.#endOf(head, key.fieldsStart);
    checkKey(this.text, head.start, key, this.#found);
    if (key.end === key.start) return block.end;
    const end = block.isBroken ? trimEnd(this.text, head.bodyStart, block.end) : block.end;
    this.#file.all.push(new BibtexEntry(this.#file, head, key, end, block.isBroken));
    return block.end;
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
    return { source: this.#file, start, close: isParenthesized ? closeParenthesis : closeBrace, closeAt, isBroken, key: undefined };
  }
}

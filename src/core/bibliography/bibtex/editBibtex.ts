import type { CitationKey } from "../../model/citation";
import { movedBy } from "../../text/moved";
import { changeBetween, type TextChange } from "../../text/textChange";
import { BibtexBibliography } from "./bibtexBibliography";
import type { BlockHead } from "./bibtexBlocks";
import { BibtexFile } from "./bibtexEntry";
import { BibtexReader } from "./bibtexReader";
import { dependentEntries } from "./dependentEntries";
import { traits, type EntryTable } from "./entryTable";

/** What has become of a list of entries: those between `start` and `oldEnd` have given way to those between `start` and `newEnd`. */
export interface EntrySplice {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
  /** Places, in the new list, of other entries that say something else now, because they take fields from those that have changed. */
  readonly dependent: readonly number[];
}

export interface EditedBibtex {
  readonly bibliography: BibtexBibliography;
  readonly splice: EntrySplice;
}

/**
 * Reads a file anew of which most has been read before: what an edit touches, and what stands around it as far as that had a say in how
 * it was read. All else is kept, moved. What comes of it is what reading all of it gives; `undefined` where all of it has to be read,
 * because macros may have changed.
 */
export function* editBibtex(previous: BibtexBibliography, text: string): Generator<void, EditedBibtex | undefined> {
  const change = changeBetween(previous.file.text, text);
  return yield* new BibtexEdit(previous, text, change, keptBefore(previous.file.table, change)).read();
}

/**
 * How many entries are kept before a change. The next one must start before it too: its `@` ends whatever looks beyond the end of an entry.
 * And the last one must be sound, so that reading can go on at its end.
 */
function keptBefore(table: EntryTable, { start }: TextChange): number {
  let count = Math.max(table.firstFrom(start) - 1, 0);
  while (count > 0 && (!table.is(count - 1, traits.startsClean) || table.is(count - 1, traits.isBroken))) count--;
  return count;
}

class BibtexEdit {
  readonly #old: EntryTable;
  /** Where what stands behind the change has moved. */
  readonly #by: number;
  /** The entry of before that may be the next to be met again. */
  #candidate: number;

  constructor(readonly previous: BibtexBibliography, readonly text: string, readonly change: TextChange, readonly kept: number) {
    this.#old = previous.file.table;
    this.#by = change.newEnd - change.oldEnd;
    this.#candidate = Math.max(this.#old.firstFrom(change.oldEnd), kept);
  }

  *read(): Generator<void, EditedBibtex | undefined> {
    const { kept } = this;
    const { file: old, found } = this.previous;
    const start = kept === 0 ? 0 : this.#old.end(kept - 1);
    const file = new BibtexFile(this.text, this.#old.beginning(kept), old.macros.movedFrom(this.change.oldEnd, this.#by, this.text.length));
    const reader = new BibtexReader(file, start);
    const met = yield* reader.read((head) => this.#isKnown(head, reader));
    const oldEnd = met === undefined ? this.#old.count : this.#candidate;
    const oldStop = met === undefined ? Infinity : met.start - this.#by;
    if (reader.hasMacros || old.macros.areDefinedIn(start, oldStop)) return undefined;
    const newEnd = file.table.count;
    file.table.append(this.#old, oldEnd, this.#old.count, this.#by);
    const behind = found.filter(({ range }) => range.start >= oldStop).map((problem) => movedBy(problem, this.#by));
    const problems = [...found.filter(({ range }) => range.start < start), ...reader.found.all, ...behind];
    return { bibliography: new BibtexBibliography(file, problems), splice: this.#spliceOf(file, oldEnd, newEnd) };
  }

  /** Whether from a block on all is as it was before. */
  #isKnown(head: BlockHead, reader: BibtexReader): boolean {
    const old = this.#old;
    const start = head.start - this.#by;
    while (this.#candidate < old.count && old.start(this.#candidate) < start) this.#candidate++;
    const number = this.#candidate;
    return number < old.count && old.start(number) === start && start >= this.change.oldEnd && old.is(number, traits.startsClean) && reader.startsClean(head)
      && old.typeStart(number) === head.typeStart - this.#by && old.typeEnd(number) === head.typeEnd - this.#by && old.is(number, traits.isParenthesized) === head.isParenthesized;
  }

  #spliceOf(file: BibtexFile, oldEnd: number, newEnd: number): EntrySplice {
    const touched = new Set([...keysOf(this.previous.file, this.kept, oldEnd), ...keysOf(file, this.kept, newEnd)]);
    const isTouched = (number: number): boolean => number >= this.kept && number < newEnd;
    const dependent = dependentEntries(file, touched).filter((number) => !isTouched(number) && !file.table.is(number, traits.isData));
    return {
      start: placeOf(file.table, this.kept),
      oldEnd: placeOf(this.#old, oldEnd),
      newEnd: placeOf(file.table, newEnd),
      dependent: dependent.map((number) => placeOf(file.table, number)),
    };
  }
}

function keysOf(file: BibtexFile, start: number, end: number): readonly CitationKey[] {
  return Array.from({ length: end - start }, (_, index) => file.keyOf(start + index));
}

/** The place of an entry among those that can be cited. */
function placeOf(table: EntryTable, number: number): number {
  if (!table.mayBe(traits.isData)) return number;
  let place = 0;
  for (let before = 0; before < number; before++) place += table.is(before, traits.isData) ? 0 : 1;
  return place;
}

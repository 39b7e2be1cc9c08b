import type { BibliographyEntry } from "../../model/bibliography";
import type { EntrySplice } from "../../bibliography/bibtex/editBibtex";
import { writeSearchedFields } from "../../bibliography/searchedFields";
import { keepShapeOf } from "../../shapes";
import { FoldedFields, type WrittenFields } from "./foldedFields";

/** What is searched of a source: key, people, title, year, container, in order of what a match there is worth. */
export const fieldCount = 5;

/** About how many entries are in one text: enough to be searched at the speed of `indexOf`, few enough to be folded without a stall. */
const sectionSize = 256;

/** The folded fields of some entries as one text, each field followed by `fieldEnd`. */
export class HaystackSection {
  readonly text: string;
  readonly count: number;
  /** Where each field of each entry starts, and the end of the text. */
  readonly fieldStarts: Uint32Array;
  /** Of each field the characters that its words start with, as `initialBit` has them. */
  readonly initials: Int32Array;

  constructor({ text, starts, initials }: WrittenFields) {
    this.text = text;
    this.count = initials.length / fieldCount;
    this.fieldStarts = starts;
    this.initials = initials;
  }

  startOf(index: number): number {
    return this.fieldStarts[index * fieldCount] ?? this.text.length;
  }

  /** The characters that the words of a field start with, as bits. */
  initialsOf(index: number, field: number): number {
    return this.initials[index * fieldCount + field] ?? 0;
  }

  /** The entry that a place in the text belongs to, which is `from` or a later one; `count` where the place lies behind all. */
  entryAt(place: number, from: number): number {
    let index = from;
    while (index < this.count && this.startOf(index + 1) <= place) index++;
    return index;
  }
}

const nothing = new FoldedFields();
[nothing, new HaystackSection(nothing.take())].forEach(keepShapeOf);

/** Some entries that are searched together. */
export interface Stretch {
  readonly start: number;
  readonly count: number;
  section: HaystackSection | undefined;
}

/** The sections of a bibliography, each made when it is first asked for. */
export class Haystack {
  readonly #stretches: readonly Stretch[];
  #writer: FoldedFields | undefined;
  /** Of each entry whose section has been made, 0 where it has none. */
  readonly years: Float64Array;

  constructor(readonly entries: readonly BibliographyEntry[], stretches: readonly Stretch[] = stretchesOf(0, entries.length), years = new Float64Array(entries.length)) {
    this.#stretches = stretches;
    this.years = years;
  }

  get sectionCount(): number {
    return this.#stretches.length;
  }

  section(number: number): HaystackSection {
    const stretch = this.#stretches[number];
    if (stretch === undefined) return new HaystackSection(this.#write(0, 0));
    return stretch.section ??= new HaystackSection(this.#write(stretch.start, stretch.count));
  }

  /** Whether a section has been made. */
  isMade(number: number): boolean {
    return this.#stretches[number]?.section !== undefined;
  }

  /** Where the entries of a section begin. */
  startOf(number: number): number {
    return this.#stretches[number]?.start ?? this.entries.length;
  }

  /** The section that an entry is in, which is `from` or a later one. */
  sectionOf(position: number, from: number): number {
    let number = from;
    while (this.startOf(number + 1) <= position) number++;
    return number;
  }

  /** The haystack of a list of entries that this one's has become: sections in which nothing has changed are kept. */
  spliced(entries: readonly BibliographyEntry[], { start, oldEnd, newEnd, dependent }: EntrySplice): Haystack {
    const by = newEnd - oldEnd;
    const before = this.#stretches.filter((stretch) => stretch.start + stretch.count <= start);
    const after = this.#stretches.filter((stretch) => stretch.start >= oldEnd).map((stretch) => ({ ...stretch, start: stretch.start + by }));
    const [from, to] = [endOf(before.at(-1)), after[0]?.start ?? entries.length];
    const years = new Float64Array(entries.length);
    years.set(this.years.subarray(0, start));
    years.set(this.years.subarray(oldEnd), newEnd);
    const kept = (stretch: Stretch): Stretch =>
      dependent.some((position) => position >= stretch.start && position < endOf(stretch)) ? { ...stretch, section: undefined } : { ...stretch };
    return new Haystack(entries, [...before.map(kept), ...stretchesOf(from, to), ...after.map(kept)], years);
  }

  #write(start: number, count: number): WrittenFields {
    const writer = this.#writer ??= new FoldedFields();
    for (let number = start; number < start + count; number++) {
      const entry = this.entries[number];
      if (entry !== undefined) this.years[number] = writeSearchedFields(entry, writer);
    }
    return writer.take();
  }
}

/** Cuts entries into stretches of about one size. */
function stretchesOf(start: number, end: number): Stretch[] {
  const count = end > start ? Math.max(Math.round((end - start) / sectionSize), 1) : 0;
  const cut = (number: number): number => start + Math.floor((end - start) * number / count);
  return Array.from({ length: count }, (_, number) => ({ start: cut(number), count: cut(number + 1) - cut(number), section: undefined }));
}

function endOf(stretch: Stretch | undefined): number {
  return stretch === undefined ? 0 : stretch.start + stretch.count;
}

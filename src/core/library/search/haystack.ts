import type { BibliographyEntry } from "../../model/bibliography";
import { foldForSearch, respelled } from "../../text/fold";
import { isWordCharacter } from "./wordFinder";

/** What is searched of a source: key, people, title, year, container, in order of what a match there is worth. */
export const fieldCount = 5;

/** No word of a query holds it, so nothing is found across fields. */
export const fieldEnd = "\n";

/** Entries in one text: enough to be searched at the speed of `indexOf`, few enough to be folded without a stall. */
export const sectionSize = 256;

/** The folded fields of some entries as one text, each field followed by `fieldEnd`. */
export class HaystackSection {
  readonly text: string;
  readonly count: number;
  /** Where each field of each entry starts, and the end of the text. */
  readonly fieldStarts: Uint32Array;
  /** Of each field the characters that its words start with, as `initialBit` has them. */
  readonly initials: Int32Array;

  constructor(fields: readonly string[]) {
    const folded = foldFields(fields);
    this.text = compact(folded.text);
    this.count = fields.length / fieldCount;
    this.fieldStarts = new Uint32Array(fields.length + 1);
    this.initials = new Int32Array(fields.length);
    let start = 0;
    for (let field = 0; field < fields.length; field++) {
      const end = start + (folded.lengths[field] ?? 0);
      this.initials[field] = initialsIn(this.text, start, end);
      this.fieldStarts[field + 1] = start = end + fieldEnd.length;
    }
  }

  startOf(index: number): number {
    return this.fieldStarts[index * fieldCount] ?? this.text.length;
  }

  /** The entry that a place in the text belongs to, which is `from` or a later one; `count` where the place lies behind all. */
  entryAt(place: number, from: number): number {
    let index = from;
    while (index < this.count && this.startOf(index + 1) <= place) index++;
    return index;
  }
}

interface FoldedFields {
  /** The fields as one text, each followed by `fieldEnd`. */
  readonly text: string;
  readonly lengths: readonly number[];
}

/** Folds texts as `foldForSearch` does. Most have nothing to fold but case, which is done for all that stand together at once. */
function foldFields(fields: readonly string[]): FoldedFields {
  const written = [...fields, ""].join(fieldEnd);
  const lengths = fields.map((field) => field.length);
  const search = new RegExp(respelled, "g");
  let text = "";
  let [start, end, done] = [0, 0, 0];
  for (let number = -1, match = search.exec(written); match !== null; match = search.exec(written)) {
    while (end <= match.index) {
      start = end;
      end += (fields[++number]?.length ?? 0) + fieldEnd.length;
    }
    const folded = foldForSearch(fields[number] ?? "");
    lengths[number] = folded.length;
    text += written.slice(done, start).toLowerCase() + folded + fieldEnd;
    search.lastIndex = done = end;
  }
  return { text: text + written.slice(done).toLowerCase(), lengths };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * The same text. Engines keep text that was made of other than Latin letters in twice the memory and search it at half the speed, also
 * once it has none of them left; made anew from bytes it has not.
 */
function compact(text: string): string {
  const copy = decoder.decode(encoder.encode(text));
  return copy === text ? copy : text;
}

/** A bit for each letter; some characters share one. */
export function initialBit(text: string, place: number): number {
  return 1 << (text.charCodeAt(place) & 31);
}

/** The first characters of words, and those that stand between words. */
function initialsIn(text: string, start: number, end: number): number {
  let initials = 0;
  let isStart = true;
  for (let place = start; place < end; place++) {
    const isWord = isWordCharacter(text, place);
    if (isStart) initials |= initialBit(text, place);
    isStart = !isWord;
  }
  return initials;
}

/** The sections of a bibliography, each made when it is first asked for. */
export class Haystack {
  readonly #sections: HaystackSection[] = [];
  /** Of each entry whose section has been made, 0 where it has none. */
  readonly years: Float64Array;

  constructor(readonly entries: readonly BibliographyEntry[]) {
    this.years = new Float64Array(entries.length);
  }

  get sectionCount(): number {
    return Math.ceil(this.entries.length / sectionSize);
  }

  section(number: number): HaystackSection {
    return this.#sections[number] ??= this.#makeSection(number * sectionSize);
  }

  #makeSection(start: number): HaystackSection {
    const fields: string[] = [];
    for (let number = start; number < Math.min(start + sectionSize, this.entries.length); number++) {
      const entry = this.entries[number];
      if (entry === undefined) continue;
      const { people, title, year, container } = entry.format === "bibtex" ? entry.readSummary() : entry.summary;
      fields.push(entry.key, people.join(" "), title, year, container);
      this.years[number] = Number.parseInt(year, 10) || 0;
    }
    return new HaystackSection(fields);
  }
}

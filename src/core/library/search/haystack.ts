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

  constructor(entries: readonly BibliographyEntry[]) {
    const fields = foldFields(entries.flatMap(fieldsOf));
    this.text = compact([...fields, ""].join(fieldEnd));
    this.count = entries.length;
    this.fieldStarts = new Uint32Array(fields.length + 1);
    this.initials = new Int32Array(fields.length);
    let start = 0;
    for (let field = 0; field < fields.length; field++) {
      const end = start + (fields[field]?.length ?? 0);
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

function fieldsOf({ key, summary: { people, title, year, container } }: BibliographyEntry): readonly string[] {
  return [key, people.join(" "), title, year, container];
}

/** Folds texts as `foldForSearch` does. Most have nothing to fold but case, which is found out for all of them at once. */
function foldFields(fields: readonly string[]): readonly string[] {
  const folded = fields.map((field) => field.toLowerCase());
  const text = fields.join(fieldEnd);
  const search = new RegExp(respelled, "g");
  let end = 0;
  for (let number = -1, match = search.exec(text); match !== null; match = search.exec(text)) {
    while (end <= match.index) end += (fields[++number]?.length ?? 0) + fieldEnd.length;
    folded[number] = foldForSearch(fields[number] ?? "");
    search.lastIndex = end;
  }
  return folded;
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
    if (isStart) initials |= initialBit(text, place);
    isStart = !isWordCharacter(text, place);
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
    const entries = this.entries.slice(start, start + sectionSize);
    entries.forEach(({ summary }, index) => {
      this.years[start + index] = Number.parseInt(summary.year, 10) || 0;
    });
    return new HaystackSection(entries);
  }
}

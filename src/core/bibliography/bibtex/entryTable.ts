import { firstPlace } from "../../text/sortedPlaces";
import { placeLength } from "./fieldPlaces";
import { IntList } from "./intList";

/** What is noted of an entry, as a row of numbers: offsets in the text, what holds of it, and where its places end. */
const columns = { start: 0, typeStart: 1, typeEnd: 2, keyStart: 3, keyEnd: 4, fieldsStart: 5, end: 6, traits: 7, placesEnd: 8, count: 9 } as const;
/** The first of them are offsets. */
const offsetColumns = 7;

/** How much more room is made than the beginning of a file lets expect. */
const spare = 1.1;

/** How many numbers a row has. */
export const rowLength = columns.count;

/** What holds of an entry, one bit each. */
export const traits = {
  isParenthesized: 1,
  /** Its delimiters do not match. */
  isBroken: 2,
  /** `@xdata`, which holds fields for other entries and cannot be cited (BibLaTeX manual, 2.1.1). */
  isData: 4,
  /** It is written by the book, and the places of its fields are noted. */
  hasPlaces: 8,
  /** Nothing broken before it had a say in how it was read. */
  startsClean: 16,
  /** It may name entries that it takes fields from. */
  mayInherit: 32,
  mayHaveAliases: 64,
} as const;

/** Where the entries of a file stand, in file order: numbers in two arrays instead of 100,000 objects. */
export class EntryTable {
  /** Traits that none of them has are not among these. */
  traits = 0;

  /** The places of fields, entry after entry: those that are noted behind the last entry belong to the next one. */
  constructor(readonly rows = new IntList(), readonly places = new IntList()) {}

  get count(): number {
    return this.rows.length / columns.count;
  }

  add(start: number, typeStart: number, typeEnd: number, keyStart: number, keyEnd: number, fieldsStart: number, end: number, held: number): void {
    const { rows, places } = this;
    const numbers = rows.withRoomFor(columns.count);
    const at = rows.length;
    numbers[at] = start;
    numbers[at + columns.typeStart] = typeStart;
    numbers[at + columns.typeEnd] = typeEnd;
    numbers[at + columns.keyStart] = keyStart;
    numbers[at + columns.keyEnd] = keyEnd;
    numbers[at + columns.fieldsStart] = fieldsStart;
    numbers[at + columns.end] = end;
    numbers[at + columns.traits] = held;
    numbers[at + columns.placesEnd] = places.length;
    rows.length = at + columns.count;
    this.traits |= held;
  }

  /** Makes room for a whole file, of which a share has been read. */
  expect(share: number): void {
    for (const list of [this.rows, this.places]) list.expect(Math.ceil(list.length / share * spare));
  }

  /** A table of its own that begins with the first entries of this one. */
  beginning(count: number): EntryTable {
    const table = new EntryTable();
    table.append(this, 0, count, 0);
    return table;
  }

  /** Adds entries of another table, whose text stands here `by` characters further on. */
  append(other: EntryTable, from: number, to: number, by: number): void {
    const [row, place] = [this.rows.length, this.places.length];
    const otherPlace = other.placesStart(from);
    const rows = this.rows.append(other.rows, from * columns.count, to * columns.count);
    for (let at = row; at < rows.length; at += columns.count) {
      for (let column = 0; column < offsetColumns; column++) rows.numbers[at + column] = rows.at(at + column) + by;
      rows.numbers[at + columns.placesEnd] = rows.at(at + columns.placesEnd) + place - otherPlace;
    }
    const places = this.places.append(other.places, otherPlace, other.placesStart(to));
    for (let at = place; at < places.length; at += placeLength) {
      places.numbers[at] = places.at(at) + by;
      places.numbers[at + 1] = places.at(at + 1) + by;
    }
    this.traits |= other.traits;
  }

  /** The first entry that starts at an offset or behind it. */
  firstFrom(offset: number): number {
    return firstPlace(this.count, (number) => this.start(number) >= offset);
  }

  start(number: number): number {
    return this.#at(number, columns.start);
  }

  typeStart(number: number): number {
    return this.#at(number, columns.typeStart);
  }

  typeEnd(number: number): number {
    return this.#at(number, columns.typeEnd);
  }

  keyStart(number: number): number {
    return this.#at(number, columns.keyStart);
  }

  keyEnd(number: number): number {
    return this.#at(number, columns.keyEnd);
  }

  fieldsStart(number: number): number {
    return this.#at(number, columns.fieldsStart);
  }

  end(number: number): number {
    return this.#at(number, columns.end);
  }

  /** Whether one of `traits` may hold of any entry. */
  mayBe(trait: number): boolean {
    return (this.traits & trait) !== 0;
  }

  /** Whether one of `traits` holds of an entry. */
  is(number: number, trait: number): boolean {
    return (this.#at(number, columns.traits) & trait) !== 0;
  }

  placesStart(number: number): number {
    return number === 0 ? 0 : this.#at(number - 1, columns.placesEnd);
  }

  placesEnd(number: number): number {
    return this.#at(number, columns.placesEnd);
  }

  #at(number: number, column: number): number {
    return this.rows.at(number * columns.count + column);
  }
}

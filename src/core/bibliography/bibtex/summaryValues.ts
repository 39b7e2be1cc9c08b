import { resolveValue, type Macros } from "./macros";
import { traits, type EntryTable } from "./entryTable";
import { placeLength, summaryFieldCount, summaryFields, type SummaryField } from "./fieldPlaces";
import { FieldScanner } from "./fieldScanner";
import { IntList } from "./intList";

/** The values that summaries need, of one entry after the other, from where their places are noted. */
export class SummaryValues {
  readonly #starts = new Int32Array(summaryFieldCount);
  readonly #ends = new Int32Array(summaryFieldCount);
  readonly #isDelimited = new Uint8Array(summaryFieldCount);
  /** Places of entries of which none are noted. */
  readonly #scanned = new IntList();
  #scanner: FieldScanner | undefined;

  constructor(readonly text: string, readonly table: EntryTable, readonly macros: Macros) {}

  /** Opens an entry until the next is opened; `false` where it is not written by the book. */
  open(number: number): boolean {
    const { table } = this;
    this.#starts.fill(0);
    if (table.is(number, traits.hasPlaces)) this.#take(table.places, table.placesStart(number), table.placesEnd(number));
    else if (table.is(number, traits.isBroken | traits.isParenthesized) || !this.#scan(number)) return false;
    return true;
  }

  /** Whether the open entry has a field. */
  has(name: SummaryField): boolean {
    return this.start(summaryFields[name]) > 0;
  }

  /** Of two fields of one name the last counts, as in `fieldNamed`. */
  valueOf(name: SummaryField): string {
    const field = summaryFields[name];
    const [start, end] = [this.start(field), this.end(field)];
    if (start === 0) return "";
    return this.isDelimited(field) ? this.text.slice(start + 1, end - 1) : resolveValue(this.text, start, end, this.macros);
  }

  /** Where the value of a field starts as it is written; 0 where the entry has no such field. */
  start(field: number): number {
    return this.#starts[field] ?? 0;
  }

  end(field: number): number {
    return this.#ends[field] ?? 0;
  }

  /** Whether a value is one piece in braces or quotes. */
  isDelimited(field: number): boolean {
    return this.#isDelimited[field] === 1;
  }

  #scan(number: number): boolean {
    this.#scanner ??= new FieldScanner(this.text, this.#scanned);
    this.#scanned.length = 0;
    if (this.#scanner.scan(this.table.fieldsStart(number)) !== this.table.end(number)) return false;
    this.#take(this.#scanned, 0, this.#scanned.length);
    return true;
  }

  #take(places: IntList, from: number, to: number): void {
    for (let at = from; at < to; at += placeLength) {
      const field = places.at(at + 2) >> 1;
      this.#starts[field] = places.at(at);
      this.#ends[field] = places.at(at + 1);
      this.#isDelimited[field] = places.at(at + 2) & 1;
    }
  }
}

import { firstPlace } from "../../text/sortedPlaces";
import { closeBrace, hash, openBrace, quote } from "../charCodes";
import { isSpace, scanValue, skipSpace, trimEnd } from "./bibtexScanner";

const months: readonly (readonly [string, string])[] = [
  ["jan", "January"], ["feb", "February"], ["mar", "March"], ["apr", "April"], ["may", "May"], ["jun", "June"], ["jul", "July"],
  ["aug", "August"], ["sep", "September"], ["oct", "October"], ["nov", "November"], ["dec", "December"],
];

/** Macros made of macros can double at each step: a value grows no longer than this … */
const longestValue = 1 << 20;
/** … and all long macros together put in no more than this many characters for each one of the file. No real file comes near. */
const largestGrowth = 16;
/** A macro that is no longer is put in wherever it is named. */
const longestFree = 40;

interface Definition {
  readonly offset: number;
  readonly value: string;
}

/** What macros are known, as plain data. */
export interface MacrosAsData {
  readonly definitions: readonly (readonly [string, readonly Definition[]])[];
}

/** The `@string` macros of a file, the predefined months among them. A use sees the definitions that stand before it, as in BibTeX. */
export class Macros {
  readonly #definitions = new Map<string, Definition[]>(months.map(([name, value]) => [name, [{ offset: -1, value }]]));
  #charactersLeft: number;
  /** Where long macros were put in: a place that is read again costs nothing more. */
  readonly #places = new Set<number>();

  constructor(textLength: number) {
    this.#charactersLeft = longestValue + largestGrowth * textLength;
  }

  static ofData({ definitions }: MacrosAsData, textLength: number): Macros {
    const macros = new Macros(textLength);
    for (const [name, defined] of definitions) macros.#definitions.set(name, [...defined]);
    return macros;
  }

  get asData(): MacrosAsData {
    return { definitions: [...this.#definitions] };
  }

  /** Of all names and values together, in characters. */
  get length(): number {
    let length = 0;
    for (const [name, definitions] of this.#definitions) length += definitions.reduce((sum, { value }) => sum + name.length + value.length, 0);
    return length;
  }

  /** Definitions come in the order of their offsets. */
  define(name: string, value: string, offset: number): void {
    const folded = name.toLowerCase();
    const known = this.#definitions.get(folded);
    if (known === undefined) this.#definitions.set(folded, [{ offset, value }]);
    else known.push({ offset, value });
  }

  /** The same macros where the text behind an offset has moved. */
  movedFrom(offset: number, by: number, textLength: number): Macros {
    const moved = new Macros(textLength);
    for (const [name, definitions] of this.#definitions) moved.#definitions.set(name, definitions.map((at) => at.offset < offset ? at : { ...at, offset: at.offset + by }));
    return moved;
  }

  /** Whether there are any between two offsets. */
  areDefinedIn(start: number, end: number): boolean {
    for (const definitions of this.#definitions.values()) {
      if (definitions.some(({ offset }) => offset >= start && offset < end)) return true;
    }
    return false;
  }

  isDefined(name: string, offset: number): boolean {
    return this.#get(name, offset) !== undefined;
  }

  isDefinedLater(name: string): boolean {
    return this.#definitions.has(name.toLowerCase());
  }

  /** What stands for `name`, written at `place` in a value that began at `start` and has `length` characters so far: the name itself where it is unknown. */
  expand(name: string, { place, start, length }: { readonly place: number; readonly start: number; readonly length: number }): string {
    const value = this.#get(name, start);
    if (value === undefined || (length > 0 && length + value.length > longestValue) || !this.#allows(value, place)) return name;
    return value;
  }

  #allows({ length }: string, place: number): boolean {
    if (length <= longestFree || this.#places.has(place)) return true;
    if (this.#charactersLeft < length) return false;
    this.#charactersLeft -= length;
    this.#places.add(place);
    return true;
  }

  #get(name: string, offset: number): string | undefined {
    const definitions = this.#definitions.get(name.toLowerCase()) ?? [];
    return definitions[firstPlace(definitions.length, (place) => (definitions[place]?.offset ?? 0) >= offset) - 1]?.value;
  }
}

/**
 * The value that stands between two offsets: outer delimiters removed, `#` joined, macros put in. An unknown macro is its own name;
 * bare words that are no macro stay as they are.
 */
export function resolveValue(text: string, start: number, end: number, macros: Macros): string {
  let value = "";
  for (let position = skipSpace(text, start, end); position < end;) {
    const code = text.charCodeAt(position);
    if (code === openBrace || code === quote) {
      const scanned = scanValue(text, position, end, false);
      value += text.slice(position + 1, scanned.isClosed ? scanned.end - 1 : scanned.end);
      position = scanned.end;
    } else if (code === hash || isSpace(code) || code === closeBrace) {
      position++;
    } else {
      const wordEnd = endOfBareWords(text, position, end);
      const word = text.slice(position, trimEnd(text, position, wordEnd));
      value += isNumber(word) ? word : macros.expand(word, { place: position, start, length: value.length });
      position = wordEnd;
    }
  }
  return value;
}

function endOfBareWords(text: string, from: number, end: number): number {
  let position = from + 1;
  while (position < end && text.charCodeAt(position) !== hash) position++;
  return position;
}

/** Numbers need no delimiters. */
export function isNumber(word: string): boolean {
  return /^\d+$/.test(word);
}

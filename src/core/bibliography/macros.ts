import { isSpace, skipSpace, endOfName, scanBraces, scanQuotes } from "./bibtexScanner";

const months: readonly (readonly [string, string])[] = [
  ["jan", "January"], ["feb", "February"], ["mar", "March"], ["apr", "April"], ["may", "May"], ["jun", "June"], ["jul", "July"],
  ["aug", "August"], ["sep", "September"], ["oct", "October"], ["nov", "November"], ["dec", "December"],
];

/** Macros that refer to each other can double at each step; a value longer than this is cut. */
const longestValue = 1 << 20;

interface Definition {
  readonly offset: number;
  readonly value: string;
}

/** The `@string` macros of a file, the predefined months among them. A use sees the definitions that stand before it, as in BibTeX. */
export class Macros {
  readonly #definitions = new Map<string, Definition[]>(months.map(([name, value]) => [name, [{ offset: -1, value }]]));

  define(name: string, value: string, offset: number): void {
    const folded = name.toLowerCase();
    const known = this.#definitions.get(folded);
    if (known === undefined) this.#definitions.set(folded, [{ offset, value }]);
    else known.push({ offset, value });
  }

  get(name: string, offset: number): string | undefined {
    return this.#definitions.get(name.toLowerCase())?.findLast((definition) => definition.offset < offset)?.value;
  }
}

/** The value that stands between two offsets, `#` joined and macros put in. An unknown macro is its own name. */
export function resolveValue(text: string, start: number, end: number, macros: Macros): string {
  let value = "";
  for (let position = skipSpace(text, start); position < end && value.length < longestValue;) {
    const char = text.charAt(position);
    if (char === "{" || char === '"') {
      const scanned = char === "{" ? scanBraces(text, position) : scanQuotes(text, position);
      const stop = Math.min(scanned.end, end);
      value += text.slice(position + 1, scanned.isClosed ? stop - 1 : stop);
      position = stop;
    } else if (char === "#" || isSpace(text.charCodeAt(position))) {
      position++;
    } else {
      const nameEnd = Math.max(endOfName(text, position), position + 1);
      const name = text.slice(position, Math.min(nameEnd, end));
      value += /^\d+$/.test(name) ? name : macros.get(name, start) ?? name;
      position = nameEnd;
    }
  }
  return value.slice(0, longestValue);
}

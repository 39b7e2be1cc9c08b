import { fieldEnd } from "./foldedFields";
import { mayBeStart } from "../searchQuery";
import { AnyFinder, Finder, isWordCharacter, isWordStart, nowhere, TextFinder } from "./wordFinder";

/**
 * Finds words that begin with a spelling in which one letter is wrong, missing, too many, or swapped with its neighbour. One of the
 * spelling's halves is then unharmed, unless the letters where they meet are swapped: so three searches for plain text find all.
 */
export function findTypos(spelling: string): Finder {
  const middle = spelling.length >> 1;
  const swapped = spelling.slice(0, middle - 1) + spelling.charAt(middle) + spelling.charAt(middle - 1) + spelling.slice(middle + 1);
  return new AnyFinder([
    new TypoFinder(spelling, spelling.slice(0, middle), [0]),
    new TypoFinder(spelling, spelling.slice(middle), [-middle - 1, -middle, 1 - middle]),
    new TypoFinder(spelling, swapped, [0]),
  ]);
}

class TypoFinder extends Finder {
  readonly #part: TextFinder;

  /** `offsets` are the distances from a place of `part` at which the word may start, ascending. */
  constructor(readonly spelling: string, part: string, readonly offsets: readonly number[]) {
    super();
    this.#part = new TextFinder(part);
  }

  override open(text: string): void {
    super.open(text);
    this.#part.open(text);
  }

  protected find(from: number): number {
    const last = this.offsets.at(-1) ?? 0;
    for (let place = this.#part.next(from - last); place !== nowhere; place = this.#part.next(place + 1)) {
      for (const offset of this.offsets) {
        const start = place + offset;
        if (start >= from && isTypoAt(this.text, start, this.spelling)) return start;
      }
    }
    return nowhere;
  }
}

/** Whether a word that starts at a place begins with the spelling but for one typo. Short spellings are compared with the whole word. */
function isTypoAt(text: string, start: number, spelling: string): boolean {
  if (!isWordCharacter(text, start) || !isWordStart(text, start)) return false;
  let same = 0;
  while (same < spelling.length && text.charCodeAt(start + same) === spelling.charCodeAt(same)) same++;
  const at = start + same;
  const ends = (rest: string, place: number): boolean => text.startsWith(rest, place) && (mayBeStart(spelling) || !isWordCharacter(text, place + rest.length));
  if (ends(spelling.slice(same + 1), at)) return true;
  if (at >= text.length || text[at] === fieldEnd) return false;
  const swapped = spelling.charAt(same + 1) + spelling.charAt(same);
  return ends(spelling.slice(same + 1), at + 1) || ends(spelling.slice(same), at + 1)
    || (swapped.length === 2 && text.startsWith(swapped, at) && ends(spelling.slice(same + 2), at + 2));
}

/** No place at all; a small integer, which engines compare faster than `Infinity`. */
export const nowhere = 0x3fffffff;

/** Finds the places of something in a text, from front to back. Places asked for must not go back until another text is opened. */
export abstract class Finder {
  protected text = "";
  #next = -1;

  open(text: string): void {
    this.text = text;
    this.#next = -1;
  }

  /** The first place at or after `from`, or `nowhere`. What lies ahead is found once, however often it is asked for. */
  next(from: number): number {
    if (this.#next < from) this.#next = this.find(from);
    return this.#next;
  }

  protected abstract find(from: number): number;
}

/** Letters and digits of titles and keys, the most frequent first; what is not among them is rarer than they are. */
const frequentFirst = "etaoinsrhlcdu012m9pgfbyvwk345678xjqz";

/** Engines look for short texts by their first character and for longer ones in a way that is slower here (V8: from 7 on). */
const longestNeedle = 6;
const shortestNeedle = 3;

/** Finds a text by its rarest part, which is the fastest to find. */
export class TextFinder extends Finder {
  readonly #needle: string;
  /** Where the needle lies in the text wanted. */
  readonly #offset: number;

  constructor(readonly wanted: string) {
    super();
    this.#offset = rarestPlace(wanted);
    this.#needle = wanted.slice(this.#offset, this.#offset + longestNeedle);
  }

  protected find(from: number): number {
    const { text, wanted } = this;
    for (let place = text.indexOf(this.#needle, from + this.#offset); place >= 0; place = text.indexOf(this.#needle, place + 1)) {
      if (wanted.length === this.#needle.length || text.startsWith(wanted, place - this.#offset)) return place - this.#offset;
    }
    return nowhere;
  }
}

function rarestPlace(wanted: string): number {
  let [rarest, best] = [0, -1];
  for (let place = 0; place === 0 || place <= wanted.length - shortestNeedle; place++) {
    const index = frequentFirst.indexOf(wanted.charAt(place));
    const rarity = index < 0 ? frequentFirst.length : index;
    if (rarity > best) [rarest, best] = [place, rarity];
  }
  return rarest;
}

export class AnyFinder extends Finder {
  constructor(readonly finders: readonly Finder[]) {
    super();
  }

  override open(text: string): void {
    super.open(text);
    for (const finder of this.finders) finder.open(text);
  }

  protected find(from: number): number {
    let first = nowhere;
    for (const finder of this.finders) first = Math.min(first, finder.next(from));
    return first;
  }
}

export function findAny(finders: readonly Finder[]): Finder {
  const [only, ...others] = finders;
  return only !== undefined && others.length === 0 ? only : new AnyFinder(finders);
}

const wordCharacter = /[\p{L}\p{N}]/u;
const isAsciiWordCharacter = Uint8Array.from({ length: 0x80 }, (_, code) => wordCharacter.test(String.fromCharCode(code)) ? 1 : 0);

/** Whether the character at a place is a letter or a digit; half a character is not. */
export function isWordCharacter(text: string, place: number): boolean {
  const code = text.charCodeAt(place);
  if (code < 0x80) return isAsciiWordCharacter[code] === 1;
  return wordCharacter.test(text.charAt(place));
}

export function isWordStart(text: string, place: number): boolean {
  return place === 0 || !isWordCharacter(text, place - 1);
}

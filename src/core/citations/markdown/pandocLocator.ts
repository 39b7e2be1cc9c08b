import type { Locator } from "../../model/citation";
import type { LocatorTerms } from "./pandocLocatorTerms";

export { defaultTerms, locatorTerms, type LocatorTerms } from "./pandocLocatorTerms";

export interface ReadLocator {
  readonly locator: Locator | undefined;
  /** What is left of the suffix, trimmed; its leading punctuation stays. */
  readonly suffix: string;
}

/** No label is longer. */
const longestLabel = 40;
/** No locator is longer; suffixes of any length are looked at no further. */
const longestLocator = 500;

const token = /\s+|\p{P}|[^\s\p{P}]{1,999}(?::[^\s\p{P}]{0,999}){0,99}/gu;
const roman = /^(?=[mdclxvi])m*(?:cm)?d?(?:cd)?c*(?:xc)?l?(?:xl)?x*(?:ix)?v?(?:iv)?i*$/i;
const partners: ReadonlyMap<string, string> = new Map([["(", ")"], ["[", "]"], ["{", "}"]]);

/**
 * Takes the locator off the start of a citation's suffix as Pandoc does (User's Guide, “Citation syntax”): `, pp. 3–5, and passim` is page
 * 3–5 and `, and passim`. Words with numbers without a label are pages; braces say where the locator begins and ends.
 */
export function readPandocLocator(suffix: string, terms: LocatorTerms): ReadLocator {
  const reader = new LocatorReader(suffix, terms);
  const found = reader.read();
  if (found === undefined) return { locator: undefined, suffix };
  return { locator: found.value === "" ? undefined : { label: found.label, value: found.value }, suffix: suffix.slice(found.end).trim() };
}

interface FoundLocator {
  readonly label: string;
  readonly value: string;
  readonly end: number;
}

/** A part of a locator: where it ends, and whether it holds digits or a Roman number. */
interface Part {
  readonly end: number;
  readonly hasDigit: boolean;
  readonly isNumber: boolean;
}

class LocatorReader {
  readonly #tokens: readonly string[];
  readonly #starts: readonly number[];

  constructor(suffix: string, readonly terms: LocatorTerms) {
    const tokens = [...suffix.slice(0, longestLocator).matchAll(token)];
    this.#tokens = tokens.map(([text]) => text);
    this.#starts = [...tokens.map(({ index }) => index), tokens.reduce((end, { 0: text, index }) => Math.max(end, index + text.length), 0)];
  }

  read(): FoundLocator | undefined {
    const comma = this.#at(0) === "," ? 1 : 0;
    const start = this.#isSpace(comma) ? comma + 1 : comma;
    return this.#at(start) === "{" ? this.#readBraces(start) : this.#readWords(start);
  }

  #at(place: number): string {
    return this.#tokens[place] ?? "";
  }

  #isSpace(place: number): boolean {
    return /^\s/.test(this.#at(place));
  }

  #text(start: number, end: number): string {
    return this.#tokens.slice(start, end).join("").trim();
  }

  #found(label: string, start: number, end: number): FoundLocator {
    return { label, value: this.#text(start, end), end: this.#starts[end] ?? 0 };
  }

  /** `{pp. iv, vi-xi}` */
  #readBraces(start: number): FoundLocator | undefined {
    const stack: string[] = [];
    for (let place = start; place < this.#tokens.length; place++) {
      const text = this.#at(place);
      if (text === stack.at(-1)) stack.pop();
      else if (text === "{" || text === "[") stack.push(partners.get(text) ?? "");
      if (stack.length > 0) continue;
      const label = this.#longestLabel(start + 1, (end) => end < place);
      return { ...this.#found(label?.name ?? "page", label?.end ?? start + 1, place), end: this.#starts[place + 1] ?? 0 };
    }
    return undefined;
  }

  #readWords(start: number): FoundLocator | undefined {
    const label = this.#longestLabel(start, (end) => this.#word(end, true)?.isNumber === true);
    const isEnough = (word: Part | undefined): word is Part => word !== undefined && (label === undefined ? word.hasDigit : word.isNumber);
    const from = label?.end ?? start;
    const first = this.#word(from, label !== undefined);
    if (!isEnough(first)) return undefined;
    let end = first.end;
    for (let next = this.#word(end, false); isEnough(next); next = this.#word(end, false)) end = next.end;
    return this.#found(label?.name ?? "page", from, end);
  }

  /** The longest term that a number stands behind. */
  #longestLabel(start: number, isNumberAt: (place: number) => boolean): { readonly name: string; readonly end: number } | undefined {
    let longest: { readonly name: string; readonly end: number } | undefined;
    for (let end = start + 1; end < this.#tokens.length; end++) {
      const text = this.#text(start, end);
      if (text.length > longestLabel) break;
      const name = this.terms.get(text.toLowerCase());
      if (name !== undefined && isNumberAt(end)) longest = { name, end };
    }
    return longest;
  }

  /** A word of a locator: behind a separator, unless it is the first, and a space; perhaps in brackets. */
  #word(start: number, isFirst: boolean): Part | undefined {
    let place = start;
    if (!isFirst && /^[,;]$/.test(this.#at(place))) place++;
    if (this.#isSpace(place)) place++;
    let word: Part | undefined;
    for (let part = this.#part(place); part !== undefined; part = this.#part(part.end)) {
      word = { end: part.end, hasDigit: part.hasDigit || word?.hasDigit === true, isNumber: part.isNumber || word?.isNumber === true };
    }
    return word;
  }

  #part(start: number): Part | undefined {
    const close = partners.get(this.#at(start));
    if (close === undefined) return this.#sequence(start);
    const inner = this.#sequence(start + 1);
    const end = inner?.end ?? start + 1;
    return this.#at(end) === close ? { end: end + 1, hasDigit: inner?.hasDigit ?? false, isNumber: inner?.isNumber ?? false } : undefined;
  }

  /** `1`, `1.2.3`, `.2`; a full stop at the end is not part of it. */
  #sequence(start: number): Part | undefined {
    let sequence = this.#unit(start);
    for (let end = sequence?.end ?? start; this.#at(end) === "."; end = sequence.end) {
      const next = this.#unit(end + 1);
      if (next === undefined) break;
      sequence = { end: next.end, hasDigit: next.hasDigit || sequence?.hasDigit === true, isNumber: next.isNumber || sequence?.isNumber === true };
    }
    return sequence;
  }

  #unit(start: number): Part | undefined {
    if (roman.test(this.#at(start))) return { end: start + 1, hasDigit: false, isNumber: true };
    let end = start;
    while (end < this.#tokens.length && !this.#isSpace(end) && /^(?:[-–]|[^\p{P}])/u.test(this.#at(end))) end++;
    if (end === start) return undefined;
    const hasDigit = /\d/.test(this.#text(start, end));
    return { end, hasDigit, isNumber: hasDigit };
  }
}

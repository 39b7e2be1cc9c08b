import type { FieldWriter } from "../../bibliography/searchedFields";
import { PlainNames } from "../../bibliography/bibtex/plainNames";
import { hyphen, newline, space } from "../../bibliography/charCodes";
import { foldWithOthers, type FoldedText } from "../../text/fold";
import { hyphenByte, keyBytes, roles, spaceByte, valueBytes } from "./foldedBytes";
import { initialsIn } from "./initials";
import { OddWords } from "./oddWords";

/** No word of a query holds it, so nothing is found across fields. */
export const fieldEnd = "\n";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** A character of UTF-16 has three bytes at most. */
const mostBytes = 3;

export interface WrittenFields {
  readonly text: string;
  /** Of each field where it starts, in characters, and the end of all. */
  readonly starts: Uint32Array;
  /** Of each field the characters that its words start with, as `initialBit` has them. */
  readonly initials: Int32Array;
}

/** Writes fields, folded, one behind the other and each followed by `fieldEnd`: as bytes, of which text is made once for all of them. */
export class FoldedFields implements FieldWriter {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;
  /** Of how many bytes there are more than characters. */
  #surplus = 0;
  /** Both as they were before the last field. */
  #lengthBefore = 0;
  #surplusBefore = 0;
  #starts: number[] = [0];
  #initials: number[] = [];
  /** Of the field that is being written, as far as that has not been written letter by letter. */
  readonly #part = { initials: 0, surplus: 0, others: "" };
  readonly #names = new PlainNames();
  readonly #oddWords = new OddWords();

  /** The fields written since this was asked for last. */
  take(): WrittenFields {
    // text made from bytes takes half the memory and is searched in half the time where it has no letters beyond Latin ones, whatever it was folded from
    const taken = { text: decoder.decode(this.#bytes.subarray(0, this.#length)), starts: new Uint32Array(this.#starts), initials: new Int32Array(this.#initials) };
    this.#length = this.#surplus = 0;
    this.#starts = [0];
    this.#initials = [];
    return taken;
  }

  text(field: string): void {
    this.#begin(0);
    this.#endField(this.#add(foldWithOthers(field), this.#length), 0);
  }

  writtenKey(file: string, start: number, end: number): boolean {
    const bytes = this.#begin(end - start);
    let length = this.#length;
    let [initials, mask] = [0, -1];
    for (let place = start; place < end; place++) {
      const code = file.charCodeAt(place);
      const byte = code < 0x80 ? keyBytes[code] ?? 0 : 0;
      if (byte === roles.unknown) return false;
      bytes[length++] = byte;
      initials |= mask & 1 << (byte & 31);
      mask = byte >> 8;
    }
    this.#endField(length, initials);
    return true;
  }

  writtenValue(file: string, start: number, end: number): boolean {
    let bytes = this.#begin(end - start);
    let length = this.#length;
    let [initials, mask, before] = [0, -1, spaceByte];
    let [wordStart, lengthAtWord] = [start, length];
    for (let place = start; place < end; place++) {
      const code = file.charCodeAt(place);
      let byte = code < 0x80 ? valueBytes[code] ?? 0 : 0;
      if (byte >>> 0 <= roles.hyphen) {
        if (byte === roles.dropped) continue;
        if (byte === roles.space) {
          wordStart = place + 1;
          if (before === spaceByte) continue;
          lengthAtWord = length + 1;
          byte = spaceByte;
        } else if (byte === roles.hyphen && file.charCodeAt(place + 1) !== hyphen) {
          byte = hyphenByte;
        } else {
          const wordEnd = endOfWord(file, place, end);
          const word = this.#oddWords.word(file.slice(wordStart, wordEnd));
          if (word === undefined) return false;
          length = this.#add(word, lengthAtWord);
          bytes = this.#roomFor(length, end - wordEnd);
          place = wordEnd - 1;
          if (length > lengthAtWord) before = mask = -1;
          continue;
        }
      }
      bytes[length++] = before = byte;
      initials |= mask & 1 << (byte & 31);
      mask = byte >> 8;
    }
    this.#endField(before === spaceByte && length > this.#length ? length - 1 : length, initials);
    return true;
  }

  writtenNames(file: string, start: number, end: number): void {
    let bytes = this.#begin(end - start);
    const names = this.#names;
    let [length, initials] = [this.#length, 0];
    names.open(file, start, end);
    while (names.next()) {
      let mask = -1;
      const name = names.isPlain ? undefined : this.#oddWords.name(file.slice(names.start, names.end));
      if (name?.folded === "") continue;
      if (length > this.#length) {
        bytes[length++] = space;
        initials |= 1 << (space & 31);
      }
      if (name !== undefined) {
        length = this.#add(name, length);
        bytes = this.#roomFor(length, end - names.end);
        continue;
      }
      for (let place = names.start; place < names.end; place++) {
        const byte = keyBytes[file.charCodeAt(place)] ?? 0;
        bytes[length++] = byte;
        initials |= mask & 1 << (byte & 31);
        mask = byte >> 8;
      }
    }
    this.#endField(length, initials);
  }

  mayRepeat(distance: number): boolean {
    const count = this.#starts.length - 1;
    const [start, other] = [this.#startOf(count - 1), this.#startOf(count - 1 - distance)];
    const length = this.#startOf(count) - start;
    if (length === 1 || this.#startOf(count - distance) - other !== length) return false;
    // bytes are where characters are as long as all are of ASCII; else it may be so, and is looked into
    if (this.#surplus > 0) return true;
    for (let place = 0; place < length; place++) {
      if (this.#bytes[start + place] !== this.#bytes[other + place]) return false;
    }
    return true;
  }

  instead(field: string): void {
    this.#starts.pop();
    this.#initials.pop();
    this.#length = this.#lengthBefore;
    this.#surplus = this.#surplusBefore;
    this.text(field);
  }

  #startOf(field: number): number {
    return this.#starts[field] ?? 0;
  }

  /** Begins a field of so many characters, at most, that are written letter by letter. */
  #begin(characters: number): Uint8Array {
    this.#part.initials = this.#part.surplus = 0;
    this.#part.others = "";
    return this.#roomFor(this.#length, characters);
  }

  /** Adds a part of the field at a place behind all that was written of it; returns the length with it. */
  #add({ folded, others }: FoldedText, at: number): number {
    this.#part.others += others;
    return this.#write(folded, at);
  }

  #write(text: string, at: number): number {
    const bytes = this.#roomFor(at, text.length);
    this.#part.initials |= initialsIn(text);
    let end = at;
    let place = 0;
    // letters of ASCII one by one: for short texts that is faster than asking an encoder
    for (let code = text.charCodeAt(0); code < 0x80; code = text.charCodeAt(++place)) bytes[end++] = code;
    if (place === text.length) return end;
    const { written } = encoder.encodeInto(text.slice(place), bytes.subarray(end));
    this.#part.surplus += written - (text.length - place);
    return end + written;
  }

  #endField(length: number, initials: number): void {
    const part = this.#part;
    const end = part.others === "" ? length : this.#write(part.others, length);
    this.#roomFor(end, fieldEnd.length)[end] = newline;
    this.#lengthBefore = this.#length;
    this.#surplusBefore = this.#surplus;
    this.#length = end + fieldEnd.length;
    this.#surplus += part.surplus;
    this.#starts.push(this.#length - this.#surplus);
    this.#initials.push(initials | part.initials);
  }

  #roomFor(length: number, characters: number): Uint8Array {
    const needed = length + characters * mostBytes + fieldEnd.length;
    if (needed > this.#bytes.length) {
      const grown = new Uint8Array(needed * 2);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    return this.#bytes;
  }
}

/** The end of the word of a value that a place is in. */
function endOfWord(file: string, from: number, end: number): number {
  let place = from;
  while (place < end && valueBytes[file.charCodeAt(place)] !== roles.space) place++;
  return place;
}

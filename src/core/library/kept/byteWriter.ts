type Ints = Int32Array | Uint32Array;

const encoder = new TextEncoder();

/** A character of UTF-16 has three bytes at most, a number written in groups of seven bits five. */
const mostBytes = { character: 3, number: 5 } as const;

/** The length of a text as it stands before it: a number of 32 bits. */
export const lengthBytes = 4;

/** How many numbers are written in one step. */
export const numbersInStep = 1 << 15;

/** Writes numbers, texts and arrays one behind the other; `ByteReader` reads them in the same order. */
export class ByteWriter {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  /** What has been written. */
  taken(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** A whole number from 0 on, of 32 bits. */
  number(value: number): void {
    this.#length = writeNumber(this.#roomFor(mostBytes.number), this.#length, value);
  }

  text(text: string): void {
    const bytes = this.#roomFor(mostBytes.number + text.length * mostBytes.character);
    // its length in bytes is known only once it has been written, and so stands before it in a fixed number of them
    const start = this.#length + lengthBytes;
    const { written } = encoder.encodeInto(text, bytes.subarray(start));
    new DataView(bytes.buffer).setUint32(this.#length, written, true);
    this.#length = start + written;
  }

  /** The memory of an array as it is. */
  array(array: Int32Array | Float64Array): void {
    this.number(array.byteLength);
    this.#roomFor(array.byteLength).set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), this.#length);
    this.#length += array.byteLength;
  }

  /** The first `count` numbers of an array, each by what it is more than the one `distance` before it: small where they grow slowly. */
  *differences(numbers: Ints, count: number, distance: number): Generator<void, void> {
    this.number(count);
    for (let start = 0; start < count; start += numbersInStep) {
      const end = Math.min(start + numbersInStep, count);
      const bytes = this.#roomFor((end - start) * mostBytes.number);
      let length = this.#length;
      for (let place = start; place < end; place++) {
        const more = ((numbers[place] ?? 0) - (place < distance ? 0 : numbers[place - distance] ?? 0)) | 0;
        length = writeNumber(bytes, length, (more << 1 ^ more >> 31) >>> 0);
      }
      this.#length = length;
      yield;
    }
  }

  #roomFor(count: number): Uint8Array {
    const needed = this.#length + count;
    if (needed > this.#bytes.length) {
      const grown = new Uint8Array(needed * 2);
      grown.set(this.taken());
      this.#bytes = grown;
    }
    return this.#bytes;
  }
}

/** In groups of seven bits, the lowest first; the eighth says whether there are more. Returns the place behind them. */
function writeNumber(bytes: Uint8Array, at: number, value: number): number {
  let place = at;
  let rest = value;
  for (; rest > 0x7f; rest >>>= 7) bytes[place++] = rest & 0x7f | 0x80;
  bytes[place++] = rest;
  return place;
}

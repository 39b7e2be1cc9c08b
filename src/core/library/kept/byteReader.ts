import { lengthBytes, numbersInStep } from "./byteWriter";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Reads what a `ByteWriter` has written. Beyond the end there are zeros and empty texts, and `isBeyondEnd` says so. */
export class ByteReader {
  readonly #view: DataView;

  constructor(readonly bytes: Uint8Array, public place = 0) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get isBeyondEnd(): boolean {
    return this.place > this.bytes.length;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.bytes[this.place++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    return value >>> 0;
  }

  text(): string {
    const length = this.place + lengthBytes <= this.bytes.length ? this.#view.getUint32(this.place, true) : 0;
    this.place += lengthBytes;
    return decoder.decode(this.#take(length));
  }

  ints(): Int32Array<ArrayBuffer> {
    return new Int32Array(this.#memory(Int32Array.BYTES_PER_ELEMENT));
  }

  floats(): Float64Array<ArrayBuffer> {
    return new Float64Array(this.#memory(Float64Array.BYTES_PER_ELEMENT));
  }

  /** Numbers that were written by their differences. */
  *differences(distance: number): Generator<void, Int32Array<ArrayBuffer>> {
    // each has a byte at least
    const count = Math.min(this.number(), Math.max(this.bytes.length - this.place, 0));
    const numbers = new Int32Array(count);
    for (let start = 0; start < count; start += numbersInStep) {
      this.#readDifferences(numbers, start, Math.min(start + numbersInStep, count), distance);
      yield;
    }
    return numbers;
  }

  #readDifferences(numbers: Int32Array, start: number, end: number, distance: number): void {
    const { bytes } = this;
    let { place } = this;
    for (let index = start; index < end; index++) {
      let byte = bytes[place++] ?? 0;
      let value = byte & 0x7f;
      for (let shift = 7; byte > 0x7f && shift < 35; shift += 7) {
        byte = bytes[place++] ?? 0;
        value |= (byte & 0x7f) << shift;
      }
      numbers[index] = (index < distance ? 0 : numbers[index - distance] ?? 0) + (value >>> 1 ^ -(value & 1));
    }
    this.place = place;
  }

  /** A copy of an array's memory, which begins where arrays may. */
  #memory(elementLength: number): ArrayBuffer {
    const taken = this.#take(this.number());
    const copy = new Uint8Array(taken.length - taken.length % elementLength);
    copy.set(taken.subarray(0, copy.length));
    return copy.buffer;
  }

  #take(length: number): Uint8Array {
    const start = this.place;
    this.place += length;
    return this.bytes.subarray(start, this.place);
  }
}

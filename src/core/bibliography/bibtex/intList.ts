/** A list of whole numbers that grows, without an object for any of them. */
export class IntList {
  /** Those before `length` count. Another array takes its place when it is full. */
  numbers: Int32Array;

  /** Goes on with numbers that are given, and takes them for its own. */
  constructor(numbers = new Int32Array(64), public length = 0) {
    this.numbers = numbers;
  }

  at(place: number): number {
    return this.numbers[place] ?? 0;
  }

  /** The numbers, with room for some more of them behind `length`. */
  withRoomFor(count: number): Int32Array {
    if (this.length + count > this.numbers.length) this.#grow((this.length + count) * 2);
    return this.numbers;
  }

  /** Makes room for all numbers there will be: growing again and again copies them as often. */
  expect(count: number): void {
    if (count > this.numbers.length) this.#grow(count);
  }

  #grow(room: number): void {
    const grown = new Int32Array(room);
    grown.set(this.numbers);
    this.numbers = grown;
  }

  append(other: IntList, from: number, to: number): this {
    const { length } = this;
    this.withRoomFor(to - from).set(other.numbers.subarray(from, to), length);
    this.length = length + to - from;
    return this;
  }
}

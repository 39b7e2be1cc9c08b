import { keepShapeOf } from "../../shapes";

/** Keeps the best of many values, without sorting them all. Of equals the earlier is better. */
export class BestList<T> {
  #values: T[] = [];
  #worst: T | undefined;

  /** `compare` is negative where its first argument is better. */
  constructor(readonly limit: number, readonly compare: (a: T, b: T) => number) {}

  /** Only what is better than this need be added; `undefined` as long as there is room. */
  get worst(): T | undefined {
    return this.#worst;
  }

  add(value: T): void {
    this.#values.push(value);
    // sorting now and then costs less than keeping order always
    if (this.#values.length < this.limit * 2) return;
    this.#values = this.sorted();
    this.#worst = this.#values.at(-1);
  }

  sorted(): T[] {
    return this.#values.toSorted(this.compare).slice(0, Math.max(0, this.limit));
  }
}

keepShapeOf(new BestList(0, () => 0));

/** Where one character stands next. Asked in the order of the text, all answers together cost one pass. */
export class NextCharacter {
  #from = 0;
  #found = -1;

  constructor(readonly text: string, readonly character: string) {}

  /** At `position` or behind it; the length of the text where it stands no more. */
  from(position: number): number {
    if (position >= this.#from && position <= this.#found) return this.#found;
    const found = this.text.indexOf(this.character, position);
    this.#from = position;
    return this.#found = found < 0 ? this.text.length : found;
  }
}

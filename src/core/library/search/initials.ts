import { isWordCharacter } from "./wordFinder";

/** A bit for each letter; some characters share one. */
export function initialBit(text: string, place: number): number {
  return 1 << (text.charCodeAt(place) & 31);
}

/** The first characters of words, and those that stand between words. */
export function initialsIn(text: string): number {
  let initials = 0;
  let isStart = true;
  for (let place = 0; place < text.length; place++) {
    if (isStart) initials |= initialBit(text, place);
    isStart = !isWordCharacter(text, place);
  }
  return initials;
}

/** What some texts start with. */
export function initialBitsOf(texts: readonly string[]): number {
  return texts.reduce((bits, text) => bits | initialBit(text, 0), 0);
}

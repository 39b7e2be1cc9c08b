import type { TextRange } from "../model/textRange";

export function movedRange({ start, end }: TextRange, by: number): TextRange {
  return { start: start + by, end: end + by };
}

/** The same in a text where it stands further on. */
export function movedBy<T extends { readonly range: TextRange }>(thing: T, by: number): T {
  return { ...thing, range: movedRange(thing.range, by) };
}

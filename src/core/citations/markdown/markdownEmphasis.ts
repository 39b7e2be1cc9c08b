import type { CloseMark, DelimiterMark, Mark, QuoteMark } from "./markdownMarks";

/** Emphasis or quotation marks that were opened. */
interface Frame {
  readonly char: string;
  /** How many `*` or `_` still end it; none for quotation marks. */
  readonly need: number;
  /** Where its own signs stand that have no partner yet. */
  readonly start: number;
}

export interface Emphasis {
  /** Places in the list of marks that are inside of emphasis or quotation marks. */
  readonly hidden: ReadonlySet<number>;
  /** Where emphasis ends. */
  readonly ends: ReadonlySet<number>;
  readonly isClosed: boolean;
}

/** What the signs of emphasis mean, by their places: the tags that CSL-JSON has for it, none for a sign that is the second of two. */
export type EmphasisSigns = ReadonlyMap<number, string>;

const none: Emphasis = { hidden: new Set(), ends: new Set(), isClosed: true };

/** By the number of signs. */
const emphasisTags: readonly (readonly [opening: string, closing: string])[] = [["", ""], ["<i>", "</i>"], ["<b>", "</b>"], ["<b><i>", "</i></b>"]];

const alphanumeric = /[\p{L}\p{N}]/u;

/**
 * Emphasis among marks of one level as Pandoc reads it: from left to right, the innermost first, what is not closed takes all that follows.
 * `undefined` stands for a group in brackets. Signs that are paired are added to `signs`.
 */
export function resolveEmphasis(text: string, marks: readonly (Exclude<Mark, CloseMark> | undefined)[], signs: Map<number, string>): Emphasis {
  if (!marks.some((mark) => mark?.kind === "delimiter" || mark?.kind === "quote")) return none;
  const reader = new EmphasisReader(text, signs, lastQuotes(marks));
  const hidden = new Set<number>();
  for (const [place, mark] of marks.entries()) {
    if (mark?.kind === "delimiter") reader.readDelimiter(mark);
    else if (mark?.kind === "quote") reader.readQuote(mark, place);
    else if (reader.frames.length > 0) hidden.add(place);
  }
  return { hidden, ends: reader.ends, isClosed: reader.frames.every(({ need }) => need === 0) };
}

function lastQuotes(marks: readonly (Exclude<Mark, CloseMark> | undefined)[]): ReadonlyMap<string, number> {
  return new Map(marks.flatMap((mark, place) => mark?.kind === "quote" && mark.canClose ? [[mark.char, place] as const] : []));
}

class EmphasisReader {
  readonly frames: Frame[] = [];
  readonly ends = new Set<number>();

  constructor(readonly text: string, readonly signs: Map<number, string>, readonly lastQuotes: ReadonlyMap<string, number>) {}

  readQuote({ char, canOpen, canClose }: QuoteMark, place: number): void {
    if (this.frames.at(-1)?.char === char && canClose) {
      this.frames.pop();
      return;
    }
    const around = this.frames.findLast(({ need }) => need === 0)?.char;
    if (around !== char && canOpen && place < (this.lastQuotes.get(char) ?? -1)) this.frames.push({ char, need: 0, start: -1 });
  }

  readDelimiter(mark: DelimiterMark): void {
    for (let position = mark.start; position < mark.end;) position = this.#close(mark, position) ?? this.#open(mark, position);
  }

  /** Ends the innermost emphasis, or a part of it. */
  #close(mark: DelimiterMark, position: number): number | undefined {
    const frame = this.frames.at(-1);
    if (frame?.char !== mark.char) return undefined;
    const ends = (count: number): boolean => this.#canEnd(mark, position, count);
    switch (frame.need) {
      case 1:
        if (!ends(1)) return undefined;
        if (position + 1 < mark.end && !this.#canEnd(mark, position + 2, 1)) {
          this.frames.push({ char: mark.char, need: 2, start: position });
          return position + 2;
        }
        return this.#end(frame, position, 1);
      case 2: return ends(2) ? this.#end(frame, position, 2) : undefined;
      default: return ends(1) ? this.#end(frame, position, ends(3) ? 3 : ends(2) ? 2 : 1) : undefined;
    }
  }

  #canEnd(mark: DelimiterMark, position: number, count: number): boolean {
    return position + count <= mark.end && (mark.char === "*" || !alphanumeric.test(this.text.charAt(position + count)));
  }

  #end(frame: Frame, position: number, count: number): number {
    this.frames.pop();
    const rest = frame.need - count;
    const [opening, closing] = emphasisTags[count] ?? ["", ""];
    for (let sign = 0; sign < count; sign++) this.signs.set(position + sign, sign === 0 ? closing : "").set(frame.start + rest + sign, sign === 0 ? opening : "");
    if (rest > 0) this.frames.push({ ...frame, need: rest });
    this.ends.add(position + count);
    return position + count;
  }

  #open({ start, end, char, canOpen }: DelimiterMark, position: number): number {
    const length = end - position;
    const isOpening = position === start ? canOpen : char === "*";
    if (isOpening && length <= 3 && this.text[end] !== " ") this.frames.push({ char, need: length, start: position });
    return end;
  }
}

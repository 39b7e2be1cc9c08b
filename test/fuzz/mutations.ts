import { pickEvenly, type Random } from "../../bench/random";

/** What breaks readers in any language. */
const troublemakers = [
  "\0", "\ufeff", "\r", "\n", "\r\n", "\u2028", "\t", " ", "\u00a0", "\ud800", "\udc00", "😀", "e\u0301", "\u202e", "\\", "\"", "'", "{", "}", "[", "]", "(", ")", "<", ">", "`", "#", "%", "@", "$", "&", "*", "!", "|", "-", ":", ",", ";", "~", "^", "_",
  "__proto__", "constructor", "toString", "hasOwnProperty", "\\u0000", "0", "-1", "1e999", "null", "true", "NaN",
];

/** The longest piece that a mutation takes, so that texts stay as short as those who write them. */
const longestPiece = 200;
const longestText = 1500;

/** What mutations draw from. */
export interface MutationSource {
  readonly tokens: readonly string[];
  /** Other texts of the same kind. */
  readonly corpus: readonly string[];
  readonly random: Random;
}

/** A text with some things changed in it: usually few, so that most of it stays what it was. */
export function mutate(text: string, source: MutationSource): string {
  let mutated = text.length > longestText ? pieceOf(text, longestText, source.random) : text;
  for (let left = 1 + pickEvenly(4, source.random); left > 0; left--) mutated = mutateOnce(mutated, source);
  return mutated.slice(0, 2 * longestText);
}

function mutateOnce(text: string, { tokens, corpus, random }: MutationSource): string {
  const pick = (all: readonly string[]): string => all[pickEvenly(all.length, random)] ?? "";
  const at = pickEvenly(text.length + 1, random);
  const end = Math.min(text.length, at + pickEvenly(pickEvenly(2, random) === 0 ? 4 : longestPiece, random));
  const [before, piece, after] = [text.slice(0, at), text.slice(at, end), text.slice(end)];
  switch (pickEvenly(9, random)) {
    case 0: return before + after;
    case 1: return before + piece.repeat(2 + pickEvenly(piece.length < 4 ? 60 : 8, random)) + after;
    case 2: return before + pick(tokens) + piece + after;
    case 3: return before + pick(troublemakers) + after;
    case 4: return before + pick(tokens) + after;
    case 5: return before + pieceOf(pick(corpus), longestPiece, random) + after;
    case 6: return pickEvenly(3, random) === 0 ? before : movedPiece(text, at, end, random);
    case 7: return pickEvenly(4, random) === 0 ? text.replaceAll("\n", pick(["\r\n", "\r", " "])) : before + piece.toUpperCase() + after;
    default: return before + pick(troublemakers).repeat(1 + pickEvenly(5, random)) + piece + after;
  }
}

function movedPiece(text: string, start: number, end: number, random: Random): string {
  const rest = text.slice(0, start) + text.slice(end);
  const at = pickEvenly(rest.length + 1, random);
  return rest.slice(0, at) + text.slice(start, end) + rest.slice(at);
}

function pieceOf(text: string, longest: number, random: Random): string {
  const start = pickEvenly(Math.max(1, text.length - 1), random);
  return text.slice(start, start + 1 + pickEvenly(longest, random));
}

/** The shortest text found by taking pieces out that still `fails`. */
export async function shrink(text: string, fails: (text: string) => Promise<boolean>): Promise<string> {
  let shortest = text;
  for (let length = Math.ceil(text.length / 2); length >= 1;) {
    const before = shortest.length;
    for (let start = 0; start < shortest.length;) {
      const candidate = shortest.slice(0, start) + shortest.slice(start + length);
      if (await fails(candidate)) shortest = candidate;
      else start += length;
    }
    // Single characters once more as long as that takes any away.
    if (length > 1) length = Math.ceil(length / 2);
    else if (shortest.length === before) return shortest;
  }
  return shortest;
}

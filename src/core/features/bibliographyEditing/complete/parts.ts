import type { TextRange } from "../../../model/textRange";

/** The part of a value that an offset stands in, cut at separators outside braces, without white space around it. */
export function partAt(text: string, { start, end }: TextRange, offset: number, separator: "and" | "comma"): TextRange {
  let [from, to, depth] = [start, end, 0];
  for (let position = start; position < end; position++) {
    const char = text.charAt(position);
    if (char === "{") depth++;
    else if (char === "}") depth = Math.max(depth - 1, 0);
    if (depth > 0) continue;
    const length = separator === "comma" ? (char === "," || char === ";" ? 1 : 0) : lengthOfAnd(text, position, start, end);
    if (length === 0) continue;
    if (position + length <= offset) from = position + length;
    else if (position >= offset) {
      to = position;
      break;
    }
  }
  while (from < offset && /\s/.test(text.charAt(from))) from++;
  while (to > offset && /\s/.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}

/** Of `and` as a word of its own; white space before it counts as a separator already. */
function lengthOfAnd(text: string, position: number, start: number, end: number): number {
  if (!/and/i.test(text.slice(position, position + 3)) || position + 3 > end) return 0;
  const isWord = (position === start || /\s/.test(text.charAt(position - 1))) && (position + 3 < end && /\s/.test(text.charAt(position + 3)));
  return isWord ? 3 : 0;
}

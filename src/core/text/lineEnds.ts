import { utf16Of } from "./decode";

/** The line ends of a text: what it has, or a plain newline where it has none. */
export function lineEndOf(text: string): "\r\n" | "\n" | "\r" {
  if (text.includes("\r\n")) return "\r\n";
  return !text.includes("\n") && text.includes("\r") ? "\r" : "\n";
}

const [lineFeed, carriageReturn] = [10, 13];

export function isLineEnd(code: number): boolean {
  return code === lineFeed || code === carriageReturn;
}

/** Where the line that an offset is in begins. */
export function startOfLine(text: string, offset: number): number {
  // between the two signs of a line end the line is not over
  let start = text.charAt(offset) === "\n" && text.charAt(offset - 1) === "\r" ? offset - 1 : offset;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Where it ends, its line end left out, and no further than `limit`. */
export function endOfLine(text: string, offset: number, limit: number = text.length): number {
  let end = offset;
  while (end < limit && !isLineEnd(text.charCodeAt(end))) end++;
  return end;
}

/**
 * The bytes of a text with one kind of line end throughout, as editors show it and save it: the kind that most of its lines have. UTF-16, whose
 * line ends are no single bytes, stays what it is. Offsets count in what is shown.
 */
export function withEvenLineEnds(bytes: Uint8Array): Uint8Array {
  if (utf16Of(bytes) !== undefined) return bytes;
  const { both, returns, feeds } = countLineEnds(bytes);
  const hasBoth = both + returns > feeds;
  if (hasBoth ? returns + feeds === 0 : both + returns === 0) return bytes;
  const even = new Uint8Array(bytes.length + (hasBoth ? returns + feeds : 0));
  let end = 0;
  for (let position = 0; position < bytes.length; position++) {
    const byte = bytes[position] ?? 0;
    if (byte === carriageReturn && bytes[position + 1] === lineFeed) position++;
    if (byte !== carriageReturn && byte !== lineFeed) {
      even[end++] = byte;
    } else {
      if (hasBoth) even[end++] = carriageReturn;
      even[end++] = lineFeed;
    }
  }
  return even.subarray(0, end);
}

/** How many line ends of each kind there are. */
function countLineEnds(bytes: Uint8Array): { readonly both: number; readonly returns: number; readonly feeds: number } {
  let [both, returns, feeds] = [0, 0, 0];
  for (let at = bytes.indexOf(carriageReturn); at >= 0; at = bytes.indexOf(carriageReturn, at + 1)) {
    if (bytes[at + 1] === lineFeed) both++;
    else returns++;
  }
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) {
    if (bytes[at - 1] !== carriageReturn) feeds++;
  }
  return { both, returns, feeds };
}

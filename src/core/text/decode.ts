import { finishNow } from "../steps";

/** A file's text and the encoding it was read in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
}

/**
 * The text of a file: by its byte order mark, else as UTF-8, else as Windows-1252, which has a letter for every byte. The mark
 * itself is not part of the text, so that offsets count from the first letter.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  return finishNow(decodeInSteps(bytes));
}

/** The same in steps, so that a host can do other things in between. */
export function* decodeInSteps(bytes: Uint8Array): Generator<void, DecodedText> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes), encoding: "utf-16le" };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder("utf-16be").decode(bytes), encoding: "utf-16be" };
  try {
    return { text: yield* decodeParts(bytes, decodeUtf8), encoding: "utf-8" };
  } catch {
    return { text: yield* decodeParts(bytes, decodeWindows1252), encoding: "windows-1252" };
  }
}

/** How many bytes are decoded in one step. */
const stepLength = 1 << 21;

/** Parts are decoded each by itself: decoders that are fed bit by bit are slow, and make texts that take twice the memory. */
function* decodeParts(bytes: Uint8Array, decode: (part: Uint8Array, isFirst: boolean) => string): Generator<void, string> {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length || start === 0;) {
    const end = endOfPart(bytes, start + stepLength);
    parts.push(decode(bytes.subarray(start, end), start === 0));
    start = Math.max(end, 1);
    yield;
  }
  return parts.join("");
}

/** An end that leaves the bytes of a character of UTF-8 together. */
function endOfPart(bytes: Uint8Array, wanted: number): number {
  if (wanted >= bytes.length) return bytes.length;
  let end = wanted;
  while (end > wanted - 4 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
  return end;
}

/** Throws where there is something else than UTF-8. */
function decodeUtf8(part: Uint8Array, isFirst: boolean): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: !isFirst }).decode(part);
}

/** The bytes 0x80–0x9f of Windows-1252 (WHATWG Encoding, index-windows-1252); everywhere else it is Latin-1. */
const upperControls = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Several releases of Node decode Windows-1252 as Latin-1, so the bytes in which the two differ are put right here. */
function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder("windows-1252").decode(bytes).replace(/[\x80-\x9f]/g, (control) => upperControls.charAt(control.charCodeAt(0) - 0x80));
}

import { finishNow, wholeTurn } from "../steps";

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

/** The text of a file as a workspace gives it: bytes, or what an editor shows. */
export function textOf(content: Uint8Array | string): string {
  return typeof content === "string" ? content : decodeText(content).text;
}

/** The same in steps, so that a host can do other things in between. */
export function* decodeInSteps(bytes: Uint8Array): Generator<unknown, DecodedText> {
  const encoding = utf16Of(bytes);
  if (encoding !== undefined) return { text: yield* decodeParts(bytes, utf16[encoding]), encoding };
  try {
    return { text: yield* decodeParts(bytes, utf8), encoding: "utf-8" };
  } catch {
    return { text: yield* decodeParts(bytes, windows1252), encoding: "windows-1252" };
  }
}

/** How many bytes are decoded in one step. */
const stepLength = 1 << 21;

interface Encoding {
  readonly decode: (part: Uint8Array, isFirst: boolean) => string;
  /** Whether the byte at a place cannot begin a part, because the character it belongs to began before it. */
  readonly isInside: (bytes: Uint8Array, place: number) => boolean;
}

/** Parts are decoded each by itself: decoders that are fed bit by bit are slow, and make texts that take twice the memory. */
function* decodeParts(bytes: Uint8Array, encoding: Encoding): Generator<unknown, string> {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length || start === 0;) {
    const end = endOfPart(bytes, start + stepLength, encoding);
    parts.push(encoding.decode(bytes.subarray(start, end), start === 0));
    start = Math.max(end, 1);
    yield;
  }
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  // all of the text is copied at once
  yield wholeTurn;
  const text = parts.join("");
  yield wholeTurn;
  return text;
}

/** A character has four bytes at most. */
const longestCharacter = 4;

/** An end that leaves the bytes of a character together. */
function endOfPart(bytes: Uint8Array, wanted: number, { isInside }: Encoding): number {
  if (wanted >= bytes.length) return bytes.length;
  let end = wanted;
  while (end > wanted - longestCharacter && isInside(bytes, end)) end--;
  return end;
}

const utf8: Encoding = { decode: decodeUtf8, isInside: (bytes, place) => ((bytes[place] ?? 0) & 0xc0) === 0x80 };
const windows1252: Encoding = { decode: decodeWindows1252, isInside: () => false };

const utf16 = { "utf-16le": decodeUtf16("utf-16le", 1), "utf-16be": decodeUtf16("utf-16be", 0) } as const satisfies Readonly<Record<string, Encoding>>;

/** UTF-16 as the byte order mark of a file says it. */
export function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
}

/** `upperByte`: which byte of a unit tells whether it is the second of a pair. */
function decodeUtf16(label: "utf-16le" | "utf-16be", upperByte: number): Encoding {
  return {
    decode: (part, isFirst) => new TextDecoder(label, { ignoreBOM: !isFirst }).decode(part),
    isInside: (bytes, place) => place % 2 === 1 || ((bytes[place + upperByte] ?? 0) & 0xfc) === 0xdc,
  };
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

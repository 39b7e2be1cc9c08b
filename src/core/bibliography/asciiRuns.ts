/** For each character of ASCII, 1 where a pattern fits it. */
export function asciiTable(pattern: RegExp): Uint8Array {
  return Uint8Array.from({ length: 0x80 }, (_, code) => pattern.test(String.fromCharCode(code)) ? 1 : 0);
}

/** Where a run of characters that a table of ASCII has ends; `start` itself where there is none. */
export function endOfRun(text: string, start: number, table: Uint8Array): number {
  let position = start;
  for (let code = text.charCodeAt(position); code < 0x80 && table[code] === 1; code = text.charCodeAt(position)) position++;
  return position;
}

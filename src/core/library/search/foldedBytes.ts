/**
 * What a character of ASCII is in folded text, in the lowest eight bits: its code in lower case, or, where it is not simply taken, one of
 * these, which no code is as low as.
 */
export const roles = { unknown: 0, dropped: 1, space: 2, hyphen: 3 } as const;

/** All bits above are set where it is in no word, so that a word may start behind it. */
function bytesOf(roleOf: (char: string) => number | undefined): Int32Array {
  return Int32Array.from({ length: 0x80 }, (_, code) => {
    const char = String.fromCharCode(code);
    return roleOf(char) ?? (char.toLowerCase().charCodeAt(0) | (/[a-z0-9]/i.test(char) ? 0 : ~0xff));
  });
}

/** Of keys, which print what is written. What apostrophes fold to depends on what stands around them. */
export const keyBytes = bytesOf((char) => char < " " || "'`".includes(char) ? roles.unknown : undefined);

/** Of values of BibTeX. Braces print nothing where nothing else is LaTeX; two hyphens print a dash. */
export const valueBytes = bytesOf((char) => {
  if ("{}".includes(char)) return roles.dropped;
  if (" \t\n\v\f\r".includes(char)) return roles.space;
  if (char === "-") return roles.hyphen;
  return char < " " || "\\$~'`\x7f".includes(char) ? roles.unknown : undefined;
});

/** A space and a hyphen that are taken. */
export const [spaceByte, hyphenByte] = [" ", "-"].map((char) => char.charCodeAt(0) | ~0xff) as [number, number];

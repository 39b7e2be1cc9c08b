/** A word such as `pp.` or `§`; none is longer than this. */
const label = /[^\s\d,;:[\]{}()@*"“”~\\%#]{0,40}/uy;
const latexLabel = /(?:\\S(?![A-Za-z@])|[^\s\d,;:[\]{}()@*"“”~\\%#]){0,40}/uy;

/** Where the label of a locator ends that begins at `start`; `start` itself where none is written. */
export function endOfLabel(text: string, start: number, syntax: "pandoc" | "postnote"): number {
  const pattern = syntax === "pandoc" ? label : latexLabel;
  pattern.lastIndex = start;
  return start + (pattern.exec(text)?.[0].length ?? 0);
}

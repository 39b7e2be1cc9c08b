import type { TextRange } from "../../src/core/model/textRange";

/** A text whose marks have been taken out: `‸` stood at the cursor, `⟦ ⟧` around expected ranges. */
export interface MarkedText {
  readonly text: string;
  /** -1 where the text has no `‸`. */
  readonly cursor: number;
  /** In order of their start; they may nest. */
  readonly ranges: readonly TextRange[];
}

export function readMarks(marked: string): MarkedText {
  let text = "";
  let cursor = -1;
  const ranges: TextRange[] = [];
  const open: number[] = [];
  for (const char of marked) {
    if (char === "‸") {
      cursor = text.length;
    } else if (char === "⟦") {
      open.push(text.length);
    } else if (char === "⟧") {
      const start = open.pop();
      if (start === undefined) throw new Error(`⟧ without ⟦ in: ${marked}`);
      ranges.push({ start, end: text.length });
    } else {
      text += char;
    }
  }
  if (open.length > 0) throw new Error(`⟦ without ⟧ in: ${marked}`);
  ranges.sort((a, b) => a.start - b.start || b.end - a.end);
  return { text, cursor, ranges };
}

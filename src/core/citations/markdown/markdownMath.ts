import type { MarkdownIndex } from "./markdownIndex";
import type { MarkdownText } from "./markdownText";

/**
 * The end of the mathematics that begins at `$` or a backslash: `$…$`, `$$…$$`, `\(…\)` or `\[…\]`; `undefined` where none does. It stays
 * within its paragraph.
 */
export function endOfMath(source: MarkdownText, start: number, index: MarkdownIndex): number | undefined {
  const opener = source.text.slice(start, start + 2);
  switch (opener) {
    case "$$": return endOf("$$", source, start, index);
    case "\\(": return endOf("\\)", source, start, index);
    case "\\[": return endOf("\\]", source, start, index);
    default: return opener.startsWith("$") ? endOfDollars(source, start) : undefined;
  }
}

function endOf(closer: string, source: MarkdownText, start: number, index: MarkdownIndex): number | undefined {
  const close = index.find(closer, start + 2);
  return close === undefined || close === start + 2 || close > source.paragraphEnd(start) ? undefined : close + 2;
}

/** Words in a formula may hold `$`; none are longer. */
const formulaText = /text *\{(?:[^{}\\]|\\.|\{[^{}]*\}){0,500}\}/sy;

/** The first `$` ends it: not behind a space, and no digit behind it (Pandoc's `tex_math_dollars`). */
function endOfDollars(source: MarkdownText, start: number): number | undefined {
  const { text } = source;
  if (/^\s?$/.test(text.charAt(start + 1))) return undefined;
  const limit = source.paragraphEnd(start);
  for (let position = start + 1; position < limit; position++) {
    const char = text[position];
    if (char === "$") return position === start + 1 || /\s/.test(text.charAt(position - 1)) || /\d/.test(text.charAt(position + 1)) ? undefined : position + 1;
    if (char !== "\\") continue;
    formulaText.lastIndex = position + 1;
    const words = formulaText.exec(text);
    position += words === null ? 1 : words[0].length;
  }
  return undefined;
}

import fc from "fast-check";
import type { TextEdit } from "../../src/core/model/edit";

/** Line ends that files have, and no end at all. */
export const lineEnds = ["\n", "\r\n", "\r"] as const;

/** What stands in values: letters of all planes, halves of them, controls, marks of every syntax that does no harm there. */
export const awkwardWords = fc.array(fc.constantFrom("a", "Ünï", "\u{1f600}", "\ud800", "\udc00", "\0", "\u00a0", "\u2028", "\ufeff", "\t", " ", "-", "'", ".", "{x}", "é"), { maxLength: 6 }).map((parts) => parts.join(""));

/** A text written with plain newlines, with other line ends. */
export function withLineEnds(text: string, lineEnd: string): string {
  return text.replaceAll("\n", lineEnd);
}

/** A text whose line ends are now of this kind, now of that, in turn as told. */
export function withMixedLineEnds(text: string, kinds: readonly number[]): string {
  let count = 0;
  return text.replaceAll("\n", () => lineEnds[kinds[count++ % Math.max(kinds.length, 1)] ?? 0] ?? "\n");
}

/** A text after edits in any order that do not overlap. */
export function afterEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.toSorted((a, b) => b.range.start - a.range.start || b.range.end - a.range.end);
  return ordered.reduce((result, { range, newText }) => result.slice(0, range.start) + newText + result.slice(range.end), text);
}

/** The kinds of line ends in a text. */
export function kindsOfLineEnds(text: string): ReadonlySet<string> {
  return new Set(text.match(/\r\n|\n|\r/g));
}

import type { LoadedBibliography } from "../../library/bibliographyStore";
import type { TextRange } from "../../model/textRange";
import { looseRanges } from "./complete/looseBlocks";

/** What of a bibliography can be folded: entries, blocks that are no entries, and `@string`s that follow one another, in order. */
export function foldsOf({ text, bibliography }: Pick<LoadedBibliography, "text" | "bibliography">): readonly TextRange[] {
  const entries = bibliography.entries.map(({ range }) => range);
  if (bibliography.format !== "bibtex") return entries;
  const folds: TextRange[] = [];
  let group: TextRange | undefined;
  for (const { kind, range } of looseRanges(text, bibliography)) {
    if (kind !== "string") {
      folds.push(range);
      continue;
    }
    const isNext = group !== undefined && text.slice(group.end, range.start).trim() === "";
    if (isNext) folds.pop();
    group = { start: isNext && group !== undefined ? group.start : range.start, end: range.end };
    folds.push(group);
  }
  return [...entries, ...folds].sort((a, b) => a.start - b.start);
}

import type { LoadedBibliography } from "../../library/bibliographyStore";
import type { Definition } from "../../model/location";
import type { TextRange } from "../../model/textRange";
import { contextAt } from "./complete/bibtexContext";
import { macroNamed } from "./complete/looseBlocks";

/** The `@string` of the macro at an offset of a BibTeX file; `undefined` where none stands or the file does not define it. */
export function macroDefinition(loaded: LoadedBibliography | undefined, offset: number): { readonly range: TextRange; readonly targets: readonly Definition[] } | undefined {
  if (loaded?.bibliography.format !== "bibtex") return undefined;
  const context = contextAt(loaded.text, loaded.bibliography, offset);
  if (context?.kind !== "value" || context.delimiter !== undefined) return undefined;
  const macro = macroNamed(loaded, loaded.text.slice(context.range.start, context.range.end));
  if (macro?.start === undefined) return undefined;
  const range = { start: macro.start, end: macro.start + macro.name.length };
  return { range: context.range, targets: [{ uri: loaded.uri, range, fullRange: range }] };
}

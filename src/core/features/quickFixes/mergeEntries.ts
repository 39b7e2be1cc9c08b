import { searchIndexOf } from "../../library/searchIndex";
import type { LoadedBibliography } from "../../library/bibliographyStore";
import type { BibliographyEntry } from "../../model/bibliography";
import type { Problem } from "../../model/problem";
import { latexToUnicode } from "../../text/latexText";
import { insertFields, removalRange, type WrittenField } from "./entryText";
import { edits, type QuickFix } from "./quickFix";

/**
 * Merges an entry into the first one of its key, which keeps its own fields and gets those it lacks. Only where the two say nothing
 * different: which of two years is right the writer alone knows.
 */
export function mergeFixes(problem: Extract<Problem, { code: "duplicate-key" }>, second: BibliographyEntry, { uri, text, bibliography }: LoadedBibliography): readonly QuickFix[] {
  const first = searchIndexOf(bibliography).definitions(problem.key).find(({ key }) => key === second.key);
  if (first === undefined || first.range.start >= second.range.start) return [];
  const added = lackingFields(first, second, text);
  if (added === undefined) return [];
  const insertion = added.length === 0 ? undefined : insertFields(first, text, added);
  if (added.length > 0 && insertion === undefined) return [];
  const removal = { uri, range: removalRange(second, text), newText: "" };
  const fields = added.map(({ name }) => name);
  return [{ kind: "merge", problem, key: problem.key, fields, edits: edits(...insertion === undefined ? [] : [{ uri, ...insertion }], removal) }];
}

/** Fields of `second` that `first` lacks; `undefined` where the two contradict each other. */
function lackingFields(first: BibliographyEntry, second: BibliographyEntry, text: string): readonly WrittenField[] | undefined {
  if (first.format === "bibtex" && second.format === "bibtex") {
    if (first.entryType !== second.entryType) return undefined;
    const own = new Map(first.fields.map(({ name, value }) => [name, value] as const));
    if (second.fields.some(({ name, value }) => own.has(name) && !isSameText(own.get(name) ?? "", value))) return undefined;
    return onceEach(second.fields.filter(({ name }) => !own.has(name)).map(({ name, valueRange: { start, end } }) => ({ name, value: text.slice(start, end) })));
  }
  if (first.format !== "csl-json" || second.format !== "csl-json" || text.charAt(first.range.start) !== "{") return undefined;
  const own = new Map(Object.entries(first.item));
  const theirs = Object.entries(second.item).filter(([name]) => name !== "id");
  if (theirs.some(([name, value]) => own.has(name) && JSON.stringify(own.get(name)) !== JSON.stringify(value))) return undefined;
  return theirs.filter(([name]) => !own.has(name)).map(([name, value]) => ({ name, value: JSON.stringify(value) }));
}

/** The same when printed: braces, accents and white space may be written in several ways. */
function isSameText(a: string, b: string): boolean {
  return a === b || latexToUnicode(a) === latexToUnicode(b);
}

function onceEach(fields: readonly WrittenField[]): readonly WrittenField[] {
  const seen = new Set<string>();
  return fields.filter(({ name }) => !seen.has(name) && seen.add(name));
}

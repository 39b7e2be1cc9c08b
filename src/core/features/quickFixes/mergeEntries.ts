import { parseTree, type ParseError } from "jsonc-parser/lib/esm/main";
import { searchIndexOf } from "../../library/searchIndex";
import type { LoadedBibliography } from "../../library/bibliographyStore";
import type { BibliographyEntry } from "../../model/bibliography";
import type { Problem } from "../../model/problem";
import { latexToUnicode } from "../../text/latexText";
import { readBlocks } from "../bibliographyEditing/format/fileBlocks";
import { isSelfContainedValue } from "../bibliographyWriter";
import { insertFields, removalRange, type WrittenField } from "./entryText";
import { edits, type QuickFix } from "./quickFix";

/**
 * Merges an entry into the first one of its key, which keeps its own fields and gets those it lacks. Only where the two say nothing
 * different: which of two years is right the writer alone knows. Nor where something would be lost with the second one: a comment, a field that it has twice.
 */
export function mergeFixes(problem: Extract<Problem, { code: "duplicate-key" }>, second: BibliographyEntry, loaded: LoadedBibliography): readonly QuickFix[] {
  const first = searchIndexOf(loaded.bibliography).definitions(problem.key).find(({ key }) => key === second.key);
  if (first === undefined || first.range.start >= second.range.start) return [];
  const added = lackingFields(first, second, loaded.text);
  const removal = removalRange(second, loaded);
  if (added === undefined || removal === undefined) return [];
  const insertion = added.length === 0 ? undefined : insertFields(first, loaded, added);
  if (added.length > 0 && insertion === undefined) return [];
  const fields = added.map(({ name }) => name);
  return [{ kind: "merge", problem, key: problem.key, fields, edits: edits(loaded, ...insertion === undefined ? [] : [insertion], { range: removal, newText: "" }) }];
}

/** Fields of `second` that `first` lacks; `undefined` where the two contradict each other, or not all of the second one is fields. */
function lackingFields(first: BibliographyEntry, second: BibliographyEntry, text: string): readonly WrittenField[] | undefined {
  if (first.format === "bibtex" && second.format === "bibtex") return lackingInBibtex(first, second, text);
  const [own, theirs] = [membersOf(first, text), membersOf(second, text)];
  if (own === undefined || theirs === undefined || theirs.some(({ name, value }) => own.some((other) => other.name === name && !isSameJson(other.value, value)))) return undefined;
  return theirs.filter(({ name }) => !own.some((other) => other.name === name));
}

type BibtexEntry = Extract<BibliographyEntry, { format: "bibtex" }>;

function lackingInBibtex(first: BibtexEntry, second: BibtexEntry, text: string): readonly WrittenField[] | undefined {
  if (first.entryType !== second.entryType || !isJustFields(second, text)) return undefined;
  const own = new Map(first.fields.map(({ name, value }) => [name, value] as const));
  const lacking = second.fields.filter(({ name }) => !own.has(name));
  if (second.fields.some(({ name, value }) => own.has(name) && !isSameText(own.get(name) ?? "", value))) return undefined;
  if (new Set(lacking.map(({ name }) => name)).size < lacking.length) return undefined;
  const written = lacking.map(({ name, valueRange: { start, end } }) => ({ name, value: text.slice(start, end) }));
  if (written.every(({ value }) => isSelfContainedValue(value))) return written;
  // a macro that is defined between the two would be unknown in the first
  return /@\s*string/i.test(text.slice(first.range.end, second.range.start)) ? undefined : written;
}

/** Whether an entry holds nothing that merging would lose: no comments, nothing out of place. */
function isJustFields({ range: { start, end } }: BibtexEntry, text: string): boolean {
  for (const block of readBlocks(text.slice(start, end))) if (block !== undefined) return block.body?.parts.every(({ kind }) => kind === "field") ?? false;
  return false;
}

/** The same when printed: braces, accents and white space may be written in several ways. */
function isSameText(a: string, b: string): boolean {
  return a === b || latexToUnicode(a) === latexToUnicode(b);
}

/** The members of an object in JSON but its `id`, each as it is written; `undefined` where it is no valid JSON or has one twice. */
function membersOf({ range: { start, end } }: BibliographyEntry, text: string): readonly WrittenField[] | undefined {
  const written = text.slice(start, end);
  const errors: ParseError[] = [];
  const tree = written.startsWith("{") ? parseTree(written, errors, { disallowComments: true }) : undefined;
  if (tree === undefined || errors.length > 0) return undefined;
  const members = (tree.children ?? []).flatMap(({ children: [name, value] = [] }) =>
    typeof name?.value === "string" && value !== undefined && name.value !== "id" ? [{ name: name.value, value: written.slice(value.offset, value.offset + value.length) }] : []);
  return new Set(members.map(({ name }) => name)).size === members.length ? members : undefined;
}

function isSameJson(a: string, b: string): boolean {
  return a === b || JSON.stringify(JSON.parse(a)) === JSON.stringify(JSON.parse(b));
}

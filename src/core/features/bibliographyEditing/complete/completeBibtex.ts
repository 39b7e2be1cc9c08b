import type { LoadedBibliography } from "../../../library/bibliographyStore";
import type { Library } from "../../../library/library";
import { searchIndexOf } from "../../../library/searchIndex";
import type { TextEdit } from "../../../model/edit";
import type { TextRange } from "../../../model/textRange";
import { languageNames } from "../../../format/fromBibtex/languages";
import { foldForSearch } from "../../../text/fold";
import { latexToUnicode } from "../../../text/latexText";
import { insertAt } from "../../insertAt";
import { sourceByline } from "../../labels";
import { dialectOf } from "../dialect";
import { andSeparated, commaSeparated, fixedValuesOf, kindOfField, monthMacros } from "../data/fieldKinds";
import { entryTypes } from "../data/entryTypeDescriptions";
import { fieldDescriptions } from "../data/fieldDescriptions";
import { fieldsOfType } from "../data/typeFields";
import { styleOfText } from "../format/fileStyle";
import type { BibtexContext } from "./bibtexContext";
import { looseBlocks } from "./looseBlocks";
import { partAt } from "./parts";
import { bestMatches, longestList } from "./ranking";
import { entrySnippet, fieldSnippet } from "./snippets";
import { poolOf, type KnownValue, type ValueIndex } from "./valueIndex";

export interface BibtexSuggestion {
  readonly kind: "type" | "field" | "macro" | "key" | "name" | "value";
  readonly label: string;
  /** What it is, in a few words. */
  readonly detail: string;
  /** Replaces the answer's range. */
  readonly insertText: string;
  readonly isSnippet: boolean;
  /** What changes elsewhere. */
  readonly edits: readonly TextEdit[];
}

/** Suggestions in their order; the caller does not filter or sort them again. */
export interface BibtexCompletion {
  readonly range: TextRange;
  readonly query: string;
  readonly suggestions: readonly BibtexSuggestion[];
}

/** What suggestions are made of beside the text. */
export interface CompletionSources {
  /** The file itself first. */
  readonly library: () => Promise<Library>;
  /** The file's own values first. */
  readonly values: () => Promise<readonly ValueIndex[]>;
}

type ValueContext = Extract<BibtexContext, { kind: "value" }>;
type NameContext = Extract<BibtexContext, { kind: "field-name" }>;
type File = Pick<LoadedBibliography, "text" | "bibliography">;

/** What may be written in a context of a BibTeX file, best first. */
export async function completeBibtex(file: File, context: BibtexContext, offset: number, sources: CompletionSources): Promise<BibtexCompletion | undefined> {
  switch (context.kind) {
    case "type": return answer(file, context.range, offset, (query) => typeSuggestions(file, context.isFollowed, query));
    case "field-name": return context.entryType === "string" ? undefined : answer(file, context.range, offset, (query) => fieldSuggestions(file, context, query));
    case "value": return completeValue(file, context, offset, sources);
  }
}

function answer({ text }: File, range: TextRange, offset: number, suggest: (query: string) => readonly BibtexSuggestion[]): BibtexCompletion {
  const query = text.slice(range.start, offset);
  return { range, query, suggestions: suggest(query) };
}

const plain = (kind: BibtexSuggestion["kind"], label: string, detail: string, insertText = label): BibtexSuggestion => ({ kind, label, detail, insertText, isSnippet: false, edits: [] });

function typeSuggestions(file: File, isFollowed: boolean, query: string): readonly BibtexSuggestion[] {
  const dialect = dialectOf(file);
  const style = styleOfText(file.text);
  const types = [...entryTypes.values()].filter(({ name }) => name !== "bibnote");
  const known = [...types].sort((a, b) => Number(dialect === "bibtex" && b.isClassic) - Number(dialect === "bibtex" && a.isClassic) || a.section.localeCompare(b.section));
  const suggestions = known.map(({ name, description }) => isFollowed ? plain("type", name, description) : { ...plain("type", name, description, entrySnippet(name, style, dialect)), isSnippet: true });
  const others = [["string", "A macro for use in values"], ["comment", "Text that is no entry"], ["preamble", "TeX code for the list of references"]] as const;
  const bodies = { string: "string{${1:name} = {$2\\}\\}$0", comment: "comment{$1\\}$0", preamble: "preamble{\"$1\"\\}$0" };
  const blocks = others.map(([name, detail]) => ({ ...plain("type", name, detail, isFollowed ? name : bodies[name]), isSnippet: !isFollowed }));
  return bestMatches([...suggestions, ...blocks], query, ({ label }) => label);
}

/** Required fields first, then those of the type, then all others. */
function fieldSuggestions(file: File, { entryType, fields, range, isFollowed, missingComma }: NameContext, query: string): readonly BibtexSuggestion[] {
  const dialect = dialectOf(file);
  const present = new Set(fields.filter(({ nameRange }) => nameRange.start !== range.start).map(({ name }) => name));
  const { required, optional } = fieldsOfType(entryType, dialect);
  const wanted = required.filter((names) => !names.some((name) => present.has(name))).flat();
  const also = new Set(required.flat().filter((name) => !wanted.includes(name)));
  const names = new Set([...wanted, ...optional, ...fieldDescriptions.keys()].filter((name) => !present.has(name) && (!also.has(name) || wanted.includes(name))));
  const style = styleOfText(file.text);
  const hasComma = /^\s*,/.test(file.text.slice(range.end, range.end + 200));
  const edits = missingComma === undefined ? [] : [insertAt(missingComma, ",")];
  const all = [...names].map((name): BibtexSuggestion => {
    const description = fieldDescriptions.get(name)?.description ?? "";
    const detail = wanted.includes(name) ? `required: ${description}` : description;
    return isFollowed ? plain("field", name, detail) : { ...plain("field", name, detail, `${fieldSnippet(name, style, "1")}${hasComma ? "" : ","}`), isSnippet: true, edits };
  });
  return bestMatches(all, query, ({ label }) => label);
}

async function completeValue(file: File, context: ValueContext, offset: number, sources: CompletionSources): Promise<BibtexCompletion | undefined> {
  const { field, delimiter, entryType } = context;
  if (delimiter === undefined) return answer(file, context.range, offset, (query) => macroSuggestions(file, field, query));
  const kind = entryType === "string" ? undefined : kindOfField(field);
  if (kind === undefined || kind === "verbatim") return undefined;
  const separator = andSeparated.has(field) ? "and" : commaSeparated.has(field) ? "comma" : undefined;
  const range = separator === undefined ? context.range : partAt(file.text, context.range, offset, separator);
  const suggestions = await valueSuggestions(file, context, file.text.slice(range.start, offset), file.text.slice(range.start, range.end), sources);
  return answer(file, range, offset, () => suggestions);
}

function macroSuggestions(file: File, field: string, query: string): readonly BibtexSuggestion[] {
  const { macros } = looseBlocks(file.text, file.bibliography);
  const isMonth = (name: string): boolean => monthMacros.has(name.toLowerCase());
  const [months, others] = [macros.filter(({ name }) => isMonth(name)), macros.filter(({ name }) => !isMonth(name))];
  // where nothing is typed, months would only be in the way of those who are about to open a brace
  const wanted = field === "month" ? [...months, ...others] : query === "" ? others : [...others, ...months];
  return bestMatches(wanted.map(({ name, value }) => plain("macro", name, value)), query, ({ label, detail }) => foldForSearch(`${label} ${detail}`));
}

async function valueSuggestions(file: File, { field, delimiter, key }: ValueContext, query: string, current: string, { library, values }: CompletionSources): Promise<readonly BibtexSuggestion[]> {
  switch (kindOfField(field)) {
    case "keys": return keySuggestions(file, field, query, key, await library());
    case "language": return bestMatches(languageNames().map((name) => plain("value", name, "")), query, ({ label }) => label);
    case "month": return bestMatches([...monthMacros.values()].map((name) => plain("value", name, "")), query, ({ label }) => label.toLowerCase());
    case "fixed": return bestMatches(fixedValuesOf(field).map((name) => plain("value", name, "")), query, ({ label }) => label);
    default: return knownSuggestions(field, delimiter, query, current, await values());
  }
}

/** Entries of the same file come first: BibTeX knows no others. */
function keySuggestions(file: File, field: string, query: string, entryKey: string, library: Library): readonly BibtexSuggestion[] {
  if (field === "xdata") {
    const keys = looseBlocks(file.text, file.bibliography).dataKeys.filter((key) => key !== entryKey);
    return bestMatches(keys.map((key) => plain("key", key, "xdata")), query, ({ label }) => foldForSearch(label));
  }
  const own = searchIndexOf(file.bibliography);
  return library.search(query, { limit: longestList, preference: { of: (key) => own.get(key) === undefined ? 1 : 0 } }).filter(({ key }) => key !== entryKey && !/[\s,{}]/.test(key))
    .map(({ key, entry: { summary } }) => plain("key", key, [sourceByline(summary), summary.title].filter((part) => part !== "").join(": ")));
}

/** Values that other fields have, the file's own first, then frequent ones; what stands under the cursor alone is none. */
function knownSuggestions(field: string, delimiter: ValueContext["delimiter"], query: string, current: string, indexes: readonly ValueIndex[]): readonly BibtexSuggestion[] {
  const pool = poolOf(field);
  if (pool === undefined) return [];
  const [own, ...others] = indexes.map((index) => index.get(pool) ?? []);
  const known = new Map<string, KnownValue>();
  for (const value of own ?? []) if (value.written !== current || value.count > 1) known.set(value.written, value);
  for (const value of others.flat().sort((a, b) => b.count - a.count)) if (!known.has(value.written)) known.set(value.written, value);
  const usable = [...known.values()].filter(({ written }) => delimiter === "{" || !written.includes("\""));
  return bestMatches(usable, latexToUnicode(query), ({ folded }) => folded).map(({ written, shown, count }) => plain(pool === "people" ? "name" : "value", shown, count > 1 ? `×${count}` : "", written));
}

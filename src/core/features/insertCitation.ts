import {
  bracketedItems, inTextCitation, isMulticite, keysForSlot, latexOptions, multiciteLists, newCitation, roleKeys, type NewCitationOptions, type PrenoteForm,
} from "../citations/writeCitation";
import { hasNotes, noNotes, type CitationNotes } from "../citations/writeNotes";
import type { CitationCluster, CitationKey, KeySlot } from "../model/citation";
import type { DocumentLanguage, ParsedDocument } from "../model/document";
import type { TextEdit } from "../model/edit";
import type { InsertStyle } from "../model/insertStyle";
import type { TextRange } from "../model/textRange";
import { findKeySlot } from "./completion";
import { insertAt } from "./insertAt";

export interface InsertOptions {
  readonly style?: InsertStyle;
  /** Words around the keys: the prefix goes to the first key, locator and suffix to the last. */
  readonly notes?: CitationNotes;
}

/** Where a citation goes: a document's text and facts, where its language has citations, and a selection in it. */
export interface InsertPlace {
  readonly language: DocumentLanguage | undefined;
  readonly document: ParsedDocument | undefined;
  readonly text: string;
  readonly selection: TextRange;
}

/**
 * The edit that cites `keys` at a selection, in the document's own syntax: into the empty place of a half-typed citation, into
 * the citation the selection stands in, or as a new citation in place of the selected text.
 */
export function insertCitation(place: InsertPlace, keys: readonly CitationKey[], given: InsertOptions = {}): TextEdit {
  const { language, document, selection } = place;
  const options = optionsFor(document, given);
  const slot = emptySlotAt(document, selection);
  if (document !== undefined && slot !== undefined) return fillSlot(slot, document.language, place.text, keys, options);
  const cluster = document && clusterAt(document, selection);
  if (cluster !== undefined) return extendCluster(cluster, place.text, keys, options);
  return { range: selection, newText: newCitation(language, keys, { ...options, prenote: prenoteForm(document, options) }) };
}

/** Whether words can be put around keys that are inserted there: not into a list that has its notes already, nor where there are no citations. */
export function takesNotes(document: ParsedDocument | undefined, selection: TextRange): boolean {
  if (document === undefined) return false;
  const slot = emptySlotAt(document, selection);
  return slot === undefined || document.language === "markdown" || slot.notesAt !== undefined;
}

function emptySlotAt(document: ParsedDocument | undefined, { start, end }: TextRange): KeySlot | undefined {
  const slot = document === undefined || start !== end ? undefined : findKeySlot(document, start);
  return slot !== undefined && slot.range.start === slot.range.end ? slot : undefined;
}

/** The citation that the cursor stands in; one in the running text also where the cursor stands at its end, because a key goes on there. */
function clusterAt({ clusters }: ParsedDocument, { start, end }: TextRange): CitationCluster | undefined {
  if (start !== end) return undefined;
  return clusters.find(({ range, syntax, citationItems: [first] }) => {
    if (start <= range.start) return false;
    return start < range.end || (syntax === "in-text" && start === range.end && first?.keyRange.end === start);
  });
}

function optionsFor(document: ParsedDocument | undefined, { style, notes = noNotes }: InsertOptions): NewCitationOptions {
  const role = document && ownRole(document);
  return { ...style !== undefined && { style }, notes, locale: document?.settings.locale, ...role !== undefined && { role } };
}

/** MyST's role, where a document cites with roles more than otherwise: the one it uses most. */
function ownRole({ language, clusters }: ParsedDocument): string | undefined {
  if (language !== "markdown") return undefined;
  const counts = new Map<string, number>();
  let others = 0;
  for (const { syntax, command, citationItems: [first] } of clusters) {
    if (syntax === "bracketed" || syntax === "in-text") others++;
    else if (syntax === "role" && command !== undefined) counts.set(command, (counts.get(command) ?? 0) + (first?.mode === "normal" ? 1 : 0.001));
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  const roles = [...counts.values()].reduce((sum, count) => sum + Math.ceil(count), 0);
  return roles > others ? most?.[0] : undefined;
}

/** natbib and biblatex give their commands a prenote; LaTeX's own `\cite`, which a document without a package has, takes none. */
function prenoteForm(document: ParsedDocument | undefined, { style }: NewCitationOptions): PrenoteForm {
  const isPlain = document?.settings.bibliographyPackage === undefined && (document?.body?.start ?? 0) > 0;
  if (document?.settings.bibliographyPackage === "apacite") return "angle";
  return isPlain && (style?.latexCommand ?? "cite") === "cite" ? "outside" : "option";
}

function fillSlot(slot: KeySlot, language: DocumentLanguage, text: string, keys: readonly CitationKey[], options: NewCitationOptions): TextEdit {
  const { syntax, range } = slot;
  if (options.notes === undefined || !hasNotes(options.notes)) return { range, newText: keysForSlot(syntax, keys) };
  if (syntax === "list") return language === "markdown" ? { range, newText: roleKeys(keys, options) } : fillCommand(slot, text, keys, options);
  const start = syntax === "needs-at" ? range.start : range.start - (syntax === "braced" ? 2 : 1);
  const end = syntax === "braced" && text.charAt(range.end) === "}" ? range.end + 1 : range.end;
  const isInBrackets = slot.isInBrackets === true || syntax === "needs-at";
  return { range: { start, end }, newText: isInBrackets ? bracketedItems(keys, options) : inTextCitation(keys, options) };
}

function fillCommand({ range, notesAt }: KeySlot, text: string, keys: readonly CitationKey[], options: NewCitationOptions): TextEdit {
  const newText = keysForSlot("list", keys);
  if (notesAt === undefined) return { range, newText };
  return { range: { start: notesAt, end: range.end }, newText: `${latexOptions(options).inside}${text.slice(notesAt, range.start)}${newText}` };
}

function extendCluster(cluster: CitationCluster, text: string, keys: readonly CitationKey[], options: NewCitationOptions): TextEdit {
  const { syntax, range, citationItems } = cluster;
  const lastEnd = citationItems.at(-1)?.keyRange.end ?? range.end;
  const withNotes = options.notes !== undefined && hasNotes(options.notes);
  switch (syntax) {
    case "bracketed": return insertAt(range.end - 1, `; ${bracketedItems(keys, options)}`);
    case "in-text": return text.charAt(range.end - 1) === "]" ? insertAt(range.end - 1, `; ${bracketedItems(keys, options)}`) : insertAt(range.end, ` [${bracketedItems(keys, options)}]`);
    case "role": return insertAt(withNotes ? range.end - closingTicks(text, range.end) : lastEnd, `,${roleKeys(keys, options)}`);
    case "metadata": return insertAt(lastEnd, `, ${keysForSlot("needs-at", keys)}`);
    case "command": return withNotes ? besideCommand(cluster, keys, options) : insertAt(lastEnd, `,${keysForSlot("list", keys)}`);
  }
}

function closingTicks(text: string, end: number): number {
  let count = 0;
  while (text.charAt(end - 1 - count) === "`") count++;
  return count;
}

/** Notes are about a whole list: what has its own is a list of its own, in a multicite, or else a citation of its own. */
function besideCommand({ command = "cite", range }: CitationCluster, keys: readonly CitationKey[], options: NewCitationOptions): TextEdit {
  if (isMulticite(command)) return insertAt(range.end, multiciteLists(keys, options));
  const style = { markdown: "brackets", latexCommand: command } as const;
  return insertAt(range.end, ` ${newCitation("latex", keys, { ...options, style })}`);
}

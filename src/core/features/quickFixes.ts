import { keysForSlot } from "../citations/writeCitation";
import type { LoadedBibliography } from "../library/bibliographyStore";
import type { BibliographyEntry } from "../model/bibliography";
import type { CitationKey } from "../model/citation";
import type { ParsedDocument } from "../model/document";
import type { FileEdit, WorkspaceEdits } from "../model/edit";
import type { Problem } from "../model/problem";
import type { TextRange } from "../model/textRange";
import type { Uri } from "../ports";
import { editDistance } from "../text/editDistance";
import { lineEndOf } from "../text/lineEnds";
import { baseName, fileEnding, parentUri, pathBetween, joinPath } from "../text/uri";
import { findKeySlot } from "./completion";
import { declareBibliography } from "./declareBibliography";

/** A way out of a problem. What takes more than an edit is named for the host to do. */
export type QuickFix = { readonly problem: Problem } & (
  | { readonly kind: "use-key"; readonly key: CitationKey; readonly edits: WorkspaceEdits }
  | { readonly kind: "declare"; readonly path: string; readonly edits: WorkspaceEdits }
  | { readonly kind: "use-path"; readonly path: string; readonly edits: WorkspaceEdits }
  | { readonly kind: "create-file"; readonly path: string; readonly edits: WorkspaceEdits }
  | { readonly kind: "add-fields"; readonly fields: readonly string[]; readonly edits: WorkspaceEdits }
  | { readonly kind: "remove-entry"; readonly key: CitationKey; readonly edits: WorkspaceEdits }
  | { readonly kind: "remove-field"; readonly field: string; readonly edits: WorkspaceEdits }
  /** Add the source to the document's own bibliography. */
  | { readonly kind: "add-entry"; readonly key: CitationKey; readonly home: Uri }
  /** Give a duplicate a key of its own. */
  | { readonly kind: "rename"; readonly key: CitationKey }
);

export interface FixContext {
  readonly uri: Uri;
  readonly text: string;
  /** Bibliographies of the workspace, for missing ones to be found among. */
  readonly bibliographies: readonly LoadedBibliography[];
}

function edits(...list: readonly FileEdit[]): WorkspaceEdits {
  return { edits: list, newFiles: [] };
}

/** Fixes for a problem of a document, the likeliest first. */
export function documentFixes(problem: Problem, document: ParsedDocument, context: FixContext): readonly QuickFix[] {
  switch (problem.code) {
    case "unknown-key": return problem.nearest.map((key) => ({ kind: "use-key", problem, key, edits: edits(keyEdit(problem.range, key, document, context)) }));
    case "not-declared": return [{ kind: "add-entry", problem, key: problem.key, home: problem.home }, ...declareHome(problem, document, context)];
    case "missing-bibliography": return missingFileFixes(problem, document, context);
    default: return [];
  }
}

function keyEdit(range: TextRange, key: CitationKey, document: ParsedDocument, { uri }: FixContext): FileEdit {
  const slot = findKeySlot(document, range.start);
  return { uri, range, newText: slot === undefined ? key : keysForSlot(slot.syntax, [key]) };
}

function declareHome(problem: Extract<Problem, { code: "not-declared" }>, document: ParsedDocument, { uri, text }: FixContext): readonly QuickFix[] {
  const path = pathBetween(parentUri(uri), problem.home);
  const edit = path === undefined ? undefined : declareBibliography(text, document, path);
  return path === undefined || edit === undefined ? [] : [{ kind: "declare", problem, path, edits: edits({ uri, ...edit }) }];
}

/** A misspelt path is more than half right. */
const leastLikeness = 0.5;

function missingFileFixes(problem: Extract<Problem, { code: "missing-bibliography" }>, document: ParsedDocument, { uri, bibliographies }: FixContext): readonly QuickFix[] {
  const folder = parentUri(uri);
  const wanted = baseName(joinPath(folder, problem.path)).replace(/\.[a-z]+$/i, "").toLowerCase();
  const near = bibliographies
    .map((file) => ({ path: pathBetween(folder, file.uri), name: baseName(file.uri).replace(/\.[a-z]+$/i, "").toLowerCase() }))
    .map(({ path, name }) => ({ path, distance: editDistance(wanted, name, Math.ceil(wanted.length * leastLikeness)) }))
    .filter((candidate): candidate is { path: string; distance: number } => candidate.path !== undefined && candidate.distance !== Infinity)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3);
  const isBare = document.declarations.some(({ range, kind }) => kind === "tex" && range.start === problem.range.start) && !/\.bib$/i.test(problem.path);
  const file = joinPath(folder, fileEnding(joinPath(folder, problem.path)) === "" ? `${problem.path}.bib` : problem.path);
  return [
    ...near.map(({ path }): QuickFix => ({ kind: "use-path", problem, path, edits: edits({ uri, range: problem.range, newText: isBare ? path.replace(/\.bib$/i, "") : path }) })),
    ...fileEnding(file) === ".bib" ? [{ kind: "create-file", problem, path: problem.path, edits: { edits: [], newFiles: [{ uri: file, text: "" }] } } as const] : [],
  ];
}

/** Fixes for a problem of a bibliography. */
export function bibliographyFixes(problem: Problem, { uri, text, bibliography }: LoadedBibliography): readonly QuickFix[] {
  const entry = bibliography.entries.find(({ range }) => range.start <= problem.range.start && problem.range.end <= range.end);
  if (entry === undefined) return [];
  switch (problem.code) {
    case "duplicate-key": return [{ kind: "rename", problem, key: problem.key }, ...removeEntry(problem, entry, uri, text, problem.key)];
    case "unused": return removeEntry(problem, entry, uri, text, problem.key);
    case "missing-field": return addFields(problem, entry, uri, text);
    case "circular": return removeField(problem, entry, uri, text);
    default: return [];
  }
}

/** Only where the entry is text of its own: an item of a JSON array takes its comma with it, which is left to the writer. */
function removeEntry(problem: Problem, { format, range }: BibliographyEntry, uri: Uri, text: string, key: CitationKey): readonly QuickFix[] {
  if (format !== "bibtex") return [];
  const rest = /^[ \t]*(?:\r\n|\n|\r){0,2}/.exec(text.slice(range.end, range.end + 200))?.[0].length ?? 0;
  return [{ kind: "remove-entry", problem, key, edits: edits({ uri, range: { start: range.start, end: range.end + rest }, newText: "" }) }];
}

function addFields(problem: Extract<Problem, { code: "missing-field" }>, entry: BibliographyEntry, uri: Uri, text: string): readonly QuickFix[] {
  if (entry.format !== "bibtex" || !/[})]$/.test(text.slice(entry.range.start, entry.range.end))) return [];
  const last = entry.fields.at(-1);
  const lineEnd = lineEndOf(text);
  const start = last === undefined ? entry.keyRange.end : last.valueRange.end;
  const gap = text.slice(start, entry.range.end - 1);
  const indent = last === undefined ? "  " : /[ \t]*$/.exec(text.slice(0, last.nameRange.start))?.[0] ?? "  ";
  const hasComma = gap.trimStart().startsWith(",");
  const at = hasComma ? start + gap.indexOf(",") + 1 : start;
  const lines = problem.fields.map((field) => `${lineEnd}${indent === "" ? "  " : indent}${field} = {},`).join("");
  const isLineEnd = /^[ \t]*[\r\n]/.test(text.slice(at));
  return [{ kind: "add-fields", problem, fields: problem.fields, edits: edits({ uri, range: { start: at, end: at }, newText: `${hasComma ? "" : ","}${lines}${isLineEnd ? "" : lineEnd}` }) }];
}

function removeField(problem: Problem, entry: BibliographyEntry, uri: Uri, text: string): readonly QuickFix[] {
  if (entry.format !== "bibtex") return [];
  const field = entry.fields.find(({ valueRange }) => valueRange.start === problem.range.start);
  if (field === undefined) return [];
  const { start } = field.nameRange;
  const comma = /^\s*,[ \t]*(?:\r\n|\n|\r)?[ \t]*/.exec(text.slice(field.valueRange.end, field.valueRange.end + 200))?.[0].length ?? 0;
  return [{ kind: "remove-field", problem, field: field.name, edits: edits({ uri, range: { start, end: field.valueRange.end + comma }, newText: "" }) }];
}

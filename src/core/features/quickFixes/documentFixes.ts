import { keysForSlot } from "../../citations/writeCitation";
import type { CitationKey } from "../../model/citation";
import type { ParsedDocument } from "../../model/document";
import type { TextEdit } from "../../model/edit";
import type { Problem } from "../../model/problem";
import type { TextRange } from "../../model/textRange";
import { parentUri, pathBetween } from "../../text/uri";
import { appendEntries } from "../appendEntries";
import { findKeySlot } from "../completion";
import { declareBibliography } from "../declareBibliography";
import { insertAt } from "../insertAt";
import { missingFileFixes } from "./missingFile";
import { edits, type FixContext, type QuickFix } from "./quickFix";

/** Fixes for a problem of a document, the likeliest first. */
export function documentFixes(problem: Problem, document: ParsedDocument, context: FixContext): readonly QuickFix[] {
  switch (problem.code) {
    case "unknown-key": return unknownKeyFixes(problem, document, context);
    case "not-declared": return [{ kind: "add-entry", problem, key: problem.key, home: problem.home }, ...declareHome(problem, document, context)];
    case "missing-bibliography": return missingFileFixes(problem, document.language === "latex" ? isBareName(problem, document) ? "bare" : "latex" : "yaml", context);
    case "syntax": return closeList(problem, document, context);
    default: return [];
  }
}

/** Fixes for a problem of a project file (`_quarto.yml` and its kin). */
export function projectFixes(problem: Problem, context: FixContext): readonly QuickFix[] {
  return problem.code === "missing-bibliography" ? missingFileFixes(problem, "yaml", context) : [];
}

function unknownKeyFixes(problem: Extract<Problem, { code: "unknown-key" }>, document: ParsedDocument, context: FixContext): readonly QuickFix[] {
  const near = problem.nearest.map((key): QuickFix => ({ kind: "use-key", problem, key, edits: edits(context, keyEdit(problem.range, key, document)) }));
  return [...near, ...newEntry(problem, context)];
}

function keyEdit(range: TextRange, key: CitationKey, document: ParsedDocument): TextEdit {
  const slot = findKeySlot(document, range.start);
  return { range, newText: slot === undefined ? key : keysForSlot(slot.syntax, [key]) };
}

/** What BibTeX's keys cannot hold (`@misc{key,`). */
const noBibtexKey = /[\s,{}()"#%\\=~@]/;

function newEntry(problem: Extract<Problem, { code: "unknown-key" }>, { own }: FixContext): readonly QuickFix[] {
  if (own?.bibliography.format !== "bibtex" || noBibtexKey.test(problem.key)) return [];
  const edit = appendEntries(own, `@misc{${problem.key},\n  author = {},\n  title = {},\n  year = {},\n}`);
  if (edit === undefined) return [];
  return [{ kind: "new-entry", problem, key: problem.key, home: own.uri, edits: edits(own, edit), cursor: edit.newText.indexOf("{}") + 1 }];
}

function declareHome(problem: Extract<Problem, { code: "not-declared" }>, document: ParsedDocument, context: FixContext): readonly QuickFix[] {
  const path = pathBetween(parentUri(context.uri), problem.home);
  const edit = path === undefined ? undefined : declareBibliography(context.text, document, path);
  return path === undefined || edit === undefined ? [] : [{ kind: "declare", problem, path, edits: edits(context, edit) }];
}

function isBareName(problem: Extract<Problem, { code: "missing-bibliography" }>, { declarations }: ParsedDocument): boolean {
  return declarations.some(({ range, kind }) => kind === "tex" && range.start === problem.range.start) && !/\.bib$/i.test(problem.path);
}

/** A list of keys in LaTeX that is not closed: the problem's range begins with its brace and ends behind its last key. */
function closeList(problem: Problem, document: ParsedDocument, context: FixContext): readonly QuickFix[] {
  const { start, end } = problem.range;
  const { text } = context;
  if (document.language !== "latex" || text.charAt(start) !== "{" || text.slice(start + 1, end).trim() === "") return [];
  const at = start + text.slice(start, end).trimEnd().length;
  return [{ kind: "close-list", problem, edits: edits(context, insertAt(at, "}")) }];
}

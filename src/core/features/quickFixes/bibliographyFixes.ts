import type { LoadedBibliography } from "../../library/bibliographyStore";
import type { BibliographyEntry } from "../../model/bibliography";
import type { Problem } from "../../model/problem";
import { changesJust } from "../readBack";
import { insertFields, removalRange } from "./entryText";
import { mergeFixes } from "./mergeEntries";
import { edits, type QuickFix } from "./quickFix";

/** Fixes for a problem of a bibliography, the likeliest first. */
export function bibliographyFixes(problem: Problem, loaded: LoadedBibliography): readonly QuickFix[] {
  const entry = loaded.bibliography.entries.find(({ range }) => range.start <= problem.range.start && problem.range.end <= range.end);
  if (entry === undefined) return [];
  switch (problem.code) {
    case "duplicate-key": return [...mergeFixes(problem, entry, loaded), { kind: "rename", problem, key: problem.key }, ...removeEntry(problem, entry, loaded)];
    case "unused": return removeEntry(problem, entry, loaded);
    case "missing-field": return addFields(problem, entry, loaded);
    case "circular": return removeField(problem, entry, loaded);
    default: return [];
  }
}

function removeEntry(problem: Problem, entry: BibliographyEntry, loaded: LoadedBibliography): readonly QuickFix[] {
  const range = removalRange(entry, loaded);
  return range === undefined ? [] : [{ kind: "remove-entry", problem, key: entry.key, edits: edits(loaded, { range, newText: "" }) }];
}

/** Empty fields to be filled in; the cursor goes into the first one. */
function addFields(problem: Extract<Problem, { code: "missing-field" }>, entry: BibliographyEntry, loaded: LoadedBibliography): readonly QuickFix[] {
  const empty = entry.format === "bibtex" ? "{}" : "\"\"";
  const edit = insertFields(entry, loaded, problem.fields.map((name) => ({ name, value: empty })));
  if (edit === undefined) return [];
  return [{ kind: "add-fields", problem, fields: problem.fields, edits: edits(loaded, edit), cursor: edit.newText.indexOf(empty) + 1 }];
}

function removeField(problem: Problem, entry: BibliographyEntry, loaded: LoadedBibliography): readonly QuickFix[] {
  if (entry.format !== "bibtex") return [];
  const field = entry.fields.find(({ valueRange }) => valueRange.start === problem.range.start);
  if (field === undefined) return [];
  const { start } = field.nameRange;
  const comma = /^\s*,[ \t]*(?:\r\n|\n|\r)?[ \t]*/.exec(loaded.text.slice(field.valueRange.end, entry.range.end))?.[0].length ?? 0;
  const edit = { range: { start, end: field.valueRange.end + comma }, newText: "" };
  return changesJust(loaded, edit, entry) ? [{ kind: "remove-field", problem, field: field.name, edits: edits(loaded, edit) }] : [];
}

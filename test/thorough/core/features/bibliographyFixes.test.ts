import assert from "node:assert/strict";
import fc from "fast-check";
import { parseBibliography } from "../../../../src/core/bibliography/parseBibliography";
import { missingFieldProblem } from "../../../../src/core/features/problems";
import { bibliographyFixes } from "../../../../src/core/features/quickFixes/bibliographyFixes";
import type { QuickFix } from "../../../../src/core/features/quickFixes/quickFix";
import type { LoadedBibliography } from "../../../../src/core/library/bibliographyStore";
import type { BibliographyEntry } from "../../../../src/core/model/bibliography";
import type { TextEdit } from "../../../../src/core/model/edit";
import type { Problem } from "../../../../src/core/model/problem";
import { awkwardBibliography, bibliographyNames } from "../../../support/awkwardBibliographies";
import { afterEdits, kindsOfLineEnds } from "../../../support/awkwardTexts";

function load(name: string, text: string): LoadedBibliography {
  const bibliography = parseBibliography(`file:///${name}`, text);
  assert.ok(bibliography);
  return { uri: `file:///${name}`, text, bibliography, encoding: "utf-8", isRecognized: true, isBeingRead: false };
}

/** Every problem that a bibliography may have; whether nobody cites an entry is not asked here. */
function problemsOf({ bibliography }: LoadedBibliography): readonly Problem[] {
  return [...bibliography.problems, ...bibliography.entries.flatMap((entry): readonly Problem[] => {
    const missing = missingFieldProblem(entry);
    return [...missing === undefined ? [] : [missing], { code: "unused", severity: "information", range: entry.keyRange, key: entry.key, message: "" }];
  })];
}

const written = (text: string, { range: { start, end } }: BibliographyEntry): string => text.slice(start, end);
const fieldsOf = (entry: BibliographyEntry): readonly string[] =>
  (entry.format === "bibtex" ? entry.fields.map(({ name }) => name) : Object.keys(entry.item).filter((name) => name !== "type"));

/** What is read after a fix, compared with what was read before. */
function assertDone(fix: Extract<QuickFix, { readonly edits: unknown }>, before: LoadedBibliography, after: LoadedBibliography): void {
  const [old, now] = [before.bibliography.entries, after.bibliography.entries];
  const at = old.findIndex(({ range }) => range.start <= fix.problem.range.start && fix.problem.range.end <= range.end);
  const others = (from: LoadedBibliography, left: (index: number) => boolean): readonly string[] => from.bibliography.entries.filter((_, index) => !left(index)).map((entry) => written(from.text, entry));
  if (fix.kind === "remove-entry") {
    assert.deepEqual(others(after, () => false), others(before, (index) => index === at));
  } else if (fix.kind === "merge") {
    const first = old.findIndex(({ key }) => key === fix.key);
    assert.deepEqual(others(after, (index) => index === first), others(before, (index) => index === first || index === at));
    const [one, two, both] = [old[first], old[at], now[first]];
    assert.ok(one !== undefined && two !== undefined && both !== undefined);
    assert.deepEqual(new Set(fieldsOf(both)), new Set([...fieldsOf(one), ...fieldsOf(two)]));
  } else {
    assert.equal(now.length, old.length);
    assert.deepEqual(others(after, (index) => index === at), others(before, (index) => index === at));
    const [one, other] = [old[at], now[at]];
    assert.ok(one !== undefined && other !== undefined);
    if (fix.kind === "add-fields" && one.format === "bibtex") assert.deepEqual(new Set(fieldsOf(other)), new Set([...fieldsOf(one), ...fix.fields]));
    if (fix.kind === "remove-field") assert.deepEqual(fieldsOf(other).filter((name) => name !== fix.field), fieldsOf(one).filter((name) => name !== fix.field));
  }
}

/** What an edit takes away is an entry or a field with white space and a comma, or nothing. */
function assertTakesLittle(fix: QuickFix, { text, bibliography }: LoadedBibliography, edits: readonly TextEdit[]): void {
  for (const { range } of edits) {
    if (range.start === range.end) continue;
    const entry = bibliography.entries.find((candidate) => candidate.range.start >= range.start && candidate.range.end <= range.end);
    const taken = entry === undefined ? "" : text.slice(range.start, entry.range.start) + text.slice(entry.range.end, range.end);
    if (fix.kind === "remove-field") assert.match(text.slice(range.start, range.end), /^crossref[^]*,?\s*$/i);
    else assert.match(taken, /^\s*,?\s*$/, JSON.stringify([fix.kind, text.slice(range.start, range.end)]));
    if (fix.kind !== "remove-field") assert.ok(entry !== undefined);
  }
}

describe("fixes of any bibliography", () => {
  for (const name of bibliographyNames) {
    it(`${name}: change what they say and nothing else`, () => {
      const kinds = new Set<string>();
      fc.assert(fc.property(awkwardBibliography(name), ({ text, lineEnd }) => {
        const before = load(name, text);
        for (const problem of problemsOf(before)) {
          for (const fix of bibliographyFixes(problem, before)) {
            if (!("edits" in fix)) continue;
            const { edits } = fix.edits;
            assert.ok(edits.length > 0 && edits.every(({ basis, uri }) => basis === text && uri === before.uri));
            assertTakesLittle(fix, before, edits);
            const after = afterEdits(text, edits);
            assertDone(fix, before, load(name, after));
            const own = edits.flatMap(({ newText }) => [...kindsOfLineEnds(newText)]);
            if (lineEnd !== undefined && fix.kind === "add-fields" && kindsOfLineEnds(text).size > 0) assert.ok(own.every((kind) => kind === lineEnd), JSON.stringify([text, edits]));
            kinds.add(fix.kind);
          }
        }
      }), { numRuns: 300 });
      assert.ok(kinds.has("remove-entry"), [...kinds].join());
    });
  }
});

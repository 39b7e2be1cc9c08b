import { bibliographyEndings } from "../bibliography/parseBibliography";
import { ProblemList } from "../bibliography/problems";
import { entriesInStep } from "../bibliography/steps";
import type { LoadedBibliography } from "../library/bibliographyStore";
import { mayBeFoundWhenBuilt } from "../library/foundWhenBuilt";
import type { Library } from "../library/library";
import type { FailedDeclaration, Scope } from "../library/scope";
import type { Bibliography, BibliographyEntry } from "../model/bibliography";
import type { ParsedDocument } from "../model/document";
import type { Problem } from "../model/problem";
import type { Settings } from "../model/settings";
import type { Uri } from "../ports";
import { citedItems, type CitedItem } from "./citedItems";
import { KeyCheck } from "./keyCheck";
import { missingFields } from "./requiredFields";
import type { BibliographyUsage } from "./usage";

export interface DocumentContext {
  readonly uri: Uri;
  readonly document: ParsedDocument;
  readonly library: Library;
  readonly scope: Scope;
  /** Bibliographies of the workspace that are not in the document's scope, where a key may be known all the same. */
  readonly elsewhere: readonly LoadedBibliography[];
}

/** What is wrong in a document, in order of place; severities are the writer's, codes set to `off` left out. */
export function documentProblems(context: DocumentContext, settings: Settings): readonly Problem[] {
  const { document, uri, scope } = context;
  const failed = new ProblemList();
  for (const placed of scope.failed) {
    if (placed.uri === uri && !mayBeFoundWhenBuilt(placed, scope)) failed.add(problemOfDeclaration(placed));
  }
  return applySeverities([...document.problems, ...failed.all, ...problemsOfKeys(context)], settings);
}

/** What a project file (`_quarto.yml` and its kin) declares in vain. */
export function projectProblems(failed: readonly FailedDeclaration[], settings: Settings): readonly Problem[] {
  return applySeverities(failed.map(problemOfDeclaration), settings);
}

function problemsOfKeys(context: DocumentContext): readonly Problem[] {
  const cited = citedItems(context.document, context.library);
  if (!isCiting(cited, context)) return [];
  const check = new KeyCheck(context);
  const found = new ProblemList();
  for (const { item: { key, keyRange } } of cited) {
    const problem = check.problemOf(key);
    if (problem !== undefined) found.add({ ...problem, range: keyRange });
  }
  return found.all;
}

/**
 * Whether a document cites at all. Where nothing else speaks for it, an `@name` in the running text of a README is somebody's name
 * and not an unknown key.
 */
export function isCiting(cited: readonly CitedItem[], { library, scope }: Pick<DocumentContext, "library" | "scope">): boolean {
  return scope.isDeclared || cited.some(({ item, cluster }) => cluster.syntax !== "in-text" || library.get(item.key) !== undefined);
}

function problemOfDeclaration({ declaration: { path, range }, reason }: FailedDeclaration): Problem {
  const message = reason === "missing" ? `There is no bibliography “${path}”. Correct the path, or create the file.`
    : `“${path}” is of a kind that is not read. Name a file that ends in ${bibliographyEndings.slice(0, -1).join(", ")} or ${bibliographyEndings.at(-1) ?? ""}.`;
  return { code: "missing-bibliography", severity: "error", range, path, message };
}

/** What is wrong in a bibliography, in steps; `usage` is asked for only where unused entries are to be told. */
export function* readBibliographyProblems({ bibliography, encoding }: LoadedBibliography, settings: Settings, usage?: BibliographyUsage): Generator<void, readonly Problem[]> {
  const encodingProblem: readonly Problem[] = encoding !== "windows-1252" ? [] : [{
    code: "syntax",
    severity: "information",
    range: { start: 0, end: 0 },
    message: "This file is not UTF-8; it is read as Windows-1252. Save it as UTF-8 to be sure that every letter is right.",
  }];
  const incomplete = new ProblemList();
  const asked = settings.diagnostics["missing-field"] === "off" ? 0 : bibliography.entries.length;
  for (let start = 0; start < asked; start += entriesInStep) {
    for (const entry of bibliography.entries.slice(start, start + entriesInStep)) {
      const problem = missingFieldProblem(entry);
      if (problem !== undefined) incomplete.add(problem);
    }
    yield;
  }
  const written = bibliography.readProblems === undefined ? bibliography.problems : yield* bibliography.readProblems();
  const unused = usage === undefined ? [] : unusedEntries(bibliography, usage);
  return applySeverities([...encodingProblem, ...written, ...incomplete.all, ...unused], settings);
}

/** An entry is unused only where documents see its bibliography and none of them cites it, itself or all. */
function unusedEntries({ entries }: Bibliography, { counts, isCitedWhole, isInScope }: BibliographyUsage): readonly Problem[] {
  if (isCitedWhole || !isInScope) return [];
  const found = new ProblemList();
  for (const { key, keyRange, range } of entries) {
    if (counts.has(range.start)) continue;
    found.add({ code: "unused", severity: "information", range: keyRange, key, message: `No document of this workspace cites “${key}”.` });
  }
  return found.all;
}

export function missingFieldProblem(entry: BibliographyEntry): Problem | undefined {
  const fields = missingFields(entry);
  if (fields.length === 0) return undefined;
  return {
    code: "missing-field",
    severity: "information",
    range: entry.keyRange,
    key: entry.key,
    fields,
    message: `“${entry.key}” has no ${fields.join(", no ")}.`,
  };
}

/** Settings can lower or raise what they name; a parser's own milder judgement (a warning among syntax errors) stays. */
function applySeverities(problems: readonly Problem[], { diagnostics }: Settings): readonly Problem[] {
  return problems
    .flatMap((problem) => {
      const severity = diagnostics[problem.code];
      if (severity === "off") return [];
      return [{ ...problem, severity: problem.code === "syntax" && severity === "error" ? problem.severity : severity }];
    })
    .sort((a, b) => a.range.start - b.range.start);
}

import { editDistance } from "../../text/editDistance";
import { baseName, fileEnding, isInside, joinPath, parentUri, pathBetween } from "../../text/uri";
import type { Problem } from "../../model/problem";
import { edits, type FixContext, type QuickFix } from "./quickFix";

/** What neither YAML nor LaTeX could take for more than a part of a name. */
const meansNothingElse = /^[^\p{C}{}%#\\,[\]"'`:&*!|>?@]+$/u;

/** A misspelt path is more than half right. */
const leastLikeness = 0.5;

/** What an empty bibliography of each kind holds; others are not made by hand. */
const emptyFiles: Readonly<Record<string, string>> = { ".bib": "", ".json": "[]\n", ".yaml": "references: []\n", ".yml": "references: []\n" };

/**
 * Ways out of a declaration that names no file: paths of bibliographies that there are, and the file itself. A `bareName` is LaTeX's, which
 * needs no ending.
 */
export function missingFileFixes(problem: Extract<Problem, { code: "missing-bibliography" }>, isBareName: boolean, { uri, folders, bibliographies }: FixContext): readonly QuickFix[] {
  const folder = parentUri(uri);
  const target = joinPath(folder, problem.path);
  const wanted = nameOf(target);
  const near = bibliographies
    .map((file) => ({ path: pathBetween(folder, file.uri), distance: editDistance(wanted, nameOf(file.uri), Math.ceil(wanted.length * leastLikeness)) }))
    .filter((candidate): candidate is { path: string; distance: number } => candidate.path !== undefined && candidate.distance !== Infinity && meansNothingElse.test(candidate.path))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3);
  return [
    ...near.map(({ path }): QuickFix => ({ kind: "use-path", problem, path, edits: edits({ uri, range: problem.range, newText: isBareName ? path.replace(/\.bib$/i, "") : path }) })),
    ...[folder, ...folders].some((own) => isInside(target, own)) ? newFile(problem, fileEnding(target) === "" ? `${target}.bib` : target) : [],
  ];
}

function nameOf(uri: string): string {
  return baseName(uri).replace(/\.[a-z]+$/i, "").toLowerCase();
}

function newFile(problem: Extract<Problem, { code: "missing-bibliography" }>, uri: string): readonly QuickFix[] {
  const ending = fileEnding(uri);
  const text = Object.hasOwn(emptyFiles, ending) ? emptyFiles[ending] : undefined;
  return text === undefined ? [] : [{ kind: "create-file", problem, path: problem.path, edits: { edits: [], newFiles: [{ uri, text }] } }];
}

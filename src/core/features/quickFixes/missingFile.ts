import { editDistance } from "../../text/editDistance";
import { baseName, fileEnding, isInside, joinPath, parentUri, pathBetween } from "../../text/uri";
import { yamlScalar } from "../../text/yamlScalar";
import type { Problem } from "../../model/problem";
import { meansSomethingInLatex } from "../declareBibliography";
import { edits, type FixContext, type QuickFix } from "./quickFix";

/** What nobody sees in a path, or what makes it look like another. */
const unseen = /\p{C}/u;

/** A misspelt path is more than half right. */
const leastLikeness = 0.5;

/** What an empty bibliography of each kind holds; others are not made by hand. */
const emptyFiles: Readonly<Record<string, string>> = { ".bib": "", ".json": "[]\n", ".yaml": "references: []\n", ".yml": "references: []\n" };

/** How a declaration writes a path: in YAML, in LaTeX, or in LaTeX where it needs no ending. */
export type WrittenPath = "yaml" | "latex" | "bare";

/** Ways out of a declaration that names no file: paths of bibliographies that there are, and the file itself. */
export function missingFileFixes(problem: Extract<Problem, { code: "missing-bibliography" }>, form: WrittenPath, context: FixContext): readonly QuickFix[] {
  const { uri, folders, text, bibliographies } = context;
  const folder = parentUri(uri);
  const target = joinPath(folder, problem.path);
  const wanted = nameOf(target);
  const near = bibliographies
    .map((file) => ({ path: pathBetween(folder, file.uri), distance: editDistance(wanted, nameOf(file.uri), Math.ceil(wanted.length * leastLikeness)) }))
    .filter((candidate): candidate is { path: string; distance: number } => candidate.path !== undefined && candidate.distance !== Infinity && !unseen.test(candidate.path))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3);
  return [
    ...near.flatMap(({ path }): readonly QuickFix[] => {
      const newText = writtenPath(path, form, text.charAt(problem.range.start - 1));
      return newText === undefined ? [] : [{ kind: "use-path", problem, path, edits: edits(context, { range: problem.range, newText }) }];
    }),
    ...[folder, ...folders].some((own) => isInside(target, own)) ? newFile(problem, fileEnding(target) === "" ? `${target}.bib` : target) : [],
  ];
}

/** A path in place of one that is written so, `before` standing before it; `undefined` where it would mean something else there. */
function writtenPath(path: string, form: WrittenPath, before: string): string | undefined {
  if (form !== "yaml") return meansSomethingInLatex.test(path) ? undefined : form === "bare" ? path.replace(/\.bib$/i, "") : path;
  if (before === "'") return path.replaceAll("'", "''");
  return before === "\"" ? JSON.stringify(path).slice(1, -1) : yamlScalar(path);
}

function nameOf(uri: string): string {
  return baseName(uri).replace(/\.[a-z]+$/i, "").toLowerCase();
}

function newFile(problem: Extract<Problem, { code: "missing-bibliography" }>, uri: string): readonly QuickFix[] {
  const ending = fileEnding(uri);
  const text = Object.hasOwn(emptyFiles, ending) ? emptyFiles[ending] : undefined;
  return text === undefined ? [] : [{ kind: "create-file", problem, path: problem.path, edits: { edits: [], newFiles: [{ uri, text }] } }];
}

import type { Problem, ProblemCode, ProblemSeverity } from "../../core/model/problem";
import { checkFile, targetsOf, type CheckedFile } from "../checkFiles";
import type { Command } from "../command";
import { fine, problemsFound, worst, wrongUse } from "../exitCodes";
import type { Output } from "../host";
import { findPaths } from "../namedFiles";
import { count, problemLine, writeJson, writeLine, writeMessage } from "../output";
import { LineIndex, type Position } from "../positions";

export const check: Command = {
  name: "check",
  usage: "[PATH...]",
  summary: "problems in documents and bibliographies, with positions",
  description: `Prints what the editor shows as problems, one a line: file:line:column: severity [code] message. PATHs are
documents, bibliographies and folders; folders are searched for both, without hidden files and “node_modules”,
and JSON that is no bibliography is passed over. Without a PATH, the current folder is checked.
With --json: an array of

  { "file", "code", "severity": "error" | "warning" | "information", "message",
    "start", "end", "line", "character", "key"? }

where “start” and “end” are UTF-16 offsets, and “line” and “character” count from 0. The current folder stands for the
folder an editor has open, and its “.vscode/settings.json” is heeded; for a PATH outside of it, the PATH's own folder does.

Exit code: 0 where there is no error and no warning (information alone is fine), 1 where there is one,
2 where a PATH could not be read.`,
  options: [],
  run: async (args, host) => {
    const { found, exitCode } = findPaths(args.operands.length > 0 ? args.operands : ["."], host);
    const codes = [exitCode];
    const checked: (readonly PlacedProblem[])[] = [];
    for (const target of await targetsOf(found, host)) {
      const file = await checkFile(target, host);
      if (file === "unreadable") codes.push(wrongUse);
      else if (file !== undefined) checked.push(placeProblems(file));
    }
    const problems = checked.flat();
    codes.push(problems.some(({ problem }) => problem.severity !== "information") ? problemsFound : fine);
    if (args.has("json")) writeJson(host.stdout, problems.map(toRecord));
    else problems.forEach(({ file, position, problem }) => writeLine(host.stdout, problemLine(file, position, problem)));
    if (!args.has("json")) tellSum(problems.length, checked.length, host.stderr);
    return worst(codes);
  },
};

interface PlacedProblem {
  readonly file: string;
  readonly position: Position;
  readonly problem: Problem;
}

function placeProblems({ file, text, problems }: CheckedFile): readonly PlacedProblem[] {
  if (problems.length === 0) return [];
  const lines = new LineIndex(text);
  return problems.map((problem) => ({ file, position: lines.positionAt(problem.range.start), problem }));
}

/** A problem as `--json` prints it (design, section 6). */
interface ProblemRecord extends Position {
  readonly file: string;
  readonly code: ProblemCode;
  readonly severity: ProblemSeverity;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly key?: string;
}

function toRecord({ file, position: { line, character }, problem }: PlacedProblem): ProblemRecord {
  const { code, severity, message, range: { start, end } } = problem;
  const key = "key" in problem ? problem.key : undefined;
  return { file, code, severity, message, start, end, line, character, ...key !== undefined && { key } };
}

function tellSum(problems: number, files: number, stderr: Output): void {
  if (files === 0) writeMessage(stderr, "There is no document and no bibliography to check.");
  else writeMessage(stderr, problems === 0 ? `No problems in ${count(files, "file")}.` : `${count(problems, "problem")} in ${count(files, "file")}.`);
}

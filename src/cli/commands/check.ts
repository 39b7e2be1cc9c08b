import type { Arguments } from "../arguments";
import { checkFile, targetsOf } from "../checkFiles";
import { githubReport } from "../checkFormats/githubReport";
import { jsonReport } from "../checkFormats/jsonReport";
import { placeProblems, type CheckReport, type PlacedProblem } from "../checkFormats/placedProblem";
import { sarifReport } from "../checkFormats/sarifReport";
import type { Command } from "../command";
import { fine, problemsFound, UsageError, worst, wrongUse } from "../exitCodes";
import type { Host, Output } from "../host";
import { findPaths } from "../namedFiles";
import { count, problemLine, writeJson, writeLine, writeMessage } from "../output";
import { toUri } from "../paths";

const formats = ["text", "json", "github", "sarif"] as const;
type CheckFormat = (typeof formats)[number];

export const check: Command = {
  name: "check",
  usage: `[PATH...] [--format ${formats.join("|")}]`,
  summary: "problems in documents and bibliographies, with positions",
  description: `Prints what the editor shows as problems, one a line: file:line:column: severity [code] message. PATHs are
documents, bibliographies and folders; folders are searched for both, without hidden files and “node_modules”,
and JSON that is no bibliography is passed over. Without a PATH, the current folder is checked.
With --json, or --format json: an array of

  { "file", "code", "severity": "error" | "warning" | "information", "message",
    "start", "end", "line", "character", "key"? }

where “start” and “end” are UTF-16 offsets, and “line” and “character” count from 0. The current folder stands for the
folder an editor has open, and its “.vscode/settings.json” is heeded; for a PATH outside of it, the PATH's own folder does.

With --format github: commands that annotate the lines of a pull request, for a step of a GitHub workflow.
With --format sarif: a log in SARIF 2.1.0 for services that scan code. Both name files relative to the current folder.

Exit code: 0 where there is no error and no warning (information alone is fine), 1 where there is one,
2 where a PATH could not be read.`,
  options: [{ name: "format", value: "FORMAT", choices: formats, help: "text, json, github or sarif; otherwise text" }],
  run: async (args, host) => {
    const format = formatOf(args);
    const { found, exitCode } = findPaths(args.operands.length > 0 ? args.operands : ["."], host);
    const codes = [exitCode];
    const checked: (readonly PlacedProblem[])[] = [];
    for (const target of await targetsOf(found, host)) {
      const file = await checkFile(target, host);
      if (file === "unreadable") codes.push(wrongUse);
      else if (file !== undefined) checked.push(placeProblems(file));
    }
    const problems = checked.flat();
    write(format, { problems, folder: toUri(".", host.cwd), version: host.version, isComplete: !codes.includes(wrongUse) }, host);
    if (format === "text" || format === "github") tellSum(problems.length, checked.length, host.stderr);
    return worst([...codes, problems.some(({ problem }) => problem.severity !== "information") ? problemsFound : fine]);
  },
};

function formatOf(args: Arguments): CheckFormat {
  const asked = formats.find((format) => format === args.value("format"));
  if (args.has("json") && asked !== undefined && asked !== "json") throw new UsageError(`“--json” and “--format ${asked}” ask for two formats. Leave out one of them.`);
  return asked ?? (args.has("json") ? "json" : "text");
}

function write(format: CheckFormat, report: CheckReport, { stdout }: Host): void {
  if (format === "json") writeJson(stdout, jsonReport(report));
  else if (format === "sarif") writeJson(stdout, sarifReport(report));
  else if (format === "github") githubReport(report).forEach((line) => stdout.write(`${line}\n`));
  else report.problems.forEach(({ file, start, problem }) => writeLine(stdout, problemLine(file, start, problem)));
}

function tellSum(problems: number, files: number, stderr: Output): void {
  if (files === 0) writeMessage(stderr, "There is no document and no bibliography to check.");
  else writeMessage(stderr, problems === 0 ? `No problems in ${count(files, "file")}.` : `${count(problems, "problem")} in ${count(files, "file")}.`);
}

import type { ProblemSeverity } from "../../core/model/problem";
import { relativePath } from "../../core/text/uri";
import type { CheckReport, PlacedProblem } from "./placedProblem";

const commands: Readonly<Record<ProblemSeverity, string>> = { error: "error", warning: "warning", information: "notice" };

/** What a terminal would obey, or a page show as another text; line ends are escaped and need not go. */
const controls = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Workflow commands of GitHub Actions, one a line, which annotate the files of a pull request
 * (docs.github.com, “Workflow commands”: `::error file={name},line={line},col={col},endColumn={endColumn},title={title}::{message}`).
 */
export function githubReport({ problems, folder }: CheckReport): readonly string[] {
  return problems.map((placed) => {
    const properties = propertiesOf(placed, folder).map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(",");
    return `::${commands[placed.problem.severity]} ${properties}::${escapeData(placed.problem.message)}`;
  });
}

/** Lines and columns count from one. Columns mean something within one line only. */
function propertiesOf({ file, uri, start, end, problem }: PlacedProblem, folder: string): readonly (readonly [name: string, value: string | number])[] {
  const columns = start.line === end.line ? [["col", start.character + 1] as const, ["endColumn", Math.max(end.character, start.character) + 1] as const] : [];
  return [["file", relativePath(folder, uri) ?? file], ["line", start.line + 1], ["endLine", end.line + 1], ...columns, ["title", `Sourcebook: ${problem.code}`]];
}

/** What ends or splits a command in a message. */
export function escapeData(text: string): string {
  return text.replace(controls, "").replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** And in a property. */
export function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

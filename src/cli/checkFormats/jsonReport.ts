import type { ProblemCode, ProblemSeverity } from "../../core/model/problem";
import type { Position } from "../positions";
import type { CheckReport, PlacedProblem } from "./placedProblem";

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

export function jsonReport({ problems }: CheckReport): readonly ProblemRecord[] {
  return problems.map(toRecord);
}

function toRecord({ file, start: { line, character }, problem }: PlacedProblem): ProblemRecord {
  const { code, severity, message, range: { start, end } } = problem;
  const key = "key" in problem ? problem.key : undefined;
  return { file, code, severity, message, start, end, line, character, ...key !== undefined && { key } };
}

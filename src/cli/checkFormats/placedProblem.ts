import type { Problem } from "../../core/model/problem";
import type { Uri } from "../../core/ports";
import type { CheckedFile } from "../checkFiles";
import { LineIndex, type Position } from "../positions";

/** A problem with its place as people and other programs count it. */
export interface PlacedProblem {
  /** As the file was named, or met below a folder that was. */
  readonly file: string;
  readonly uri: Uri;
  readonly start: Position;
  readonly end: Position;
  readonly problem: Problem;
}

export function placeProblems({ file, uri, text, problems }: CheckedFile): readonly PlacedProblem[] {
  if (problems.length === 0) return [];
  const lines = new LineIndex(text);
  return problems.map((problem) => ({ file, uri, start: lines.positionAt(problem.range.start), end: lines.positionAt(problem.range.end), problem }));
}

/** What a run of the command has found. */
export interface CheckReport {
  readonly problems: readonly PlacedProblem[];
  /** The folder that the command runs in. */
  readonly folder: Uri;
  /** The product's own version. */
  readonly version: string;
  /** False where a path could not be read. */
  readonly isComplete: boolean;
}

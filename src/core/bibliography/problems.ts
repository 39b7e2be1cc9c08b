import type { CitationKey } from "../model/citation";
import type { Problem, ProblemSeverity } from "../model/problem";

/** A file with more problems than this is no bibliography; the rest would fill memory and help nobody. */
const mostProblems = 100_000;

/** What of a writer's text is shown in a message. */
const longestQuotation = 60;

/** Collects the problems of one file. */
export class ProblemList {
  readonly #problems: Problem[] = [];

  add(problem: Problem): void {
    if (this.#problems.length < mostProblems) this.#problems.push(problem);
  }

  addSyntax(start: number, end: number, message: string, key: CitationKey | undefined, severity: ProblemSeverity = "error"): void {
    this.add({ code: "syntax", severity, range: { start, end }, message, ...key !== undefined && { key } });
  }

  get length(): number {
    return this.#problems.length;
  }

  /** Takes back what was added since the list had `length` problems. */
  takeBack(length: number): void {
    this.#problems.length = Math.min(length, this.#problems.length);
  }

  get all(): readonly Problem[] {
    return this.#problems;
  }

  /** In order of their place. */
  sorted(): readonly Problem[] {
    return this.#problems.sort((a, b) => a.range.start - b.range.start);
  }
}

/** Text of the file in quotation marks, cut where it is long. */
export function quoted(text: string): string {
  const line = text.length <= longestQuotation ? text : `${text.slice(0, longestQuotation)}…`;
  return `“${line.replace(/\s+/g, " ")}”`;
}

/** A problem at the later of two entries with one key. */
export function duplicateKey(key: CitationKey, start: number, end: number): Problem {
  return { code: "duplicate-key", severity: "warning", key, range: { start, end }, message: `The key ${quoted(key)} is taken by an entry above, which wins. Rename one of them.` };
}

import type { CitationKey } from "../model/citation";
import type { Problem, ProblemSeverity } from "../model/problem";

/** A file with more problems than this is none that anybody mends by hand; the rest would fill memory and is told as a number. */
const mostProblems = 100_000;

/** What of a writer's text is shown in a message. */
const longestQuotation = 60;

const severities: readonly ProblemSeverity[] = ["information", "warning", "error"];

/** Collects the problems of one file: as many as a list may have, and one at the end that says how many more there are. */
export class ProblemList {
  readonly #problems: Problem[] = [];
  #left = 0;
  /** Of those that are left out, the first, as severe as the worst of them. */
  #firstLeft: Problem | undefined;

  constructor(readonly most = mostProblems) {}

  add(problem: Problem): void {
    if (this.#problems.length < this.most) this.#problems.push(problem);
    else this.#leaveOut(problem);
  }

  #leaveOut(problem: Problem): void {
    this.#left++;
    const first = this.#firstLeft;
    if (first === undefined) this.#firstLeft = problem;
    else if (severities.indexOf(problem.severity) > severities.indexOf(first.severity)) this.#firstLeft = { ...first, severity: problem.severity };
  }

  addSyntax(start: number, end: number, message: string, key: CitationKey | undefined, severity: ProblemSeverity = "error"): void {
    this.add({ code: "syntax", severity, range: { start, end }, message, ...key !== undefined && { key } });
  }

  /** How many were added. */
  get length(): number {
    return this.#problems.length + this.#left;
  }

  /** Takes back what was added since the list had `length` problems. */
  takeBack(length: number): void {
    this.#left = Math.max(0, Math.min(this.#left, length - this.most));
    this.#problems.length = Math.min(length, this.#problems.length);
    if (this.#left === 0) this.#firstLeft = undefined;
  }

  get all(): readonly Problem[] {
    return [...this.#problems, ...this.#rest()];
  }

  /** In order of their place; what is said of the rest comes last. */
  sorted(): readonly Problem[] {
    return [...this.#problems.toSorted((a, b) => a.range.start - b.range.start), ...this.#rest()];
  }

  #rest(): readonly Problem[] {
    if (this.#firstLeft === undefined) return [];
    const { severity, range } = this.#firstLeft;
    const number = this.#left === 1 ? "There is 1 more problem" : `There are ${String(this.#left)} more problems`;
    return [{ code: "syntax", severity, range, message: `${number} in this file. Mend those that are listed, and the others are listed.` }];
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

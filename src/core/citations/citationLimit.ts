import type { Problem } from "../model/problem";
import type { TextRange } from "../model/textRange";

/** Of one document as many citations are read, which is more than anybody writes: memory is not endless. */
const mostCitations = 300_000;

/** Counts the citations of one document, and says where more of them are not read. */
export class CitationLimit {
  #left: number;
  #firstUnread: TextRange | undefined;

  constructor(readonly most = mostCitations) {
    this.#left = most;
  }

  /** Whether what stands at `range` is still read. */
  allows(range: () => TextRange): boolean {
    if (this.#left > 0) return true;
    this.#firstUnread ??= range();
    return false;
  }

  /** Says that what stands at `range` has not been read, nor what follows it. */
  stopAt(range: TextRange): void {
    this.#firstUnread ??= range;
  }

  count(citations: readonly { readonly citationItems: readonly unknown[] }[]): void {
    for (const { citationItems } of citations) this.#left -= citationItems.length;
  }

  get problems(): readonly Problem[] {
    if (this.#firstUnread === undefined) return [];
    return [{
      code: "syntax",
      severity: "warning",
      range: this.#firstUnread,
      message: `This document holds more than is read of one, ${this.most.toLocaleString("en")} citations at most: from here on some are not known. Divide it into several documents.`,
    }];
  }
}

import type { Bibliography } from "../../model/bibliography";
import type { Problem } from "../../model/problem";
import { duplicateKey, ProblemList } from "../problems";
import { entriesInStep, finish } from "../steps";
import type { BibtexEntry, BibtexFile } from "./bibtexEntry";
import { skipSpace } from "./bibtexScanner";
import { checkEntry } from "./checkBibtex";
import { circularInheritance } from "./circularInheritance";
import { traits } from "./entryTable";

/** A BibTeX file that has been read. */
export class BibtexBibliography implements Bibliography {
  readonly format = "bibtex";
  readonly entries: readonly BibtexEntry[];
  #problems: readonly Problem[] | undefined;

  /** `found`: the problems that were seen while entries were looked for. */
  constructor(readonly file: BibtexFile, readonly found: readonly Problem[]) {
    const { all, table } = file;
    this.entries = table.mayBe(traits.isData) ? all.filter(({ number }) => !table.is(number, traits.isData)) : all;
  }

  get isCut(): boolean {
    const { table, text } = this.file;
    const last = table.count - 1;
    return last >= 0 && table.is(last, traits.isBroken) && skipSpace(text, table.end(last)) === text.length;
  }

  get problems(): readonly Problem[] {
    return this.#problems ??= finish(this.readProblems());
  }

  /** The problems, in steps. */
  *readProblems(): Generator<void, readonly Problem[]> {
    if (this.#problems !== undefined) return this.#problems;
    const list = new ProblemList();
    this.found.forEach((problem) => list.add(problem));
    const keys = new Set<string>();
    for (const entry of this.file.all) {
      checkEntry(entry, list);
      const { key, keyRange } = entry;
      if (keys.has(key)) list.add(duplicateKey(key, keyRange.start, keyRange.end));
      keys.add(key);
      if (entry.number % entriesInStep === entriesInStep - 1) yield;
    }
    for (const problem of yield* circularInheritance(this.file)) list.add(problem);
    return this.#problems = list.sorted();
  }
}

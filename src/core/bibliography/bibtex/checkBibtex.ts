import type { BibtexEntry } from "./bibtexEntry";
import { quoted, type ProblemList } from "../problems";

/** Adds what is wrong in the fields of one entry. */
export function checkEntry(entry: BibtexEntry, problems: ProblemList): void {
  const names = new Set<string>();
  for (const { name, nameStart, nameEnd } of entry.readFields(problems)) {
    if (names.has(name)) {
      problems.addSyntax(nameStart, nameEnd, `The field ${quoted(name)} is given twice: BibTeX takes the first, BibLaTeX and Pandoc take the last. Take one of them out.`, entry.key, "warning");
    }
    names.add(name);
  }
}

import type { Problem } from "../model/problem";
import { parentsOf } from "./inheritance";
import type { BibtexEntry } from "./bibtexEntry";

/** A problem at each entry from which `crossref` or `xdata` leads back to an entry on the way. Every entry is visited once. */
export function circularInheritance(entries: readonly BibtexEntry[]): readonly Problem[] {
  const state = new Map<BibtexEntry, "open" | "done">();
  const problems: Problem[] = [];
  for (const entry of entries) {
    if (!inherits(entry) || state.has(entry)) continue;
    const path = [{ entry, parents: parentsOf(entry).map(({ parent }) => parent) }];
    state.set(entry, "open");
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const parent = top.parents.shift();
      if (parent === undefined) {
        state.set(top.entry, "done");
        path.pop();
      } else if (state.get(parent) === "open") {
        problems.push(circular(top.entry, parent));
      } else if (!state.has(parent)) {
        state.set(parent, "open");
        path.push({ entry: parent, parents: parentsOf(parent).map((next) => next.parent) });
      }
    }
  }
  return problems;
}

function inherits({ fields }: BibtexEntry): boolean {
  return fields.some(({ name }) => name === "crossref" || name === "xdata");
}

function circular(entry: BibtexEntry, parent: BibtexEntry): Problem {
  const field = entry.fields.find(({ name }) => name === "crossref" || name === "xdata");
  return {
    code: "circular",
    severity: "error",
    key: entry.key,
    range: field?.valueRange ?? entry.keyRange,
    message: `“${entry.key}” inherits from “${parent.key}”, which inherits from it in turn.`,
  };
}

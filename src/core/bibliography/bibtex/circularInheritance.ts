import type { Problem } from "../../model/problem";
import type { BibtexEntry, BibtexFile } from "./bibtexEntry";
import { traits } from "./entryTable";
import { parentLinks, type ParentLink } from "./inheritance";
import { quoted } from "../problems";
import { entriesInStep } from "../steps";

/** One step of the way up: the links of an entry and how many have been followed. */
interface Step {
  readonly entry: BibtexEntry;
  readonly links: readonly ParentLink[];
  followed: number;
}

/** A problem at each field that leads back to an entry on the way to it. Every link is followed once. */
export function* circularInheritance(file: BibtexFile): Generator<void, readonly Problem[]> {
  const state = new Map<BibtexEntry, "open" | "done">();
  const problems: Problem[] = [];
  for (const entry of file.all) {
    if (entry.number % entriesInStep === entriesInStep - 1) yield;
    if (state.has(entry) || !file.table.is(entry.number, traits.mayInherit)) continue;
    const links = parentLinks(entry, entry.readFields());
    if (links.length > 0) climb({ entry, links, followed: 0 }, state, problems);
  }
  return problems;
}

function climb(first: Step, state: Map<BibtexEntry, "open" | "done">, problems: Problem[]): void {
  const path = [first];
  state.set(first.entry, "open");
  for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
    const link = step.links[step.followed++];
    if (link === undefined) {
      state.set(step.entry, "done");
      path.pop();
    } else if (state.get(link.parent) === "open") {
      problems.push(circular(step.entry, link));
    } else if (!state.has(link.parent)) {
      state.set(link.parent, "open");
      path.push({ entry: link.parent, links: parentLinks(link.parent, link.parent.readFields()), followed: 0 });
    }
  }
}

function circular({ key }: BibtexEntry, { field, parent }: ParentLink): Problem {
  const who = parent.key === key ? "itself" : `${quoted(parent.key)}, which takes fields from it in turn`;
  return { code: "circular", severity: "error", key, range: field.valueRange, message: `${quoted(key)} takes fields from ${who}. Take this ${field.name} out, or name another entry.` };
}

import type { CitationKey } from "../../model/citation";
import { keysIn, type BibtexFile } from "./bibtexEntry";
import { fieldNamed } from "./bibtexField";
import { traits } from "./entryTable";
import { parentFields } from "./fieldPlaces";

/** The numbers of entries that take fields, over however many others, from entries of some keys: ascending. */
export function dependentEntries(file: BibtexFile, keys: ReadonlySet<CitationKey>): readonly number[] {
  const children = childrenByParent(file);
  if (children.size === 0) return [];
  const dependent = new Set<number>();
  const open = [...keys];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    for (const child of children.get(key) ?? []) {
      if (dependent.has(child)) continue;
      dependent.add(child);
      open.push(file.keyOf(child));
    }
  }
  return [...dependent].sort((a, b) => a - b);
}

function childrenByParent(file: BibtexFile): ReadonlyMap<CitationKey, readonly number[]> {
  const children = new Map<CitationKey, number[]>();
  if (!file.table.mayBe(traits.mayInherit)) return children;
  for (let number = 0; number < file.table.count; number++) {
    if (!file.table.is(number, traits.mayInherit)) continue;
    for (const parent of parentsOf(file, number)) {
      const siblings = children.get(parent);
      if (siblings === undefined) children.set(parent, [number]);
      else siblings.push(number);
    }
  }
  return children;
}

/** Keys that an entry names as those of its parents, whether there are such entries or not. */
function parentsOf(file: BibtexFile, number: number): readonly CitationKey[] {
  const values = file.summaryValues;
  const fields = values.open(number) ? undefined : file.all[number]?.readFields() ?? [];
  return parentFields.flatMap((name) => {
    const value = fields === undefined ? values.valueOf(name) : fieldNamed(fields, name)?.value ?? "";
    return [value.trim(), ...keysIn(value)];
  });
}

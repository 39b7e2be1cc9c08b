import type { LibraryPart } from "../../library/library";
import type { TreeContext } from "./context";
import type { Facet } from "./facet";
import type { FacetName } from "./facetValues";
import type { GroupNode } from "./nodes";
import { isFiltered } from "./options";
import { positionOf } from "../../library/entryPositions";
import type { Rows } from "./rows";
import { isIn, sourceRows } from "./sourceRows";

/** Sources by what they have in common, in the facet's order, those of a group in the order of `positions`. */
export interface Groups {
  /** Numbers of the facet's values that any source has. */
  readonly numbers: Int32Array;
  /** The sources of the group at an index. */
  readonly membersAt: (index: number) => Int32Array;
}

/** One pass counts, a second one deals out: no comparison, whatever the number of sources. */
export function groupBy({ values, numbers, starts }: Facet, positions: Int32Array): Groups {
  const ends = new Int32Array(values.length + 1);
  eachValue(positions, (number) => ends[number + 1] = (ends[number + 1] ?? 0) + 1);
  for (let number = 0; number < values.length; number++) ends[number + 1] = (ends[number + 1] ?? 0) + (ends[number] ?? 0);
  const firsts = ends.slice();
  const members = new Int32Array(ends[values.length] ?? 0);
  eachValue(positions, (number, position) => {
    const place = ends[number] ?? 0;
    members[place] = position;
    ends[number] = place + 1;
  });
  const present = Int32Array.from(values.keys()).filter((number) => (firsts[number + 1] ?? 0) > (firsts[number] ?? 0));
  return { numbers: present, membersAt: (index) => members.subarray(firsts[present[index] ?? 0], firsts[(present[index] ?? 0) + 1]) };

  function eachValue(of: Int32Array, take: (number: number, position: number) => void): void {
    for (const position of of) {
      const end = starts[position + 1] ?? 0;
      for (let at = starts[position] ?? 0; at < end; at++) take(numbers[at] ?? 0, position);
    }
  }
}

/** So few sources of a filtered library are seen at a glance, and their groups stand open. */
const seenAtAGlance = 50;

export function groupRows(part: LibraryPart, positions: Int32Array, facet: Facet, grouping: FacetName, base: string, context: TreeContext): Rows {
  const groups = groupBy(facet, positions);
  const isOpen = isFiltered(context.options.filter) && positions.length <= seenAtAGlance;
  const valueAt = (index: number): string => facet.values[groups.numbers[index] ?? 0] ?? "";
  return {
    length: groups.numbers.length,
    at: (index, parent) => {
      const members = groups.membersAt(index);
      const id = `${base}/${grouping}:${valueAt(index)}`;
      const node: GroupNode = { kind: "group", id, parent, grouping, value: valueAt(index), count: members.length, isOpen };
      return context.branches.add(node, () => ({ head: [], rows: sourceRows(part, members, id, context) }));
    },
    nameAt: valueAt,
    indexOf: (source) => {
      if (!isIn(source, part)) return -1;
      const position = positionOf(part.bibliography.entries, source.entry);
      const first = facet.numbers[facet.starts[position] ?? 0];
      return first === undefined || !positions.includes(position) ? -1 : groups.numbers.indexOf(first);
    },
  };
}

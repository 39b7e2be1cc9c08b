import type { LibraryPart } from "../../library/library";
import { searchIndexOf } from "../../library/searchIndex";
import type { Location } from "../../model/location";
import type { Problem } from "../../model/problem";
import type { Uri } from "../../ports";
import { arrange } from "./arrange";
import type { TreeContext } from "./context";
import { facetOf } from "./facet";
import { groupRows } from "./groupRows";
import type { LibraryNode, ProblemNode, ProblemsNode, TreeNode } from "./nodes";
import { isFiltered } from "./options";
import { branchOf, type Branch, type Rows } from "./rows";
import { sourceRows } from "./sourceRows";
import { traitOf } from "./traits";

/** What a tree knows of a library beside what is in it. */
type Standing = Pick<LibraryNode, "hasNamesake" | "isInScope">;

/** A library as a row, opening to its sources as the writer wants them. */
export async function libraryNode(part: LibraryPart, { hasNamesake, isInScope }: Standing, context: TreeContext): Promise<LibraryNode> {
  const { uri, name, origin, bibliography } = part;
  const filtered = isFiltered(context.options.filter);
  const count = searchIndexOf(bibliography).keyCount;
  const node: LibraryNode = {
    kind: "library",
    // What the writer opened and closed in the whole library is one thing, what is open of what was found another.
    id: `${filtered ? "found" : "library"}:${uri}`,
    parent: undefined,
    uri,
    name,
    origin,
    hasNamesake,
    isInScope,
    count,
    shownCount: countShown(part, await context.shownIn(part)) ?? count,
    problemCount: knownProblems(part)?.length,
    isOpen: isInScope || filtered,
  };
  return context.branches.add(node, () => openLibrary(part, node, context));
}

function countShown({ bibliography }: LibraryPart, flags: Uint8Array | undefined): number | undefined {
  if (flags === undefined) return undefined;
  const index = searchIndexOf(bibliography);
  return bibliography.entries.filter((entry, position) => flags[position] === 1 && index.entryOf(entry.key) === entry).length;
}

/** Looking through more entries for problems would stall the host; they are told once a filter has asked for them. */
const mostEntriesChecked = 10_000;

/** What could not be read, where that is known or soon found out. */
export function knownProblems({ bibliography }: LibraryPart): readonly Problem[] | undefined {
  const isNear = bibliography.entries.length <= mostEntriesChecked || traitOf(bibliography, "hasProblems").done !== undefined;
  return isNear ? bibliography.problems : undefined;
}

async function openLibrary(part: LibraryPart, node: LibraryNode, context: TreeContext): Promise<Branch> {
  const positions = await arrange(part, context);
  const head = problemsIn(part, node, context);
  if (positions === undefined) return branchOf(head);
  return { head, rows: await rowsOf(part, positions, node, context) ?? sourceRows(part, positions, node.id, context) };
}

async function rowsOf(part: LibraryPart, positions: Int32Array, node: LibraryNode, context: TreeContext): Promise<Rows | undefined> {
  const { options: { grouping }, turns } = context;
  if (grouping === "library" || grouping === "none") return undefined;
  const facet = await facetOf(part.bibliography, grouping).finish(turns);
  // One group of all that lack what is asked for would be a row more to open and nothing to learn.
  return facet === undefined || facet.values.every((value) => value === "") ? undefined : groupRows(part, positions, facet, grouping, node.id, context);
}

/** What could not be read stands before what could. While one filters, it would be in the way. */
function problemsIn(part: LibraryPart, parent: LibraryNode, { branches, options }: TreeContext): readonly TreeNode[] {
  const problems = knownProblems(part) ?? [];
  if (problems.length === 0 || isFiltered(options.filter)) return [];
  const node: ProblemsNode = { kind: "problems", id: `${parent.id}/problems`, parent, count: problems.length };
  return [branches.add(node, () => ({ head: [], rows: problemRows(problems, part.uri, node.id) }))];
}

function problemRows(problems: readonly Problem[], uri: Uri, base: string): Rows {
  return {
    length: problems.length,
    at: (index, parent) => {
      const problem = problems[index];
      if (problem === undefined) throw new RangeError("There is no such problem");
      return problemNode(problem, uri, `${base}/${index}`, parent);
    },
    nameAt: (index) => String(index + 1),
    indexOf: () => -1,
  };
}

export function problemNode(problem: Problem, uri: Uri, id: string, parent: TreeNode | undefined): ProblemNode {
  const place: Location = { uri, range: problem.range };
  return { kind: "problem", id, parent, problem, place };
}

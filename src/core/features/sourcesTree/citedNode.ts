import { fold } from "../../text/fold";
import { readQuery } from "../../library/searchQuery";
import type { LoadedBibliography } from "../../library/bibliographyStore";
import { searchIndexOf } from "../../library/searchIndex";
import { baseName } from "../../text/uri";
import { sourceNode, type TreeContext } from "./context";
import type { CitedThing } from "./documentCitations";
import type { CitedNode, TreeNode, UnknownKeyNode } from "./nodes";
import type { SourcesFilter } from "./options";
import { positionOf } from "../../library/entryPositions";
import { branchOf } from "./rows";

/** What the document cites and the filter leaves; `undefined` where that is nothing. `elsewhere`: where unknown keys may be known. */
export async function citedNode(context: TreeContext, elsewhere: readonly LoadedBibliography[]): Promise<CitedNode | undefined> {
  const things = await shownThings(context);
  if (things.length === 0) return undefined;
  const unknownCount = things.filter(({ kind }) => kind === "unknown").length;
  const node: CitedNode = { kind: "cited", id: "cited", parent: undefined, count: things.length, unknownCount };
  return context.branches.add(node, () => branchOf(things.map((thing) => childOf(node, thing, context, elsewhere))));
}

async function shownThings({ citations, library, options: { filter }, shownIn }: TreeContext): Promise<readonly CitedThing[]> {
  const flags = new Map(await Promise.all(library.parts.map(async (part) => [part, await shownIn(part)] as const)));
  return citations.things.filter((thing) => {
    if (thing.kind === "unknown") return mayBeMeant(thing.key, filter);
    const { part, entry } = thing.source;
    return filter.citation !== "uncited" && flags.get(part)?.[positionOf(part.bibliography.entries, entry)] !== 0;
  });
}

/** Of an unknown key nothing is known but its letters. */
function mayBeMeant(key: string, { query, citation, lacksDoi, types, years }: SourcesFilter): boolean {
  if (citation === "uncited" || lacksDoi || types.length > 0 || years.length > 0) return false;
  const letters = fold(key);
  return readQuery(query).words.every((spellings) => spellings.some((spelling) => letters.includes(spelling)));
}

function childOf(parent: CitedNode, thing: CitedThing, context: TreeContext, elsewhere: readonly LoadedBibliography[]): TreeNode {
  if (thing.kind === "source") return sourceNode(context, { ...thing.source, key: thing.source.entry.key }, parent.id, parent);
  const { key, place, timesCited } = thing;
  const home = elsewhere.find(({ bibliography }) => searchIndexOf(bibliography).get(key) !== undefined);
  const node: UnknownKeyNode = { kind: "unknown", id: `${parent.id}/unknown:${key}`, parent, key, timesCited, place, home: home && baseName(home.uri) };
  return node;
}

import type { LibraryPart } from "../../library/library";
import { searchIndexOf } from "../../library/searchIndex";
import type { BibliographyEntry } from "../../model/bibliography";
import { fold } from "../../text/fold";
import type { TreeContext } from "./context";
import { facetOf, type Facet } from "./facet";
import type { PersonNode, SourceNode, TreeNode } from "./nodes";
import { orderOf } from "./order";
import { peopleOf } from "./people";
import { branchOf, type Branch } from "./rows";
import { mixedRows } from "./sourceRows";

/** Of a work with many authors the others are not looked up. */
const mostPeople = 5;

/** The people who made a source and something else that is in scope, each opening to the other works. */
export function personNodes(node: SourceNode, context: TreeContext): readonly TreeNode[] {
  const people = peopleOf(node.source.entry).slice(0, mostPeople);
  return people.filter((name) => mayHaveOthers(name, node, context)).map((name): PersonNode => {
    const child: PersonNode = { kind: "person", id: `${node.id}/person:${name}`, parent: node, name };
    return context.branches.add(child, () => openPerson(child, node.source.entry, context));
  });
}

/** Larger libraries are looked through when the row is opened. */
const mostEntriesLookedThrough = 5_000;

function mayHaveOthers(name: string, { source: { entry } }: SourceNode, { library: { parts } }: TreeContext): boolean {
  return parts.some((part) => {
    const { bibliography } = part;
    const facet = facetOf(bibliography, "author");
    if (facet.done === undefined && bibliography.entries.length > mostEntriesLookedThrough) return true;
    return worksBy(name, part, facet.finishNow(), Int32Array.from(bibliography.entries.keys())).some((work) => work !== entry);
  });
}

async function openPerson(node: PersonNode, own: BibliographyEntry, context: TreeContext): Promise<Branch> {
  const places: { readonly part: LibraryPart; readonly entry: BibliographyEntry }[] = [];
  for (const part of context.library.parts) {
    const facet = await facetOf(part.bibliography, "author").finish(context.turns);
    const order = await orderOf(part.bibliography, "year").finish(context.turns);
    if (facet === undefined || order === undefined) return branchOf([]);
    places.push(...worksBy(node.name, part, facet, order.positions).filter((entry) => entry !== own).map((entry) => ({ part, entry })));
  }
  return { head: [], rows: mixedRows(places, node.id, context) };
}

function worksBy(name: string, { bibliography }: LibraryPart, { values, numbers, starts }: Facet, positions: Int32Array): readonly BibliographyEntry[] {
  const person = fold(name);
  const number = values.findIndex((value) => fold(value) === person);
  if (number < 0) return [];
  const index = searchIndexOf(bibliography);
  return [...positions].flatMap((position) => {
    const entry = bibliography.entries[position];
    const isTheirs = numbers.subarray(starts[position], starts[position + 1]).includes(number);
    return isTheirs && entry !== undefined && index.entryOf(entry.key) === entry ? [entry] : [];
  });
}

import type { Library, LibraryOrigin, Source } from "../library/library";
import type { CitationKey } from "../model/citation";
import type { Uri } from "../ports";

/** A library in the Sources tree. `id` is stable as long as the file keeps its place. */
export interface LibraryNode {
  readonly kind: "library";
  readonly id: string;
  readonly uri: Uri;
  readonly name: string;
  readonly origin: LibraryOrigin;
  /** Sources in it, duplicates counted once. */
  readonly count: number;
  readonly problemCount: number;
}

export interface SourceNode {
  readonly kind: "source";
  readonly id: string;
  readonly source: Source;
  /** How often the active document cites it. */
  readonly timesCited: number;
}

export type TreeNode = LibraryNode | SourceNode;

/** The Sources tree: libraries, then their sources by author, year and title. Children are made when asked for. */
export interface SourcesTree {
  readonly libraries: readonly LibraryNode[];
  childrenOf(node: LibraryNode): readonly SourceNode[];
  parentOf(node: SourceNode): LibraryNode | undefined;
}

export function createSourcesTree(library: Library, timesCited: ReadonlyMap<CitationKey, number>): SourcesTree {
  const nodes = library.parts.map((part) => {
    const node: LibraryNode = {
      kind: "library",
      id: `library:${part.uri}`,
      uri: part.uri,
      name: part.name,
      origin: part.origin,
      count: new Set(part.bibliography.entries.map((entry) => entry.key)).size,
      problemCount: part.bibliography.problems.length,
    };
    return { node, part };
  });
  return {
    libraries: nodes.map(({ node }) => node),
    childrenOf: (node) => {
      const part = nodes.find((candidate) => candidate.node.id === node.id)?.part;
      if (part === undefined) return [];
      const byKey = new Map(part.bibliography.entries.toReversed().map((entry) => [entry.key, entry]));
      return [...byKey.values()]
        .map((entry): SourceNode => ({
          kind: "source",
          id: `source:${part.uri}#${entry.key}`,
          source: { key: entry.key, entry, part },
          timesCited: timesCited.get(entry.key) ?? 0,
        }))
        .sort(compareSources);
    },
    parentOf: (node) => nodes.find(({ node: { uri } }) => uri === node.source.part.uri)?.node,
  };
}

// One collator for all comparisons: making one for each costs more than comparing.
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

function compareSources(a: SourceNode, b: SourceNode): number {
  const [one, other] = [a.source.entry.summary, b.source.entry.summary];
  return collator.compare(one.people[0] ?? one.title, other.people[0] ?? other.title)
    || collator.compare(one.year, other.year)
    || collator.compare(one.title, other.title);
}

import type { Library, LibraryPart } from "../../library/library";
import type { BibliographyEntry } from "../../model/bibliography";
import type { Uri } from "../../ports";
import type { Turns } from "../../steps";
import { timesCitedIn, type CitationCounts } from "./citationCounts";
import type { DocumentCitations } from "./documentCitations";
import type { SourceNode, TreeNode } from "./nodes";
import type { SourcesOptions } from "./options";
import type { Branch, Branches } from "./rows";

/** What the rows of one tree are made from. */
export interface TreeContext {
  readonly options: SourcesOptions;
  readonly turns: Turns;
  readonly branches: Branches;
  /** What is in scope of the document that is written. */
  readonly library: Library;
  readonly citations: DocumentCitations;
  /** What all documents of the workspace cite, as far as it has been counted. */
  readonly counts: CitationCounts;
  /** Of each entry of a library, by its position, whether it is shown; `undefined` where all are. */
  readonly shownIn: (part: LibraryPart) => Promise<Uint8Array | undefined>;
  /** What a source opens to. */
  readonly openSource: (node: SourceNode) => Branch | Promise<Branch>;
}

/** A row of a source. `base` is the id of the group or library it belongs to, ranges left out. */
export function sourceNode(context: TreeContext, source: SourceNode["source"], base: string, parent: TreeNode | undefined): SourceNode {
  const { branches, library, citations, openSource } = context;
  const winner = library.parts.includes(source.part) ? library.get(source.key) : undefined;
  const node: SourceNode = {
    kind: "source",
    id: `${base}/source:${source.part.uri}#${source.key}`,
    parent,
    source,
    timesCited: citations.timesCited(source.entry),
    timesCitedInAll: timesCitedInAll(context, source.part.uri, source.entry),
    hiddenBy: winner !== undefined && winner.entry !== source.entry ? { name: winner.part.name, origin: winner.part.origin } : undefined,
  };
  return branches.add(node, () => openSource(node));
}

/** By all documents; at least as often as the document that is written does, which may have been edited since they were counted. */
export function timesCitedInAll({ citations, counts }: Pick<TreeContext, "citations" | "counts">, uri: Uri, entry: BibliographyEntry): number {
  return Math.max(citations.timesCited(entry), timesCitedIn(counts, uri, entry.key));
}

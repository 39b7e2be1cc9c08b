import type { LoadedBibliography } from "../../library/bibliographyStore";
import type { DocumentLibrary, Libraries } from "../../library/libraries";
import type { LibraryPart, Source } from "../../library/library";
import type { CitationKey } from "../../model/citation";
import type { ParsedDocument } from "../../model/document";
import type { TextDocument, Workspace } from "../../ports";
import type { Turns } from "../../steps";
import { workspacePart } from "../keyOccurrence";
import { arrangeAll } from "./arrange";
import type { CitationCounter, CitationCounts } from "./citationCounts";
import { citedNode } from "./citedNode";
import type { TreeContext } from "./context";
import { citationsIn, noCitations } from "./documentCitations";
import { facetOf } from "./facet";
import { libraryNode } from "./libraryNode";
import type { FailedNode, LibraryNode, TreeNode } from "./nodes";
import { isFiltered, type SourcesOptions } from "./options";
import { personNodes } from "./personNodes";
import { Branches, branchOf, type Branch } from "./rows";
import { findShown } from "./shownSources";
import { citingDocuments, linkNodes, problemNodes } from "./sourceDetails";
import { mixedRows } from "./sourceRows";

/**
 * The Sources view of one moment: what the document cites, the libraries in its scope, then those that are elsewhere in the workspace.
 * Rows are made when the row above them is opened.
 */
export interface SourcesTree {
  /** Under a row, or at the top. Empty once nobody asks any more. */
  childrenOf(node?: TreeNode): Promise<readonly TreeNode[]>;
  /** The row of a source: in its library, or among what the document cites where it stands there and `where` is `cited`. */
  find(source: Source, where: "cited" | "library"): Promise<TreeNode | undefined>;
  /** The row of a key that is cited and unknown. */
  findUnknown(key: CitationKey): Promise<TreeNode | undefined>;
  /** How many sources of all libraries there are, and how many of them are shown. */
  counts(): Promise<{ readonly all: number; readonly shown: number }>;
  /** The types of all sources, the most frequent of each library first, with their numbers. */
  types(): Promise<ReadonlyMap<string, number>>;
  /** Counts what all documents of the workspace cite; `true` where rows tell something else now than when this tree was made. */
  countCitations(): Promise<boolean>;
  /** How many citations of the document lead to no source in scope. */
  readonly unresolvedCount: number;
}

export interface TreeSources {
  readonly libraries: Libraries;
  readonly workspace: Workspace;
  readonly document: TextDocument | undefined;
  readonly options: SourcesOptions;
  readonly turns: Turns;
  readonly counter: CitationCounter;
}

export async function createSourcesTree(sources: TreeSources): Promise<SourcesTree> {
  const { libraries, document, counter, options, turns } = sources;
  const parsed = document && libraries.parse(document);
  const scoped = await libraries.of(parsed && document);
  const elsewhere = await libraries.elsewhere(scoped.scope);
  const isCountNeeded = counter.isQuick || options.sorting === "timesCited";
  const counts = isCountNeeded ? await counter.count(turns) : undefined;
  return new LazySourcesTree(sources, parsed, scoped, elsewhere, counts ?? counter.last);
}

class LazySourcesTree implements SourcesTree {
  readonly #sources: TreeSources;
  readonly #scoped: DocumentLibrary;
  readonly #elsewhere: readonly LoadedBibliography[];
  readonly #others: readonly LibraryPart[];
  readonly #branches = new Branches();
  readonly #context: TreeContext;
  #libraries: Promise<readonly LibraryNode[]> | undefined;
  #shown: ReturnType<typeof findShown> | undefined;
  #top: Promise<Branch> | undefined;

  constructor(sources: TreeSources, parsed: ParsedDocument | undefined, scoped: DocumentLibrary, elsewhere: readonly LoadedBibliography[], counts: CitationCounts) {
    const { libraries, workspace, document, options, turns } = sources;
    this.#sources = sources;
    this.#scoped = scoped;
    this.#elsewhere = elsewhere;
    this.#others = elsewhere.map(workspacePart).filter(({ uri }) => !options.excluded.includes(uri));
    const details = { libraries, workspace, branches: this.#branches, document: document?.uri };
    const context: TreeContext = {
      options,
      turns,
      branches: this.#branches,
      library: scoped.library,
      citations: parsed === undefined || document === undefined ? noCitations : citationsIn(document.uri, parsed, scoped),
      counts,
      shownIn: async (part) => (await (this.#shown ??= this.#findShown()))?.get(part),
      openSource: async (node) => branchOf([
        ...await citingDocuments(node, details),
        ...await linkNodes(node, details),
        ...problemNodes(node),
        ...node.parent?.kind === "person" ? [] : personNodes(node, context),
      ]),
    };
    this.#context = context;
  }

  get unresolvedCount(): number {
    return this.#context.citations.things.reduce((sum, thing) => thing.kind === "unknown" ? sum + thing.timesCited : sum, 0);
  }

  async childrenOf(node?: TreeNode): Promise<readonly TreeNode[]> {
    const branch = await this.#open(node);
    return this.#sources.turns.token.isCancellationRequested ? [] : this.#branches.childrenIn(branch, node);
  }

  async find(source: Source, where: "cited" | "library"): Promise<TreeNode | undefined> {
    const top = await this.childrenOf();
    const cited = where === "cited" ? top.find(({ kind }) => kind === "cited") : undefined;
    const inCited = (cited === undefined ? [] : await this.childrenOf(cited)).find((node) => node.kind === "source" && node.source.entry === source.entry);
    return inCited ?? this.#descend(source, top.find((node) => node.kind === "library" && node.uri === source.part.uri));
  }

  async findUnknown(key: CitationKey): Promise<TreeNode | undefined> {
    const cited = (await this.childrenOf()).find(({ kind }) => kind === "cited");
    return cited && (await this.childrenOf(cited)).find((node) => node.kind === "unknown" && node.key === key);
  }

  async counts(): Promise<{ readonly all: number; readonly shown: number }> {
    const nodes = await this.#libraryNodes();
    return { all: sum(nodes.map(({ count }) => count)), shown: sum(nodes.map(({ shownCount }) => shownCount)) };
  }

  async countCitations(): Promise<boolean> {
    const { counter, turns } = this.#sources;
    // Where there are few documents, they were counted as the tree was made.
    if (counter.isQuick && this.#context.counts === counter.last) return false;
    const counts = await counter.count(turns);
    return counts !== undefined && counts !== this.#context.counts;
  }

  async types(): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const { bibliography } of [...this.#parts, ...this.#others]) {
      const facet = await facetOf(bibliography, "type").finish(this.#sources.turns);
      for (const number of facet?.numbers ?? []) {
        const type = facet?.values[number] ?? "";
        counts.set(type, (counts.get(type) ?? 0) + 1);
      }
    }
    return counts;
  }

  /** The libraries in scope that the writer has not excluded. */
  get #parts(): readonly LibraryPart[] {
    return this.#scoped.library.parts.filter(({ uri }) => !this.#sources.options.excluded.includes(uri));
  }

  #findShown(): ReturnType<typeof findShown> {
    const { options, turns } = this.#sources;
    return findShown([...this.#scoped.library.parts, ...this.#others], options, this.#context.citations.isCited, turns);
  }

  #libraryNodes(): Promise<readonly LibraryNode[]> {
    return this.#libraries ??= this.#makeLibraryNodes();
  }

  #makeLibraryNodes(): Promise<readonly LibraryNode[]> {
    const parts = [...this.#parts, ...this.#others];
    const inScope = this.#parts.length;
    const names = new Map<string, number>();
    for (const { name } of parts) names.set(name, (names.get(name) ?? 0) + 1);
    return Promise.all(parts.map((part, index) => libraryNode(part, { hasNamesake: names.get(part.name) !== 1, isInScope: index < inScope }, this.#context)));
  }

  #open(node: TreeNode | undefined): Promise<Branch> {
    return node === undefined ? this.#top ??= this.#openTop() : this.#branches.open(node);
  }

  async #openTop(): Promise<Branch> {
    const { grouping, filter } = this.#sources.options;
    const cited = await citedNode(this.#context, this.#elsewhere);
    const head: readonly TreeNode[] = [...cited === undefined ? [] : [cited], ...isFiltered(filter) ? [] : this.#failedNodes()];
    const libraries = (await this.#libraryNodes()).filter(({ shownCount }) => shownCount > 0 || !isFiltered(filter));
    if (grouping !== "none") return branchOf([...head, ...libraries]);
    const places = await arrangeAll(this.#parts, this.#context) ?? [];
    return { head, rows: mixedRows(places, "all", this.#context), tail: libraries.filter(({ isInScope }) => !isInScope) };
  }

  #failedNodes(): readonly FailedNode[] {
    return this.#scoped.scope.failed.map((failure): FailedNode =>
      ({ kind: "failed", id: `failed:${failure.uri}#${failure.declaration.range.start}`, parent: undefined, failure }));
  }

  async #descend(source: Source, from: TreeNode | undefined): Promise<TreeNode | undefined> {
    if (from === undefined && this.#sources.options.grouping !== "none") return undefined;
    let node = from;
    do {
      node = this.#branches.childTo(source, await this.#open(node), node);
    } while (node !== undefined && node.kind !== "source");
    return node;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

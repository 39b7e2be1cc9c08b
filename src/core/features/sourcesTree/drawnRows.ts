import type { TreeNode } from "./nodes";
import type { SourcesTree } from "./sourcesTree";

/** What is to be drawn anew: everything, or some rows with what they have opened to. */
export type Redrawing = "all" | readonly TreeNode[];

/**
 * The rows that a host has been given. When the tree changes, the host hears of those alone that look otherwise or open to other rows, and
 * goes on with the rows it has for all that is the same: `now` gives what such a row stands for since.
 */
export class DrawnRows {
  /** Under each row that was opened, and at the top, whose name is empty: as they are now. */
  #opened: ReadonlyMap<string, readonly TreeNode[]> = new Map();
  #now: ReadonlyMap<string, TreeNode> = new Map();
  /** The rows as the host knows them. */
  readonly #given = new Map<string, TreeNode>();
  readonly #explained = new Set<string>();
  /** Every row that the host may have, of today or of earlier. */
  readonly #own = new WeakSet<object>();

  /** The row of today for one that was given earlier. */
  now(node: TreeNode): TreeNode {
    return this.#now.get(node.id) ?? node;
  }

  /** Whether this is a row of the tree, and nothing that only looks like one. */
  isRow(value: unknown): value is TreeNode {
    return typeof value === "object" && value !== null && this.#own.has(value);
  }

  /** A row has told more of itself than it shows, which may be otherwise with the next change: it is drawn anew then. */
  noteExplained({ id }: TreeNode): void {
    this.#explained.add(id);
  }

  /** The rows to hand to the host for the children of a row: one that it knows stays the same object. */
  give(parent: TreeNode | undefined, children: readonly TreeNode[]): readonly TreeNode[] {
    const name = nameOf(parent);
    const gone = new Set((this.#opened.get(name) ?? []).map(({ id }) => id));
    for (const { id } of children) gone.delete(id);
    const opened = new Map(this.#opened).set(name, children);
    const now = new Map(this.#now);
    for (const id of gone) this.#forget(id, opened, now);
    for (const child of children) this.#note(child, now);
    this.#opened = opened;
    this.#now = now;
    return children.map((child) => this.#give(child));
  }

  /** Takes over the rows of another tree; what of them is to be drawn, or `undefined` where the tree was given up meanwhile. */
  async update(tree: SourcesTree, isWanted: () => boolean): Promise<Redrawing | undefined> {
    const before = this.#opened;
    const opened = new Map<string, readonly TreeNode[]>();
    const now = new Map<string, TreeNode>();
    const changed: TreeNode[] = [];
    const look = async (node: TreeNode | undefined): Promise<void> => {
      const earlier = before.get(nameOf(node));
      if (earlier === undefined) return;
      const children = await tree.childrenOf(node);
      opened.set(nameOf(node), children);
      if (!isSameList(earlier, children)) changed.push(...node === undefined ? [] : [node]);
      for (const child of children) this.#note(child, now);
      for (const [index, child] of children.entries()) {
        const known = earlier[index];
        if (known?.id === child.id && (this.#explained.has(child.id) || looks(known) !== looks(child))) changed.push(child);
        await look(child);
      }
    };
    await look(undefined);
    if (!isWanted()) return undefined;
    const isTopNew = before.size > 0 && !isSameList(before.get("") ?? [], opened.get("") ?? []);
    this.#opened = opened;
    this.#now = now;
    this.#explained.clear();
    for (const id of this.#given.keys()) if (!now.has(id)) this.#given.delete(id);
    return isTopNew ? "all" : this.#outermost(changed);
  }

  /** What lies within another one that is drawn is drawn with it. */
  #outermost(changed: readonly TreeNode[]): readonly TreeNode[] {
    const ids = new Set(changed.map(({ id }) => id));
    const isWithin = ({ parent }: TreeNode): boolean => parent !== undefined && (ids.has(parent.id) || isWithin(parent));
    return [...new Set(changed.filter((node) => !isWithin(node)).flatMap(({ id }) => this.#given.get(id) ?? []))];
  }

  #note(node: TreeNode, now: Map<string, TreeNode>): void {
    now.set(node.id, node);
    this.#own.add(node);
  }

  #give(node: TreeNode): TreeNode {
    const known = this.#given.get(node.id);
    if (known === undefined) this.#given.set(node.id, node);
    return known ?? node;
  }

  #forget(id: string, opened: Map<string, readonly TreeNode[]>, now: Map<string, TreeNode>): void {
    now.delete(id);
    this.#given.delete(id);
    const children = opened.get(id) ?? [];
    opened.delete(id);
    for (const child of children) this.#forget(child.id, opened, now);
  }
}

function nameOf(node: TreeNode | undefined): string {
  return node?.id ?? "";
}

function isSameList(a: readonly TreeNode[], b: readonly TreeNode[]): boolean {
  return a.length === b.length && a.every(({ id }, index) => id === b[index]?.id);
}

/** What of a node is not seen: where it stands, and what it is about beyond what its row says. */
const unseen = new Set(["parent", "place", "range"]);

/** All that a row says, as one text. */
function looks(node: TreeNode): string {
  const { source, ...rest } = node.kind === "source" ? node : { ...node, source: undefined };
  return JSON.stringify([rest, source?.key, source?.entry.summary], (name, value: unknown) => unseen.has(name) ? undefined : value);
}

import type { Source } from "../../library/library";
import type { RangeNode, TreeNode } from "./nodes";

/** A list of rows, each made when it is asked for. */
export interface Rows {
  readonly length: number;
  readonly at: (index: number, parent: TreeNode | undefined) => TreeNode;
  /** What a row is known by where the list is cut into ranges. */
  readonly nameAt: (index: number) => string;
  /** The row that is this source or leads to it, or -1. */
  readonly indexOf: (source: Source) => number;
}

/** What a row opens to: a few rows of its own, then a list that may be long, then a few more. */
export interface Branch {
  readonly head: readonly TreeNode[];
  readonly rows: Rows;
  readonly tail?: readonly TreeNode[];
}

export type OpenBranch = () => Branch | Promise<Branch>;

const noRows: Rows = {
  length: 0,
  at: () => {
    throw new RangeError("There is no row");
  },
  nameAt: () => "",
  indexOf: () => -1,
};

/** A few rows that are there already. */
export function branchOf(head: readonly TreeNode[]): Branch {
  return { head, rows: noRows };
}

/** How the rows of one tree open. */
export class Branches {
  readonly #open = new WeakMap<TreeNode, OpenBranch>();

  /** The row itself. */
  add<T extends TreeNode>(node: T, open: OpenBranch): T {
    this.#open.set(node, open);
    return node;
  }

  async open(node: TreeNode): Promise<Branch> {
    return await this.#open.get(node)?.() ?? branchOf([]);
  }

  /** The rows under a row, or under none at the top; a list too long for that in ranges. */
  childrenIn({ head, rows, tail = [] }: Branch, parent: TreeNode | undefined): readonly TreeNode[] {
    const size = rangeSize(rows.length);
    const count = Math.ceil(rows.length / size);
    const middle = size === 1
      ? Array.from({ length: count }, (_, index) => rows.at(index, parent))
      : Array.from({ length: count }, (_, index) => this.#range(rows, index * size, size, parent));
    return [...head, ...middle, ...tail];
  }

  /** The child that is a source or leads to it. */
  childTo(source: Source, { rows }: Branch, parent: TreeNode | undefined): TreeNode | undefined {
    const index = rows.indexOf(source);
    if (index < 0) return undefined;
    const size = rangeSize(rows.length);
    return size === 1 ? rows.at(index, parent) : this.#range(rows, index - index % size, size, parent);
  }

  #range(rows: Rows, start: number, size: number, parent: TreeNode | undefined): RangeNode {
    const count = Math.min(size, rows.length - start);
    const node: RangeNode = {
      kind: "range",
      id: `${parent?.id ?? ""}/rows:${start}`,
      parent,
      first: rows.nameAt(start),
      last: rows.nameAt(start + count - 1),
      from: start + 1,
      count,
    };
    return this.add(node, () => ({ head: [], rows: partOf(rows, start, count) }));
  }
}

/** A longer list is not looked through, and VS Code would stall over it. */
export const longestList = 500;

/** How many rows a range takes together; 1 where no ranges are needed. */
function rangeSize(length: number): number {
  return length <= longestList ? 1 : Math.max(longestList, Math.ceil(length / longestList));
}

function partOf(rows: Rows, start: number, length: number): Rows {
  return {
    length,
    at: (index, parent) => rows.at(start + index, parent),
    nameAt: (index) => rows.nameAt(start + index),
    indexOf: (source) => {
      const index = rows.indexOf(source) - start;
      return index < length ? Math.max(index, -1) : -1;
    },
  };
}

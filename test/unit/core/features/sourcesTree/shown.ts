import type { TreeNode } from "../../../../../src/core/features/sourcesTree/nodes";
import { defaultSourcesOptions, noFilter, type SourcesFilter, type SourcesOptions } from "../../../../../src/core/features/sourcesTree/options";
import type { SourcesTree } from "../../../../../src/core/features/sourcesTree/sourcesTree";
import { serviceFor } from "../../../../support/service";

export interface Wanted extends Partial<Omit<SourcesOptions, "filter">> {
  readonly filter?: Partial<SourcesFilter>;
  /** Default: `paper.md` where there is one. */
  readonly document?: string;
  /** Default: none. */
  readonly corpus?: "auto" | "never";
}

export function optionsOf({ grouping, sorting, filter, excluded }: Wanted): SourcesOptions {
  return {
    grouping: grouping ?? defaultSourcesOptions.grouping,
    sorting: sorting ?? defaultSourcesOptions.sorting,
    filter: { ...noFilter, ...filter },
    excluded: excluded ?? [],
  };
}

export async function treeOf(files: Readonly<Record<string, string>>, wanted: Wanted = {}): Promise<SourcesTree> {
  const { service, workspace } = serviceFor(files, { settings: { corpus: wanted.corpus ?? "never" } });
  const name = wanted.document ?? ("paper.md" in files ? "paper.md" : undefined);
  return service.sources(name === undefined ? undefined : workspace.document(name), optionsOf(wanted));
}

/** A tree as an outline, two spaces a level, opened as deep as that. */
export async function outline(tree: SourcesTree, depth: number, node?: TreeNode): Promise<readonly string[]> {
  if (depth === 0) return [];
  const children = await tree.childrenOf(node);
  const lines = await Promise.all(children.map(async (child) => [shownNode(child), ...(await outline(tree, depth - 1, child)).map((line) => `  ${line}`)]));
  return lines.flat();
}

/** The child with this outline. */
export async function child(tree: SourcesTree, shown: string, node?: TreeNode): Promise<TreeNode> {
  const children = await tree.childrenOf(node);
  const found = children.find((candidate) => shownNode(candidate) === shown);
  if (found === undefined) throw new Error(`No row ${shown} among ${children.map(shownNode).join(", ")}`);
  return found;
}

export function shownNode(node: TreeNode): string {
  switch (node.kind) {
    case "cited": return `cited ${node.count}${node.unknownCount === 0 ? "" : ` (${node.unknownCount} unknown)`}`;
    case "unknown": return `${node.key}? ×${node.timesCited}${node.home === undefined ? "" : ` in ${node.home}`}`;
    case "library": return [
      `[${node.name}]`, node.origin, node.shownCount === node.count ? node.count : `${node.shownCount} of ${node.count}`,
      ...node.isInScope ? [] : ["elsewhere"], ...node.problemCount === 0 ? [] : [`problems ${node.problemCount ?? "?"}`],
    ].join(" ");
    case "failed": return `${node.failure.reason} ${node.failure.declaration.path}`;
    case "group": return `${node.grouping} ${node.value || "–"} (${node.count})`;
    case "range": return `${node.first} … ${node.last} from ${node.from} (${node.count})`;
    case "source": return [node.source.key, ...node.timesCited === 0 ? [] : [`×${node.timesCited}`], ...node.timesCitedInAll === node.timesCited ? [] : [`of ×${node.timesCitedInAll}`], ...node.hiddenBy === undefined ? [] : [`hidden by ${node.hiddenBy.name}`]].join(" ");
    case "document": return `in ${node.uri.slice(node.uri.lastIndexOf("/") + 1)} (${node.count})`;
    case "citation": return `${node.excerpt.line}: ${node.excerpt.text.slice(0, node.excerpt.start)}⟦${node.excerpt.text.slice(node.excerpt.start, node.excerpt.end)}⟧${node.excerpt.text.slice(node.excerpt.end)}`;
    case "link": return "address" in node ? `${node.target} ${node.address}` : node.target === "file" ? `file ${node.name} ${node.uri}` : `entry ${node.name}`;
    case "problems": return `problems (${node.count})`;
    case "problem": return node.problem.code;
    case "person": return `by ${node.name}`;
  }
}

import type { Libraries } from "../../library/libraries";
import type { Source } from "../../library/library";
import type { Problem } from "../../model/problem";
import type { Uri, Workspace } from "../../ports";
import { missingFieldProblem } from "../problems";
import { citingDocumentsOf, excerptsIn, type CitingDocument } from "./citingPlaces";
import { knownProblems, problemNode } from "./libraryNode";
import { linksOfSource } from "./linksOfSource";
import type { CitationNode, CitingDocumentNode, Excerpt, LinkNode, SourceNode, TreeNode } from "./nodes";
import { branchOf, type Branches } from "./rows";
import { writtenEntry } from "./writtenEntry";

export interface DetailsContext {
  readonly libraries: Libraries;
  readonly workspace: Workspace;
  readonly branches: Branches;
  /** The document that is written; what it cites comes first. */
  readonly document: Uri | undefined;
}

/** The documents that cite a source, each opening to the places. */
export async function citingDocuments(node: SourceNode, { libraries, workspace, branches, document }: DetailsContext): Promise<readonly TreeNode[]> {
  return (await citingDocumentsOf(libraries, node.source, document)).map((citing): CitingDocumentNode => {
    const child: CitingDocumentNode = { kind: "document", id: `${node.id}/in:${citing.uri}`, parent: node, uri: citing.uri, count: citing.places.length };
    return branches.add(child, async () => branchOf(citationNodes(child, citing, await excerptsIn(citing, workspace))));
  });
}

function citationNodes(parent: CitingDocumentNode, { places }: CitingDocument, excerpts: readonly Excerpt[]): readonly CitationNode[] {
  return places.flatMap(({ uri, range }, index) => {
    const excerpt = excerpts[index];
    return excerpt === undefined ? [] : [{ kind: "citation", id: `${parent.id}:${index}`, parent, place: { uri, range }, excerpt }];
  });
}

/** Where the source can be read, and its entry. */
export async function linkNodes(node: SourceNode, { libraries, workspace }: Pick<DetailsContext, "libraries" | "workspace">): Promise<readonly LinkNode[]> {
  const links = linksOfSource(node.source, workspace.home, await writtenEntry(libraries, node.source));
  return links.map((link, index) => ({ kind: "link", id: `${node.id}/${link.target === "file" ? `file:${index}` : link.target}`, parent: node, ...link }));
}

/** What is wrong with the source's entry. */
export function problemsOfSource({ entry, part }: Source): readonly Problem[] {
  const { start, end } = entry.range;
  const read = (knownProblems(part) ?? []).filter(({ range }) => range.start >= start && range.start < end);
  const incomplete = missingFieldProblem(entry);
  return incomplete === undefined ? read : [...read, incomplete];
}

export function problemNodes(node: SourceNode): readonly TreeNode[] {
  const { part } = node.source;
  return problemsOfSource(node.source).map((problem, index) => problemNode(problem, part.uri, `${node.id}/problem:${index}`, node));
}

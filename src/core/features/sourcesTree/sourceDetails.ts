import { EntryFields } from "../../format/fromBibtex/entryFields";
import { identifierProperties } from "../../format/fromBibtex/identifiers";
import type { Libraries } from "../../library/libraries";
import type { LibraryPart } from "../../library/library";
import type { BibliographyEntry } from "../../model/bibliography";
import type { CslItem } from "../../model/cslItem";
import type { Problem } from "../../model/problem";
import type { Uri, Workspace } from "../../ports";
import { decodeText } from "../../text/decode";
import { baseName, parentUri, resolvePath } from "../../text/uri";
import { citationsOf, type CitationPlace } from "../findCitations";
import { missingFieldProblem } from "../problems";
import { linksOf, type SourceLinks } from "../sourceLinks";
import { attachedFiles } from "./attachedFiles";
import { excerptsOf } from "./excerpt";
import { knownProblems, problemNode } from "./libraryNode";
import type { CitationNode, CitingDocumentNode, LinkNode, SourceNode, TreeNode } from "./nodes";
import { branchOf, type Branches } from "./rows";

export interface DetailsContext {
  readonly libraries: Libraries;
  readonly workspace: Workspace;
  readonly branches: Branches;
  /** The document that is written; what it cites comes first. */
  readonly document: Uri | undefined;
}

/** The documents that cite a source, each opening to the places. */
export async function citingDocuments(node: SourceNode, { libraries, workspace, branches, document }: DetailsContext): Promise<readonly TreeNode[]> {
  const places = await citationsOf(libraries, node.source);
  const uris = [...new Set(places.map(({ uri }) => uri))].sort((a, b) => Number(b === document) - Number(a === document));
  return uris.map((uri): CitingDocumentNode => {
    const own = places.filter((place) => place.uri === uri);
    const child: CitingDocumentNode = { kind: "document", id: `${node.id}/in:${uri}`, parent: node, uri, count: own.length };
    return branches.add(child, async () => branchOf(citationNodes(child, own, await textOf(uri, workspace))));
  });
}

function citationNodes(parent: CitingDocumentNode, places: readonly CitationPlace[], text: string): readonly CitationNode[] {
  const ordered = places.toSorted((a, b) => a.range.start - b.range.start);
  const excerpts = excerptsOf(text, ordered.map(({ range }) => range));
  return ordered.flatMap(({ uri, range }, index) => {
    const excerpt = excerpts[index];
    return excerpt === undefined ? [] : [{ kind: "citation", id: `${parent.id}:${index}`, parent, place: { uri, range }, excerpt }];
  });
}

async function textOf(uri: Uri, workspace: Workspace): Promise<string> {
  const content = await workspace.readFile(uri);
  return content === undefined ? "" : typeof content === "string" ? content : decodeText(content).text;
}

/** Where the source can be read, and its entry. */
export function linkNodes(node: SourceNode, home: Uri | undefined): readonly LinkNode[] {
  const { entry, part } = node.source;
  const { doi, url } = addressesOf(entry);
  const base = { kind: "link" as const, parent: node };
  return [
    ...doi === undefined ? [] : [{ ...base, id: `${node.id}/doi`, target: "doi" as const, address: doi }],
    ...url === undefined ? [] : [{ ...base, id: `${node.id}/url`, target: "url" as const, address: url }],
    ...filesOf(entry, part, home).map((file, index) => ({ ...base, id: `${node.id}/file:${index}`, target: "file" as const, ...file })),
    { ...base, id: `${node.id}/entry`, target: "entry", name: part.origin === "corpus" ? part.name : baseName(part.uri), place: { uri: part.uri, range: entry.keyRange } },
  ];
}

/** Without the slow part. */
function addressesOf(entry: BibliographyEntry): SourceLinks {
  if (entry.format !== "bibtex") return linksOf(entry.item);
  const { doi, url } = identifierProperties(new EntryFields(entry));
  return linksOf({ id: entry.key, type: entry.summary.type, DOI: doi, URL: url } as CslItem);
}

function filesOf(entry: BibliographyEntry, { uri }: LibraryPart, home: Uri | undefined): readonly { readonly name: string; readonly uri: Uri }[] {
  if (entry.format !== "bibtex") return [];
  return attachedFiles(entry.effectiveFields.get("file") ?? "").flatMap(({ name, path }) => {
    const [place] = resolvePath(path, parentUri(uri), home).toReversed();
    return place === undefined ? [] : [{ name, uri: place }];
  });
}

/** What is wrong with the source's entry. */
export function problemNodes(node: SourceNode): readonly TreeNode[] {
  const { entry, part } = node.source;
  const { start, end } = entry.range;
  const read = (knownProblems(part) ?? []).filter(({ range }) => range.start >= start && range.start < end);
  const incomplete: Problem | undefined = missingFieldProblem(entry);
  return [...read, ...incomplete === undefined ? [] : [incomplete]].map((problem, index) => problemNode(problem, part.uri, `${node.id}/problem:${index}`, node));
}

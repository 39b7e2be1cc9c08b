import type { Library, LibraryPart, Source } from "../library/library";
import type { CitationCluster, CitationKey } from "../model/citation";
import type { ParsedDocument } from "../model/document";
import type { TextRange } from "../model/textRange";
import { countCitations, isCitation, writtenKeyAt, type WrittenKey } from "./citedItems";
import { plainCitation } from "./preview/plainCitation";

/** What is known about the key at an offset of a document or of a bibliography, or about the citation around it. */
export type HoverAnswer =
  | {
    readonly kind: "citation";
    readonly range: TextRange;
    /** It stands in the document's formatted citations too. */
    readonly cluster: CitationCluster;
    /** In plain words, for as long as it is not formatted; empty where it prints nothing. */
    readonly plain: string;
  }
  | {
    readonly kind: "source";
    readonly range: TextRange;
    readonly source: Source;
    /** Further definitions of the same key, which this one hides. */
    readonly others: readonly Source[];
    readonly timesCited: number;
  }
  | {
    readonly kind: "entry";
    readonly range: TextRange;
    readonly source: Source;
    /** Entries of the workspace's bibliographies with the same key. */
    readonly others: readonly Source[];
    /** How often the documents of the workspace cite it, and how many of them. */
    readonly timesCited: number;
    readonly citingDocuments: number;
  }
  | {
    readonly kind: "unknown";
    readonly range: TextRange;
    readonly key: CitationKey;
    /** The names of what was looked through, with their number of sources. */
    readonly searched: readonly (Pick<LibraryPart, "name" | "origin"> & { readonly count: number })[];
    readonly nearest: readonly CitationKey[];
  };

const mostNearKeys = 3;

export function hoverAt(document: ParsedDocument, offset: number, library: Library): HoverAnswer | undefined {
  const written = writtenKeyAt(document, library, offset);
  if (written === undefined) return citationAround(document, offset, library);
  const { key, range } = written;
  const [source, ...others] = library.definitions(key);
  if (source !== undefined) {
    return { kind: "source", range, source, others, timesCited: countCitations(document).get(key) ?? 0 };
  }
  return unknownKey(written, library);
}

/** Of a key that stands for nothing in a library. */
export function unknownKey({ key, range }: WrittenKey, library: Library): Extract<HoverAnswer, { readonly kind: "unknown" }> {
  return {
    kind: "unknown",
    range,
    key,
    searched: library.parts.map(({ name, origin, bibliography }) => ({ name, origin, count: bibliography.entries.length })),
    nearest: library.nearestKeys(key, mostNearKeys),
  };
}

/** The innermost citation that an offset lies in. */
function citationAround({ clusters }: ParsedDocument, offset: number, library: Library): HoverAnswer | undefined {
  const cluster = clusters.findLast(({ range, citationItems }) => offset >= range.start && offset < range.end && citationItems.some((item) => isCitation(item, library)));
  if (cluster === undefined) return undefined;
  const printed = cluster.citationItems.filter(({ mode }) => mode !== "nocite");
  const plain = plainCitation({ ...cluster, citationItems: printed }, library) ?? printed.map(({ key }) => key).join("; ");
  return { kind: "citation", range: cluster.range, cluster, plain };
}

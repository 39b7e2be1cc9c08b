import type { FailedDeclaration } from "../../library/scope";
import type { LibraryOrigin, Source } from "../../library/library";
import type { CitationKey } from "../../model/citation";
import type { Location } from "../../model/location";
import type { Problem } from "../../model/problem";
import type { Uri } from "../../ports";
import type { SourceLink } from "./linksOfSource";
import type { Grouping } from "./options";

/** A row of the Sources tree. `id` stays as long as what it stands for does, and differs from that of any other row. */
interface Row {
  readonly id: string;
  readonly parent: TreeNode | undefined;
}

/** What the document that is written cites, in order of appearance. */
export interface CitedNode extends Row {
  readonly kind: "cited";
  /** Sources and unknown keys, each once. */
  readonly count: number;
  readonly unknownCount: number;
}

/** A cited key that no library in scope has. */
export interface UnknownKeyNode extends Row {
  readonly kind: "unknown";
  readonly key: CitationKey;
  readonly timesCited: number;
  /** Where it is cited first. */
  readonly place: Location;
  /** A bibliography of the workspace that has the key, but is not in scope. */
  readonly home: string | undefined;
}

export interface LibraryNode extends Row {
  readonly kind: "library";
  readonly uri: Uri;
  readonly name: string;
  readonly origin: LibraryOrigin;
  /** Whether another library of the tree has the same name. */
  readonly hasNamesake: boolean;
  /** Whether the document that is written sees it. */
  readonly isInScope: boolean;
  /** Sources in it, duplicates counted once. */
  readonly count: number;
  /** Sources that the filter leaves. */
  readonly shownCount: number;
  /** What could not be read; `undefined` where finding out takes long. */
  readonly problemCount: number | undefined;
  /** Whether it opens at first sight. */
  readonly isOpen: boolean;
}

/** A bibliography that is named and cannot be read. */
export interface FailedNode extends Row {
  readonly kind: "failed";
  readonly failure: FailedDeclaration;
}

/** Sources of one library with something in common. */
export interface GroupNode extends Row {
  readonly kind: "group";
  readonly grouping: Exclude<Grouping, "library" | "none">;
  /** The year, the CSL type, the language's tag, …; empty for sources without any. */
  readonly value: string;
  readonly count: number;
  readonly isOpen: boolean;
}

/** Some neighbours of a list too long to be looked through. */
export interface RangeNode extends Row {
  readonly kind: "range";
  /** What the first and the last row are known by. */
  readonly first: string;
  readonly last: string;
  /** Number of the first row, counted from 1. */
  readonly from: number;
  readonly count: number;
}

export interface SourceNode extends Row {
  readonly kind: "source";
  readonly source: Source;
  /** How often the document that is written cites it. */
  readonly timesCited: number;
  /** How often all documents of the workspace do, as far as they have been counted. */
  readonly timesCitedInAll: number;
  /** A library whose source of the same key counts instead. */
  readonly hiddenBy: Pick<LibraryNode, "name" | "origin"> | undefined;
}

/** A document of the workspace that cites a source. */
export interface CitingDocumentNode extends Row {
  readonly kind: "document";
  readonly uri: Uri;
  readonly count: number;
}

/** One citation of a source, with the line it stands in. */
export interface CitationNode extends Row {
  readonly kind: "citation";
  readonly place: Location;
  readonly excerpt: Excerpt;
}

/** The text around a place, on one line. */
export interface Excerpt {
  readonly text: string;
  /** The place within `text`. */
  readonly start: number;
  readonly end: number;
  /** Number of the line, counted from 1. */
  readonly line: number;
}

/** Where a source or its entry can be read. */
export type LinkNode = Row & { readonly kind: "link" } & SourceLink;

/** What could not be read of a library. */
export interface ProblemsNode extends Row {
  readonly kind: "problems";
  readonly count: number;
}

export interface ProblemNode extends Row {
  readonly kind: "problem";
  readonly problem: Problem;
  readonly place: Location;
}

/** Other works by a person who made a source. */
export interface PersonNode extends Row {
  readonly kind: "person";
  readonly name: string;
}

export type TreeNode =
  | CitedNode | UnknownKeyNode | LibraryNode | FailedNode | GroupNode | RangeNode | SourceNode
  | CitingDocumentNode | CitationNode | LinkNode | ProblemsNode | ProblemNode | PersonNode;

/** The place in a file that a row stands for, if it stands for one. */
export function placeOf(node: TreeNode): Location | undefined {
  switch (node.kind) {
    case "unknown":
    case "citation":
    case "problem": return node.place;
    case "source": return { uri: node.source.part.uri, range: node.source.entry.keyRange };
    case "link": return node.target === "entry" ? node.place : undefined;
    case "failed": return { uri: node.failure.uri, range: node.failure.declaration.range };
    default: return undefined;
  }
}

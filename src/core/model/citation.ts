import type { TextRange } from "./textRange";

/** The key as the writer means it: without `@`, braces or surrounding space. */
export type CitationKey = string;

export type CitationMode = "normal" | "suppress-author" | "author-in-text" | "nocite";

/** CSL's locator: a label (CSL's term, e.g. `page`, `chapter`) and the value as written, e.g. `3–5`. */
export interface Locator {
  readonly label: string;
  readonly value: string;
}

export interface CitationItem {
  readonly key: CitationKey;
  /** The key alone, without `@`, `-` or braces. */
  readonly keyRange: TextRange;
  readonly mode: CitationMode;
  readonly prefix: string;
  readonly suffix: string;
  /** `prefix` and `suffix` with emphasis, superscript and subscript as CSL-JSON has them in its text, where there is any. */
  readonly markedPrefix?: string;
  readonly markedSuffix?: string;
  readonly locator?: Locator;
  /**
   * The key has the form of a Quarto or bookdown cross-reference (`fig-…`, `tbl-…`): it is a citation only when a
   * library in scope knows the key. Ask `citedItems`, which decides.
   */
  readonly mayBeCrossReference?: boolean;
}

/** How a cluster is written, which decides how it can be extended. */
export type ClusterSyntax =
  /** Pandoc's `[see @a, p. 3; @b]` */
  | "bracketed"
  /** Pandoc's `@a` or `@a [p. 3]` in the running text */
  | "in-text"
  /** MyST's `` {cite:p}`a,b` `` */
  | "role"
  /** LaTeX's `\cite[p. 3]{a,b}` */
  | "command"
  /** A key under `nocite:` in front matter. */
  | "metadata";

/** One citation as written; its items stand in order of appearance. */
export interface CitationCluster {
  readonly syntax: ClusterSyntax;
  /** The whole citation, brackets and command included. */
  readonly range: TextRange;
  /** LaTeX command without backslash, or the MyST role, as written. */
  readonly command?: string;
  readonly citationItems: readonly CitationItem[];
}

/** What a key slot holds and therefore what may be written into it. */
export type KeySlotSyntax =
  /** After Pandoc's `@`: a key that needs braces brings its own. */
  | "bare"
  /** Between the braces of `@{…}`. */
  | "braced"
  /** One place of a comma-separated list: a LaTeX key argument, a MyST role. */
  | "list"
  /** After `[` or `;` in Markdown, where a key would still need its `@`. */
  | "needs-at";

/**
 * A place where a key stands or could stand, complete or half-typed: also in `\cite{`, `[@`, `\cite{a, }`.
 * Completion answers inside slots and nowhere else.
 */
export interface KeySlot {
  readonly syntax: KeySlotSyntax;
  /** The key written so far, without surrounding space; empty (`start === end`) where nothing is written yet. */
  readonly range: TextRange;
  /** Stands in the brackets of a citation in Markdown, where words may stand before and behind the key. */
  readonly isInBrackets?: boolean;
  /** Of a command in LaTeX that has no notes yet: where they would stand. */
  readonly notesAt?: number;
}

/** How a locator is written at its place. */
export type LocatorSlotSyntax =
  /** Behind a key and its comma, in the brackets behind a key, and in braces: Pandoc's terms. */
  | "pandoc"
  /** The postnote of a command in LaTeX. */
  | "postnote";

/** A place where the label of a locator stands or could stand: `[@key, p. 3]`, `\cite[p.~3]{key}`. */
export interface LocatorSlot {
  readonly syntax: LocatorSlotSyntax;
  /** The label written so far; empty where nothing is written yet. */
  readonly range: TextRange;
}

/** A key that is written without citing its source: `\defcitealias{key}{alias}`, `\shortcites{a,b}`. */
export interface KeyMention {
  readonly key: CitationKey;
  readonly keyRange: TextRange;
}

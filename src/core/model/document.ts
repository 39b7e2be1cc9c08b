import type { CitationCluster, KeySlot } from "./citation";
import type { Problem } from "./problem";
import type { TextRange } from "./textRange";
import type { CslItem } from "./cslItem";

export type DocumentLanguage = "markdown" | "latex";

/** Where a document names a bibliography. */
export interface BibliographyDeclaration {
  /** As the writer means it: unquoted, LaTeX's or YAML's escapes undone, no ending added. */
  readonly path: string;
  /** The path alone as written, inside quotes if there are any. */
  readonly range: TextRange;
  /** `tex` paths may lack their `.bib`. */
  readonly kind: "front-matter" | "tex";
}

/** Another file that is part of the same work (`\input` and its kin), or the root that this file is part of. */
export interface DocumentLink {
  readonly kind: "include" | "root";
  readonly path: string;
  /** `\import{dir}{file}` and `\subimport`: the folder that `path` is relative to. */
  readonly directory?: string;
  readonly range: TextRange;
}

/** A source that the document itself defines: front matter `references:`, `\bibitem`. */
export interface InlineSource {
  readonly item: CslItem;
  readonly keyRange: TextRange;
  readonly range: TextRange;
}

/** What the document says about formatting; the last one said wins. */
export interface DocumentSettings {
  /** Front matter `csl:` */
  readonly style?: string;
  /** Front matter `lang:` (BCP 47) */
  readonly locale?: string;
}

/** The facts of one document. Everything that features ask about its text is here, with ranges. */
export interface ParsedDocument {
  readonly language: DocumentLanguage;
  /** In order of their start. */
  readonly clusters: readonly CitationCluster[];
  /** In order of their start; they do not overlap. */
  readonly keySlots: readonly KeySlot[];
  readonly declarations: readonly BibliographyDeclaration[];
  readonly links: readonly DocumentLink[];
  readonly inlineSources: readonly InlineSource[];
  readonly settings: DocumentSettings;
  /** `\nocite{*}` or Pandoc's `nocite: '@*'`: every source of the library counts as cited. */
  readonly citesEverything: boolean;
  /** The text inside `---` … `---` of the front matter, where a declaration could be added. */
  readonly frontMatter?: TextRange;
  readonly problems: readonly Problem[];
}

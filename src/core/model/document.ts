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
  /** The id of a CSL style that prints much like the one that LaTeX will use. */
  readonly nearStyle?: string;
  /** The LaTeX package that decides which commands and styles there are. */
  readonly bibliographyPackage?: "apacite" | "biblatex" | "natbib";
  /** BibTeX's style, as `\\bibliographystyle` names it. */
  readonly bibtexStyle?: string;
  /** Front matter `lang:` (BCP 47) */
  readonly locale?: string;
  /** Front matter `reference-section-title:` */
  readonly referenceSectionTitle?: string;
  /** Front matter `suppress-bibliography: true` */
  readonly hasNoReferenceList?: boolean;
}

export interface Heading {
  /** As written, without its signs and attributes. */
  readonly title: string;
  readonly level: number;
  /** Of its lines. */
  readonly range: TextRange;
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
  /** Where the list of references will stand: Pandoc's div `refs`, MyST's directive, `\\printbibliography`, `\\bibliography`. */
  readonly referenceList?: TextRange;
  /** What stands between `\\begin{document}` and `\\end{document}`, as far as these are there. */
  readonly body?: TextRange;
  /** Markdown's headings, in order. */
  readonly headings: readonly Heading[];
  /** The text inside `---` … `---` of the front matter, where a declaration could be added. */
  readonly frontMatter?: TextRange;
  readonly problems: readonly Problem[];
}

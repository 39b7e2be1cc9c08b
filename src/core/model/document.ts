import type { CitationCluster, CitationKey, KeyMention, KeySlot, LocatorSlot } from "./citation";
import type { Problem } from "./problem";
import type { TextRange } from "./textRange";
import type { CslItem } from "./cslItem";
import type { YamlMap } from "./yamlValue";

export type DocumentLanguage = "markdown" | "latex";

/** Where a document names a bibliography. */
export interface BibliographyDeclaration {
  /** As the writer means it: unquoted, LaTeX's or YAML's escapes undone, no ending added. */
  readonly path: string;
  /** The path alone as written, inside quotes if there are any. */
  readonly range: TextRange;
  /** `tex` paths may lack their `.bib`. */
  readonly kind: "front-matter" | "tex";
  /** Only one branch of a condition in LaTeX declares it, so that it may never be looked for. */
  readonly isAlternative?: true;
}

/** Another file that is part of the same work (`\input` and its kin), or the root that this file is part of. */
export interface DocumentLink {
  readonly kind: "include" | "root";
  readonly path: string;
  /** `\import{dir}{file}` and `\subimport`: the folder that `path` is relative to. */
  readonly directory?: string;
  readonly range: TextRange;
}

/** A source that the document itself defines: `\bibitem`, or an item of the front matter's `references:`, which is CSL in YAML. */
export type InlineSource = {
  readonly key: CitationKey;
  readonly keyRange: TextRange;
  readonly range: TextRange;
} & ({ readonly item: CslItem } | { readonly yaml: YamlMap });

/** What the document says about formatting; the last one said wins. */
export interface DocumentSettings {
  /** Front matter `csl:` */
  readonly style?: string;
  /** Where a path in `style` begins, if not where the document lies: the folder of a project file. */
  readonly styleFolder?: string;
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

/** A footnote of the writer's own. */
export interface Note {
  /** Where its text stands. */
  readonly range: TextRange;
  /** Where the text of the document calls it; behind all text where nothing does. */
  readonly calledAt: number;
}

/** The facts of one document. Everything that features ask about its text is here, with ranges. */
export interface ParsedDocument {
  readonly language: DocumentLanguage;
  /** In order of their start. */
  readonly clusters: readonly CitationCluster[];
  /** In order of their start; they do not overlap. */
  readonly keySlots: readonly KeySlot[];
  /** In order of their start. */
  readonly locatorSlots: readonly LocatorSlot[];
  /** Keys that are named without being cited, in order. */
  readonly mentions: readonly KeyMention[];
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
  /** It uses biblatex without loading it or naming a bibliography: its class or another file does both. */
  readonly leavesBiblatexToOthers?: boolean;
  /** The document also takes sources from where nothing here looks: an address (`\addbibresource[location=remote]{…}`), or a path that code computes. */
  readonly hasUnseenBibliography?: boolean;
  /** Names of files that building the document writes (`filecontents`) or may write (code in its cells): they need not be there before. */
  readonly writtenFiles?: readonly string[];
  /** Markdown's headings, in order. */
  readonly headings: readonly Heading[];
  /** Markdown's footnotes, in the order in which they are called. */
  readonly notes?: readonly Note[];
  /** The text inside `---` … `---` of the front matter, where a declaration could be added. */
  readonly frontMatter?: TextRange;
  readonly problems: readonly Problem[];
}

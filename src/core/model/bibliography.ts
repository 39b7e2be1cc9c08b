import type { CitationKey } from "./citation";
import type { CslItem } from "./cslItem";
import type { Problem } from "./problem";
import type { TextRange } from "./textRange";

/** The format a bibliography is written in. */
export type BibliographyFormat = "bibtex" | "csl-json" | "csl-yaml" | "hayagriva" | "nbib" | "refer" | "ris";

/** One field of a BibTeX entry. The value stays in LaTeX; `@string` names and `#` are resolved, outer delimiters removed. */
export interface BibtexField {
  /** In lower case. */
  readonly name: string;
  readonly nameRange: TextRange;
  /** The value as written, delimiters included. */
  readonly valueRange: TextRange;
  readonly value: string;
}

/** What lists and searches need of a source, in Unicode, known without converting it. */
export interface SourceSummary {
  /** CSL type, e.g. `article-journal`. */
  readonly type: string;
  readonly title: string;
  /** Family names (or literal names) of the authors, of the editors where there is no author. */
  readonly people: readonly string[];
  /** Year as shown, e.g. `2016`, or empty. */
  readonly year: string;
  /** Journal, book or series the source appeared in, or empty. */
  readonly container: string;
}

interface BibliographyEntryBase {
  readonly key: CitationKey;
  readonly keyRange: TextRange;
  /** The whole entry. */
  readonly range: TextRange;
  readonly summary: SourceSummary;
  /** The summary, not kept: an index reads each of 100,000 once. */
  readSummary(): SourceSummary;
}

/** One entry of a parsed file: its key, its ranges, and its item or what the item is converted from. */
export type BibliographyEntry = BibliographyEntryBase & (
  | {
    readonly format: "bibtex";
    /** `article`, in lower case. */
    readonly entryType: string;
    /** The entry's own fields, in order. */
    readonly fields: readonly BibtexField[];
    /** Own fields and those inherited through `crossref` and `xdata`, by name; found anew each time they are asked for. */
    readonly effectiveFields: ReadonlyMap<string, string>;
    /** BibLaTeX `ids`: other keys this entry answers to. */
    readonly aliases: readonly CitationKey[];
  }
  | { readonly format: "csl-json"; readonly item: CslItem }
);

/** One parsed file. Entries stand in file order, duplicates included; problems carry ranges in the same text. */
export interface Bibliography {
  /** The text ends inside an entry or a list, as that of a half-written file does. */
  readonly isCut?: boolean;
  readonly format: BibliographyFormat;
  readonly entries: readonly BibliographyEntry[];
  readonly problems: readonly Problem[];
  /** The same in steps, where finding them takes a while. */
  readProblems?(): Generator<void, readonly Problem[]>;
}

/** Everything the core needs from outside. Hosts (VS Code, the command line, tests) implement these interfaces. */
import type { BibliographyEntry, SourceSummary } from "./model/bibliography";
import type { CitationItem, CitationKey } from "./model/citation";
import type { CslItem } from "./model/cslItem";

/** A URI as a string, as the host spells it; two spellings of one file are two URIs. */
export type Uri = string;

export interface Disposable {
  readonly dispose: () => void;
}

export type Listener<T> = (event: T) => void;

/** Subscribes until the returned disposable is disposed. */
export type Event<T> = (listener: Listener<T>) => Disposable;

/** Set once the asker has lost interest; long work looks at it between steps and returns `undefined`. */
export interface CancellationToken {
  readonly isCancellationRequested: boolean;
}

/** A text with an identity. `version` changes whenever the text does. */
export interface TextDocument {
  readonly uri: Uri;
  readonly version: number;
  /** The editor's language id, e.g. `markdown`, `quarto`, `latex`. */
  readonly languageId: string;
  getText(): string;
  /** Set once it is no longer open: nothing is kept of it any more. */
  readonly isClosed?: boolean;
}

/**
 * Gives the host its turn between steps of long work: `undefined` while this turn is short and the next is not asked for, else a promise
 * that ends with the next.
 */
export type Pause = (isNextAskedFor?: boolean) => Promise<void> | undefined;

export interface FileChange {
  /** Of a file; or of a folder that has gone with all that lies in it, or has come, perhaps with others. */
  readonly uri: Uri;
  readonly kind: "created" | "changed" | "deleted";
}

/** The window to files. What is missing is `undefined` or an empty list, never an exception. */
export interface Workspace {
  /** Folders the writer has opened; may be empty. */
  readonly folders: readonly Uri[];
  /** The writer's home folder, for `~`; `undefined` where there is none (browser). */
  readonly home: Uri | undefined;
  /**
   * The bytes of a file, or the text where the file is open in an editor (unsaved edits count).
   * `undefined` where there is no such file or it cannot be read.
   */
  readFile(uri: Uri): Promise<Uint8Array | string | undefined>;
  /** Files of the workspace whose name ends in one of `endings` (`.bib`), hidden and excluded ones left out, in a stable order. */
  findFiles(endings: readonly string[]): Promise<readonly Uri[]>;
  /** Files coming, going or changing, open documents being edited included (`changed`). */
  readonly onDidChangeFile: Event<FileChange>;
  /** The set of folders has changed, or what is excluded from them. */
  readonly onDidChangeFolders: Event<void>;
}

/** A file that a host keeps for the core. */
export interface KeptFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** When it was written, in milliseconds; later ones are larger. */
  readonly time: number;
}

/**
 * What a host keeps between starts, apart from the writer's files: bytes by name. Nothing depends on it: what is lost or damaged is made anew.
 * A name is letters, digits and full stops.
 */
export interface KeptFiles {
  /** Which build of the product this is: what one has made of a text, another may make otherwise. */
  edition(): Promise<string>;
  /** Resolves once the host has time for what nobody waits for. */
  whenIdle(): Promise<void>;
  /** `undefined` where there is none of this name. */
  read(name: string): Promise<Uint8Array | undefined>;
  write(name: string, bytes: Uint8Array): Promise<void>;
  delete(name: string): Promise<void>;
  list(): Promise<readonly KeptFile[]>;
}

export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, error?: unknown): void;
}

/** Output formats of a formatted reference. */
export type ReferenceFormat = "text" | "markdown" | "html" | "latex" | "rtf";

/** The files that hold styles and locales, which `npm run styles` makes. */
export interface StyleFiles {
  /** A file of `data/styles`. Rejects where it cannot be read. */
  read(name: "index.json" | "styles.bin"): Promise<Uint8Array>;
  /** What compressed data of zlib's format (RFC 1950) holds. */
  inflate(data: Uint8Array): Promise<Uint8Array>;
}

/** A CSL style that ships with the product. */
export interface StyleDescription {
  readonly id: string;
  readonly title: string;
  /** How it cites: `author-date`, `numeric`, `note`, `label`, `author`; empty where it does not say. */
  readonly citationFormat: string;
  /** CSL's names of disciplines: `biology`, `social_science`, `generic-base`. */
  readonly fields: readonly string[];
  /** The style it takes everything from, where it is a dependent one. */
  readonly parent?: string;
  /** Its own locale, where it has one. */
  readonly locale?: string;
}

export interface ReferenceStyle {
  /** A CSL style id (`apa`) that ships with the product, or the XML of a style. */
  readonly style: { readonly id: string } | { readonly xml: string };
  /** BCP 47, e.g. `en-US`; the style's own default where it is left out. */
  readonly locale?: string;
}

export interface FormattedReference {
  readonly key: string;
  readonly text: string;
}

/** One citation as written, its items in order of appearance. */
export interface CitationToFormat {
  readonly citationItems: readonly Pick<CitationItem, "key" | "mode" | "prefix" | "suffix" | "markedPrefix" | "markedSuffix" | "locator">[];
  /** The number of its note where the style puts citations in notes; without one, each citation has a note of its own. */
  readonly noteNumber?: number;
  /** It stands in a footnote of the writer's, so that a style that has notes makes none of it. */
  readonly isInNote?: boolean;
}

/** What of a document a style needs to know. */
export interface DocumentToFormat {
  /** In order of appearance; `nocite` items put a source on the list and print nothing. */
  readonly citations: readonly CitationToFormat[];
  /** The cited sources, and others that are to be on the list; `id` is the key. */
  readonly items: readonly CslItem[];
}

export interface FormattedCitation {
  /** Keys that have no item stand in it marked as unknown. */
  readonly text: string;
  /** The style puts citations in notes: this is the text of one. */
  readonly isNote: boolean;
  /** The text of a citation of several sources in pieces, each with the key of its source; what stands between them has none. */
  readonly pieces?: readonly CitationPiece[];
  /** What stays in the running text, before the note, of a citation that names its author there; left out where there is none. */
  readonly inText?: string;
}

export interface CitationPiece {
  readonly text: string;
  readonly key?: CitationKey;
}

export interface FormattedDocument {
  /** As many as were given, in their order. */
  readonly citations: readonly FormattedCitation[];
  /** The list of references in the order of the style. */
  readonly references: readonly FormattedReference[];
}

export type ConversionTarget = "bibtex" | "biblatex" | "csl-json" | "csl-yaml" | "ris";

/** What an item is made of: an entry, or as much of one as can leave its thread. */
export type EntryToConvert = Pick<BibliographyEntry, "key"> & { readonly summary: Pick<SourceSummary, "type"> } & (
  | Pick<Extract<BibliographyEntry, { format: "bibtex" }>, "format" | "entryType" | "effectiveFields">
  | Pick<Extract<BibliographyEntry, { format: "csl-json" }>, "format" | "item">
);

/**
 * The slow part, built on citation-js and a CSL processor. Arguments and results are plain data, so that an engine may live
 * in another thread, as it does in VS Code. A host loads it on first use.
 */
export interface ReferenceEngine {
  /** CSL-JSON of entries, in their order. An entry that cannot be converted in full keeps what could be. */
  toCslItems(entries: readonly EntryToConvert[]): Promise<readonly CslItem[]>;
  /**
   * The list of references in the order the style puts them. Rejects with `UnknownStyleError` where there is no such style, with a
   * `CancelledError` where the asker lost interest before the work began.
   */
  readonly formatBibliography: (items: readonly CslItem[], style: ReferenceStyle, format: ReferenceFormat, token?: CancellationToken) => Promise<readonly FormattedReference[]>;
  /** The citations and the list of references of a document. Rejects as `formatBibliography` does; what upsets the processor costs itself alone. */
  readonly formatDocument: (document: DocumentToFormat, style: ReferenceStyle, format: ReferenceFormat) => Promise<FormattedDocument>;
  /** All styles that ship with the product, by id. */
  readonly listStyles: () => Promise<readonly StyleDescription[]>;
  convert(items: readonly CslItem[], target: ConversionTarget): Promise<string>;
}

/** Everything the core needs from outside. Hosts (VS Code, the command line, tests) implement these interfaces. */
import type { BibliographyEntry } from "./model/bibliography";
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
}

export interface FileChange {
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
  /** The set of folders has changed. */
  readonly onDidChangeFolders: Event<void>;
}

export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, error?: unknown): void;
}

/** Output formats of a formatted reference. */
export type ReferenceFormat = "text" | "markdown" | "html" | "latex";

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

export type ConversionTarget = "bibtex" | "biblatex" | "csl-json" | "csl-yaml" | "ris";

/**
 * The slow part, built on citation-js and a CSL processor. Arguments and results are plain data, so that an engine may live
 * in another thread. A host loads it on first use.
 */
export interface ReferenceEngine {
  /** CSL-JSON of entries, in their order. An entry that cannot be converted in full keeps what could be. */
  toCslItems(entries: readonly BibliographyEntry[]): Promise<readonly CslItem[]>;
  /** The list of references in the order the style puts them. Rejects with `UnknownStyleError` where there is no such style. */
  readonly formatBibliography: (items: readonly CslItem[], style: ReferenceStyle, format: ReferenceFormat) => Promise<readonly FormattedReference[]>;
  convert(items: readonly CslItem[], target: ConversionTarget): Promise<string>;
}

import type { TextRange } from "../../model/textRange";

/** What matters for citations in running text, in order of place. Places are those of the text that was read. */
export type Mark =
  | BracketMark
  | CloseMark
  | { readonly kind: "semicolon"; readonly start: number }
  | KeyMark
  | RoleMark
  | DelimiterMark
  | QuoteMark
  | AtomMark;

export interface BracketMark {
  readonly kind: "open";
  /** Of the bracket itself. */
  readonly start: number;
  readonly opens: "bracket" | "note" | "image";
}

export interface CloseMark {
  readonly kind: "close";
  readonly start: number;
  /** Behind a link's destination and the attributes of a link or span. */
  readonly end: number;
  /** `(`, `[` or `{` right behind it, which make a link or a span of what is in the brackets; or nothing. */
  readonly next: string;
}

/** `@key`, `-@key`, `@{key}`, or an `@` that still waits for its key (`key` empty). */
export interface KeyMark {
  readonly kind: "key";
  /** Of `@`, or of the `-` before it. */
  readonly start: number;
  readonly end: number;
  readonly key: string;
  /** What is written of the key, also where it is not complete. */
  readonly keyRange: TextRange;
  readonly isBraced: boolean;
  readonly isSuppressed: boolean;
}

/** MyST's `` {cite:p}`a,b` ``. */
export interface RoleMark {
  readonly kind: "role";
  readonly start: number;
  readonly end: number;
  readonly role: string;
  readonly content: TextRange;
}

/** A run of `*` or `_`, which may begin or end emphasis. */
export interface DelimiterMark {
  readonly kind: "delimiter";
  readonly start: number;
  readonly end: number;
  readonly char: "*" | "_";
  readonly canOpen: boolean;
}

export interface QuoteMark {
  readonly kind: "quote";
  readonly start: number;
  readonly char: "\"" | "'";
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

/** Something that is read as one: code, mathematics, HTML, an escape. */
export interface AtomMark {
  readonly kind: "atom";
  readonly start: number;
  readonly end: number;
  /** What it is in plain text. */
  readonly text: string;
}

import type { TextRange } from "./textRange";

/** A place in a file or an open document. */
export interface Location {
  readonly uri: string;
  readonly range: TextRange;
}

/** Where a source or a macro is defined: its name, and all that belongs to it. */
export interface Definition extends Location {
  readonly fullRange: TextRange;
}

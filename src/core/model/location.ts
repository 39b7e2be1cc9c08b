import type { TextRange } from "./textRange";

/** A place in a file or an open document. */
export interface Location {
  readonly uri: string;
  readonly range: TextRange;
}

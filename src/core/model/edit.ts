import type { Location } from "./location";
import type { TextRange } from "./textRange";

/** Text put in place of a range of one document. */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
}

/** The same in one of several files. */
export interface FileEdit extends Location, TextEdit {
  /** The whole text that the edit was made for, where it is at hand: where the file holds another by now, nothing is done. */
  readonly basis?: string;
  /** What stands in the range, white space aside, where that is known. */
  readonly replaced?: string;
}

/** Edits of files that are there and files to be made: one step that is done whole or not at all. */
export interface WorkspaceEdits {
  readonly edits: readonly FileEdit[];
  readonly newFiles: readonly { readonly uri: string; readonly text: string }[];
}

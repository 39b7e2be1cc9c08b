import type { LoadedBibliography } from "../../library/bibliographyStore";
import type { CitationKey } from "../../model/citation";
import type { FileEdit, TextEdit, WorkspaceEdits } from "../../model/edit";
import type { Problem } from "../../model/problem";
import type { Uri } from "../../ports";

interface Edited {
  readonly edits: WorkspaceEdits;
  /** Where the writer goes on, as an offset into the text that the first edit puts in. */
  readonly cursor?: number;
}

/** A way out of a problem. What takes more than an edit is named for the host to do. */
export type QuickFix = { readonly problem: Problem } & (
  | { readonly kind: "use-key"; readonly key: CitationKey } & Edited
  | { readonly kind: "declare"; readonly path: string } & Edited
  | { readonly kind: "use-path"; readonly path: string } & Edited
  | { readonly kind: "create-file"; readonly path: string } & Edited
  | { readonly kind: "close-list" } & Edited
  | { readonly kind: "add-fields"; readonly fields: readonly string[] } & Edited
  /** Keeps the first of two entries with one key, with the fields that only the other one has. */
  | { readonly kind: "merge"; readonly key: CitationKey; readonly fields: readonly string[] } & Edited
  | { readonly kind: "remove-entry"; readonly key: CitationKey } & Edited
  | { readonly kind: "remove-field"; readonly field: string } & Edited
  /** An entry to be filled in, in the document's own bibliography. */
  | { readonly kind: "new-entry"; readonly key: CitationKey; readonly home: Uri } & Edited
  /** Add the source to the document's own bibliography. */
  | { readonly kind: "add-entry"; readonly key: CitationKey; readonly home: Uri }
  /** Give a duplicate a key of its own. */
  | { readonly kind: "rename"; readonly key: CitationKey }
);

export interface FixContext {
  readonly uri: Uri;
  readonly text: string;
  /** Of the workspace: files are made in these alone, and beside the document. */
  readonly folders: readonly Uri[];
  /** Bibliographies of the workspace, for missing ones to be found among. */
  readonly bibliographies: readonly LoadedBibliography[];
  /** The bibliography that sources of the document belong in, where it has one. */
  readonly own?: LoadedBibliography;
}

/** Edits of one file, made for the text that it holds. */
export function edits({ uri, text }: { readonly uri: Uri; readonly text: string }, ...list: readonly TextEdit[]): WorkspaceEdits {
  return { edits: list.map((edit): FileEdit => ({ uri, ...edit, basis: text })), newFiles: [] };
}

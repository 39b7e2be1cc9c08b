import * as vscode from "vscode";
import { referenceCorpusText } from "../core/library/referenceCorpus";
import type { Uri } from "../core/ports";

const scheme = "sourcebook";

/** The reference corpus as a read-only document: it opens in every host and cannot be changed by mistake. */
export const corpusUri: Uri = vscode.Uri.from({ scheme, path: "/Reference corpus.json" }).toString();

export function registerCorpusDocument(): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, { provideTextDocumentContent: () => referenceCorpusText });
}

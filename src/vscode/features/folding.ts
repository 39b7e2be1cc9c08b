import * as vscode from "vscode";
import { toRange, toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { bibliographyDocuments } from "../selector";

/** Each entry of a bibliography folds to its first line, and so do other blocks and groups of macros. */
export function registerFolding({ service }: Editor): vscode.Disposable {
  return vscode.languages.registerFoldingRangeProvider(bibliographyDocuments, {
    async provideFoldingRanges(document, _context, token) {
      const folds = await service.folds(toTextDocument(document));
      return token.isCancellationRequested ? undefined : folds
        ?.map((range) => toRange(document, range))
        .filter(({ isSingleLine }) => !isSingleLine)
        .map(({ start, end }) => new vscode.FoldingRange(start.line, end.line));
    },
  });
}

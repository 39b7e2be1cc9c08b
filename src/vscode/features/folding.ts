import * as vscode from "vscode";
import { toRange, toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { bibliographyDocuments } from "../selector";

/** Each entry of a bibliography folds to its first line. */
export function registerFolding({ service }: Editor): vscode.Disposable {
  return vscode.languages.registerFoldingRangeProvider(bibliographyDocuments, {
    async provideFoldingRanges(document) {
      const symbols = await service.documentSymbols(toTextDocument(document));
      return symbols
        ?.map((symbol) => toRange(document, symbol.range))
        .filter(({ isSingleLine }) => !isSingleLine)
        .map(({ start, end }) => new vscode.FoldingRange(start.line, end.line));
    },
  });
}

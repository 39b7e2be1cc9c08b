import * as vscode from "vscode";
import { toRange, toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { documentsWithKeys } from "../selector";

export function registerHighlights({ service }: Editor): vscode.Disposable {
  return vscode.languages.registerDocumentHighlightProvider(documentsWithKeys, {
    async provideDocumentHighlights(document, position) {
      const ranges = await service.highlights(toTextDocument(document), document.offsetAt(position));
      return ranges?.map((range) => new vscode.DocumentHighlight(toRange(document, range), vscode.DocumentHighlightKind.Read));
    },
  });
}

import * as vscode from "vscode";
import { toRange, toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { bibliographyDocuments } from "../selector";
import { readSettings } from "../settings";
import { timesCited } from "../timesCited";

/** “cited 3 times” above each entry of a bibliography, where the writer wants it. */
export function registerCodeLens({ service }: Editor): vscode.Disposable {
  const changes = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changes.event,
    async provideCodeLenses(document, token) {
      if (!readSettings().codeLens) return undefined;
      const symbols = await service.documentSymbols(toTextDocument(document));
      if (symbols === undefined) return undefined;
      const { counts } = await service.usage(document.uri.toString(), token);
      if (token.isCancellationRequested) return undefined;
      return symbols.map(({ range, keyRange }) => {
        const at = toRange(document, keyRange);
        return new vscode.CodeLens(at, lensCommand(counts.get(range.start) ?? 0, document.uri, at.start));
      });
    },
  };
  return vscode.Disposable.from(changes, service.onDidChange(() => changes.fire()), vscode.languages.registerCodeLensProvider(bibliographyDocuments, provider));
}

function lensCommand(count: number, uri: vscode.Uri, position: vscode.Position): vscode.Command {
  return { title: timesCited(count), command: count === 0 ? "" : "editor.action.goToReferences", arguments: [uri, position] };
}

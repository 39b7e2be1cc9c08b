import * as vscode from "vscode";
import { toLocation, toRange, toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { documentsWithKeys } from "../selector";

export function registerDefinition({ service }: Editor): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider(documentsWithKeys, {
    async provideDefinition(document, position, token) {
      const answer = await service.definition(toTextDocument(document), document.offsetAt(position), token);
      if (answer === undefined || token.isCancellationRequested) return undefined;
      const originSelectionRange = toRange(document, answer.range);
      const targets = await Promise.all(answer.targets.map(async ({ uri, range, fullRange }) => [await toLocation({ uri, range: fullRange }), await toLocation({ uri, range })] as const));
      return targets.flatMap(([whole, name]): readonly vscode.LocationLink[] =>
        whole === undefined || name === undefined ? [] : [{ originSelectionRange, targetUri: whole.uri, targetRange: whole.range, targetSelectionRange: name.range }]);
    },
  });
}

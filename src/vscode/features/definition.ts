import * as vscode from "vscode";
import { toLocation, toRange, toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { documentsWithKeys } from "../selector";

export function registerDefinition({ service }: Editor): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider(documentsWithKeys, {
    async provideDefinition(document, position, token) {
      const answer = await service.definition(toTextDocument(document), document.offsetAt(position), token);
      if (answer === undefined) return undefined;
      const originSelectionRange = toRange(document, answer.range);
      const targets = await Promise.all(answer.targets.map(toLocation));
      return targets.filter((target) => target !== undefined).map(({ uri, range }): vscode.LocationLink => ({ originSelectionRange, targetUri: uri, targetRange: range }));
    },
  });
}

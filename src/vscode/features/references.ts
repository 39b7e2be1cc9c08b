import * as vscode from "vscode";
import { toLocation, toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { documentsWithKeys } from "../selector";

export function registerReferences({ service }: Editor): vscode.Disposable {
  return vscode.languages.registerReferenceProvider(documentsWithKeys, {
    async provideReferences(document, position, { includeDeclaration }, token) {
      const places = await service.references(toTextDocument(document), document.offsetAt(position), includeDeclaration, token);
      if (places === undefined) return undefined;
      return (await Promise.all(places.map(async (place) => token.isCancellationRequested ? undefined : toLocation(place)))).filter((location) => location !== undefined);
    },
  });
}

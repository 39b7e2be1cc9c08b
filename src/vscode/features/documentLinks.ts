import * as vscode from "vscode";
import { toRange, toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { citingDocuments } from "../selector";

export function registerDocumentLinks({ service }: Editor): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(citingDocuments, {
    async provideDocumentLinks(document) {
      const links = await service.links(toTextDocument(document));
      return links.map(({ range, target }) => {
        const link = new vscode.DocumentLink(toRange(document, range), vscode.Uri.parse(target, true));
        link.tooltip = vscode.l10n.t("Open the bibliography");
        return link;
      });
    },
  });
}

import * as vscode from "vscode";
import type { TextEdit } from "../../core/model/edit";
import { toRange, toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { readSettings } from "../settings";
import { bibliographyDocuments, citingDocuments } from "../selector";
import { draggedSources, findSources } from "../sourcesView/dragAndDrop";

/** Rows of the Sources view that are dropped on text: a citation in the document's syntax, entries in a bibliography. */
export function registerDrops({ service, logger }: Editor): vscode.Disposable {
  const citations: vscode.DocumentDropEditProvider = {
    async provideDocumentDropEdits(document, position, transfer, token) {
      const keys = (await draggedSources(transfer)).map(({ key }) => key);
      if (keys.length === 0 || token.isCancellationRequested) return undefined;
      const offset = document.offsetAt(position);
      return toDropEdit(document, offset, service.insert(toTextDocument(document), { start: offset, end: offset }, [...new Set(keys)], { style: readSettings(document).insertStyle }));
    },
  };
  const entries: vscode.DocumentDropEditProvider = {
    async provideDocumentDropEdits(document, position, transfer, token) {
      const sources = await findSources(service, await draggedSources(transfer));
      if (sources.length === 0) return undefined;
      const offset = document.offsetAt(position);
      try {
        const addition = await service.addToFile(document.uri.toString(), sources, offset);
        const edit = addition !== undefined && "edits" in addition ? addition.edits[0] : undefined;
        // what was made for another text than stands there now would hit another place
        return edit?.basis !== document.getText() || token.isCancellationRequested ? undefined : toDropEdit(document, offset, edit);
      } catch (error) {
        logger.error("The sources could not be made entries.", error);
        return undefined;
      }
    },
  };
  return vscode.Disposable.from(
    vscode.languages.registerDocumentDropEditProvider(citingDocuments, citations),
    vscode.languages.registerDocumentDropEditProvider(bibliographyDocuments, entries),
  );
}

/** What changes elsewhere than where it was dropped is an edit of its own. */
function toDropEdit(document: vscode.TextDocument, offset: number, { range, newText }: TextEdit): vscode.DocumentDropEdit {
  if (range.start === offset && range.end === offset) return new vscode.DocumentDropEdit(newText);
  const edit = new vscode.DocumentDropEdit("");
  edit.additionalEdit = new vscode.WorkspaceEdit();
  edit.additionalEdit.replace(document.uri, toRange(document, range), newText);
  return edit;
}

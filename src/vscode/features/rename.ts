import * as vscode from "vscode";
import type { RenameRefusal } from "../../core/features/renameKey";
import { plainLine } from "../../core/text/escape";
import { baseName } from "../../core/text/uri";
import { toRange, toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { tellOfError } from "../messages";
import { documentsWithKeys } from "../selector";
import { toWorkspaceEdit } from "../workspaceEdits";

export function registerRename({ service }: Editor): vscode.Disposable {
  return vscode.languages.registerRenameProvider(documentsWithKeys, {
    async prepareRename(document, position) {
      const occurrence = await service.prepareRename(toTextDocument(document), document.offsetAt(position));
      if ("reason" in occurrence) throw new Error(plainLine(refusalWords(occurrence)));
      return { range: toRange(document, occurrence.range), placeholder: occurrence.key };
    },
    async provideRenameEdits(document, position, newName, token) {
      try {
        const answer = await service.rename(toTextDocument(document), document.offsetAt(position), newName);
        if (token.isCancellationRequested) return new vscode.WorkspaceEdit();
        if ("reason" in answer) throw new Error(refusalWords(answer));
        return await toWorkspaceEdit({ edits: answer.edits, newFiles: [] });
      } catch (error) {
        // A rejection would hand the rename on to the next provider, and Markdown's own takes `[@key]` for a link, whose text it would change.
        void tellOfError(error instanceof Error ? error.message : String(error));
        return new vscode.WorkspaceEdit();
      }
    },
  });
}

function refusalWords(refusal: RenameRefusal): string {
  switch (refusal.reason) {
    case "no-key": return vscode.l10n.t("No citation key stands here.");
    case "unknown-key": return vscode.l10n.t("No source in scope has the key “{0}”, so there is nothing to rename.", refusal.key);
    case "read-only": return vscode.l10n.t("{0} cannot be changed. Add it to the workspace first; then its keys can be renamed.", refusal.name);
    case "not-written": return vscode.l10n.t("{0} has no key for this source, only one made up from its names and title.", refusal.name);
    case "empty": return vscode.l10n.t("A key needs at least one letter or digit.");
    case "invalid": return vscode.l10n.t("A key in {0} cannot hold “{1}”.", refusal.where, refusal.char);
    case "taken": return vscode.l10n.t("Another source in {0} has this key.", baseName(refusal.uri));
  }
}

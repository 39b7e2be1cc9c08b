import * as vscode from "vscode";
import type { QuickFix } from "../../core/features/quickFixes";
import { baseName } from "../../core/text/uri";
import { toTextDocument, toTextRange, toWorkspaceEdit } from "../convert";
import type { Editor } from "../editor";
import { documentsWithKeys } from "../selector";

export function registerQuickFixes({ service }: Editor): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, { diagnostics }, token) {
      const own = diagnostics.filter(({ source }) => source === "sourcebook");
      if (own.length === 0) return undefined;
      const fixes = await service.quickFixes(toTextDocument(document), toTextRange(document, range));
      if (token.isCancellationRequested) return undefined;
      return Promise.all(fixes.map((fix, index) => toCodeAction(fix, document, own, index === 0)));
    },
  };
  return vscode.languages.registerCodeActionsProvider(documentsWithKeys, provider, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] });
}

async function toCodeAction(fix: QuickFix, document: vscode.TextDocument, diagnostics: readonly vscode.Diagnostic[], isFirst: boolean): Promise<vscode.CodeAction> {
  const action = new vscode.CodeAction(titleOf(fix), vscode.CodeActionKind.QuickFix);
  action.diagnostics = diagnostics.filter(({ code, range }) => code === fix.problem.code && document.offsetAt(range.start) === fix.problem.range.start);
  action.isPreferred = isFirst && (fix.kind === "use-key" || fix.kind === "use-path" || fix.kind === "add-entry");
  if ("edits" in fix) action.edit = await toWorkspaceEdit(fix.edits);
  else action.command = commandOf(fix, document);
  return action;
}

function commandOf(fix: Exclude<QuickFix, { readonly edits: unknown }>, document: vscode.TextDocument): vscode.Command {
  const title = titleOf(fix);
  switch (fix.kind) {
    case "add-entry": return { title, command: "sourcebook.addToBibliography", arguments: [{ uri: fix.home, key: fix.key }] };
    case "rename": return { title, command: "editor.action.rename", arguments: [document.uri, document.positionAt(fix.problem.range.start)] };
  }
}

function titleOf(fix: QuickFix): string {
  switch (fix.kind) {
    case "use-key": return vscode.l10n.t("Change to “{0}”", fix.key);
    case "declare": return vscode.l10n.t("Declare {0} in this document", fix.path);
    case "use-path": return vscode.l10n.t("Change to {0}", fix.path);
    case "create-file": return vscode.l10n.t("Create {0}", fix.path);
    case "add-fields": return vscode.l10n.t("Add {0}", fix.fields.join(", "));
    case "remove-entry": return vscode.l10n.t("Remove this entry");
    case "remove-field": return vscode.l10n.t("Remove the field {0}", fix.field);
    case "add-entry": return vscode.l10n.t("Add “{0}” from {1} to this document's bibliography", fix.key, baseName(fix.home).replace(/\.json$/, ""));
    case "rename": return vscode.l10n.t("Give this entry another key");
  }
}

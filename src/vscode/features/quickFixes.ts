import * as vscode from "vscode";
import type { QuickFix } from "../../core/features/quickFixes/quickFix";
import { plainLine } from "../../core/text/escape";
import type { WorkspaceEdits } from "../../core/model/edit";
import { baseName } from "../../core/text/uri";
import { openDocument, toTextDocument, toTextRange } from "../convert";
import type { Editor } from "../editor";
import { documentsWithKeys } from "../selector";
import { tellOfError } from "../messages";
import { EditTargets, toWorkspaceEdit } from "../workspaceEdits";

export function registerQuickFixes({ service }: Editor): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, { diagnostics }, token) {
      const own = diagnostics.filter(({ source }) => source === "sourcebook");
      if (own.length === 0) return undefined;
      const { version } = document;
      const fixes = await service.quickFixes(toTextDocument(document), toTextRange(document, range));
      if (token.isCancellationRequested || document.version !== version) return undefined;
      // What cannot be done to a file as it is now is not offered.
      const targets = new EditTargets();
      const actions = await Promise.all(fixes.map((fix, index) => toCodeAction(fix, { document, diagnostics: own, targets }, index === 0).catch(() => undefined)));
      return actions.filter((action) => action !== undefined);
    },
    async resolveCodeAction(action) {
      if (!(action instanceof ActionElsewhere)) return action;
      try {
        action.edit = await toWorkspaceEdit(action.edits);
      } catch (error) {
        delete action.command;
        void tellOfError(error instanceof Error ? error.message : String(error));
      }
      return action;
    },
  };
  return vscode.languages.registerCodeActionsProvider(documentsWithKeys, provider, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] });
}

/** Fixes that do what the writer meant, as far as anyone can tell. */
const likely: ReadonlySet<QuickFix["kind"]> = new Set(["use-key", "use-path", "add-entry", "close-list", "merge"]);

/** A fix in another file than the one that is looked at, which may change while the list of fixes is open: its edit is made when it is chosen. */
class ActionElsewhere extends vscode.CodeAction {
  constructor(title: string, readonly edits: WorkspaceEdits) {
    super(title, vscode.CodeActionKind.QuickFix);
  }
}

interface Asked {
  readonly document: vscode.TextDocument;
  readonly diagnostics: readonly vscode.Diagnostic[];
  readonly targets: EditTargets;
}

async function toCodeAction(fix: QuickFix, { document, diagnostics, targets }: Asked, isFirst: boolean): Promise<vscode.CodeAction> {
  const edit = "edits" in fix ? await toWorkspaceEdit(fix.edits, targets) : undefined;
  const isElsewhere = "edits" in fix && fix.edits.edits.some(({ uri }) => uri !== document.uri.toString());
  const title = plainLine(titleOf(fix));
  const action = isElsewhere ? new ActionElsewhere(title, fix.edits) : new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = diagnostics.filter(({ code, range }) => code === fix.problem.code && document.offsetAt(range.start) === fix.problem.range.start);
  action.isPreferred = isFirst && likely.has(fix.kind);
  const command = "edits" in fix ? await cursorCommand(fix) : commandOf(fix, document);
  if (edit !== undefined && !isElsewhere) action.edit = edit;
  if (command !== undefined) action.command = command;
  return action;
}

/** Puts the cursor where the writer goes on, once the edit is made. */
async function cursorCommand({ edits: { edits: [edit] }, cursor }: Extract<QuickFix, { readonly edits: unknown }>): Promise<vscode.Command | undefined> {
  if (edit === undefined || cursor === undefined) return undefined;
  const document = await openDocument(edit.uri);
  if (document === undefined) return undefined;
  const start = document.positionAt(edit.range.start);
  const lines = edit.newText.slice(0, cursor).split(/\r\n|\n/);
  const last = lines.at(-1)?.length ?? 0;
  const position = new vscode.Position(start.line + lines.length - 1, lines.length > 1 ? last : start.character + last);
  return { title: "", command: "vscode.open", arguments: [document.uri, { selection: new vscode.Range(position, position) }] };
}

function commandOf(fix: Exclude<QuickFix, { readonly edits: unknown }>, document: vscode.TextDocument): vscode.Command {
  const title = plainLine(titleOf(fix));
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
    case "close-list": return vscode.l10n.t("Close the list of keys");
    case "add-fields": return vscode.l10n.t("Add {0}", fix.fields.join(", "));
    case "merge": return fix.fields.length === 0 ? vscode.l10n.t("Merge with the entry above, which says the same") : vscode.l10n.t("Merge into the entry above, which gets {0}", fix.fields.join(", "));
    case "remove-entry": return vscode.l10n.t("Remove this entry");
    case "remove-field": return vscode.l10n.t("Remove the field {0}", fix.field);
    case "new-entry": return vscode.l10n.t("Add an entry “{0}” to {1}, to be filled in", fix.key, baseName(fix.home));
    case "add-entry": return vscode.l10n.t("Add “{0}” from {1} to this document's bibliography", fix.key, baseName(fix.home).replace(/\.json$/, ""));
    case "rename": return vscode.l10n.t("Give this entry another key");
  }
}

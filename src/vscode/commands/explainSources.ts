import * as vscode from "vscode";
import type { ScopeReport } from "../../core/features/scopeReport";
import type { TextRange } from "../../core/model/textRange";
import type { Uri } from "../../core/ports";
import { plainLine } from "../../core/text/escape";
import { toRange, toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { inform } from "../messages";
import { rowsOf, type ReportRow } from "../scopeRows";
import { declareIn } from "./declare";

/** Tells which libraries the active document sees, by which rule, and what failed; every row leads to its place. */
export async function explainSources(editor: Editor): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined || editor.service.parse(toTextDocument(document)) === undefined) {
    await inform(vscode.l10n.t("Open the Markdown or LaTeX document first whose sources you are looking for."));
    return;
  }
  const report = await editor.service.scopeReport(toTextDocument(document));
  const chosen = await pickRow(report, document, (uri) => declareIn(editor, document, [uri]));
  if (chosen?.uri !== undefined) await open(chosen.uri, chosen.range);
}

async function pickRow(report: ScopeReport, document: vscode.TextDocument, declareFile: (uri: Uri) => Promise<void>): Promise<ReportRow | undefined> {
  const picker = vscode.window.createQuickPick<ReportRow>();
  picker.title = vscode.l10n.t("Sources of {0}: {1} offered", plainLine(vscode.workspace.asRelativePath(document.uri)), report.offeredCount);
  picker.placeholder = vscode.l10n.t("Choose a row to go to its place");
  picker.matchOnDescription = picker.matchOnDetail = true;
  picker.items = rowsOf(report);
  const subscriptions: { dispose(): unknown }[] = [picker];
  try {
    return await new Promise<ReportRow | undefined>((resolve, reject) => {
      subscriptions.push(
        picker.onDidAccept(() => {
          resolve(picker.activeItems[0]);
          picker.hide();
        }),
        picker.onDidTriggerItemButton(({ item }) => {
          if (item.declarable === undefined) return;
          declareFile(item.declarable).then(() => picker.hide(), reject);
        }),
        picker.onDidHide(() => resolve(undefined)),
      );
      picker.show();
    });
  } finally {
    subscriptions.forEach((subscription) => void subscription.dispose());
  }
}

async function open(uri: Uri, range: TextRange | undefined): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  await vscode.window.showTextDocument(document, range && { selection: toRange(document, range) });
}

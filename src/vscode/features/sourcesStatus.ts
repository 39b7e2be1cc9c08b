import * as vscode from "vscode";
import type { ScopeReport } from "../../core/features/scopeReport";
import { messageLine, plainLine, rowLine } from "../../core/text/escape";
import { toTextDocument } from "../convert";
import { Debounced } from "../debounce";
import type { Editor } from "../editor";
import { hasTrouble, sourceCount } from "../scopeWords";
import { citingDocuments } from "../selector";
import { libraryLabel } from "../sourcesView/nodeWords";

/** How long edits settle before the item is brought up to date, in milliseconds. */
const pause = 500;

/** A language status item in documents that cite: how many sources are offered, whether something failed, and the way to the reasons. */
export function registerSourcesStatus({ service, logger }: Editor): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem("sourcebook.sources", []);
  item.name = vscode.l10n.t("Sources");

  const update = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    const parsed = document && service.parse(toTextDocument(document));
    const cites = parsed !== undefined && (parsed.clusters.length > 0 || parsed.declarations.length > 0 || parsed.inlineSources.length > 0);
    if (document !== undefined && cites) show(item, await service.scopeReport(toTextDocument(document)));
    item.selector = cites ? citingDocuments : [];
  };
  const settled = new Debounced(pause, () => {
    update().catch((error: unknown) => logger.error("The status of the sources could not be told.", error));
  });
  settled.run();
  return vscode.Disposable.from(item, settled, service.onDidChange(settled.run), vscode.window.onDidChangeActiveTextEditor(settled.run));
}

function show(item: vscode.LanguageStatusItem, report: ScopeReport): void {
  item.text = sourceCount(report.offeredCount);
  item.detail = statusDetail(report);
  item.severity = hasTrouble(report) ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
  item.command = { command: "sourcebook.explainSources", title: vscode.l10n.t("Why these?") };
}

/** VS Code makes icons and links of it, as in rows and messages. */
export function statusDetail({ failed, libraries }: ScopeReport): string {
  const detail = failed.length > 0
    ? vscode.l10n.t("not found: {0}", failed.map(({ declaration }) => plainLine(declaration.path)).join(", "))
    : libraries.filter(({ isOffered }) => isOffered).map(libraryLabel).join(", ");
  return messageLine(rowLine(detail));
}

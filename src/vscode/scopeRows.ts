import * as vscode from "vscode";
import type { IgnoredBibliography, ReportedLibrary, ScopeReport } from "../core/features/scopeReport";
import type { FailedDeclaration } from "../core/library/scope";
import type { TextRange } from "../core/model/textRange";
import type { Uri } from "../core/ports";
import { rowLine } from "../core/text/escape";
import { declaredIn, ruleOf, sourceCount } from "./scopeWords";
import { libraryLabel } from "./sourcesView/nodeWords";

/** A row that leads somewhere: to a file, a declaration or a broken entry. */
export interface ReportRow extends vscode.QuickPickItem {
  readonly uri?: Uri;
  readonly range?: TextRange;
  /** A bibliography that could be declared from here. */
  readonly declarable?: Uri;
}

/** More broken entries than this are in the Problems panel. */
const mostProblems = 5;

/** What failed first, then what is in scope, then what is not. */
export function rowsOf({ libraries, failed, ignored }: ScopeReport): readonly ReportRow[] {
  return [
    ...section(vscode.l10n.t("Not found"), failed.map(failedRow)),
    ...section(vscode.l10n.t("In scope"), libraries.flatMap(libraryRows)),
    ...section(vscode.l10n.t("In the workspace, but not in scope"), ignored.map(ignoredRow)),
  ];
}

function section(label: string, rows: readonly ReportRow[]): readonly ReportRow[] {
  return rows.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...rows];
}

function placeRow(uri: Uri): string {
  return rowLine(vscode.workspace.asRelativePath(vscode.Uri.parse(uri, true)));
}

function failedRow(failed: FailedDeclaration): ReportRow {
  const { declaration: { path, range }, uri, reason, tried } = failed;
  const places = tried.map(placeRow).join(", ");
  return {
    label: `$(warning) ${rowLine(path)}`,
    description: declaredIn(failed),
    detail: reason === "missing" ? vscode.l10n.t("There is no such file. Looked for: {0}", places) : vscode.l10n.t("A file of this kind is not read: {0}", places),
    uri,
    range,
  };
}

function libraryRows(library: ReportedLibrary): readonly ReportRow[] {
  const { uri, count, problems, origin } = library;
  const name = rowLine(libraryLabel(library));
  const rows = problems.slice(0, mostProblems).map(({ message, range, severity }): ReportRow => ({
    label: `$(${severity === "error" ? "error" : "info"}) ${rowLine(message)}`,
    description: name,
    uri,
    range,
  }));
  const more = problems.length - rows.length;
  return [
    { label: `$(${origin === "corpus" ? "library" : "book"}) ${name}`, description: `${sourceCount(count)} · ${ruleOf(library)}`, uri },
    ...rows,
    ...more > 0 ? [{ label: vscode.l10n.t("… and {0} more problems in {1}", more, name), uri }] : [],
  ];
}

function ignoredRow({ uri, name, count }: IgnoredBibliography): ReportRow {
  return {
    label: `$(circle-slash) ${rowLine(name)}`,
    description: `${sourceCount(count)} · ${placeRow(uri)}`,
    detail: vscode.l10n.t("The document or the settings name other bibliographies. Declare this one too, to cite from it."),
    uri,
    declarable: uri,
    buttons: [{ iconPath: new vscode.ThemeIcon("add"), tooltip: vscode.l10n.t("Declare in This Document") }],
  };
}

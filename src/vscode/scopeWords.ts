import * as vscode from "vscode";
import type { ReportedLibrary, ScopeReport } from "../core/features/scopeReport";
import type { PlacedDeclaration } from "../core/library/scope";
import { rowLine } from "../core/text/escape";
import { baseName } from "../core/text/uri";

/** By which rule a bibliography is in scope, in the writer's words. */
export function ruleOf({ origin, declaredBy, isOffered }: ReportedLibrary): string {
  switch (origin) {
    case "document": return vscode.l10n.t("in the document itself");
    case "declared": return declaredBy === undefined ? vscode.l10n.t("declared") : declaredIn(declaredBy);
    case "settings": return vscode.l10n.t("named in the settings");
    case "workspace": return vscode.l10n.t("found in the workspace, because nothing is declared");
    case "corpus": return isOffered ? vscode.l10n.t("comes with Sourcebook") : vscode.l10n.t("comes with Sourcebook; not offered here, because the document has its own sources");
  }
}

export function declaredIn({ uri }: PlacedDeclaration): string {
  return vscode.l10n.t("declared in {0}", rowLine(baseName(uri)));
}

export function sourceCount(count: number): string {
  return count === 1 ? vscode.l10n.t("1 source") : vscode.l10n.t("{0} sources", count);
}

/** Whether something stands between the writer and their sources. */
export function hasTrouble({ failed, libraries }: ScopeReport): boolean {
  return failed.length > 0 || libraries.some(({ problems }) => problems.some(({ severity }) => severity === "error"));
}

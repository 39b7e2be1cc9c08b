import * as vscode from "vscode";

/** How often the documents of the workspace cite an entry. */
export function timesCited(count: number): string {
  return count === 0 ? vscode.l10n.t("not cited") : count === 1 ? vscode.l10n.t("cited once") : vscode.l10n.t("cited {0} times", count);
}

/** The same, with the number of those documents. */
export function timesCitedInAll(count: number, documents: number): string {
  return documents > 1 ? vscode.l10n.t("cited {0} times in {1} documents", count, documents) : timesCited(count);
}

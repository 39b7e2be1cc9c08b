import * as vscode from "vscode";

/** CSL's name of a discipline in the writer's language where there is a translation. */
export function fieldName(field: string): string {
  const names: Readonly<Record<string, string>> = {
    anthropology: vscode.l10n.t("anthropology"),
    astronomy: vscode.l10n.t("astronomy"),
    biology: vscode.l10n.t("biology"),
    botany: vscode.l10n.t("botany"),
    chemistry: vscode.l10n.t("chemistry"),
    communications: vscode.l10n.t("communications"),
    engineering: vscode.l10n.t("engineering"),
    geography: vscode.l10n.t("geography"),
    geology: vscode.l10n.t("geology"),
    history: vscode.l10n.t("history"),
    humanities: vscode.l10n.t("humanities"),
    law: vscode.l10n.t("law"),
    linguistics: vscode.l10n.t("linguistics"),
    literature: vscode.l10n.t("literature"),
    math: vscode.l10n.t("mathematics"),
    medicine: vscode.l10n.t("medicine"),
    philosophy: vscode.l10n.t("philosophy"),
    physics: vscode.l10n.t("physics"),
    political_science: vscode.l10n.t("political science"),
    psychology: vscode.l10n.t("psychology"),
    science: vscode.l10n.t("science"),
    social_science: vscode.l10n.t("social science"),
    sociology: vscode.l10n.t("sociology"),
    theology: vscode.l10n.t("theology"),
    zoology: vscode.l10n.t("zoology"),
  };
  return nameIn(names, field);
}

/** How a style cites. */
export function formatName(format: string): string {
  const names: Readonly<Record<string, string>> = {
    author: vscode.l10n.t("author"),
    "author-date": vscode.l10n.t("author and date"),
    label: vscode.l10n.t("labels"),
    note: vscode.l10n.t("notes"),
    numeric: vscode.l10n.t("numbers"),
  };
  return nameIn(names, format);
}

function nameIn(names: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(names, key) ? names[key] ?? key : key.replace(/[-_]/g, " ");
}

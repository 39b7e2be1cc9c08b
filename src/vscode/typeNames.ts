import * as vscode from "vscode";
import { plainLine } from "../core/text/escape";

/** `article-journal` → “journal article”, in the writer's language where there is a translation. */
export function typeName(type: string): string {
  const names: Readonly<Record<string, string>> = {
    "article-journal": vscode.l10n.t("journal article"),
    "article-magazine": vscode.l10n.t("magazine article"),
    "article-newspaper": vscode.l10n.t("newspaper article"),
    book: vscode.l10n.t("book"),
    chapter: vscode.l10n.t("chapter"),
    "paper-conference": vscode.l10n.t("conference paper"),
    report: vscode.l10n.t("report"),
    thesis: vscode.l10n.t("thesis"),
    webpage: vscode.l10n.t("web page"),
    dataset: vscode.l10n.t("dataset"),
    software: vscode.l10n.t("software"),
  };
  return Object.hasOwn(names, type) ? names[type] ?? type : plainLine(type.replace(/[-_]/g, " "));
}

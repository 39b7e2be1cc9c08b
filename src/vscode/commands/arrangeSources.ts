import * as vscode from "vscode";
import type { Grouping, Sorting } from "../../core/features/sourcesTree/options";
import type { Editor } from "../editor";

interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

export async function groupSources({ sourcesView: { options } }: Editor): Promise<void> {
  const names: Readonly<Record<Grouping, string>> = {
    library: vscode.l10n.t("Library"),
    none: vscode.l10n.t("Nothing: all sources in one list"),
    author: vscode.l10n.t("Author"),
    year: vscode.l10n.t("Year"),
    type: vscode.l10n.t("Type"),
    container: vscode.l10n.t("Journal, book or series"),
    keyword: vscode.l10n.t("Keyword"),
    language: vscode.l10n.t("Language"),
  };
  const grouping = await pick(names, options.options.grouping, vscode.l10n.t("Group Sources By"));
  if (grouping !== undefined) options.change({ grouping });
}

export async function sortSources({ sourcesView: { options } }: Editor): Promise<void> {
  const names: Readonly<Record<Sorting, string>> = {
    author: vscode.l10n.t("Author"),
    year: vscode.l10n.t("Year, newest first"),
    title: vscode.l10n.t("Title"),
    key: vscode.l10n.t("Key"),
    timesCited: vscode.l10n.t("Times cited, most cited first"),
    dateAdded: vscode.l10n.t("Date added, newest first"),
  };
  const sorting = await pick(names, options.options.sorting, vscode.l10n.t("Sort Sources By"));
  if (sorting !== undefined) options.change({ sorting });
}

async function pick<T extends string>(names: Readonly<Record<T, string>>, current: T, title: string): Promise<T | undefined> {
  const choices = (Object.entries(names) as [T, string][]).map(([value, label]): Choice<T> =>
    ({ value, label, ...value === current && { description: vscode.l10n.t("current"), iconPath: new vscode.ThemeIcon("check") } }));
  return (await vscode.window.showQuickPick(choices, { title }))?.value;
}

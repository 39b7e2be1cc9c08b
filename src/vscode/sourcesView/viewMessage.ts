import * as vscode from "vscode";
import { isFiltered, type SourcesFilter, type SourcesOptions } from "../../core/features/sourcesTree/options";
import { plainLine } from "../../core/text/escape";
import { typeName } from "../typeNames";

/** What the view says above its rows: how many sources the filter leaves, and what it is. Empty where all are shown. */
export function viewMessage({ filter, excluded }: SourcesOptions, { shown, all }: { readonly shown: number; readonly all: number }): string {
  const left = isFiltered(filter) ? [vscode.l10n.t("{0} of {1} sources: {2}", shown, all, describeFilter(filter))] : [];
  const out = excluded.length > 0 ? [vscode.l10n.t("Left out of the view, but still offered to cite: {0}", excluded.length)] : [];
  return [...left, ...out].join(". ");
}

function describeFilter({ query, citation, hasProblems, lacksDoi, types, years }: SourcesFilter): string {
  return [
    ...query.trim() === "" ? [] : [`“${plainLine(query)}”`],
    ...citation === "any" ? [] : [citation === "cited" ? vscode.l10n.t("cited") : vscode.l10n.t("not cited")],
    ...hasProblems ? [vscode.l10n.t("with problems")] : [],
    ...lacksDoi ? [vscode.l10n.t("without a DOI")] : [],
    ...types.length === 0 ? [] : [types.map(typeName).join(" / ")],
    ...years.length === 0 ? [] : [[...new Set(years)].join("–")],
  ].join(", ");
}

import * as vscode from "vscode";
import type { FailedNode, GroupNode, LibraryNode } from "../../core/features/sourcesTree/nodes";
import { plainLine } from "../../core/text/escape";
import { typeName } from "../typeNames";

export function groupLabel({ grouping, value }: Pick<GroupNode, "grouping" | "value">): string {
  if (value === "") return withoutValue(grouping);
  switch (grouping) {
    case "type": return sentenceCase(typeName(value));
    case "language": return languageName(value);
    default: return plainLine(value);
  }
}

function withoutValue(grouping: GroupNode["grouping"]): string {
  switch (grouping) {
    case "author": return vscode.l10n.t("No author");
    case "year": return vscode.l10n.t("No year");
    case "type": return vscode.l10n.t("No type");
    case "container": return vscode.l10n.t("In no journal, book or series");
    case "keyword": return vscode.l10n.t("No keyword");
    case "language": return vscode.l10n.t("No language");
  }
}

function sentenceCase(text: string): string {
  return text.charAt(0).toLocaleUpperCase(vscode.env.language) + text.slice(1);
}

/** The name of a language in the editor's own, or the tag where it has none. */
function languageName(tag: string): string {
  try {
    return sentenceCase(new Intl.DisplayNames([vscode.env.language], { type: "language" }).of(tag) ?? tag);
  } catch {
    return plainLine(tag);
  }
}

export function libraryLabel({ origin, name }: Pick<LibraryNode, "origin" | "name">): string {
  return origin === "corpus" ? vscode.l10n.t("Reference corpus") : plainLine(name);
}

/** Numbers, and where the file lies that is not alone of its name. */
export function libraryDescription({ uri, hasNamesake, count, shownCount, problemCount, isInScope }: LibraryNode): string {
  const number = shownCount === count ? String(count) : vscode.l10n.t("{0} of {1}", shownCount, count);
  return [
    problemCount === undefined || problemCount === 0 ? number : vscode.l10n.t("{0}, problems: {1}", number, problemCount),
    ...hasNamesake ? [plainLine(vscode.workspace.asRelativePath(vscode.Uri.parse(uri, true)))] : [],
    ...isInScope ? [] : [vscode.l10n.t("not in scope")],
  ].join(" · ");
}

/** Why a bibliography is not there, and what to do. */
export function failureWords({ failure: { reason, declaration, tried } }: FailedNode): string {
  const path = plainLine(declaration.path);
  if (reason === "foreign") return vscode.l10n.t("“{0}” is of a kind that is not read as a bibliography.", path);
  const places = tried.map((place) => vscode.workspace.asRelativePath(vscode.Uri.parse(place, true))).join(", ");
  return vscode.l10n.t("There is no file “{0}”. Looked for: {1}. Correct the path where it is declared, or create the file.", path, plainLine(places));
}

import * as vscode from "vscode";
import type { HoverAnswer } from "../core/features/hover";
import { shorten } from "../core/features/labels";
import { linksOf } from "../core/features/sourceLinks";
import type { CslItem } from "../core/model/cslItem";
import { escapeMarkdown, markdownCode } from "../core/text/escape";

type SourceAnswer = Extract<HoverAnswer, { kind: "source" }>;
type UnknownAnswer = Extract<HoverAnswer, { kind: "unknown" }>;

/** The commands a card may run; nothing else in it is trusted. */
const cardCommands = ["sourcebook.revealEntry", "sourcebook.copyReference", "sourcebook.addCorpusToWorkspace"] as const;

function commandLink(command: (typeof cardCommands)[number], title: string, ...args: readonly unknown[]): string {
  // VS Code decodes twice, which would spoil the percent signs of a URI.
  const json = JSON.stringify(args).replaceAll("%", "\\u0025");
  return `[${escapeMarkdown(title)}](command:${command}?${encodeURIComponent(json)})`;
}

function card(paragraphs: readonly string[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(paragraphs.filter((paragraph) => paragraph !== "").join("\n\n"));
  markdown.isTrusted = { enabledCommands: [...cardCommands] };
  return markdown;
}

/** The card over a known key: the reference first, then facts, links and the beginning of the abstract. */
export function sourceCard({ source, others, timesCited }: SourceAnswer, item: CslItem, reference: string, abstractLength: number): vscode.MarkdownString {
  const facts = [
    typeName(item.type),
    markdownCode(source.key),
    escapeMarkdown(source.part.name),
    escapeMarkdown(timesCited === 1 ? vscode.l10n.t("cited once here") : vscode.l10n.t("cited {0} times here", timesCited)),
  ].join(" · ");
  const duplicates = others.length === 0 ? "" : escapeMarkdown(vscode.l10n.t("The same key is also in {0}; the first one counts.", [...new Set(others.map(({ part }) => part.name))].join(", ")));
  const abstract = abstractLength > 0 && typeof item.abstract === "string" ? escapeMarkdown(shorten(item.abstract, abstractLength)) : "";
  return card([reference, facts, actions(source, item), duplicates, abstract]);
}

function actions(source: SourceAnswer["source"], item: CslItem): string {
  const { doi, url } = linksOf(item);
  const argument = { uri: source.part.uri, key: source.key };
  return [
    ...doi === undefined ? [] : [`[${escapeMarkdown(vscode.l10n.t("Open DOI"))}](${doi})`],
    ...url === undefined ? [] : [`[${escapeMarkdown(vscode.l10n.t("Open URL"))}](${url})`],
    commandLink("sourcebook.revealEntry", vscode.l10n.t("Go to entry"), argument),
    commandLink("sourcebook.copyReference", vscode.l10n.t("Copy reference"), argument),
  ].join(" · ");
}

/** The card over an unknown key: what was looked through and which keys are near. */
export function unknownKeyCard({ key, searched, nearest }: UnknownAnswer): vscode.MarkdownString {
  const places = searched.map(({ name, count }) => `- ${escapeMarkdown(vscode.l10n.t("{0} ({1} sources)", name, count))}`).join("\n");
  return card([
    escapeMarkdown(vscode.l10n.t("No source has this key:")) + ` ${markdownCode(key)}`,
    nearest.length === 0 ? "" : `${escapeMarkdown(vscode.l10n.t("Nearest keys:"))} ${nearest.map(markdownCode).join(", ")}`,
    searched.length === 0 ? escapeMarkdown(vscode.l10n.t("There is no bibliography in scope of this document.")) : `${escapeMarkdown(vscode.l10n.t("Looked through:"))}\n\n${places}`,
  ]);
}

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
  return escapeMarkdown(Object.hasOwn(names, type) ? names[type] ?? type : type.replaceAll("-", " "));
}

import * as vscode from "vscode";
import type { DocumentReferences } from "../core/features/formatDocument";
import type { HoverAnswer } from "../core/features/hover";
import { shorten } from "../core/features/labels";
import { linksOf } from "../core/features/sourceLinks";
import type { CslItem } from "../core/model/cslItem";
import type { TextRange } from "../core/model/textRange";
import { escapeMarkdown, markdownCode } from "../core/text/escape";
import { typeName } from "./typeNames";

type SourceAnswer = Extract<HoverAnswer, { kind: "source" }>;
type UnknownAnswer = Extract<HoverAnswer, { kind: "unknown" }>;

/** The commands a card may run; nothing else in it is trusted. */
const cardCommands = ["sourcebook.revealEntry", "sourcebook.copyReference", "sourcebook.findCitations", "sourcebook.selectStyle", "sourcebook.addCorpusToWorkspace"] as const;

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
    escapeMarkdown(typeName(item.type)),
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
    commandLink("sourcebook.findCitations", vscode.l10n.t("Find citations"), argument),
    commandLink("sourcebook.copyReference", vscode.l10n.t("Copy reference"), argument),
  ].join(" · ");
}

/** The card over a citation, beside its keys: what readers will see. */
export function citationCard(formatted: DocumentReferences | undefined, range: TextRange): vscode.MarkdownString | undefined {
  const citation = formatted?.citations.find(({ cluster }) => cluster.range.start === range.start && cluster.range.end === range.end);
  if (formatted === undefined || citation === undefined || (citation.text === "" && citation.inText === undefined)) return undefined;
  const { text, inText, isNote } = citation;
  const note = isNote ? `${inText === undefined ? "" : `${inText} `}*${escapeMarkdown(vscode.l10n.t("in a note:"))}* ${text}` : text;
  return card([
    note,
    formatted.styleProblem === undefined ? "" : escapeMarkdown(formatted.styleProblem),
    commandLink("sourcebook.selectStyle", vscode.l10n.t("Select style")),
  ]);
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

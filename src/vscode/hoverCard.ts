import * as vscode from "vscode";
import type { DocumentReferences } from "../core/features/formatDocument";
import type { HoverAnswer } from "../core/features/hover";
import { shorten } from "../core/features/labels";
import { linksOf } from "../core/features/sourceLinks";
import { plainItem } from "../core/format/plain/plainItem";
import type { Source } from "../core/library/library";
import type { CslItem } from "../core/model/cslItem";
import { escapeMarkdown, markdownCode } from "../core/text/escape";
import { libraryLabel } from "./sourcesView/nodeWords";
import { timesCitedInAll } from "./timesCited";
import { typeName } from "./typeNames";

type SourceAnswer = Extract<HoverAnswer, { kind: "source" }>;
type EntryAnswer = Extract<HoverAnswer, { kind: "entry" }>;
type CitationAnswer = Extract<HoverAnswer, { kind: "citation" }>;
type UnknownAnswer = Extract<HoverAnswer, { kind: "unknown" }>;

/** The commands a card may run; nothing else in it is trusted. */
const cardCommands = ["sourcebook.showSource", "sourcebook.revealEntry", "sourcebook.copyReference", "sourcebook.findCitations", "sourcebook.selectStyle", "sourcebook.addCorpusToWorkspace"] as const;

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
export function sourceCard(answer: SourceAnswer | EntryAnswer, reference: string, abstractLength: number): vscode.MarkdownString {
  const { source } = answer;
  const item = plainItem(source.entry);
  const facts = [escapeMarkdown(typeName(item.type)), markdownCode(source.key), escapeMarkdown(libraryLabel(source.part)), escapeMarkdown(citedWords(answer))].join(" · ");
  const abstract = abstractLength > 0 && typeof item.abstract === "string" ? escapeMarkdown(shorten(item.abstract, abstractLength)) : "";
  return card([reference, facts, actions(source, item), escapeMarkdown(duplicateWords(answer)), abstract]);
}

function citedWords(answer: SourceAnswer | EntryAnswer): string {
  const { timesCited } = answer;
  if (answer.kind === "entry") return timesCitedInAll(timesCited, answer.citingDocuments);
  return timesCited === 1 ? vscode.l10n.t("cited once here") : vscode.l10n.t("cited {0} times here", timesCited);
}

function duplicateWords({ kind, source, others }: SourceAnswer | EntryAnswer): string {
  if (others.length === 0) return "";
  if (kind === "source") return vscode.l10n.t("The same key is also in {0}; the first one counts.", namesOf(others));
  const elsewhere = others.filter(({ part }) => part.uri !== source.part.uri);
  return [
    elsewhere.length === others.length ? "" : vscode.l10n.t("Another entry of this file has the same key."),
    elsewhere.length === 0 ? "" : vscode.l10n.t("The same key is also in {0}.", namesOf(elsewhere)),
  ].filter((text) => text !== "").join(" ");
}

function namesOf(sources: readonly Source[]): string {
  return [...new Set(sources.map(({ part }) => libraryLabel(part)))].join(", ");
}

function actions(source: Source, item: CslItem): string {
  const { doi, url } = linksOf(item);
  const argument = { uri: source.part.uri, key: source.key };
  return [
    ...doi === undefined ? [] : [`[${escapeMarkdown(vscode.l10n.t("Open DOI"))}](${doi})`],
    ...url === undefined ? [] : [`[${escapeMarkdown(vscode.l10n.t("Open URL"))}](${url})`],
    commandLink("sourcebook.showSource", vscode.l10n.t("Show page"), argument),
    commandLink("sourcebook.revealEntry", vscode.l10n.t("Go to entry"), argument),
    commandLink("sourcebook.findCitations", vscode.l10n.t("Find citations"), argument),
    commandLink("sourcebook.copyReference", vscode.l10n.t("Copy reference"), argument),
  ].join(" · ");
}

/** The card over a citation, beside its keys: what readers will see, in plain words where it is not formatted yet. */
export function citationCard({ range, plain }: CitationAnswer, formatted: DocumentReferences | undefined): vscode.MarkdownString | undefined {
  const citation = formatted?.citations.find(({ cluster }) => cluster.range.start === range.start && cluster.range.end === range.end);
  const text = citation === undefined ? escapeMarkdown(plain) : renderedCitation(citation);
  return text === "" ? undefined : card([
    text,
    formatted?.styleProblem === undefined ? "" : escapeMarkdown(formatted.styleProblem),
    commandLink("sourcebook.selectStyle", vscode.l10n.t("Select style")),
  ]);
}

function renderedCitation({ text, inText, isNote }: DocumentReferences["citations"][number]): string {
  if (!isNote || (text === "" && inText === undefined)) return text;
  return `${inText === undefined ? "" : `${inText} `}*${escapeMarkdown(vscode.l10n.t("in a note:"))}* ${text}`;
}

/** The card over an unknown key: what was looked through and which keys are near. */
export function unknownKeyCard({ key, searched, nearest }: UnknownAnswer): vscode.MarkdownString {
  const places = searched.map((part) => `- ${escapeMarkdown(vscode.l10n.t("{0} ({1} sources)", libraryLabel(part), part.count))}`).join("\n");
  return card([
    escapeMarkdown(vscode.l10n.t("No source has this key:")) + ` ${markdownCode(key)}`,
    nearest.length === 0 ? "" : `${escapeMarkdown(vscode.l10n.t("Nearest keys:"))} ${nearest.map(markdownCode).join(", ")}`,
    searched.length === 0 ? escapeMarkdown(vscode.l10n.t("There is no bibliography in scope of this document.")) : `${escapeMarkdown(vscode.l10n.t("Looked through:"))}\n\n${places}`,
  ]);
}
